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
from shared.work import Shelf

UNROUTED: Final = "-"
"""Stands for the road of a dispute that has none yet."""

WORKED: Final = frozenset({"registration", "triage"})
"""Files of these tables wait for others; that they are open says nothing of work in hand."""

_OF_DISPUTES: Final = frozenset(
    {"routing", "mediation", "adjudication", "reconsideration", "consultation"}
)
"""Offices whose open files mean that somebody has the dispute in hand."""

_FOUND: Final = f"""
SELECT o.dispute_id, o.legal_on, o.seq, coalesce(r.road, '{UNROUTED}') AS road,
       o.labels, EXISTS (
         SELECT FROM hub.file f WHERE f.dispute_id = o.dispute_id
           AND f.office || ' ' || f.procedure || ' ' || f.state = ANY($4::text[])
       ) AS open
FROM (
  SELECT dispute_id, legal_on, seq, labels FROM hub.outbox
  WHERE version = 1 AND kind = 'intake.registered.v1' AND legal_on BETWEEN $1 AND $2
    AND ($3 = '' OR labels ->> 'county' = $3)
) o
LEFT JOIN routing.routing r ON r.dispute_id = o.dispute_id
WHERE NOT coalesce(r.history, false) AND ($5 = '' OR coalesce(r.road, '{UNROUTED}') = $5)
"""  # noqa: S608 - our own words
"""What is open is looked up for each dispute: how many are is more than the planner can guess, and
joined with all open files the count took minutes with 100,000 of them."""

COUNTED: Final = f"""
SELECT road, count(*) AS registered, count(*) FILTER (WHERE open) AS open FROM ({_FOUND}) found
GROUP BY road
"""  # noqa: S608 - our own words

LISTED: Final = f"""
SELECT found.dispute_id, found.legal_on, found.seq, found.road, found.labels, found.open
FROM ({_FOUND}) found
WHERE ($6::bool IS NULL OR open = $6) AND (legal_on, seq) {{sign}} ($7::date, $8::bigint)
ORDER BY legal_on {{order}}, seq {{order}} LIMIT $9
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


async def load_by_road(
    pool: Pool, shelves: Mapping[tuple[str, str], Shelf[Any]], asked: AskedOfRoads
) -> Mapping[str, Load]:
    """办理量 by road."""
    async with snapshot(pool) as conn:
        rows = await conn.fetch(COUNTED, *_said(shelves, asked))
    return {row["road"]: Load(row["registered"], row["open"]) for row in rows}


async def disputes_on_road(
    pool: Pool,
    shelves: Mapping[tuple[str, str], Shelf[Any]],
    asked: AskedOfRoads,
    *,
    after: tuple[date, int] | None,
    limit: int,
    newest: bool = False,
) -> Sequence[Any]:
    """The disputes behind a number, by day of registration; one more than `limit`, if there is."""
    begin = after or ((date.max, 2**63 - 1) if newest else (date.min, 0))
    sql = LISTED.format(sign="<" if newest else ">", order="DESC" if newest else "ASC")
    found: Sequence[Any] = await pool.fetch(
        sql, *_said(shelves, asked), asked.open, *begin, limit + 1
    )
    return found


def _said(shelves: Mapping[tuple[str, str], Shelf[Any]], asked: AskedOfRoads) -> tuple[object, ...]:
    states = [" ".join(one) for one in _open_states(shelves)]
    return (asked.start, asked.until, asked.county, states, asked.road)


def _open_states(
    shelves: Mapping[tuple[str, str], Shelf[Any]],
) -> list[tuple[str, str, str]]:
    """Every state of a table in which a file of a dispute is in hand, as the tables say."""
    found: dict[tuple[str, str, str], None] = {}
    for (office, procedure), shelf in shelves.items():
        if office not in _OF_DISPUTES or procedure in WORKED or procedure == "clock":
            continue
        for edition in shelf.editions:
            states = {move.target for move in edition.moves if move.target} - {*edition.closed}
            found |= dict.fromkeys((office, procedure, str(state)) for state in sorted(states))
    return list(found)
