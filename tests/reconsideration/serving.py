"""Services of a decision on its parties, for tests."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain import serving
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.serving import Serving
from shared.contracts.reconsideration import (
    Standing,
)
from shared.contracts.reconsideration.served import Service
from shared.contracts.service import Manner
from shared.law.article import Article
from shared.law.calendar import CALENDAR
from shared.law.day import day_of_expiry
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, PAPER, Walk, day


def done(
    walk: Walk,
    manner: Manner = Manner.DIRECT,
    on: str = "2026-04-20",
    *,
    today: str = "2026-12-01",
    **said: Any,  # noqa: ANN401 - fields of what is said
) -> Service:
    whom: dict[str, Any] = {"standing": Standing.APPLICANT, "person_id": ANNA, **said}
    return serving.service(
        walk.case,
        Serving(manner=manner, shown_on=day(on), **whom),
        PAPER,
        CALENDAR,
        today=day(today),
    )


def serve(walk: Walk, one: Service) -> Walk:
    head = walk.head(one.served_on.isoformat())
    return walk.record(serving.serve(walk.case, head, one, CALENDAR))


def refused(walk: Walk, manner: Manner, **said: Any) -> Article:  # noqa: ANN401 - as above
    with pytest.raises(Refused) as refusal:
        done(walk, manner, **said)
    return refusal.value.article


RESPONDENT: dict[str, Any] = {"standing": Standing.RESPONDENT, "person_id": None}


def announce(walk: Walk, on: str = "2026-04-21", person: UUID = ANNA, **said: bool) -> Walk:
    met = said.get("condition_met", True)
    head = walk.head(on)
    return walk.record(
        serving.announce(walk.case, head, person, PAPER, CALENDAR, condition_met=met)
    )


def runs(walk: Walk) -> dict[str, date]:
    """The last days of what runs for the service of the decision."""
    found: dict[tuple[str, str], date] = {}
    for fact in walk.facts:
        for row in ORDINARY.closes(fact):
            found.pop((row.name, row.subject_of(fact)), None)
        for row in ORDINARY.opens(fact):
            if until := row.until(fact, CALENDAR):
                found[row.name, row.subject_of(fact)] = day_of_expiry(until)
    return {name: on for (name, _), on in found.items() if name.startswith("deliver")}
