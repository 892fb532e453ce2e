"""顺延期限: what is asked for after a period was missed, and what comes of it, as a table.

What was taken for given up is a closed file, which nothing moves: every request has a file of its
own, and what is granted is a page of the case, or of the file in which it goes on (CPL 86).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ReconsiderationActOverdue
from shared.contracts.reconsideration.deferring import (
    DeferralAsked,
    DeferralGranted,
    DeferralRefused,
    Hindrance,
    Missed,
)
from shared.law.article import ARL, CPL, RULES
from shared.law.casefile import CaseFile, derived
from shared.law.period import WorkingDays
from shared.law.procedure import OFFICE, Deadline, Move, Procedure


class State(StrEnum):
    """Where a request stands."""

    DEFERRAL_ASKED = "deferral_asked"  # 已申请顺延
    DEFERRAL_GRANTED = "deferral_granted"  # 已准许顺延
    DEFERRAL_REFUSED = "deferral_refused"  # 不予顺延


class Role(StrEnum):
    """Who makes a move."""

    PARTY = "party"  # 当事人
    BODY = "body"  # 行政复议机构
    CLOCK = "clock"  # 期限届满


S, R = State, Role

DEFERRAL: Final = Procedure(
    name="deferral",
    term="顺延期限",
    since=ARL.since,
    moves=(
        Move(None, DeferralAsked, S.DEFERRAL_ASKED, R.PARTY, CPL[86]),
        Move(S.DEFERRAL_ASKED, DeferralGranted, S.DEFERRAL_GRANTED, R.BODY, CPL[86]),
        Move(S.DEFERRAL_ASKED, DeferralRefused, S.DEFERRAL_REFUSED, R.BODY, CPL[86]),
        Move(S.DEFERRAL_ASKED, ReconsiderationActOverdue, None, R.CLOCK, RULES[171]),
    ),
    deadlines=(
        Deadline(
            name="decide_deferral",
            term="决定是否准许顺延",
            starts=(DeferralAsked,),
            ends=(DeferralGranted, DeferralRefused),
            within=WorkingDays(5),
            article=RULES[171],  # the law sets no days
            lapse=ReconsiderationActOverdue,
            owed_by=OFFICE,
            where="decided_in_days",
        ),
    ),
    closed=(S.DEFERRAL_GRANTED, S.DEFERRAL_REFUSED),
    patient={S.DEFERRAL_ASKED: "中止、移送期间申请的，恢复审理、上级收到案件材料以后才可以准许"},
)
"""当事人申请、行政复议机构决定是否准许顺延期限 (ARL 88; CPL 86)."""


NONE: Final = UUID(int=0)
"""No file, before the first page."""


def deferral_of(case_id: UUID, missed: Missed, organ: str = "", before: str = "") -> UUID:
    """The file in which a missed period is asked to be given anew, one for each lapse."""
    return derived(case_id, word_of(missed, organ, before))


def word_of(missed: Missed, organ: str = "", before: str = "") -> str:
    """By which the id of that file is derived.

    Args:
        missed: The period.
        organ: Whose silence it is; empty of an applicant.
        before: The file by which its days were given anew before, if they were.
    """
    return ":".join(filter(None, ("deferral", missed, organ, before)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Deferral(CaseFile):
    """A request, as its facts have made it."""

    state: State | None = None
    of_case_id: UUID = NONE
    """The reconsideration in which the period was missed."""
    authority: str = ""
    missed: Missed | None = None
    organ: str = ""
    """Which respondent asks; empty of an applicant."""
    hindrance: Hindrance | None = None
    hindered_on: date | None = None
    removed_on: date | None = None
    asked_on: date | None = None
    deferred_days: str = ""
    """准许顺延的日数, as the code of a period; empty while none is granted."""
    deferred_case_id: UUID | None = None
    """The file in which they run."""

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the file remembers of a fact."""
        match fact:
            case DeferralAsked():
                said = {"of_case_id", "authority", "missed", "organ", "hindrance"}
                days = {"hindered_on", "removed_on"}
                asked_on = fact.posted_on or fact.head.on
                return {name: getattr(fact, name) for name in said | days} | {"asked_on": asked_on}
            case DeferralGranted():
                return fact.model_dump(include={"deferred_days", "deferred_case_id"})
            case _:
                return {}
