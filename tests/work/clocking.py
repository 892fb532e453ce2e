"""A desk with clocks on a real PostgreSQL, and what it left in the books."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest

from shared.clock import CITY, StillClock
from shared.db import Pool
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.office import Broken
from shared.recount import Recount
from shared.work import Act, Hub
from shared.work.clockfile import clock_file
from tests.work import toy

NOTICE_2027 = json.dumps(
    {
        "year": 2027,
        "title": "关于2027年部分节假日安排的通知",
        "number": "国办发明电〔2026〕9号",
        "issued": "2026-11-20",
        "holidays": [
            {"name": "元旦", "rest": ["2027-01-01/2027-01-04"], "work": []},
            {"name": "春节", "rest": ["2027-02-05/2027-02-12"], "work": ["2027-01-30"]},
        ],
    },
    ensure_ascii=False,
)
"""A made-up notice."""


NOTHING = Broken(0, ())


def make_desk(db: Pool, clock: StillClock, shelf: Any = toy.LOANS) -> Hub:  # noqa: ANN401 - any shelf
    return Hub(
        db,
        clock=clock,
        calendar=CALENDAR,
        directory=load(),
        shelves=[shelf],
        partitions=8,
        hasher=lambda value: value,
    )


@pytest.fixture
async def desk(db: Pool, clock: StillClock) -> Hub:
    await db.execute(toy.CREATE)
    return make_desk(db, clock)


async def lend(desk: Hub, **labels: str) -> UUID:
    case_id = uuid4()
    await desk.act(Act(do=partial(toy.lend, case_id=case_id, **labels), files=(case_id,)))
    return case_id


async def note(desk: Hub, case_id: UUID, kind: Any, **said: Any) -> None:  # noqa: ANN401 - any fact
    await desk.act(Act(do=partial(toy.note, case_id=case_id, kind=kind, **said), files=(case_id,)))


async def until(db: Pool, case_id: UUID) -> datetime | None:
    found: datetime | None = await db.fetchval(
        "SELECT until FROM hub.deadline WHERE case_id = $1 AND name = 'return'", case_id
    )
    return found


async def pages(db: Pool, case_id: UUID) -> list[dict[str, Any]]:
    rows = await db.fetch(
        "SELECT body FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
    )
    return [json.loads(row["body"]) for row in rows]


async def rung(db: Pool, case_id: UUID) -> Sequence[dict[str, Any]]:
    """The pages of the clock file beside."""
    return await pages(db, clock_file(case_id, "toy"))


def end_of(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CITY) + timedelta(days=1)


async def recount(desk: Hub) -> int:
    counting, moved = Recount(desk), 0
    while (step := await counting.once()).more:
        moved += step.moved
    return moved
