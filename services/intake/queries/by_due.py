"""按最先届满排列: disputes by what is due first in files that the reader may see, each once.

Where something runs is read from the periods on; behind all of these, from either end, stand those
in which nothing does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from asyncpg import Record

from shared.auth import Identity
from shared.auth.labels import CONSULTATION
from shared.casepage.sight import Where, own_county, own_files
from shared.db import Conn

SEEN: Final = "(v.office IN ('intake', 'routing') OR {own})"
"""Which files the reader may see of a dispute that stands in the list."""

_PERIOD: Final = """d.ended IS NULL AND d.until IS NOT NULL AND ({own} OR EXISTS (
    SELECT FROM hub.file v WHERE v.case_id = d.case_id AND {seen}))"""
"""A period `d` that runs in a file that they may see; most are known without reading the file."""

RUNS: Final = (
    "EXISTS (SELECT FROM hub.deadline d WHERE d.dispute_id = o.case_id AND " + _PERIOD + ")"
)
"""Whether something runs in a dispute `o`."""

COUNTED: Final = f"""
SELECT count(*) FROM (
  SELECT FROM (SELECT DISTINCT d.dispute_id FROM hub.deadline d WHERE {_PERIOD}) r
  JOIN intake.dispute o ON o.case_id = r.dispute_id
  WHERE {{where}} LIMIT {{limit}}) n
"""  # noqa: S608 - our own words
"""In how many something runs: read from the periods on, too, for those of old have none."""

RUNNING: Final = """
SELECT {row}
FROM hub.deadline d JOIN hub.file v ON v.case_id = d.case_id
JOIN intake.dispute o ON o.case_id = d.dispute_id
WHERE d.ended IS NULL AND d.until IS NOT NULL AND {seen}
  AND NOT EXISTS (
    SELECT FROM hub.deadline e JOIN hub.file v ON v.case_id = e.case_id
    WHERE e.dispute_id = d.dispute_id AND e.ended IS NULL AND e.until IS NOT NULL
      AND (e.until, e.case_id, e.name, e.subject, e.opened)
        < (d.until, d.case_id, d.name, d.subject, d.opened)
      AND {seen})
  AND {where} ORDER BY d.until {direction}, o.number LIMIT {limit} OFFSET {offset}
"""
"""Those in which something runs: read from the periods on, since those due next are few."""

STILL: Final = """
SELECT {row} FROM intake.dispute o
WHERE {where} AND NOT {runs} ORDER BY o.number LIMIT {limit} OFFSET {offset}
"""
"""Those in which nothing runs, behind all others."""


def seen_files(where: Where, who: Identity) -> str:
    """Which files `v` they may see."""
    return SEEN.format(own=own_files(where, who))


def running_in(where: Where, who: Identity) -> str:
    """Whether something runs in a dispute `o`."""
    return RUNS.format(**_period(where, who))


async def count_running(conn: Conn, narrowed: Where, who: Identity, limit: int) -> int:
    """In how many something runs, so many at most."""
    where = anew(narrowed)
    text = COUNTED.format(**_period(where, who), where=where.text, limit=limit)
    found: int = await conn.fetchval(text, *where.values)
    return found


def anew(where: Where) -> Where:
    """The same, for a question with parameters of its own."""
    return Where(where.dispute, [*where.says], [*where.values])


def _period(where: Where, who: Identity) -> Mapping[str, str]:
    """A period bears the county of its file; what is owed beside a file may not be seen by it."""
    here = own_county(where, who, "d")
    own = f"({here} AND d.office <> '{CONSULTATION}' AND d.name <> 'explain')"
    return {"own": own, "seen": seen_files(where, who)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDue:
    """A page of such a list."""

    row: str
    """What is told of a dispute `o`."""
    where: Where
    """What it is narrowed to, less whether something runs."""
    who: Identity
    down: bool
    limit: int
    offset: int

    async def running(self, conn: Conn) -> list[Record]:
        """Only those in which something runs."""
        where = anew(self.where)
        return await self._fetch(conn, RUNNING, where, seen=seen_files(where, self.who))

    async def every(self, conn: Conn) -> list[Record]:
        """These, and then the others."""
        rows = await self.running(conn)
        if len(rows) == self.limit:
            return rows
        before = self.offset + len(rows)
        if self.offset and not rows:
            before = await count_running(conn, self.where, self.who, self.offset)
        where = anew(self.where)
        page = {"limit": self.limit - len(rows), "offset": max(self.offset - before, 0)}
        return rows + await self._fetch(
            conn, STILL, where, runs=running_in(where, self.who), **page
        )

    async def _fetch(self, conn: Conn, text: str, where: Where, **more: str | int) -> list[Record]:
        page = {"row": self.row, "limit": self.limit, "offset": self.offset, **more}
        direction = "DESC" if self.down else ""
        said = text.format(where=where.text, direction=direction, **page)
        rows: list[Record] = await conn.fetch(said, *where.values)
        return rows
