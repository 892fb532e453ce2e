"""Reading for a batch: its claims, its inbox, its files under lock, and what runs in them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import count, islice
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from asyncpg import Record

from shared.db import Conn
from shared.labels import labels_in
from shared.law.casefile import CaseFile
from shared.law.coursetext import course_in
from shared.law.day import CITY, NEVER
from shared.law.running import Running
from shared.work.act import Act, Claim, Message
from shared.work.memory import Memory, Open
from shared.work.shelf import Shelf
from shared.work.work import Claimed

V = TypeVar("V", bound=CaseFile)

ShelfOf = Callable[[str, str], Shelf[Any]]
"""The shelf of an office and a procedure."""

CLAIMS: Final = """
claims AS (
  INSERT INTO hub.claim AS c (key, case_id, digest)
  SELECT * FROM unnest({}::uuid[], {}::uuid[], {}::text[]) AS n(key, case_id, digest) ORDER BY key
  ON CONFLICT (key) DO UPDATE SET key = excluded.key
  RETURNING key, case_id, digest, xmax = 0 AS is_own
)
"""
"""A row that this statement inserted was updated by nobody: its `xmax` is 0."""

FRESH: Final = """
fresh AS (
  INSERT INTO hub.inbox (consumer, case_id, version)
  SELECT * FROM unnest({}::text[], {}::uuid[], {}::int[])
  ON CONFLICT DO NOTHING
  RETURNING consumer, case_id, version
)
"""

FILES: Final = """
files AS (
  SELECT case_id, office, procedure, edition, dispute_id, version, state, labels
  FROM hub.file WHERE {} ORDER BY case_id FOR UPDATE
)
"""

RUNNING: Final = """
SELECT s.*, d.name AS running, d.subject AS d_subject, d.opened AS d_opened,
       d.article AS d_article, d.period AS d_period, d.started_on AS d_started_on,
       d.until AS d_until, d.provisional AS d_provisional, d.ended = 'lapsed' AS d_lapsed,
       d.moment AS d_moment, d.course AS d_course, d.warned AS d_warned, d.next_at AS d_next_at,
       d.owed_by AS d_owed_by
FROM ({}) s LEFT JOIN hub.deadline d
  ON d.case_id = s.case_id AND (d.ended IS NULL OR d.ended = 'lapsed')
"""
"""The rows of a shelf, each as often as a deadline runs in it or has lapsed, and at least once."""

FILE_ROWS: Final = """
SELECT 'file' AS what, case_id, office, procedure, edition, dispute_id, version, state, labels,
       NULL::uuid AS key, NULL::text AS digest, NULL::bool AS is_own, NULL::interval AS shift
FROM files
"""

CLAIM_ROWS: Final = """
SELECT 'claim', case_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, key, digest, is_own, NULL
FROM claims
"""

FRESH_ROWS: Final = """
SELECT 'fresh', case_id, consumer, NULL, NULL, NULL, version, NULL, NULL, NULL, NULL, NULL, NULL
FROM fresh
"""

CLOCK_ROW: Final = """
SELECT 'clock', NULL, NULL, NULL, (SELECT count(*) FROM hub.edition)::text, NULL,
       (SELECT coalesce(max(notice_id), 0) FROM hub.notice)::int, NULL, NULL, NULL, NULL, NULL,
       shift
FROM hub.clock
"""
"""How far the clock was moved, which notice on holidays was loaded last, how many texts there are.

They are counted, for of two that are put there at once the later number may stand first.
"""

NEXT_NUMBERS: Final = "SELECT nextval('hub.number')"
"""Opens a block of `NUMBERS_A_BLOCK` numbers; what is left of it at a stop is a gap."""

NUMBERS_A_BLOCK: Final = 1000


@dataclass(slots=True)
class Taken:
    """What a batch has to go by: whose its claims are, what is new to the inbox, its files."""

    claimed: dict[UUID, Claimed]
    fresh: set[Message]
    memory: Memory
    shift: timedelta
    """How far the hub's clock was moved."""
    notice: int = 0
    """The notice on holidays that was loaded last."""
    editions: int = 0
    """How many rows the register of texts in force has."""


async def take(conn: Conn, acts: Sequence[Act], shelf_of: ShelfOf) -> Taken:
    """Claim, note what is heard, lock and load the files; acts that the inbox knew are marked."""
    claims = {c.key: c for act in reversed(acts) for c in reversed(act.claims)}
    # Of two that hear the same page the first one counts, or pages would change their order.
    heard = {act.heard: act for act in reversed(acts) if act.heard}
    ids = {case_id for act in acts for case_id in act.files}
    rows = await _lock(conn, ids, claims.values(), heard)
    taken = _told(rows)
    for act in acts:
        if act.heard:
            act.known = heard[act.heard] is not act or act.heard not in taken.fresh
    files = [row for row in rows if row["what"] == "file"]
    others = {c.case_id for c in taken.claimed.values() if not c.is_own}
    if others or any(act.known for act in acts):
        # Somebody else came first, perhaps just now: a file that he opened was not to be seen.
        others |= ids
    if missing := others - {row["case_id"] for row in files}:
        files += [row for row in await _lock(conn, missing) if row["what"] == "file"]
    await _fill(conn, files, taken.memory, shelf_of)
    return taken


async def _lock(
    conn: Conn,
    ids: Iterable[UUID],
    claims: Collection[Claim] = (),
    heard: Collection[Message] = (),
) -> list[Record]:
    """Claims first, then the inbox, then the files in order of id; each kind of row says `what`."""
    values: list[object] = [sorted(ids)]
    if claims:
        values += [
            [c.key for c in claims], [c.case_id for c in claims], [c.digest for c in claims]
        ]  # fmt: skip
    if heard:
        values += [
            [h.consumer for h in heard], [h.case_id for h in heard], [h.version for h in heard]
        ]  # fmt: skip
    found: list[Record] = await conn.fetch(_taking(claims=bool(claims), heard=bool(heard)), *values)
    return found


@cache
def _taking(*, claims: bool, heard: bool) -> str:
    """The statement that takes what a batch needs; what it has none of is left out."""
    numbers = (f"${n}" for n in count(2))
    which = "case_id = ANY($1::uuid[])"
    steps, told = [], [FILE_ROWS, CLOCK_ROW]
    if claims:
        steps.append(CLAIMS.format(*islice(numbers, 3)))
        told.append(CLAIM_ROWS)
        which = "case_id = ANY($1::uuid[] || (SELECT array_agg(case_id) FROM claims))"
    if heard:
        steps.append(FRESH.format(*islice(numbers, 3)))
        told.append(FRESH_ROWS)
        which += " AND (SELECT count(*) FROM fresh) >= 0"  # or files would be locked before
    steps.append(FILES.format(which))
    return f"WITH {', '.join(steps)} {' UNION ALL '.join(told)}"


def _told(rows: Iterable[Record]) -> Taken:
    taken = Taken({}, set(), Memory(), timedelta())
    for row in rows:
        what = row["what"]
        if what == "claim":
            taken.claimed[row["key"]] = Claimed(row["case_id"], row["digest"], is_own=row["is_own"])
        elif what == "fresh":
            taken.fresh.add(Message(row["office"], row["case_id"], row["version"]))
        elif what == "clock":
            taken.shift, taken.notice = row["shift"], row["version"]
            taken.editions = int(row["edition"])
    return taken


async def lock(conn: Conn, ids: Iterable[UUID], shelf_of: ShelfOf) -> Memory:
    """More files under lock, as they stand."""
    memory = Memory()
    rows = await _lock(conn, ids)
    await _fill(conn, [row for row in rows if row["what"] == "file"], memory, shelf_of)
    return memory


async def _fill(conn: Conn, files: Iterable[Record], memory: Memory, shelf_of: ShelfOf) -> None:
    by_shelf: dict[int, tuple[Shelf[Any], dict[UUID, Record]]] = {}
    for row in files:
        shelf = shelf_of(row["office"], row["procedure"])
        by_shelf.setdefault(id(shelf), (shelf, {}))[1][row["case_id"]] = row
    for shelf, kept in by_shelf.values():
        await _load(conn, shelf, kept, memory)


async def _load(conn: Conn, shelf: Shelf[Any], kept: Mapping[UUID, Record], memory: Memory) -> None:
    if shelf.table is None:
        for case_id, row in kept.items():
            procedure = shelf.edition(row["edition"])
            blank = shelf.blank(procedure, row["dispute_id"], case_id)
            value = replace(
                blank, state=procedure.state_named(row["state"]), version=row["version"]
            )
            memory.files[case_id] = Open(
                shelf, value, dict(labels_in(row["labels"])), {}, new=False
            )
        return
    timed = any(edition.deadlines for edition in shelf.editions)
    for found in await conn.fetch(_loading(shelf.load_sql, timed=timed), list(kept)):
        case_id = found["case_id"]
        if (file := memory.files.get(case_id)) is None:
            row = kept[case_id]
            value = shelf.make(found, shelf.edition(row["edition"]))
            labels = dict(labels_in(row["labels"]))
            file = memory.files[case_id] = Open(shelf, value, labels, {}, new=False)
        if timed and found["running"] is not None:
            running = _running(found)
            file.deadlines[running.key] = running


@cache
def _loading(sql: str, *, timed: bool) -> str:
    return RUNNING.format(sql) if timed else sql


async def read(conn: Conn, shelf: Shelf[V], case_id: UUID) -> tuple[V, Mapping[str, str]] | None:
    """A file as it stands and its labels, without a lock; None if it is not on this shelf."""
    row = await conn.fetchrow(
        "SELECT * FROM hub.file WHERE case_id = $1 AND office = $2 AND procedure = $3",
        case_id,
        shelf.office,
        shelf.name,
    )
    if row is None:
        return None
    memory = Memory()
    await _load(conn, shelf, {case_id: row}, memory)
    return cast("V", memory.files[case_id].value), memory.files[case_id].labels


def _running(row: Record) -> Running:
    return Running(
        name=row["running"],
        subject=row["d_subject"],
        opened=row["d_opened"],
        until=_moment(row["d_until"]),
        started_on=row["d_started_on"],
        article=row["d_article"],
        period=row["d_period"],
        provisional=row["d_provisional"],
        lapsed=bool(row["d_lapsed"]),
        moment=row["d_moment"] and row["d_moment"].astimezone(CITY),
        course=course_in(row["d_course"]),
        warned=tuple(row["d_warned"].split()),
        next_at=_moment(row["d_next_at"]),
        owed_by=row["d_owed_by"],
    )


def _moment(found: datetime | None) -> datetime:
    return found.astimezone(CITY) if found else NEVER
