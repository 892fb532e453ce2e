"""Measure 6: what a sweep costs, with nothing else running and with a million periods beside."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal

import asyncpg

from deploy.bench.figures import Figures
from deploy.bench.profiles import Profiles
from deploy.bench.servers import Servers
from shared.clock import WallClock
from shared.contracts.fact import Fact
from shared.db import Pool, case_table
from shared.directory import load
from shared.law.article import RULES
from shared.law.calendar import CALENDAR
from shared.law.casefile import CaseFile
from shared.law.period import CalendarDays
from shared.law.procedure import Deadline, Move, Procedure
from shared.sweep import Sweep
from shared.work import Hub, Shelf

RUNNING: Final = 1_000_000
DUE: Final = 1_000
LAPS: Final = 3
LOOKS: Final = 200

TABLE: Final = """
CREATE SCHEMA errand;
CREATE TABLE errand.errand (
  case_id uuid PRIMARY KEY, dispute_id uuid NOT NULL, state text NOT NULL, version int NOT NULL,
  tracks jsonb NOT NULL);
"""

FILL: Final = """
WITH made AS (
  SELECT gen_random_uuid() AS id, now() + $2::interval + n * interval '1 second' AS until
  FROM generate_series(1, $1) n
), filed AS (
  INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
  SELECT id, 'errand', 'errand', $3, id, 1, 'out', '{}' FROM made
), rows AS (
  INSERT INTO errand.errand SELECT id, id, 'out', 1, '{}' FROM made
)
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, until, provisional, next_at)
SELECT id, 'return', '', 1, id, 'errand', 'RULES 1', '30d', (until - interval '31 days')::date,
       until, false, until
FROM made
"""
"""So many files, each with one period that is over so long from now."""


class Sent(Fact):
    """差遣 (RULES 1)."""

    kind: Literal["errand.sent.v1"] = "errand.sent.v1"


class Missed(Fact):
    """逾期 (RULES 1)."""

    kind: Literal["errand.missed.v1"] = "errand.missed.v1"


class State(StrEnum):
    """Where an errand stands."""

    OUT = "out"


class Who(StrEnum):
    """Who acts."""

    CLOCK = "clock"


ERRAND: Final = Procedure(
    name="errand",
    term="差遣",
    moves=(
        Move(None, Sent, State.OUT, Who.CLOCK, RULES[1]),
        Move(State.OUT, Missed, None, Who.CLOCK, RULES[1]),
    ),
    deadlines=(
        Deadline(
            name="return",
            term="返回",
            starts=(Sent,),
            ends=(),
            within=CalendarDays(30),
            article=RULES[1],
            lapse=Missed,
            warn=(),
        ),
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Errand(CaseFile):
    """An errand."""

    state: State | None = None


ERRANDS: Final = Shelf(
    office="errand",
    name="errand",
    value=Errand,
    editions=(ERRAND,),
    table=case_table("errand", schema="errand"),
)


async def measure(servers: Servers, figures: Figures, _profiles: Profiles, *, quick: bool) -> None:
    """Sweep a thousand that are due, first alone, then beside a million that are not."""
    running = RUNNING // 20 if quick else RUNNING
    place = await servers.fresh()
    async with asyncpg.create_pool(place.database, min_size=2, max_size=4) as pool:
        await pool.execute(TABLE)
        sweep = Sweep(_hub(pool))
        await _lap(pool, sweep)  # plans are made, code is read
        empty = min([await _lap(pool, sweep) for _ in range(LAPS)])
        await _fill(pool, running, days=3)
        await pool.execute("VACUUM ANALYZE hub.deadline, hub.file, errand.errand")
        await _lap(pool, sweep)
        full = min([await _lap(pool, sweep) for _ in range(LAPS)])
        began = time.perf_counter()
        for _ in range(LOOKS):
            await sweep.once()
        look = (time.perf_counter() - began) / LOOKS
    told: Mapping[str, float] = {
        "sweep_running": running,
        "sweep_due": DUE,
        "sweep_due_ms_empty": empty * 1000,
        "sweep_due_ms_full": full * 1000,
        "sweep_cost_full_over_empty": full / empty,
        "sweep_look_ms_full": look * 1000,
    }
    for name, value in told.items():
        figures.put(name, value)
    figures.say(
        f"sweep: {DUE} due in {empty * 1000:.0f} ms alone, {full * 1000:.0f} ms beside {running}, "
        f"{look * 1000:.2f} ms when nothing is due"
    )


def _hub(pool: Pool) -> Hub:
    shelves: list[Shelf[Any]] = [ERRANDS]
    return Hub(
        pool,
        clock=WallClock(),
        calendar=CALENDAR,
        directory=load(),
        shelves=shelves,
        partitions=4,
        hasher=lambda value: value,
    )


async def _lap(pool: Pool, sweep: Sweep) -> float:
    """How long it takes to record a thousand lapses."""
    await _fill(pool, DUE, days=-1)
    began = time.perf_counter()
    swept = 0
    while found := await sweep.once():
        swept += found
    took = time.perf_counter() - began
    if swept != DUE:
        raise RuntimeError(f"{swept} swept of {DUE} due")
    return took


async def _fill(pool: Pool, count: int, *, days: int) -> None:
    async with pool.acquire() as conn:
        lasting = await conn.fetchval("SELECT make_interval(days => $1)", days)
        await conn.execute(FILL, count, lasting, ERRAND.edition, timeout=600)
