"""说明: why something is a hot spot, in one sentence that a supervisor can check."""

from datetime import date
from typing import Protocol


class Reckoned(Protocol):
    """What the sentence tells: a file, or an answer made of it."""

    @property
    def window_from(self) -> date | None:
        """First day."""

    @property
    def window_until(self) -> date | None:
        """Last day."""

    @property
    def count(self) -> int:
        """Messages."""

    @property
    def parties(self) -> int:
        """Different parties."""

    @property
    def expected(self) -> float:
        """As a rule."""

    @property
    def score(self) -> float:
        """分值."""

    @property
    def swell(self) -> float:
        """Of the whole city."""

    @property
    def words(self) -> tuple[str, ...]:
        """What is said alike."""


def explained(of: Reckoned) -> str:
    """The sentence."""
    swell = f"（全市来件为平时的{of.swell:g}倍，已计入）" if of.swell > 1 else ""
    words = f"；共同词语：{'、'.join(of.words)}" if of.words else ""
    return (
        f"{of.window_from}至{of.window_until}来件{of.count}件，{of.parties}名当事人，"
        f"按以往约{of.expected:g}件{swell}，分值{of.score:g}{words}"
    )
