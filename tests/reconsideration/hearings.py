"""Hearings that are planned and held, for tests."""

from datetime import datetime, time

import pytest

from services.reconsideration.domain import hearing_acts as acts
from services.reconsideration.domain.hearing_acts import Panel
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    OpinionRecorded,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.assigning import ComplexityFound
from shared.contracts.reconsideration.hearing_held import (
    HearingGround,
    HearingSet,
)
from shared.law.article import Article
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import PAPER, Walk, day, examined

SEATS = Panel(host="fuyi-01", officers=("fuyi-02", "fuyi-03"), recorder="fuyi-04")


def grave() -> Walk:
    """Replied, heard, and found grave: a hearing must be held."""
    return examined().then(ComplexityFound, "2026-03-23")


def plan(
    walk: Walk,
    on: str,
    hearing_on: str,
    ground: HearingGround = HearingGround.GRAVE,
    seats: Panel = SEATS,
) -> HearingSet:
    at = datetime.combine(day(hearing_on), time(9), CITY)
    return acts.plan(
        *(walk.case, walk.head(on), ground, at), seats=seats, letter_id=PAPER, calendar=CALENDAR
    )


def planned(applicant: str | None = "2026-03-25", respondent: str | None = "2026-03-25") -> Walk:
    """Set for Thursday, 2 April 2026, and notified on these days."""
    walk = grave()
    walk.record(plan(walk, "2026-03-24", "2026-04-02"))
    for who, on in ((Standing.APPLICANT, applicant), (Standing.RESPONDENT, respondent)):
        if on:
            walk.record(acts.notify(walk.case, walk.head(on), who))
    return walk


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def decide(walk: Walk) -> Walk:
    """From the findings to the seal, on a copy of the file."""
    draft = Draft(outcome=Outcome.REVOKED, opinion_adopted=True)
    return deciding.decide(Walk.of(walk.case), draft)


def consulted(walk: Walk) -> Walk:
    asked = walk.then(ConsultationRequested, "2026-04-03", ground=ConsultationGround.GRAVE)
    return asked.then(OpinionRecorded, "2026-04-10")
