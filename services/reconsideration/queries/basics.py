"""申请书没有写明的基本情况: what is still to be said of who applies (ARR2026 27; ARR2007 19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from services.reconsideration.domain.basics import article_on, lacking
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.filing import brought_on
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.basics import Basic
from shared.frame.meanings import meanings
from shared.law.article import Article
from shared.law.day import legal_day
from shared.people import held_of
from shared.work import Hub

_SAYS: Final = meanings(Basic)
_SIDES: Final = meanings(Standing)


@dataclass(frozen=True, slots=True)
class Lacking:
    """What one of the applicants has not said."""

    person_id: UUID
    who: str
    """How it is called where nobody is named: 申请人, or 申请人第2名 where there are several."""
    basics: tuple[Basic, ...]

    @property
    def says(self) -> str:
        """What is lacking, in words."""
        return "、".join(_SAYS[one] for one in self.basics)


@dataclass(frozen=True, slots=True)
class Lacks:
    """What an application does not say of who applies, all of it at once (ARL 31)."""

    each: Sequence[Lacking]
    article: Article

    @property
    def persons(self) -> tuple[UUID, ...]:
        """Of whom something is lacking."""
        return tuple(one.person_id for one in self.each)

    @property
    def defect(self) -> str:
        """As the notice to supplement 补正通知 names it; empty where nothing is lacking."""
        if not self.each:
            return ""
        told = "；".join(f"{one.who}的{one.says}" for one in self.each)
        return f"申请书没有写明{told}（{self.article}），请写明。"


async def lacking_of(hub: Hub, case: Case) -> Lacks:
    """What the application of a case leaves out of who applies, by the edition of its day."""
    on = brought_on(case) or legal_day(hub.clock.now())
    held = await held_of(hub.pool, case.applicants)
    several = len(case.applicants) > 1
    found = []
    for nth, one in enumerate(case.applicants, 1):
        known = held.get(one)
        said = [each for each in Basic if known and each in known.names]
        missing = lacking(known.kind, said, on) if known else ()
        if missing:
            who = _SIDES[Standing.APPLICANT] + (f"第{nth}名" if several else "")
            found.append(Lacking(one, who, missing))
    return Lacks(found, article_on(on))
