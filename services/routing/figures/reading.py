"""Reading what the figures count, as far as it was recorded at a moment.

What closed files add is kept; every other file is read from the outbox with all its pages, found
by the day of its first page by index. Files are read in batches, so memory holds one batch and the
counts. Everything is read in one snapshot: what is committed meanwhile is in none of it.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID
from weakref import WeakKeyDictionary

from services.routing import rulebook
from services.routing.domain.yardsticks import Yardsticks
from services.routing.figures.bars import bars_of
from services.routing.figures.entries import entries_of
from services.routing.figures.fold import Board, Question, fitting
from services.routing.figures.kept import add_kept, is_current, kept_cases
from services.routing.figures.parts import Bars
from services.routing.figures.remembered import Entries, Key, remembered
from services.routing.store import ON_ROAD
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact
from shared.contracts.intake import DisputeRegistered
from shared.db import Conn, Pool
from shared.editions import enacted
from shared.labels import labels_in
from shared.law.day import legal_day
from shared.outbox import OPENING

BATCH: Final = 100
"""Files read at once; so long as they are counted, a web process answers nobody else."""

AT_ONCE: Final = 2
"""Boards that a process counts at the same time: while little is kept each takes its time, and the
pages of clerks need connections more."""

_turns: Final[WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore]] = WeakKeyDictionary()

_BEGUN: Final = f"""
SELECT o.legal_on, o.seq FROM hub.outbox o
WHERE {OPENING} AND o.legal_on BETWEEN $1 AND $2 AND (o.legal_on, o.seq) {{}} ($3, $4)
  AND ($5 = '' OR o.{ON_ROAD.format("$5")})
"""  # noqa: S608 - our own words

_NOT_KEPT: Final = """
AND NOT EXISTS (
  SELECT FROM routing.tally t
  WHERE t.line = 0 AND t.opened_on = o.legal_on AND t.seq = o.seq
    AND t.opened_on BETWEEN $1 AND $2 AND (t.known_at <= $6 OR t.begun_at > $6)
)
"""
"""Neither kept as it stood at the moment, nor known to have begun later."""

_IN_ORDER: Final = "ORDER BY o.legal_on {0}, o.seq {0}"

_FIRST: Final = """
SELECT o.seq, o.legal_on, o.case_id, o.dispute_id, o.kind, o.labels, p.version, p.pages,
       CASE WHEN o.kind = $3 THEN o.body END AS body
FROM hub.outbox o CROSS JOIN LATERAL (
  SELECT max(version) AS version, count(*) AS pages FROM hub.outbox
  WHERE case_id = o.case_id AND at <= $2
) p
WHERE o.seq = ANY($1::bigint[]) AND o.at <= $2 ORDER BY o.legal_on, o.seq
"""
"""First pages, and how far their files had come; the body of those that count by their first."""

_PAGES: Final = """
SELECT case_id, kind, body FROM hub.outbox
WHERE case_id = ANY($1::uuid[]) AND at <= $2 ORDER BY case_id, version
"""

_PLANNED: Final = "SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL work_mem = '64MB'"
"""A day and ten years are asked in the same words, and need other plans; and the groups of a year
need not go to the disk and back."""

_REGISTERED: Final = DisputeRegistered.kind_name()

_ONE: Final = (1, 1)
"""How far a file counts that counts by its first page."""

Place = tuple[date, int]
"""Where a file stands among all: the day of its first page, and that page's number."""

_BEFORE_ALL: Final[Place] = (date.min, 0)
_AFTER_ALL: Final[Place] = (date.max, 2**63 - 1)


@dataclass(frozen=True, slots=True)
class File:
    """What a file adds, and how it is found."""

    place: Place
    case_id: UUID
    dispute_id: UUID
    number: str
    entries: Entries
    times: int = 1
    """How many times it is counted, where the files behind a number are asked for."""


async def figures(pool: Pool, question: Question, *, times: bool = True) -> Board:
    """The board that answers a question; without `times` own time of closed files is left out."""
    board = Board(question)
    async with snapshot(pool) as conn:
        if kept := await is_current(conn):
            await add_kept(conn, board, times=times)
        async for batch in _batches(conn, question, _BEFORE_ALL, _AFTER_ALL, kept=kept):
            for file in batch:
                board.count_entries(file.entries)
    return board


async def yardsticks(pool: Pool, as_of: datetime) -> Yardsticks:
    """尺度: those of the rule book in force on the day of the board (RULES 54, 62, 63)."""
    async with pool.acquire() as conn:
        editions = await enacted(conn)
    return rulebook.on(editions, legal_day(as_of)).yardsticks


async def cases(
    pool: Pool,
    question: Question,
    *measures: str,
    after: Place | None,
    limit: int,
    newest: bool = False,
) -> list[File]:
    """The files behind a number, by day: those of which something is counted as one of `measures`.

    How many times each is counted adds up to the number. One more than `limit` is looked for, so
    that the caller knows whether there are more; `newest` gives the last day first.
    """
    found: list[File] = []
    wanted = frozenset(measures)
    begin = after or (_AFTER_ALL if newest else _BEFORE_ALL)
    end = _BEFORE_ALL if newest else _AFTER_ALL
    async with snapshot(pool) as conn:
        if kept := await is_current(conn):
            seqs = await kept_cases(conn, question, wanted, begin, limit + 1, newest=newest)
            rows = await conn.fetch(_FIRST, list(seqs), question.as_of, _REGISTERED)
            found += [replace(_file(row, ()), times=seqs[row["seq"]]) for row in rows]
            if len(found) > limit:
                end = (min if newest else max)(file.place for file in found)
        read_too = 0
        async for batch in _batches(conn, question, begin, end, kept=kept, newest=newest):
            here = [
                replace(file, times=times)
                for file in batch
                if (times := _times(file, question, wanted))
            ]
            found += here
            read_too += len(here)
            if read_too > limit:
                break
    return sorted(found, key=lambda file: file.place, reverse=newest)[: limit + 1]


async def bars_in(pool: Pool, case_id: UUID, as_of: datetime) -> Bars:
    """The bars of one whistle, as they were on record at a moment."""
    rows = await pool.fetch(_PAGES, [case_id], as_of)
    return bars_of([read(row["kind"], row["body"]) for row in rows], as_of)


@asynccontextmanager
async def snapshot(pool: Pool) -> AsyncIterator[Conn]:
    """In turn: a connection that reads one state of all, and plans each question as it is asked."""
    turn = _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
    async with (
        turn,
        pool.acquire() as conn,
        conn.transaction(isolation="repeatable_read", readonly=True),
    ):
        await conn.execute(_PLANNED)
        yield conn


async def _batches(
    conn: Conn, question: Question, after: Place, end: Place, *, kept: bool, newest: bool = False
) -> AsyncIterator[list[File]]:
    """The files asked for, by day, up to `end`; but for those that are kept, when `kept`."""
    first, last = question.days
    low, high = sorted((after, end))
    days = (max(first, low[0]), min(last, high[0]))
    asked: tuple[Any, ...] = (*days, *after, question.road)
    begun = _BEGUN.format("<" if newest else ">")
    order = _IN_ORDER.format("DESC" if newest else "ASC")
    if kept:
        places = await conn.cursor(f"{begun} {_NOT_KEPT} {order}", *asked, question.as_of)
    else:
        places = await conn.cursor(f"{begun} {order}", *asked)
    while batch := await places.fetch(BATCH):
        seqs = [row["seq"] for row in batch if low <= (row["legal_on"], row["seq"]) <= high]
        rows = await conn.fetch(_FIRST, seqs, question.as_of, _REGISTERED)
        yield await _files(conn, question, rows)
        if len(seqs) < len(batch):
            return


async def _files(conn: Conn, question: Question, rows: Sequence[Any]) -> list[File]:
    """What they add; a registered dispute counts by its first page, which is here already."""
    as_of = question.as_of
    keys: dict[UUID, Key] = {
        row["case_id"]: (row["case_id"], *(_ONE if row["body"] else (row["version"], row["pages"])))
        for row in rows
    }
    known = remembered()
    found = {one: entries for one, key in keys.items() if (entries := known.of(key)) is not None}
    new = [row for row in rows if row["case_id"] not in found]
    pages = await _pages(conn, [row["case_id"] for row in new if row["body"] is None], as_of)
    pages |= {
        row["case_id"]: [read(row["kind"], row["body"])] for row in new if row["body"] is not None
    }
    for case_id, told in pages.items():
        found[case_id] = tuple(entries_of(told, as_of))
        known.keep(keys[case_id], found[case_id])
    return [_file(row, found[row["case_id"]]) for row in rows]


async def _pages(conn: Conn, files: Sequence[UUID], as_of: datetime) -> dict[UUID, list[Fact]]:
    pages: dict[UUID, list[Fact]] = {}
    for row in await conn.fetch(_PAGES, files, as_of) if files else ():
        pages.setdefault(row["case_id"], []).append(read(row["kind"], row["body"]))
    return pages


def _file(row: Any, entries: Entries) -> File:  # noqa: ANN401 - a record carries no types
    return File(
        place=(row["legal_on"], row["seq"]),
        case_id=row["case_id"],
        dispute_id=row["dispute_id"],
        number=labels_in(row["labels"]).get("number", ""),
        entries=entries,
    )


def _times(file: File, question: Question, wanted: frozenset[str]) -> int:
    return sum(getattr(one, "measure", "") in wanted for _, one in fitting(file.entries, question))
