"""Doors with a case against two organs that acted in one name, and what each act of it says."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any

import httpx
import pytest

from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.makers import DISPUTE, OTHER, day
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door
from tests.registering import take_in

SECOND = {"code": "clerk-5", "roles": [Role.DEPARTMENT], "organ": OTHER}
THIRD = {"code": "clerk-6", "roles": [Role.DEPARTMENT], "organ": "620702-gongan"}
LABELS = {"authority": "620702-government", "county": "620702"}
TOGETHER = APPLICATION | {"joint": [OTHER]}
RUNNING = """
SELECT name, subject FROM hub.deadline
WHERE ended IS NULL AND name LIKE '%reply%' ORDER BY name, subject
"""
UNTIL = "SELECT until FROM hub.deadline WHERE ended IS NULL AND name = $1"
DEPARTMENTS = "SELECT labels->>'departments' FROM hub.file WHERE procedure = 'ordinary'"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, answer.text
    said: dict[str, Any] = answer.json()
    return said


@pytest.fixture
async def case(door: Door) -> str:
    """Accepted on 5 March, the copies sent to both on that day."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    path = f"/reconsiderations/{file['case_id']}"
    door.on("2026-03-05")
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER)
    return path


async def only_the_second(door: Door, case: str) -> dict[str, Any]:
    """The one named first did not act; the applicant names the other one alone."""
    said = {"capacity": "own", "organ": OTHER, "text": "只有市场监管局作出"}
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    return await done(door, f"{case}/respondent", PARTY, respondent=OTHER, text="变更")
