"""An ear for tests: an office that hears what was asked and asks the same on a loan of its own."""

import asyncio
import itertools
from collections.abc import Iterable
from uuid import UUID

from shared.clock import StillClock
from shared.contracts.fact import Head
from shared.db import Pool
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.law.casefile import derived
from shared.office import Heard, Office
from shared.parked import Letter
from shared.relay import headers_of
from shared.work import Hub, Work
from tests.work import toy

CONSUMER = "hub.toy.office"
PARTITIONS = 8

BEHIND = """
SELECT (SELECT count(*) FROM hub.outbox)
       > (SELECT coalesce(max(position), 0) FROM hub.sent WHERE topic = '')
"""

_offsets = itertools.count()


def make_hub(pool: Pool, clock: StillClock) -> Hub:
    """The unit of work over the toy office alone."""
    return Hub(
        pool,
        clock=clock,
        calendar=CALENDAR,
        directory=load(),
        shelves=[toy.LOANS],
        partitions=PARTITIONS,
        hasher=lambda value: value,
    )


def loan_of(case_id: UUID) -> UUID:
    """The file on which the ear keeps what it heard of another."""
    return derived(case_id, "heard")


def files(fact: toy.Asked) -> Iterable[UUID]:
    """That file."""
    return (loan_of(fact.head.case_id),)


class Ear:
    """Hears, and fails at what it was told to fail at."""

    def __init__(self) -> None:
        self.failing: set[str] = set()
        self.heeds: set[UUID] | None = None
        """The files that it answers to; all when None. What it says itself comes back to it."""
        self.tries = 0
        self.office = Office(
            name="toy",
            shelves=(toy.LOANS,),
            listens={toy.Asked: Heard(self.hear, files=files)},
        )

    def hear(self, work: Work, fact: toy.Asked) -> None:
        """催还: the department is asked on the ear's own file; the same one twice is refused."""
        if fact.department in self.failing:
            self.tries += 1
            raise RuntimeError(fact.department)
        if self.heeds is not None and fact.head.case_id not in self.heeds:
            return
        target = loan_of(fact.head.case_id)
        if work.find(toy.LOANS, target) is None:
            toy.lend(work, target)
        toy.ask(work, target, fact.department)


def asked(case_id: UUID, version: int, department: str, clock: StillClock) -> toy.Asked:
    """A page of somebody's file."""
    now = clock.now()
    head = Head(
        dispute_id=case_id, case_id=case_id, version=version, on=now.date(), at=now, by="clerk"
    )
    return toy.Asked(head=head, department=department)


def letter(fact: toy.Asked, *, body: bytes | None = None, offset: int | None = None) -> Letter:
    """That page as it lies on a topic, at an offset of its own."""
    row = {
        "case_id": fact.head.case_id,
        "version": fact.head.version,
        "office": "toy",
        "kind": fact.kind,
        "dispute_id": fact.head.dispute_id,
        "at": fact.head.at,
        "position": 1,
        "labels": "{}",
        "trace": "",
    }
    return Letter.read(
        "hub.toy",
        0,
        next(_offsets) if offset is None else offset,
        headers_of(row),
        fact.model_dump_json().encode() if body is None else body,
    )


async def heard(pool: Pool, case_id: UUID) -> list[str]:
    """What the ear has asked on its file of `case_id`, in order."""
    rows = await pool.fetch(
        "SELECT body::jsonb ->> 'department' AS department FROM hub.outbox"
        " WHERE case_id = $1 AND kind = 'toy.asked.v1' ORDER BY version",
        loan_of(case_id),
    )
    return [row["department"] for row in rows]


async def lane(pool: Pool, case_id: UUID) -> list[tuple[int, str]]:
    """Pages of a file that are parked or wait, with their state."""
    rows = await pool.fetch(
        "SELECT version, state FROM hub.parked WHERE case_id = $1"
        " AND state IN ('parked', 'waiting') ORDER BY version",
        case_id,
    )
    return [(row["version"], row["state"]) for row in rows]


async def all_sent(pool: Pool) -> None:
    """Wait until the relay has sent every fact."""
    async with asyncio.timeout(60):
        while await pool.fetchval(BEHIND):  # noqa: ASYNC110 - the relay tells nobody
            await asyncio.sleep(0.02)
