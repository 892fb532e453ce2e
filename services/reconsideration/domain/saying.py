"""说理: one sentence of law with its provision, as the functions of this office give it."""

from dataclasses import dataclass

from shared.law.article import Article


@dataclass(frozen=True, slots=True)
class Point:
    """一点: what the law says of the case, and by which provision."""

    text: str
    article: Article | None
    met: bool | None = None
    """Whether it is so, where the point is a condition."""
