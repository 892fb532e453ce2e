"""办理量: registered disputes by the road that they were sent on, and how many are still in hand.

Unlike the other figures these tell how things stand now: the road is that of the routing file, as
it was corrected last, and in hand is what has an open file. Imported history is not counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from services.routing.figures.reading import snapshot
from shared.db import Pool
from shared.outbox import IN_HAND

UNROUTED: Final = "-"
"""Stands for the road of a dispute that has none yet."""

_FOUND: Final = f"""
SELECT o.dispute_id, o.legal_on, o.seq, coalesce(r.road, '{UNROUTED}') AS road,
       o.labels, EXISTS (
         SELECT FROM hub.file f WHERE f.dispute_id = o.dispute_id AND {IN_HAND}
       ) AS open
FROM (
  SELECT dispute_id, legal_on, seq, labels FROM hub.outbox
  WHERE version = 1 AND kind = 'intake.registered.v1' AND legal_on BETWEEN $1 AND $2
    AND ($3 = '' OR labels ->> 'county' = $3)
) o
LEFT JOIN routing.routing r ON r.dispute_id = o.dispute_id AND r.parted_from IS NULL
WHERE NOT coalesce(r.history, false) AND ($4 = '' OR coalesce(r.road, '{UNROUTED}') = $4)
"""  # noqa: S608 - our own words
"""What is open is looked up for each dispute, in an index of what is: how many are is more than the
planner can guess, and joined with all open files the count took minutes with 100,000 of them."""

COUNTED: Final = f"""
SELECT road, count(*) AS registered, count(*) FILTER (WHERE open) AS open FROM ({_FOUND}) found
GROUP BY road
"""  # noqa: S608 - our own words

LISTED: Final = f"""
SELECT found.dispute_id, found.legal_on, found.seq, found.road, found.labels, found.open
FROM ({_FOUND}) found
WHERE ($5::bool IS NULL OR open = $5) AND (legal_on, seq) {{sign}} ($6::date, $7::bigint)
ORDER BY legal_on {{order}}, seq {{order}} LIMIT $8
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfRoads:
    """Disputes registered on these days, in a county or all, on a road or any."""

    start: date
    until: date
    """The last day, counted in."""
    county: str = ""
    road: str = ""
    open: bool | None = None
    """Only those in hand, or only those that are not."""


@dataclass(frozen=True, slots=True)
class Load:
    """How many disputes are on a road."""

    registered: int
    open: int


async def load_by_road(pool: Pool, asked: AskedOfRoads) -> Mapping[str, Load]:
    """办理量 by road."""
    async with snapshot(pool) as conn:
        rows = await conn.fetch(COUNTED, *_said(asked))
    return {row["road"]: Load(row["registered"], row["open"]) for row in rows}


async def disputes_on_road(
    pool: Pool,
    asked: AskedOfRoads,
    *,
    after: tuple[date, int] | None,
    limit: int,
    newest: bool = False,
) -> Sequence[Any]:
    """The disputes behind a number, by day of registration; one more than `limit`, if there is."""
    begin = after or ((date.max, 2**63 - 1) if newest else (date.min, 0))
    sql = LISTED.format(sign="<" if newest else ">", order="DESC" if newest else "ASC")
    found: Sequence[Any] = await pool.fetch(sql, *_said(asked), asked.open, *begin, limit + 1)
    return found


def _said(asked: AskedOfRoads) -> tuple[object, ...]:
    return (asked.start, asked.until, asked.county, asked.road)
