"""A decision of 5 March, served and followed by what follows, at the doors."""

from typing import Any
from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.books import AFTERWARDS, RULES
from services.reconsideration.queries.following import Sieve as FollowingSieve
from services.reconsideration.queries.following import beside_cases
from services.reconsideration.store import aftermath_of
from shared.auth import Role
from shared.contracts.reconsideration import DecisionDelivered
from shared.frame.sorting import Order
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import ANNA
from tests.reconsideration.test_drafting_doors import CLERK, examined
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, Door, hear

LABELS = {"authority": "620702-government", "county": "620702"}
OTHER_ORGAN = {"code": "clerk-8", "roles": [Role.DEPARTMENT], "organ": "620702-zhujian"}
HEAD, ORGAN = OFFICER, DEPARTMENT


def to(person: object, on: str, **said: object) -> dict[str, Any]:
    """One service on an applicant, or on the respondent where there is no person."""
    whom = {"standing": "applicant", "person_id": str(person)} if person else {}
    done = {"standing": "respondent", "manner": "direct", "shown_on": on, "receipt": "签收。"}
    return {**done, **whom, **said}


@pytest.fixture
async def case(door: Door) -> str:
    """Decided on 5 March."""
    path = await examined(door)
    for step, _, body in road("revoked", text="撤销", redo=True):
        answer = await door.post(f"{path}/{step}", OFFICER, **body)
        assert answer.status_code == 201, (step, answer.text)
    return path


async def served(door: Door, case: str) -> str:
    """Served on both by 10 March; the path of what follows."""
    door.on("2026-03-10")
    for one in (to(None, "2026-03-09"), to(ANNA, "2026-03-10")):
        answer = await door.post(f"{case}/service", CLERK, **one)
        assert answer.status_code == 201, answer.text
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    return await follows(door, case)


async def follows(door: Door, case: str) -> str:
    answer = await door.get(case, OFFICER)
    return f"/aftermaths/{aftermath_of(UUID(answer.json()['case_id']))}"


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, (path, answer.text)
    said: dict[str, Any] = answer.json()
    return said


async def refused(door: Door, path: str, who: dict[str, Any], **body: object) -> str:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 409, (path, answer.text)
    said: str = answer.json()["article"]["code"]
    return said


async def held(door: Door) -> bool:
    """Whether the books hold what the rules of the office ask."""
    assert len(AFTERWARDS) > 1
    async with door.hub.pool.acquire() as conn, conn.transaction():
        return not any([(await rule.check(conn)).count for rule in RULES])


async def beside(door: Door, code: str = "fuyi-07", **said: str) -> list[str | None]:
    sieve = FollowingSieve(**said)
    found, total = await beside_cases(
        *(door.hub, LABELS["authority"], code, sieve, Order("due")), limit=9
    )
    assert total == len(found)
    return [one.duty for one in found]


async def broken(door: Door) -> set[str]:
    """The rules that the books break."""
    async with door.hub.pool.acquire() as conn, conn.transaction():
        return {rule.name for rule in RULES if (await rule.check(conn)).count}
