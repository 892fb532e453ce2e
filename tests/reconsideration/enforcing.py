"""Decisions that a party is to perform, served and waited for, at the doors."""

from typing import Any

import pytest

from services.reconsideration import agents
from services.reconsideration.queries.responding import Sieve, owed
from shared.contracts.reconsideration import DecisionDelivered
from shared.frame.sorting import Order
from shared.sweep import Sweep
from tests.reconsideration.afterwards import (
    LABELS,
    follows,
    to,
)
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import ANNA, RESPONDENT
from tests.reconsideration.test_drafting_doors import (  # noqa: F401 - fixtures
    CLERK,
    clock,
    door,
    examined,
)
from tests.reconsideration.test_routes import OFFICER, Door, hear

OWES: dict[str, object] = {"duties": [{"person_id": str(ANNA)}]}
"""What the draft says of the party."""


async def ended(door: Door, outcome: str, **said: object) -> str:  # noqa: F811
    """Decided so, and served by 10 March; the path of what follows. Suit until 25 March."""
    case = await examined(door)
    for step, _, body in road(outcome, text="决定如下。", **(said or OWES)):
        answer = await door.post(f"{case}/{step}", OFFICER, **body)
        assert answer.status_code == 201, (step, answer.text)
    door.on("2026-03-10")
    for one in (to(None, "2026-03-09"), to(ANNA, "2026-03-10")):
        answer = await door.post(f"{case}/service", CLERK, **one)
        assert answer.status_code == 201, answer.text
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    return await follows(door, case)


@pytest.fixture
async def upheld(door: Door) -> str:  # noqa: F811 - a fixture
    return await ended(door, "upheld")


async def swept(door: Door, on: str) -> None:  # noqa: F811
    door.on(on)
    await Sweep(door.hub).once()


async def debt(door: Door, after: str) -> dict[str, Any]:  # noqa: F811
    [found] = (await door.get(after, OFFICER)).json()["debts"]
    said: dict[str, Any] = found
    return said


async def on_its_desk(door: Door, what: str = "enforcing") -> list[tuple[str | None, bool]]:  # noqa: F811
    found, _ = await owed(door.hub, RESPONDENT, Sieve(what), Order("due"), limit=9)
    return [(one.duty, one.lapsed) for one in found]
