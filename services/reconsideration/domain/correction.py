"""责令纠正: what an applicant reports to the authority above, and what comes of it, as a table.

Declined and dismissed applications are closed files, which nothing moves: the report has a file
of its own at the authority above, and what is accepted after all has a new one (ARL 35).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    CorrectionOverdue,
    DirectlyAccepted,
    Wrong,
    WrongCorrected,
    WrongReported,
)
from shared.law.article import ARL
from shared.law.casefile import CaseFile
from shared.law.procedure import AsStated, Deadline, Move, Procedure


class State(StrEnum):
    """Where a report stands."""

    WRONG_REPORTED = "wrong_reported"  # 已反映
    CORRECTION_ORDERED = "correction_ordered"  # 已责令纠正
    PUT_RIGHT = "put_right"  # 已纠正
    CORRECTION_DENIED = "correction_denied"  # 不予责令纠正
    DIRECTLY_ACCEPTED = "directly_accepted"  # 上级已直接受理


class Role(StrEnum):
    """Who makes a move."""

    APPLICANT = "applicant"  # 申请人
    SUPERIOR = "superior"  # 上级行政机关
    AUTHORITY = "authority"  # 行政复议机关
    CLOCK = "clock"  # 期限届满


S, R = State, Role
OPEN: Final = (S.WRONG_REPORTED, S.CORRECTION_ORDERED)

CORRECTION: Final = Procedure(
    name="correction",
    term="上级责令纠正",
    since=ARL.since,
    moves=(
        Move(None, WrongReported, S.WRONG_REPORTED, R.APPLICANT, ARL[35]),
        Move(S.WRONG_REPORTED, CorrectionOrdered, S.CORRECTION_ORDERED, R.SUPERIOR, ARL[35]),
        Move(S.WRONG_REPORTED, CorrectionDenied, S.CORRECTION_DENIED, R.SUPERIOR, ARL[35]),
        Move(OPEN, DirectlyAccepted, S.DIRECTLY_ACCEPTED, R.SUPERIOR, ARL[35]),
        Move(S.CORRECTION_ORDERED, WrongCorrected, S.PUT_RIGHT, R.AUTHORITY, ARL[35]),
        Move(S.CORRECTION_ORDERED, CorrectionOverdue, None, R.CLOCK, ARL[35]),
    ),
    deadlines=(
        Deadline(
            name="correct",
            term="按责令纠正",
            starts=(CorrectionOrdered,),
            ends=(WrongCorrected, DirectlyAccepted),
            within=AsStated("until"),
            article=ARL[35],
            lapse=CorrectionOverdue,
            owed_by="below",
        ),
    ),
    closed=(S.PUT_RIGHT, S.CORRECTION_DENIED, S.DIRECTLY_ACCEPTED),
    patient={S.WRONG_REPORTED: "法律没有规定上级行政机关答复反映的期限"},
)
"""申请人反映、上级责令纠正或者直接受理 (ARL 35)."""


NONE: Final = UUID(int=0)
"""No file, before the first page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction(CaseFile):
    """A report, as its facts have made it."""

    state: State | None = None
    of_case_id: UUID = NONE
    """The reconsideration that is complained of."""
    wrong: Wrong | None = None
    authority: str = ""
    below: str = ""
    reported_on: date | None = None
    correct_by: date | None = None
    """责令纠正的期限."""
    case_id_after: UUID | None = None
    """Where the application is handled after it."""

    def told_by_lapse(self, lapse: type[Fact], subject: str) -> dict[str, Any]:
        """Which organ let its day pass."""
        del lapse, subject
        return {"organ": self.below}

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the file remembers of a fact."""
        match fact:
            case WrongReported():
                said = fact.model_dump(include={"of_case_id", "authority", "below"})
                return {**said, "wrong": fact.wrong, "reported_on": fact.head.on}
            case CorrectionOrdered():
                return {"correct_by": fact.until}
            case WrongCorrected():
                return {"case_id_after": fact.corrected_case_id}
            case DirectlyAccepted():
                return {"case_id_after": fact.accepted_case_id}
            case _:
                return {}
