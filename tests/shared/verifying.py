"""Whole books of the toy office, which tests break on purpose."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest

from shared.clock import StillClock
from shared.db import Pool
from shared.office import Broken
from shared.relay.statements import NUMBER_NEXT
from shared.sweep import Sweep
from shared.verify import check, general_rules
from shared.work import HISTORY, Act, Hub
from tests.shared import hearing
from tests.shared.hearing import Ear
from tests.work import toy


@pytest.fixture
async def desk(db: Pool, clock: StillClock) -> Hub:
    await db.execute(toy.CREATE)
    return hearing.make_hub(db, clock)


@pytest.fixture
def ear() -> Ear:
    return Ear()


class Books:
    """Checks the books of the toy office."""

    def __init__(self, hub: Hub, ear: Ear, prefix: str = "hub", kafka: str | None = None) -> None:
        self._hub = hub
        self._rules = partial(general_rules, hub, [ear.office], prefix, kafka)

    async def broken(self) -> Mapping[str, Broken]:
        """The rules that do not hold."""
        found = [one async for one in check(self._hub.pool, self._rules())]
        return {one.rule.name: one.broken for one in found if not one.holds}


async def lend(hub: Hub, case_id: UUID, **labels: str) -> None:
    await hub.act(Act(do=partial(toy.lend, case_id=case_id, **labels), files=(case_id,)))


async def do(hub: Hub, command: Callable[..., object], case_id: UUID, **how: object) -> None:
    await hub.act(Act(do=partial(command, case_id=case_id, **how), files=(case_id,)))


async def busy(hub: Hub, clock: StillClock) -> UUID:
    """A life in the books: lent, asked, answered, lapsed, given back; one file as it runs."""
    ended, running = uuid4(), uuid4()
    for case_id in (ended, running):
        await lend(hub, case_id)
        for department in ("water", "housing"):
            await do(hub, toy.ask, case_id, department=department)
    await do(hub, toy.answer, running, department="water")
    clock.forward(timedelta(hours=4))
    await Sweep(hub).once()
    clock.forward(timedelta(days=1))
    await do(hub, toy.give_back, ended)
    await lend(hub, uuid4(), **{HISTORY: "1"})
    return running


async def number(db: Pool) -> None:
    """Give positions, as the relay does."""
    last = await db.fetchval("SELECT coalesce(max(position), 0) FROM hub.position")
    await db.fetch(NUMBER_NEXT, last, 1)
