"""An officer with one case and its people, at a hub whose clock the test sets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.commands import (
    filing,
)
from services.reconsideration.domain.application import file_of
from services.reconsideration.domain.case import Case
from services.reconsideration.store import CASES, aftermath_of, numbers_of
from shared.auth import Identity, Role, may_see
from shared.clock import StillClock
from shared.law.period import CITY, day_of_expiry
from shared.people import Person
from shared.work import Act, Hub
from tests.reconsideration.acting import SAID
from tests.reconsideration.makers import AUTHORITY, DISPUTE, day

ON = "2026-09-01"
APPLIED = replace(SAID, received_on=day(ON), learnt_on=day("2026-08-20"))
WIFE = Person("王某", phone="13800000001")
RUNNING = "SELECT name, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"


class Desk:
    """An officer with one case, at a hub whose clock the test sets."""

    def __init__(self, hub: Hub, clock: StillClock, case_id: UUID) -> None:
        self.hub, self.clock, self.case_id = hub, clock, case_id
        self.files = [case_id, aftermath_of(case_id)]

    async def do(
        self, today: str, command: Callable[..., Case], *args: object, **more: object
    ) -> Case:
        self.clock.move_to(datetime.combine(day(today), time(10), CITY))
        more.setdefault("by", "officer-7")
        run = partial(_call, command, (self.case_id, *args), more)
        case: Case = await self.hub.act(Act(do=run, files=[*self.files, numbers_of(AUTHORITY)]))
        return case

    async def pages(self) -> list[str]:
        rows = await self.hub.pool.fetch(
            "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", self.case_id
        )
        return [row["kind"].split(".")[1] for row in rows]

    async def running(self) -> dict[str, object]:
        rows = await self.hub.pool.fetch(RUNNING, self.case_id)
        return {row["name"]: day_of_expiry(row["until"]) if row["until"] else None for row in rows}

    async def sees(self, person: UUID) -> bool:
        """Whether somebody who is known to this file alone may see it."""
        value, labels = await self.hub.read(CASES, self.case_id)
        who = Identity.of("party-1", [Role.PARTY], persons=[person])
        return may_see(who, value.dispute_id, {**labels, "office": "reconsideration"})


def _call(
    command: Callable[..., Case], args: tuple[Any, ...], more: dict[str, Any], work: object
) -> Case:
    return command(work, *args, **more)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day(ON), time(9), CITY))


async def opened(hub: Hub, clock: StillClock, said: object, dispute_id: UUID = DISPUTE) -> Desk:
    desk = Desk(hub, clock, file_of(dispute_id, said))  # type: ignore[arg-type]  # an application
    await desk.do(ON, filing.receive, dispute_id, said, text="请求撤销处罚")
    await desk.do(ON, filing.accept)
    return desk


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> Desk:
    return await opened(hub, clock, APPLIED)
