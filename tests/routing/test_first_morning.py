"""节后第一个工作日: ten thousand whistles on one morning, each with clocks of its own."""

from datetime import datetime
from functools import partial
from typing import Final
from uuid import uuid5

import pytest

from services.routing.agents import LISTENS
from services.routing.store import whistle_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.intake import DisputeRegistered
from shared.work import Act, Hub
from tests.routing.cases import DISPUTE, moment, registered
from tests.routing.desks import Desk
from tests.routing.hearing import LABELS

FIRST_MORNING: Final = moment("2026-02-24T08:30")
"""The Tuesday on which the Spring Festival of 2026 is over; the Saturday after it is worked."""

MANY: Final = 10_000
TOGETHER: Final = 500
LEAD, ASSIST = "620702-sifa", "620702-zhujian"

WHOSE: Final = """
SELECT subject, until, count(*) AS number FROM hub.deadline
WHERE name = 'check_in' AND ended IS NULL GROUP BY 1, 2
"""


@pytest.fixture
def clock() -> StillClock:
    """A clock that stands at the first morning after the festival."""
    return StillClock(FIRST_MORNING)


def another(number: int, at: datetime) -> DisputeRegistered:
    """One more dispute that was registered at a moment."""
    case_id = uuid5(DISPUTE, str(number))
    fact = registered()
    head = fact.head.model_copy(
        update={"case_id": case_id, "dispute_id": case_id, "at": at, "on": at.date(), "moment": at}
    )
    return fact.model_copy(update={"head": head})


async def flood(hub: Hub) -> None:
    """Hand ten thousand registered disputes to routing, as a mailroom does, in batches."""
    heard = LISTENS[DisputeRegistered]
    for first in range(0, MANY, TOGETHER):
        facts = [another(number, FIRST_MORNING) for number in range(first, first + TOGETHER)]
        acts = [
            Act(do=partial(heard.handler, fact=fact), files=tuple(heard.files(fact)), labels=LABELS)
            for fact in facts
        ]
        await hub.run(acts)
        assert [act.error for act in acts if act.error] == []


async def test_ten_thousand_whistles_on_the_first_morning_after_the_spring_festival(
    hub: Hub, desk: Desk
) -> None:
    """节后首日万件同时吹哨：件件有期限，列表翻页不漏不重 (RULES 8, 11)."""
    await flood(hub)
    end = moment("2026-02-26T00:00")  # one working day after the 24th
    assert {tuple(row) for row in await hub.pool.fetch(WHOSE)} == {
        (LEAD, end, MANY),
        (ASSIST, end, MANY),
    }

    seen: list[str] = []
    path = "/whistles?limit=200"
    while path:
        page = (await desk.get(path, Role.DEPARTMENT, LEAD)).json()
        assert (page["counts"]["owed"], page["counts"]["to_check_in"]) == (MANY, MANY)
        seen += [one["case_id"] for one in page["items"]]
        path = page["next"] and f"/whistles?limit=200&cursor={page['next']}"
    assert len(seen) == MANY
    assert set(seen) == {str(whistle_of(uuid5(DISPUTE, str(n)))) for n in range(MANY)}
