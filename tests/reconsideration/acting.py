"""An officer at a hub whose clock the test sets, with an application."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.commands import (
    filing,
)
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.domain.case import Case
from services.reconsideration.store import aftermath_of, numbers_of
from shared.clock import StillClock
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    FilingManner,
)
from shared.law.period import CITY
from shared.work import Act, Hub
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE, RESPONDENT, day

SAID = Application(
    authority=AUTHORITY,
    applicants=(ANNA,),
    respondent=RESPONDENT,
    act=ActKind.PENALTY,
    manner=FilingManner.IN_PERSON,
    received_on=day("2026-03-02"),
    learnt_on=day("2026-02-02"),
)
FILE = file_of(DISPUTE, SAID)


class Desk:
    """An officer at a hub whose clock the test sets."""

    def __init__(self, hub: Hub, clock: StillClock) -> None:
        self.hub, self.clock, self.file = hub, clock, FILE

    def on(self, text: str) -> "Desk":
        self.clock.move_to(datetime.combine(day(text), time(10), CITY))
        return self

    async def do(self, command: Callable[..., Case], *args: object, **more: object) -> Case:
        more.setdefault("by", "officer-7")
        run = partial(_call, command, (self.file, *args), more)
        files = [self.file, aftermath_of(self.file), numbers_of(AUTHORITY)]
        case: Case = await self.hub.act(Act(do=run, files=files))
        return case

    async def apply(self, said: Application = SAID) -> Case:
        return await self.do(filing.receive, DISPUTE, said, text="请求撤销处罚")

    async def pages(self, case_id: UUID = FILE) -> list[tuple[str, str]]:
        rows = await self.hub.pool.fetch(
            "SELECT kind, by FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
        )
        return [(row["kind"].split(".")[1], row["by"]) for row in rows]

    async def running(self) -> set[str]:
        rows = await self.hub.pool.fetch(
            "SELECT name FROM hub.deadline WHERE case_id = $1 AND ended IS NULL", FILE
        )
        return {row["name"] for row in rows}


def _call(command: Callable[..., object], args: tuple, more: dict, work: object) -> object:  # type: ignore[type-arg]
    return command(work, *args, **more)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
def desk(hub: Hub, clock: StillClock) -> Desk:
    return Desk(hub, clock)
