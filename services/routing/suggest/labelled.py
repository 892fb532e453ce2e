"""What a model learns from: messages that officials have put into classes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labelled:
    """已分类的来件: a message with the class that officials gave it."""

    subject: str
    text: str
    label: str
