"""Reading what the figures count from the outbox, as far as it was recorded at a moment.

Files are found by the day of their first page, by index, and read with all their pages in batches,
so memory holds one batch and the counts. Everything is read in one snapshot: what is committed
meanwhile is in none of it.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from asyncpg import Record

from services.routing.figures.bars import bars_of
from services.routing.figures.fold import Board, Question, counted
from services.routing.figures.parts import Bars
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact
from shared.contracts.intake import DisputeRegistered
from shared.db import Conn, Pool
from shared.labels import labels_in
from shared.outbox import OPENING

BATCH: Final = 100
"""Files read at once; so long as they are counted, a web process answers nobody else."""

_OPENED: Final = f"""
SELECT seq, legal_on, case_id, dispute_id, kind, labels, body FROM hub.outbox
WHERE {OPENING} AND at <= $1 AND legal_on <= $2 AND (legal_on, seq) > ($3, $4)
ORDER BY legal_on, seq LIMIT $5
"""  # noqa: S608 - our own words

_PAGES: Final = """
SELECT case_id, kind, body FROM hub.outbox
WHERE case_id = ANY($1::uuid[]) AND at <= $2 ORDER BY case_id, version
"""

_REGISTERED: Final = DisputeRegistered.kind_name()

Place = tuple[date, int]
"""Where a file stands among all: the day of its first page, and that page's number."""


@dataclass(frozen=True, slots=True)
class File:
    """A file's pages, and how it is found."""

    place: Place
    case_id: UUID
    dispute_id: UUID
    number: str
    pages: Sequence[Fact]


async def figures(pool: Pool, question: Question) -> Board:
    """The board that answers a question."""
    board = Board(question)
    async with _snapshot(pool) as conn:
        async for batch in _batches(conn, question, (question.start or date.min, 0)):
            for file in batch:
                board.count(file.pages)
    return board


async def cases(
    pool: Pool, question: Question, measure: str, *, after: Place | None, limit: int
) -> list[File]:
    """The files behind a number, by day: those of which something is counted as `measure`.

    One more than `limit` is looked for, so that the caller knows whether there are more.
    """
    found: list[File] = []
    async with _snapshot(pool) as conn:
        async for batch in _batches(conn, question, after or (question.start or date.min, 0)):
            found += [file for file in batch if _counts(file, question, measure)]
            if len(found) > limit:
                break
    return found[: limit + 1]


async def bars_in(pool: Pool, case_id: UUID, as_of: datetime) -> Bars:
    """The bars of one whistle, as they were on record at a moment."""
    rows = await pool.fetch(_PAGES, [case_id], as_of)
    return bars_of([read(row["kind"], row["body"]) for row in rows], as_of)


@asynccontextmanager
async def _snapshot(pool: Pool) -> AsyncIterator[Conn]:
    async with (
        pool.acquire() as conn,
        conn.transaction(isolation="repeatable_read", readonly=True),
    ):
        yield conn


async def _batches(conn: Conn, question: Question, after: Place) -> AsyncIterator[list[File]]:
    until = question.until or date.max
    while rows := await conn.fetch(_OPENED, question.as_of, until, *after, BATCH):
        last = rows[-1]
        after = (last["legal_on"], last["seq"])
        yield await _files(conn, question, rows)


async def _files(conn: Conn, question: Question, rows: Sequence[Record]) -> list[File]:
    """Their pages; a registered dispute counts by its first page, which is here already."""
    pages: dict[UUID, list[Fact]] = {}
    for row in rows:
        if row["kind"] == _REGISTERED:
            pages[row["case_id"]] = [read(row["kind"], row["body"])]
    wanted = [row["case_id"] for row in rows if row["kind"] != _REGISTERED]
    for row in await conn.fetch(_PAGES, wanted, question.as_of):
        pages.setdefault(row["case_id"], []).append(read(row["kind"], row["body"]))
    return [_file(row, pages[row["case_id"]]) for row in rows]


def _file(row: Any, pages: Sequence[Fact]) -> File:  # noqa: ANN401 - a record carries no types
    return File(
        place=(row["legal_on"], row["seq"]),
        case_id=row["case_id"],
        dispute_id=row["dispute_id"],
        number=labels_in(row["labels"]).get("number", ""),
        pages=pages,
    )


def _counts(file: File, question: Question, measure: str) -> bool:
    return any(getattr(one, "measure", "") == measure for _, one in counted(file.pages, question))
