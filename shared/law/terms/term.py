"""术语, one row of the table of names."""

from dataclasses import dataclass

from shared.law.article import Article


@dataclass(frozen=True, slots=True)
class Term:
    """术语: one word of the law, in both languages."""

    english: str
    """As the statutes' official translations have it; the name in the code."""

    chinese: str
    """What officers and citizens read."""

    article: Article | None = None
    """Where the word is taken from, if one article makes it."""
