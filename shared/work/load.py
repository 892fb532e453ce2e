"""Reading for a batch: its claims, its inbox, its files under lock, and what runs in them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from asyncpg import Record

from shared.db import Conn
from shared.labels import labels_in
from shared.law.casefile import CaseFile
from shared.law.period import CITY
from shared.work.act import Act
from shared.work.memory import Memory, Open, Running
from shared.work.shelf import Shelf
from shared.work.work import Claimed

V = TypeVar("V", bound=CaseFile)

ShelfOf = Callable[[str, str], Shelf[Any]]
"""The shelf of an office and a procedure."""

CLAIM: Final = """
INSERT INTO hub.claim AS c (key, case_id, digest)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS n(key, case_id, digest) ORDER BY key
ON CONFLICT (key) DO UPDATE SET key = excluded.key
RETURNING key, case_id, digest
"""

SEEN: Final = """
INSERT INTO hub.inbox (consumer, case_id, version)
SELECT * FROM unnest($1::text[], $2::uuid[], $3::int[])
ON CONFLICT DO NOTHING
RETURNING case_id, version
"""

FORGET: Final = """
DELETE FROM hub.inbox i
USING unnest($1::text[], $2::uuid[], $3::int[]) AS f(consumer, case_id, version)
WHERE i.consumer = f.consumer AND i.case_id = f.case_id AND i.version = f.version
"""

LOCK: Final = """
SELECT c.shift, f.*
FROM hub.clock c LEFT JOIN LATERAL (
  SELECT case_id, office, procedure, edition, dispute_id, version, state, labels
  FROM hub.file WHERE case_id = ANY($1::uuid[]) ORDER BY case_id FOR UPDATE
) f ON true
"""

RUNNING: Final = """
SELECT case_id, name, subject, opened, article, period, started_on, until, provisional,
       ended = 'lapsed' AS lapsed
FROM hub.deadline WHERE case_id = ANY($1::uuid[]) AND (ended IS NULL OR ended = 'lapsed')
"""

NEXT_NUMBERS: Final = "SELECT nextval('hub.number')"
"""Opens a block of `NUMBERS_A_BLOCK` numbers; what is left of it at a stop is a gap."""

NUMBERS_A_BLOCK: Final = 1000


async def claim(conn: Conn, acts: Sequence[Act]) -> dict[UUID, Claimed]:
    """Whose each claimed key is, after this batch has claimed it; the first act comes first."""
    wanted = {c.key: c for act in reversed(acts) for c in reversed(act.claims)}
    if not wanted:
        return {}
    rows = await conn.fetch(
        CLAIM,
        list(wanted),
        [c.case_id for c in wanted.values()],
        [c.digest for c in wanted.values()],
    )
    return {row["key"]: Claimed(row["case_id"], row["digest"]) for row in rows}


async def give_back(
    conn: Conn, acts: Sequence[Act], claimed: Mapping[UUID, Claimed], memory: Memory
) -> None:
    """Give back what acts claimed that left no file; an act that relied on it is run alone."""
    idle = {
        c.key
        for act in acts
        for c in act.claims
        if claimed[c.key].case_id == c.case_id and c.case_id not in memory.files
    }
    if not idle:
        return
    if any(c.key in idle and act.error is None for act in acts for c in act.claims):
        raise LookupError("a claim was relied on that its own act did not use")
    await conn.execute("DELETE FROM hub.claim WHERE key = ANY($1::uuid[])", list(idle))


async def unseen(conn: Conn, acts: Sequence[Act]) -> list[Act]:
    """The acts whose message the inbox did not know; the others are marked as known."""
    # Of two that hear the same page the first one counts, or pages would change their order.
    heard = {(a.heard.case_id, a.heard.version): a for a in reversed(acts) if a.heard}
    if not heard:
        return list(acts)
    rows = await conn.fetch(
        SEEN,
        [a.heard.consumer for a in heard.values() if a.heard],
        [case_id for case_id, _ in heard],
        [version for _, version in heard],
    )
    fresh = {heard[row["case_id"], row["version"]] for row in rows}
    for act in acts:
        act.known = act.heard is not None and act not in fresh
    return [act for act in acts if not act.known]


async def forget(conn: Conn, acts: Sequence[Act]) -> None:
    """Take back from the inbox what failed: it will be tried again or parked."""
    if heard := [act.heard for act in acts if act.heard]:
        await conn.execute(
            FORGET,
            [h.consumer for h in heard],
            [h.case_id for h in heard],
            [h.version for h in heard],
        )


async def lock(conn: Conn, ids: Iterable[UUID], shelf_of: ShelfOf) -> tuple[Memory, timedelta]:
    """The files under lock, as they stand, and how far the hub's clock was moved."""
    rows = await conn.fetch(LOCK, sorted(set(ids)))
    files = [row for row in rows if row["case_id"] is not None]
    memory = Memory()
    by_shelf: dict[int, tuple[Shelf[Any], dict[UUID, Record]]] = {}
    for row in files:
        shelf = shelf_of(row["office"], row["procedure"])
        by_shelf.setdefault(id(shelf), (shelf, {}))[1][row["case_id"]] = row
    for shelf, kept in by_shelf.values():
        await _load(conn, shelf, kept, memory)
    if timed := [i for i, f in memory.files.items() if f.value.procedure.deadlines]:
        for row in await conn.fetch(RUNNING, timed):
            running = _running(row)
            memory.files[row["case_id"]].deadlines[running.key] = running
    return memory, rows[0]["shift"]


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
    for found in await conn.fetch(shelf.load_sql, list(kept)):
        row = kept[found["case_id"]]
        value = shelf.make(found, shelf.edition(row["edition"]))
        memory.files[value.case_id] = Open(
            shelf, value, dict(labels_in(row["labels"])), {}, new=False
        )


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
        name=row["name"],
        subject=row["subject"],
        opened=row["opened"],
        until=row["until"].astimezone(CITY),
        started_on=row["started_on"],
        article=row["article"],
        period=row["period"],
        provisional=row["provisional"],
        lapsed=bool(row["lapsed"]),
    )
