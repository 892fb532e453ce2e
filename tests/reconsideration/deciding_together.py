"""Doors with cases that are joined and drafted, for tests about one decision on several."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.reconsideration.books import RULES
from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.casepage.private import router as private
from shared.casepage.routes import router as case_files
from shared.clock import StillClock
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.deciding import CONSENT, road
from tests.reconsideration.makers import day
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, Door
from tests.registering import take_in

CLERK = {**OFFICER, "code": "fuyi-07", "roles": [Role.RECONSIDERATION]}
DISPUTES = tuple(UUID(int=9_100_000 + n) for n in range(3))
APPLICANTS = tuple(UUID(int=700 + n) for n in range(3))
NAMES = ("李某", "钱某", "孙某")
ON = "2026-09-01"
DECIDED = "2026-09-21"
ONE = "甘政复决字〔2026〕1号"
PARTY_OF = """
INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)
VALUES ($1, $2, 'applicant', 'natural', $3, $4)
"""


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day(ON), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    routers = [*(load() for load in OFFICE.routers), case_files, private]
    app = web_app(title="复议", routers=routers, hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


def number_of(nth: int) -> str:
    return f"620702-20261123-{DISPUTES[nth].int % 10**7:07}-5"


async def ready(door: Door, nth: int) -> str:
    """The case of one of the disputes, ready to be drafted."""
    door.on(ON)
    dispute_id = await take_in(door.hub, DISPUTES[nth])
    label = "UPDATE hub.file SET labels = labels || jsonb_build_object('number', $2::text) WHERE {}"
    of_intake = "dispute_id = $1 AND office = 'intake'"
    await door.hub.pool.execute(label.format(of_intake), dispute_id, number_of(nth))
    known = (APPLICANTS[nth], dispute_id, NAMES[nth], door.clock.now())
    await door.hub.pool.execute(PARTY_OF, *known)
    said = {"dispute_id": str(dispute_id), "applicants": [str(APPLICANTS[nth])]}
    dates = {"received_on": ON, "learnt_on": "2026-08-20", "manner": "in_person"}
    taken = await door.post("/reconsiderations", OFFICER, **{**APPLICATION, **dates, **said})
    assert taken.status_code == 201, taken.text
    case_id = taken.json()["case_id"]
    await door.hub.pool.execute(label.format("case_id = $1"), UUID(case_id), number_of(nth))
    await go(
        door,
        case_id,
        ("acceptance", OFFICER, {}),
        ("copy", CLERK, {"received_on": ON}),
        ("reply", DEPARTMENT, {"text": "答复如下"}),
        ("views", CLERK, {"manner": "telephone", "record": "处罚过重"}),
    )
    return str(case_id)


async def go(
    door: Door, case_id: str, *steps: tuple[str, dict[str, Any], dict[str, Any]]
) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for path, who, body in steps:
        answer = await door.post(f"/reconsiderations/{case_id}/{path}", who, **body)
        assert answer.status_code == 201, (path, answer.text)
        said = answer.json()
    return said


async def join(door: Door, case_id: str, *others: int) -> httpx.Response:
    said = {"numbers": [number_of(nth) for nth in others], "ground": "several_parties"}
    return await door.post(
        f"/reconsiderations/{case_id}/joinder", OFFICER, **said, reason="同一次执法"
    )


async def drafted(door: Door, case_id: str, outcome: str) -> None:
    """Findings and a draft of its own."""
    named, found, draft, *_ = road(outcome)
    await go(door, case_id, *((path, CLERK, body) for path, _, body in (named, found, draft)))


async def joined(door: Door, *outcomes: str) -> list[str]:
    """Cases that are joined, each drafted by itself."""
    ids = [await ready(door, nth) for nth in range(len(outcomes))]
    assert (await join(door, ids[0], *range(1, len(ids)))).status_code == 201
    door.on(DECIDED)
    for case_id, outcome in zip(ids, outcomes, strict=True):
        await drafted(door, case_id, outcome)
    return ids


TOGETHER = ("joint-draft", CLERK, {"text": "各案合并决定如下。"})
TO_THE_HEAD = (TOGETHER, ("submission", CLERK, {}), ("approval", OFFICER, dict(CONSENT)))
SEAL = ("seal", CLERK, {})


async def broken(door: Door) -> dict[str, tuple[str, ...]]:
    """What the books find wrong."""
    async with door.hub.pool.acquire() as conn:
        told = {rule.name: await rule.check(conn) for rule in RULES}
    return {name: found.samples for name, found in told.items() if found.count}


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("article", {}).get("code", "")
