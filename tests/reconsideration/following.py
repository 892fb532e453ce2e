"""A file of what follows a case that a test can walk; it names only what it is about."""

from typing import Any, Self
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.store import aftermath_of
from shared.contracts.fact import CLOCK, Fact, Head
from shared.contracts.reconsideration import Outcome, ReconsiderationActOverdue, Standing
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    AftermathOpened,
    ClericalErrorsCorrected,
    Conclusion,
    CorrectionServed,
    DecidedAnew,
    DecisionAnnulled,
    DecisionCopied,
    DecisionPublished,
    DecisionTookEffect,
    DecisionWithheld,
    ServedAgain,
)
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    CourtRefusal,
    EnforcementRefused,
    ImmediateEnforcementAsked,
    ImmediateEnforcementRuled,
)
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    EnforcementAwaited,
    EnforcementSpared,
    NoNeed,
    PartyEnforced,
    PartyPerformed,
    PartyUrged,
    SuitOnRecord,
)
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone, Ending
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    Deed,
    Flaw,
    LetterUnheeded,
    Level,
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    Recipient,
    RecommendationAnswered,
    RecommendationIssued,
)
from shared.contracts.reconsideration.refusal import (
    RefusalCorrected,
    RefusalServed,
    RefusalSuitPeriodOver,
)
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served import Service
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from shared.contracts.service import Manner
from shared.law.calendar import CALENDAR
from shared.law.period import day_of_expiry
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    DISPUTE,
    FILE,
    PAPER,
    RESPONDENT,
    day,
    head,
)
from tests.reconsideration.makers import FIELDS as IN_CASE

LETTER = PAPER
ABOVE = "620700-chengguan"


def service(on: str, person: UUID | None = ANNA, **said: Any) -> Service:  # noqa: ANN401 - its fields
    """Served directly on this day; on the respondent where there is no person."""
    standing = Standing.APPLICANT if person else Standing.RESPONDENT
    done = {"shown_on": on, "served_on": on, "manner": Manner.DIRECT, "receipt_id": PAPER}
    return Service.model_validate({**done, "standing": standing, "person_id": person, **said})


OWED: dict[str, Any] = {"person_id": ANNA, "organ": RESPONDENT}
"""Whose it is to perform, and whose to enforce."""

FIELDS: dict[type[Fact], dict[str, Any]] = {
    RespondentSucceeded: {**IN_CASE[RespondentSucceeded], "about": FILE},
    AftermathBegun: {"about": FILE, "authority": AUTHORITY, "respondent": RESPONDENT},
    DecisionTookEffect: {
        "about": FILE,
        "authority": AUTHORITY,
        "respondent": RESPONDENT,
        "outcome": Outcome.REVOKED,
        "copies": True,
        "copies_for": (RESPONDENT,),
    },
    AftermathOpened: {
        "about": FILE,
        "conclusion": Conclusion.DELIVERED,
        "authority": AUTHORITY,
        "respondent": RESPONDENT,
        "outcome": Outcome.REVOKED,
        "copies": True,
        "publishes": True,
    },
    ClericalErrorsCorrected: {"correction_id": PAPER},
    CorrectionServed: {"services": ()},
    ServedAgain: {
        **service("2026-07-20").model_dump(),
        "sue_until": day("2026-08-04"),
        "reason_id": PAPER,
    },
    RefusalServed: {
        **service("2026-07-20").model_dump(),
        "sue_until": day("2026-08-04"),
        "sue_period": "15d",
        "sue_article": "ARL 34",
        "first_served_on": day("2026-07-20"),
    },
    RefusalCorrected: {"accepted_case_id": PAPER},
    AddresseeGone: {
        "person_id": ANNA,
        "standing": Standing.APPLICANT,
        "ending": Ending.DIED,
        "gone_on": day("2026-07-18"),
        "basis_id": PAPER,
    },
    AddresseeFound: {"person_id": ANNA, "standing": Standing.APPLICANT, "reason_id": PAPER},
    RefusalSuitPeriodOver: {"person_id": ANNA},
    DecisionCopied: {"organ": ABOVE},
    DecisionPublished: {"public_text_id": PAPER},
    DecisionWithheld: {"reason_id": PAPER},
    DecisionAnnulled: {"about": FILE, "organ": "620700-government", "letter_id": PAPER},
    DecidedAnew: {"decided_case_id": FILE},
    EnforcementAwaited: {
        **OWED,
        "served_on": day("2026-07-20"),
        "sue_until": day("2026-08-04"),
        "enforceable_after": day("2026-08-04"),
        "counts_from": day("2026-08-04"),
    },
    SuitOnRecord: {"filed_on": day("2026-07-30")},
    PartyUrged: {**OWED, "demand_id": PAPER, "perform_until": day("2026-08-19")},
    EnforcementApplied: {**OWED, "enforcement_application_id": PAPER},
    EnforcementRefused: {
        **OWED,
        "court_refusal": CourtRefusal.NOT_ENFORCED,
        "refusal_ruling_id": PAPER,
        "received_on": day("2026-09-01"),
        "ask_period": "15d",
        "ask_article": "COERCION 58(3)",
        "ask_until": day("2026-09-16"),
    },
    CourtAboveAsked: {**OWED, "court_above_application_id": PAPER},
    ImmediateEnforcementAsked: {**OWED, "urgency_id": PAPER},
    ImmediateEnforcementRuled: {
        **OWED,
        "enforcement_ruling_id": PAPER,
        "ruled_on": day("2026-08-21"),
    },
    PartyEnforced: {**OWED, "by_court": True, "enforcement_record_id": PAPER},
    PartyPerformed: {**OWED, "performed_on": day("2026-07-25"), "evidence_id": PAPER},
    EnforcementSpared: {**OWED, "no_need": NoNeed.NOTHING, "reason_id": PAPER},
    OpinionLetterIssued: {
        "opinion_letter_id": LETTER,
        "organ": RESPONDENT,
        "flaw": Flaw.ILLEGAL,
    },
    OpinionLetterReceived: {
        "opinion_letter_id": LETTER,
        "organ": RESPONDENT,
        "copies": True,
    },
    OpinionLetterServedAgain: {"opinion_letter_id": LETTER, "organ": RESPONDENT},
    OpinionLetterCopied: {"opinion_letter_id": LETTER, "organ": ABOVE},
    CorrectionReported: {
        "opinion_letter_id": LETTER,
        "organ": RESPONDENT,
        "correction_report_id": PAPER,
    },
    LetterUnheeded: {"opinion_letter_id": LETTER, "organ": RESPONDENT, "reason_id": PAPER},
    RecommendationIssued: {
        "recommendation_id": PAPER,
        "organ": RESPONDENT,
        "level": Level.DOCUMENT,
        "answer_by": day("2027-12-31"),
    },
    RecommendationAnswered: {
        "recommendation_id": PAPER,
        "organ": RESPONDENT,
        "answer_id": PAPER,
    },
    LiabilityHandedOver: {
        "deed": Deed.NO_REPLY,
        "recipient": Recipient.APPOINTING,
        "done_on": day("2026-07-01"),
        "materials_id": PAPER,
    },
    ReconsiderationActOverdue: {"duty": "publish"},
}
"""What a fact holds where a test does not say."""


class Following:
    """A file of what follows, page after page."""

    def __init__(self) -> None:
        case_id = aftermath_of(FILE)
        self.file = Aftermath(procedure=AFTERMATH, dispute_id=DISPUTE, case_id=case_id)
        self.facts: list[Fact] = []

    def head(self, on: str, *, by: str = "officer-7") -> Head:
        return head(self.file, on, by=by)  # type: ignore[arg-type]  # any file has a next page

    def then(self, kind: type[Fact], on: str, **fields: object) -> Self:
        said = {**FIELDS.get(kind, {}), **fields}
        return self.record(kind.model_validate({"head": self.head(on), **said}))

    def record(self, fact: Fact) -> Self:
        self.file = self.file.after(fact)
        self.facts.append(fact)
        return self

    def lapse(self, name: str, on: str, subject: str = "") -> Self:
        """The clock records that the period of this name is over."""
        row = AFTERMATH.by_name[name]
        told = self.file.told_by_lapse(row.lapse, subject)
        return self.record(row.lapsed(self.head(on, by=CLOCK), subject, told))

    def last_day(self, name: str) -> str:
        """The last day of the period that the newest page starts."""
        row = AFTERMATH.by_name[name]
        assert row in AFTERMATH.opens(self.facts[-1])
        until = row.until(self.facts[-1], CALENDAR)
        assert until is not None
        return day_of_expiry(until).isoformat()


def following(on: str = "2026-07-20", **fields: object) -> Following:
    """Opened as a decision was served on the last of them."""
    return Following().then(AftermathOpened, on, **fields)
