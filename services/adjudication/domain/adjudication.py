"""An adjudication 裁决案卷 as a frozen value: what its pages have made of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from services.adjudication.domain.powers import POWERS, Power
from services.adjudication.domain.states import Standing, State
from shared.contracts.adjudication import (
    AdjudicationApplied,
    EnforcementWindowClosed,
    EntitledWindowClosed,
    Matter,
    RemedyTaken,
    RightNotified,
    RulingMade,
    RulingServed,
    RulingUpheld,
    SettlementReached,
    UrgingExpired,
)
from shared.contracts.fact import Fact
from shared.law.casefile import CaseFile
from shared.law.procedure import Procedure, Refused


@dataclass(frozen=True, kw_only=True, slots=True)
class Adjudication(CaseFile):
    """裁决案卷: the matter, the parties, and what the ruling asks of whom until when."""

    state: State | None = None
    matter: Matter | None = None
    authority: str = ""
    applicants: tuple[UUID, ...] = ()
    respondents: tuple[UUID, ...] = ()
    obliged: tuple[UUID, ...] = ()
    performance_days: int | None = None
    review_first: bool = False
    served: tuple[UUID, ...] = ()
    perform_by: date | None = None
    """The last day of performance of whoever has longest."""
    remedy_until: date | None = None
    """The last day on which any party served may still contest the ruling."""
    urged: bool = False
    """Whether the urging has run out without performance."""
    windows_closed: int = 0
    """How many of the two periods for asking the court to enforce are over."""

    def after(self, fact: Fact, table: Procedure | None = None) -> Self:
        """The file once `fact` has happened.

        Raises:
            Refused: The procedure does not allow it, or that of this matter has no such step.
        """
        if self.matter and not self.procedure.knows(fact):
            raise Refused(f"{self.procedure.term}没有这一步骤", self.power.basis)
        return CaseFile.after(self, fact, table)  # slots leave no room for a bare super()

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the file remembers of `fact` beside its state."""
        match fact:
            case RightNotified():
                return {"matter": fact.matter, "authority": fact.authority}
            case AdjudicationApplied():
                return {
                    "matter": fact.matter,
                    "authority": fact.authority,
                    "applicants": fact.applicants,
                    "respondents": fact.respondents,
                }
            case SettlementReached():
                return {"perform_by": fact.perform_by}
            case RulingMade():
                return {
                    "obliged": fact.obliged,
                    "performance_days": fact.performance_days,
                    "review_first": fact.review_first,
                }
            case _:
                return self._learnt_after_ruling(fact)

    def _learnt_after_ruling(self, fact: Fact) -> dict[str, Any]:
        match fact:
            case RulingServed():
                return {
                    "served": (*self.served, fact.party),
                    "perform_by": _later(self.perform_by, fact.perform_by),
                    "remedy_until": _later(self.remedy_until, fact.remedy_until),
                }
            # A ruling that was contested and stands has no period for contesting it any more.
            case RemedyTaken() | RulingUpheld():
                return {"remedy_until": None}
            case UrgingExpired():
                return {"urged": True}
            case EnforcementWindowClosed():
                return {"windows_closed": 1}
            case EntitledWindowClosed():
                return {"windows_closed": 2}
            case _:
                return {}

    @property
    def power(self) -> Power:
        """The statute's power in this matter.

        Raises:
            LookupError: The file has not been opened yet.
        """
        if self.matter is None:
            raise LookupError("a file without its first page has no matter")
        return POWERS[self.matter]

    @property
    def parties(self) -> tuple[UUID, ...]:
        """当事人: whoever the ruling binds."""
        return (*self.applicants, *self.respondents)

    @property
    def all_heard(self) -> bool:
        """Whether each respondent has answered, or has let the period pass."""
        done = (Standing.ANSWERED, Standing.SILENT)
        return all(self.tracks.get(str(each)) in done for each in self.respondents)

    @property
    def all_served(self) -> bool:
        """Whether each party has the ruling."""
        return set(self.parties) <= set(self.served)


def _later(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day]
    return max(days) if days else None
