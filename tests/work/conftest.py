"""The hub of the toy office."""

import pytest

from shared.clock import StillClock
from shared.db import Pool
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.work import Hub
from tests.work import toy


@pytest.fixture
async def desk(db: Pool, clock: StillClock) -> Hub:
    await db.execute(toy.CREATE)
    return Hub(
        db,
        clock=clock,
        calendar=CALENDAR,
        directory=load(),
        shelves=[toy.LOANS],
        partitions=8,
        hasher=lambda value: value,
    )
