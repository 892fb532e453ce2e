"""A reconsideration case 行政复议案件, as the facts so far have made it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain.ordinary import State
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    ApplicationWithdrawn,
    Compensation,
    ConsultationGround,
    ConsultationRequested,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    DecisionOverdue,
    OpinionRecorded,
    Outcome,
    ReplyForfeited,
    Stance,
    Standing,
    SupplementNoticeReceived,
    ViewsHeard,
    ViewsManner,
    ViewsUnavailable,
)
from shared.law.casefile import CaseFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Case(CaseFile):
    """What later acts ask of the file; the pages themselves are in the outbox."""

    state: State | None = None
    authority: str = ""
    county: str = ""
    applicants: tuple[UUID, ...] = ()
    respondent: str = ""
    act: ActKind | None = None
    received_on: date | None = None
    act_done_on: date | None = None
    learnt_on: date | None = None
    told_remedies: bool = True
    remedies_learnt_on: date | None = None
    real_estate: bool = False
    posted_on: date | None = None
    notice_received_on: date | None = None
    """收到补正通知之日."""
    accepted_on: date | None = None
    extended_days: int = 0
    overdue_on: date | None = None
    """期限届满而未作出决定之日."""
    reply_forfeited: bool = False
    applicant_heard: bool = False
    """Heard, or could not be for a cause of its own (ARL 49)."""
    hearing_held: bool = False
    """听证 was held, whoever came to it (ARL 50, 51)."""
    consultation_ground: ConsultationGround | None = None
    stance: Stance | None = None
    """The committee's, once its opinion is on file."""
    withdrawn: bool = False
    settled: bool = False
    decided_on: date | None = None
    outcome: Outcome | None = None
    redo: bool = False
    perform_within: str | None = None
    perform_by: date | None = None
    compensation: Compensation | None = None
    sue_until: date | None = None
    """The last day on which any applicant may still sue over the decision (ALL 45)."""

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What this office remembers of `fact`, by the names of the fields above."""
        lesson = _LESSONS.get(type(fact))
        return lesson(self, fact) if lesson else {}


_RECEIVED: Final = {
    *("authority", "county", "applicants", "respondent", "act", "act_done_on", "learnt_on"),
    *("told_remedies", "remedies_learnt_on", "real_estate", "posted_on"),
}
_DECIDED: Final = {"outcome", "redo", "perform_within", "perform_by", "compensation"}


def _heard(case: Case, fact: ViewsHeard | ViewsUnavailable) -> dict[str, object]:
    held = isinstance(fact, ViewsHeard) and fact.manner is ViewsManner.HEARING
    return {
        "applicant_heard": case.applicant_heard or fact.standing is Standing.APPLICANT,
        "hearing_held": case.hearing_held or held,
    }


def _delivered(_: Case, fact: DecisionDelivered) -> dict[str, object]:
    last = max((remedy.sue_until for remedy in fact.remedies), default=None)
    return {"perform_by": fact.perform_by, "sue_until": last}


_LESSONS: Final[Mapping[type[Fact], Callable[[Case, Any], dict[str, object]]]] = {
    ApplicationReceived: lambda _, f: {
        **f.model_dump(include=_RECEIVED),
        "received_on": f.head.on,
    },
    SupplementNoticeReceived: lambda _, f: {"notice_received_on": f.head.on},
    ApplicationAccepted: lambda _, f: {"accepted_on": f.head.on},
    ReplyForfeited: lambda _, __: {"reply_forfeited": True},
    ViewsHeard: _heard,
    ViewsUnavailable: _heard,
    ConsultationRequested: lambda _, f: {"consultation_ground": f.ground},
    OpinionRecorded: lambda _, f: {"stance": f.stance},
    DecisionExtended: lambda case, f: {"extended_days": case.extended_days + f.days},
    DecisionOverdue: lambda _, f: {"overdue_on": f.head.on},
    DecisionMade: lambda _, f: {**f.model_dump(include=_DECIDED), "decided_on": f.head.on},
    DecisionDelivered: _delivered,
    ApplicationWithdrawn: lambda _, f: {"withdrawn": True, "settled": f.settled},
}
