"""What a period 期限 stands still for, what prolongs it, and what keeps it from ending."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from shared.contracts.fact import Fact
from shared.law.article import Article
from shared.law.course import Exclusion, Extension, Request
from shared.law.day import DAY
from shared.law.period import CalendarDays, Period, parse_period

APART: Final = "/"
"""Between a subject and the person for whom it is told apart."""


def told_apart(subject: str, fact: object, person: str) -> str:
    """The subject with the person whom `fact` names in the field `person`, if it names one."""
    said = getattr(fact, person, None) if person else None
    return f"{subject}{APART}{said}" if subject and said else subject


@dataclass(frozen=True, slots=True)
class Granted:
    """A length that is granted: calendar days in the fact's field `field`, or a period's code."""

    field: str

    def __str__(self) -> str:
        return "按批准的期间"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """不计入: from a fact of `starts` until one of `ends` the period stands still.

    Without `ends` it does so until it ends itself; one that begins anew in its place runs at once.
    """

    term: str
    """Why, in Chinese: 行政复议中止."""

    starts: tuple[type[Fact], ...]
    ends: tuple[type[Fact], ...]
    article: Article
    each: str = ""
    """The field of its facts that says who holds the period up, where several may at once.

    The period then stands still while any of them does; a fact ends the time of the one it names.
    """
    person: str = ""
    """The field that says for which person, where the same may last for several."""
    lasting: str = ""
    """The field in which a page that begins the period says by whom the file is held up already."""
    where: str = ""
    """Field that a fact of `starts` must say if it has it; empty where each stops the period."""
    whole: bool = False
    """Whether neither the day on which it begins is counted, nor that on which it ends."""
    article_on: Callable[[date], Article] | None = None
    """The provision of the day on which it begins, where editions have it in different places."""

    def begun_by(self, fact: Fact) -> Exclusion | None:
        """The time that is left out from `fact` on; None where it stops nothing."""
        if type(fact) not in self.starts or (self.where and not getattr(fact, self.where, True)):
            return None
        who, after = self.held_up_by(fact), fact.head.on - DAY if self.whole else fact.head.on
        article = self.article_on(fact.head.on) if self.article_on else self.article
        return Exclusion(after, None, self.term, article, fact.head.by, who)

    def lasts_at(self, fact: Fact) -> tuple[Exclusion, ...]:
        """The time that is left out of a period from its first day on, which `fact` begins."""
        said: tuple[object, ...] = getattr(fact, self.lasting, ()) if self.lasting else ()
        on, by = fact.head.on, fact.head.by
        return tuple(
            Exclusion(on, None, self.term, self.article, by, self.held_up_by(one)) for one in said
        )

    def held_up_by(self, fact: object) -> str:
        """Who holds the period up, or does no longer; empty where nobody needs to be told apart."""
        said = str(getattr(fact, self.each)) if self.each else ""
        return told_apart(said, fact, self.person)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolonging:
    """延长: a fact of `starts` adds time to the period while it runs."""

    term: str
    """Why, in Chinese: 情况复杂，经批准."""

    starts: tuple[type[Fact], ...]
    by: Period | Granted
    article: Article
    most: CalendarDays | None = None
    """How much may be added in all; None where its article sets no bound."""

    def granted_by(self, fact: Fact) -> Extension | None:
        """What `fact` adds; None where its field is empty."""
        length = self._length(fact)
        if length is None:
            return None
        return Extension(length, self.term, self.article, fact.head.by, fact.head.on)

    def __str__(self) -> str:
        return f"{self.term}，{self.by}（{self.article}）"

    def _length(self, fact: Fact) -> Period | None:
        if isinstance(self.by, Period):
            return self.by
        said: int | str | None = getattr(fact, self.by.field)
        if isinstance(said, int):
            return CalendarDays(said)
        return parse_period(said) if said else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """申请: asked by a fact of `starts` while the period runs, it keeps it from ending.

    It does so until a fact of `ends` decides it, and no longer than the time to decide, whose code
    stands in the field `within` of its fact: where none stands there, the request holds nothing up.
    """

    term: str
    """What is asked for, in Chinese: 申请延期."""

    starts: tuple[type[Fact], ...]
    ends: tuple[type[Fact], ...]
    within: str
    article: Article

    def __str__(self) -> str:
        return f"{self.term}，决定之前不届满（{self.article}）"

    def made_by(self, fact: Fact) -> Request | None:
        """The request that `fact` makes."""
        code: str | None = getattr(fact, self.within)
        return Request(fact.head.on, parse_period(code), self.term, self.article) if code else None
