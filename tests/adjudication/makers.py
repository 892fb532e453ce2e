"""An adjudication that a test can walk; it names only what it is about."""

from datetime import date, datetime, time
from typing import Self, TypedDict, Unpack
from uuid import UUID

from services.adjudication.domain import hearing, ruling
from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.domain.ordinary import PROCEDURES
from shared.contracts.adjudication import (
    AdjudicationAccepted,
    AnswerFiled,
    CopySent,
    Matter,
    OpinionSubmitted,
    RulingServed,
    SettlementFailed,
)
from shared.contracts.fact import CLOCK, Fact, Head
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, day_of_expiry

DISPUTE, FILE, PAPER, ANNA, BERT, CARL = (UUID(int=n) for n in range(1, 7))
GOVERNMENT = "620702-government"


class Start(TypedDict, total=False):
    """What an application is about, where the test cares."""

    matter: Matter
    respondents: tuple[UUID, ...]


def day(text: str) -> date:
    return date.fromisoformat(text)


class Walk:
    """An adjudication, page after page."""

    def __init__(self, matter: Matter = Matter.LAND) -> None:
        procedure = PROCEDURES[matter]
        self.case = Adjudication(procedure=procedure, dispute_id=DISPUTE, case_id=FILE)
        self.facts: list[Fact] = []

    def head(self, on: str, by: str = "officer-7") -> Head:
        return self.case.head(by=by, on=day(on), at=datetime.combine(day(on), time(9), CITY))

    def then(self, kind: type[Fact], on: str, **fields: object) -> Self:
        return self.record(kind.model_validate({"head": self.head(on), **fields}))

    def record(self, fact: Fact) -> Self:
        self.case = self.case.after(fact)
        self.facts.append(fact)
        return self

    def lapse(self, name: str, on: str, subject: object = "") -> Self:
        """The clock records that the period of this name is over."""
        deadline = self.case.procedure.by_name[name]
        return self.record(deadline.lapsed(self.head(on, CLOCK), str(subject)))

    def last_day(self, name: str) -> date:
        """The last day of the period that the newest page starts."""
        procedure = self.case.procedure
        assert procedure.by_name[name] in procedure.opens(self.facts[-1])
        until = procedure.by_name[name].until(self.facts[-1], CALENDAR)
        assert until is not None
        return day_of_expiry(until)

    def serve(self, party: UUID, on: str) -> RulingServed:
        """The ruling is served on a party; the page says what is open until when."""
        page = ruling.serve(self.case, party, calendar=CALENDAR, head=self.head(on))
        self.record(page)
        return page


def applied(
    on: str = "2026-03-02", matter: Matter = Matter.LAND, respondents: tuple[UUID, ...] = (BERT,)
) -> Walk:
    walk = Walk(matter)
    page = hearing.apply(
        walk.case,
        matter=matter.value,
        authority=GOVERNMENT,
        applicants=(ANNA,),
        respondents=respondents,
        text_id=PAPER,
        head=walk.head(on),
    )
    return walk.record(page)


def accepted(on: str = "2026-03-09", **more: Unpack[Start]) -> Walk:
    return applied(**more).then(AdjudicationAccepted, on)


def answered(on: str = "2026-03-20", **more: Unpack[Start]) -> Walk:
    walk = accepted(**more).then(CopySent, "2026-03-10")
    walk.record(hearing.serve_respondent(walk.case, BERT, head=walk.head("2026-03-11")))
    return walk.then(AnswerFiled, on, party=BERT, answer_id=PAPER)


def ready(on: str = "2026-04-01", **more: Unpack[Start]) -> Walk:
    """Heard, not settled, and where a government decides before the government."""
    walk = answered(**more).then(SettlementFailed, on)
    if walk.case.power.government:
        walk.record(hearing.draw_opinion(walk.case, PAPER, head=walk.head("2026-05-08")))
        walk.then(OpinionSubmitted, "2026-05-12")
    return walk


def ruled(
    on: str = "2026-06-01",
    *,
    obliged: tuple[UUID, ...] = (),
    days: int | None = None,
    review_first: bool = False,
    **more: Unpack[Start],
) -> Walk:
    walk = ready(**more)
    page = ruling.rule(
        walk.case,
        PAPER,
        obliged=obliged,
        performance_days=days,
        review_first=review_first,
        head=walk.head(on),
    )
    return walk.record(page)
