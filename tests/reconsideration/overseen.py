"""Desks of bodies that report and are checked, for tests about oversight."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from uuid import UUID

import pytest

from services.reconsideration.pages.overseeing import HERE
from shared.auth import Role
from shared.clock import StillClock
from shared.law.period import CITY
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, building
from tests.reconsideration.makers import AUTHORITY, day


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-08-03"), time(9), CITY))


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


def body(house: Building, organ: str = AUTHORITY, *, is_head: bool = True) -> Visitor:
    role = Role.RECONSIDERATION_HEAD if is_head else Role.RECONSIDERATION
    return house.visitor(role, organ=organ)


async def sent(who: Visitor, path: str, **typed: str) -> None:
    done = await who.fill(path, **typed)
    assert done.status_code == 303, done.text


def act(file: UUID | str, name: str) -> str:
    return f"/desk/disputes/{file}/files/{file}/{name}?back={HERE}"
