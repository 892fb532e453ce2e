"""法条引用, citations: a rule in this project names the article that it carries out.

A citation has two forms. `str(article)` is what officers and citizens read,
《行政复议法》第30条第1款第2项; `article.code` is what rows and messages hold, `ARL 30(1)(2)`, and
`Article.parse` reads it back. An item of an article without paragraphs is written `ARL 11 item 3`.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

STATUTES: Final[dict[str, "Statute"]] = {}
"""Every edition by its key, as `shared.law.article` registers them."""

_CODE: Final = re.compile(
    r"(?P<key>[A-Z_]+\d*) (?P<number>\d+)"
    r"(?:\((?P<paragraph>\d+)\)(?:\((?P<item>\d+)\))?| item (?P<only>\d+))?"
)


@dataclass(frozen=True, slots=True)
class Statute:
    """One edition 版本 of a law, regulation, interpretation or plan, indexed by article number."""

    key: str
    """How the code cites it; where a statute has two editions here, the year is part of it."""

    title: str
    """书名号里的名称, without 中华人民共和国."""

    edition: str
    """The year of this edition, or the number of the document."""

    articles: int | None
    """None where no text is at hand, so that it is not known; see `unread`."""

    since: date
    until: date | None = None
    unit: str = "条"
    """What its numbers count: 条, or 项 in a plan."""

    unread: str = ""
    """Why no text of it was compared, in Chinese; empty where one was."""

    def __getitem__(self, number: int) -> "Article":
        """The article of that number; any, where nobody knows how many there are.

        Raises:
            LookupError: This edition has no such article.
        """
        if number < 1 or (self.articles is not None and number > self.articles):
            raise LookupError(f"{self.key} has no article {number}")
        return Article(self, number)

    def in_force(self, day: date) -> bool:
        """Whether this edition governs what is done on `day`."""
        return self.since <= day and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        return f"《{self.title}》" + (f"（{self.edition}）" if self.until else "")


@dataclass(frozen=True, slots=True)
class Article:
    """条, an article of one edition, perhaps a paragraph 款 and an item 项 of it."""

    statute: Statute
    number: int
    paragraph: int | None = None
    item: int | None = None

    def par(self, paragraph: int | None = None, item: int | None = None) -> "Article":
        """The same article, narrowed: `par(1)`, `par(1, 2)`, or `par(item=3)` if undivided."""
        return replace(self, paragraph=paragraph, item=item)

    @property
    def code(self) -> str:
        """How rows and messages cite it, as `ARL 30(1)(2)`; `parse` reads it back."""
        place = f"{self.statute.key} {self.number}"
        if self.paragraph is None:
            return place + (f" item {self.item}" if self.item else "")
        return f"{place}({self.paragraph})" + (f"({self.item})" if self.item else "")

    @classmethod
    def parse(cls, code: str) -> "Article":
        """The article that `code` cites.

        Raises:
            ValueError: This is no citation.
            LookupError: There is no such statute, or no such article in it.
        """
        found = _CODE.fullmatch(code)
        if found is None:
            raise ValueError(f"not a citation: {code!r}")
        paragraph, item = found["paragraph"], found["item"] or found["only"]
        article = STATUTES[found["key"]][int(found["number"])]
        return article.par(int(paragraph) if paragraph else None, int(item) if item else None)

    def __str__(self) -> str:
        place = f"第{self.number}{self.statute.unit}"
        place += f"第{self.paragraph}款" if self.paragraph else ""
        place += f"第{self.item}项" if self.item else ""
        place += "（未核对原文）" if self.statute.unread else ""
        return f"{self.statute}{place}"
