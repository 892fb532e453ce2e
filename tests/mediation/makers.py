"""A mediation that a test can walk; it names only what it is about."""

from datetime import date, datetime, time
from typing import Any, Self
from uuid import UUID

from services.mediation.domain.mediation import BOTH, Mediation
from services.mediation.domain.peoples import PEOPLES
from shared.contracts.fact import CLOCK, Fact, Head
from shared.contracts.intake import Side
from shared.contracts.mediation import (
    AgreementMade,
    AgreementNotPerformed,
    AgreementPerformed,
    BothConsented,
    ConfirmationApplied,
    ConfirmationRuled,
    ConfirmationWindowClosed,
    ConsentGiven,
    Danger,
    EscalationReported,
    Form,
    Ground,
    MediationActOverdue,
    MediationFailed,
    MediationProposed,
    MediationRefused,
    MediatorAppointed,
    Origin,
    PerformancePeriodExpired,
    SessionHeld,
    TermExpired,
    TermExtended,
)
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, day_of_expiry

DISPUTE, FILE, PAPER = (UUID(int=n) for n in range(1, 4))
COMMITTEE, COURT, POLICE = "620702100-mediation", "620702-fayuan", "620702-gongan"

FIELDS: dict[type[Fact], dict[str, Any]] = {
    MediationProposed: {"origin": Origin.ROUTED, "committee": COMMITTEE},
    ConsentGiven: {"sides": BOTH},
    BothConsented: {},
    MediationRefused: {"side": Side.OPPONENT},
    MediatorAppointed: {"mediators": ("mediator-7",)},
    SessionHeld: {"present": BOTH, "record_id": PAPER},
    EscalationReported: {
        "danger": Danger.SECURITY,
        "reported_to": POLICE,
        "measures_id": PAPER,
    },
    TermExtended: {"extended_to": date(2026, 12, 31)},
    TermExpired: {},
    AgreementMade: {
        "form": Form.ORAL,
        "effective_on": date(2026, 3, 20),
        "content_id": PAPER,
    },
    MediationFailed: {"ground": Ground.NO_AGREEMENT},
    PerformancePeriodExpired: {},
    AgreementPerformed: {},
    AgreementNotPerformed: {},
    ConfirmationApplied: {"court": COURT},
    ConfirmationRuled: {"confirmed": True},
    ConfirmationWindowClosed: {},
    MediationActOverdue: {"duty": "follow_up"},
}
"""What each fact holds where a test does not say."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def head(case: Mediation, on: str, *, by: str = "mediator-7") -> Head:
    return case.head(by=by, on=day(on), at=datetime.combine(day(on), time(9), CITY))


class Walk:
    """A mediation, page after page."""

    def __init__(self) -> None:
        self.case = Mediation(procedure=PEOPLES, dispute_id=DISPUTE, case_id=FILE)
        self.facts: list[Fact] = []

    def then(self, kind: type[Fact], on: str, **fields: object) -> Self:
        said = {**FIELDS[kind], **fields}
        return self.record(kind.model_validate({"head": head(self.case, on), **said}))

    def record(self, fact: Fact) -> Self:
        self.case = self.case.after(fact)
        self.facts.append(fact)
        return self

    def lapse(self, name: str, on: str) -> Self:
        """The clock records that the period of this name is over."""
        return self.record(PEOPLES.by_name[name].lapsed(head(self.case, on, by=CLOCK), ""))

    def head(self, on: str) -> Head:
        return head(self.case, on)

    def last_day(self, name: str) -> date:
        """The last day of the period that the newest page starts."""
        deadline = PEOPLES.by_name[name]
        assert deadline in PEOPLES.opens(self.facts[-1])
        until = deadline.until(self.facts[-1], CALENDAR)
        assert until is not None
        return day_of_expiry(until)


def proposed(on: str = "2026-03-02") -> Walk:
    return Walk().then(MediationProposed, on)


def consented(on: str = "2026-03-03") -> Walk:
    return proposed("2026-03-02").then(ConsentGiven, on).then(BothConsented, on)


def mediating(on: str = "2026-03-04") -> Walk:
    return consented().then(MediatorAppointed, on)


def agreed(on: str = "2026-03-20", **fields: object) -> Walk:
    return mediating().then(AgreementMade, on, **{"effective_on": day(on), **fields})
