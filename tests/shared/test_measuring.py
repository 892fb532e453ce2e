"""Every metric of acts, requests, lapses and parked messages moves when it should."""

from datetime import timedelta
from functools import partial
from typing import Final
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import APIRouter

from shared import metrics
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.db import Pool
from shared.parked import Letter, park
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Act, Hub, Message
from tests.conftest import MORNING
from tests.work import toy


class Moved:
    """How far a sample has moved since this was made."""

    def __init__(self, name: str, **labels: str) -> None:
        told = ",".join(f'{key}="{labels[key]}"' for key in sorted(labels))
        self._sample = f"{name}{{{told}}} "
        self._before = self.value

    @property
    def value(self) -> float:
        lines = metrics.render().decode().splitlines()
        found = (line.rpartition(" ")[2] for line in lines if line.startswith(self._sample))
        return float(next(found, "0"))

    @property
    def by(self) -> float:
        return self.value - self._before


@pytest.fixture
async def desk(hub: Hub, db: Pool) -> Hub:
    """The hub with a shelf of keys that are lent."""
    await db.execute(toy.CREATE)
    hub.shelves[toy.LOANS.office, toy.LOANS.name] = toy.LOANS
    return hub


def lending(case_id: UUID, **more: Message) -> Act:
    do = partial(toy.lend, case_id=case_id)
    return Act(do=do, files=(case_id,), name="toy.lend", **more)


async def test_a_batch_is_counted_by_acts_and_by_facts(desk: Hub) -> None:
    acts = Moved("hub_acts_total", office="toy", result="ok")
    facts = Moved("hub_facts_total", office="toy", kind="toy.lent.v1")
    seconds = Moved("hub_act_seconds_count", office="toy")
    await desk.run([lending(uuid4()) for _ in range(3)])
    assert (acts.by, facts.by, seconds.by) == (3, 3, 1)


async def test_what_the_law_refuses_is_counted_by_its_statute(desk: Hub) -> None:
    refused = Moved("hub_refused_total", office="toy", statute="RULES")
    acts = Moved("hub_acts_total", office="toy", result="refused")
    facts = Moved("hub_facts_total", office="toy", kind="toy.lent.v1")
    case_id = uuid4()
    act = Act(do=partial(toy.refuse, case_id=case_id), files=(case_id,), name="toy.refuse")
    await desk.run([act])
    assert (refused.by, acts.by, facts.by) == (1, 1, 0)


async def test_what_a_file_does_not_know_and_what_the_inbox_knows_are_told_apart(
    desk: Hub,
) -> None:
    known = Moved("hub_acts_total", office="toy", result="known")
    unknown = Moved("hub_acts_total", office="toy", result="unknown")
    case_id, heard = uuid4(), Message("toy", uuid4(), 1)
    await desk.run([lending(case_id, heard=heard)])
    await desk.run([lending(case_id, heard=heard)])
    gone = uuid4()
    back = Act(do=partial(toy.give_back, case_id=gone), files=(gone,), name="toy.give_back")
    await desk.run([back])
    assert (known.by, unknown.by) == (1, 1)


async def test_an_act_that_cannot_be_written_is_counted_as_an_error(desk: Hub) -> None:
    failed = Moved("hub_acts_total", office="toy", result="error")
    bad = uuid4()
    worse = Act(do=partial(toy.lend, case_id=bad, colour="\x00"), files=(bad,), name="toy.lend")
    await desk.run([lending(uuid4()), worse])
    assert worse.error is not None
    assert failed.by == 1


async def test_a_lapse_is_counted_by_its_period_and_told_how_late_it_was(
    desk: Hub, clock: StillClock
) -> None:
    lapses = Moved("hub_lapses_total", office="toy", deadline="return")
    late = Moved("hub_sweep_late_seconds_bucket", le="60.0")
    await desk.run([lending(uuid4())])
    clock.move_to(MORNING.replace(hour=0) + timedelta(days=8, seconds=30))
    await Sweep(desk).once()
    assert (lapses.by, late.by) == (1, 1)


async def test_parked_messages_are_counted_until_they_are_settled(hub: Hub, db: Pool) -> None:
    parked = Moved("hub_parked", consumer="hub.toy")
    sweep = Sweep(hub)
    await park(db, "hub.toy", Letter("hub.toy", 0, 1, b"{}"), "读不出", MORNING)
    await sweep.count_parked()
    assert parked.value == 1
    await db.execute("UPDATE hub.parked SET state = 'discarded'")
    await sweep.count_parked()
    assert parked.value == 0


ASKED: Final = APIRouter()


@ASKED.get("/asked/{number}")
async def asked(number: str) -> str:
    """Answers, or fails."""
    if number == "0":
        raise ZeroDivisionError
    return number


@pytest.mark.parametrize(
    ("path", "route", "status"),
    [
        ("/asked/7", "/asked/{number}", "2xx"),
        ("/asked/0", "/asked/{number}", "5xx"),
        ("/strange/7", "unknown", "4xx"),
        ("/openapi.json", "/openapi.json", "2xx"),
    ],
)
async def test_a_request_is_measured_under_the_template_of_its_route(
    path: str, route: str, status: str, clock: StillClock
) -> None:
    tokens = LocalTokens(b"x" * 40, clock)
    known = {"Authorization": f"Bearer {tokens.issue('window-7', [Role.WINDOW])}"}
    counted = Moved("hub_http_seconds_count", route=route, method="GET", status=status)
    app = web_app(title="test", routers=[ASKED], tokens=tokens)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        answer = await client.get(path, headers=known)
    assert f"{answer.status_code // 100}xx" == status
    assert counted.by == 1
