"""态势的读取: the board as of a position, and the position that a moment had come to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from services.supervision.live.keeping import EDITION
from services.supervision.live.picture import Board, Counts, day_of
from shared.auth import Identity, Role
from shared.db import Conn
from shared.stream.wants import Wants

KEPT: Final = "SELECT position FROM supervision.spanned WHERE edition = $1"

RECORDED: Final = """
SELECT o.at FROM hub.position p JOIN hub.outbox o USING (seq) WHERE p.position = $1
"""

NARROWED: Final = """
 AND ($5::text[] IS NULL OR county = ANY($5)) AND ($6::text[] IS NULL OR office = ANY($6))
 AND ($7::text[] IS NULL OR string_to_array(departments, ' ') && $7)
 AND ($8::text[] IS NULL OR matter = ANY($8)) AND ($9::text[] IS NULL OR road = ANY($9))
"""

BOARD: Final = f"""
SELECT county, sum(opened)::int AS opened, sum(running)::int AS running, sum(due)::int AS due,
       sum(late)::int AS late, sum(closed)::int AS closed
FROM (
  SELECT county, 0 AS opened, 1 AS running, 0 AS due, (case_id IN (
           SELECT about FROM supervision.span WHERE about IS NOT NULL AND begun <= $1
         ))::int AS late, 0 AS closed
  FROM supervision.span
  WHERE what = 'open' AND int8range(begun, ended) @> $1::bigint {NARROWED}
  UNION ALL
  SELECT county, 0, 0, 1, 0, 0 FROM supervision.span
  WHERE what = 'due' AND until > $2 AND until <= $4
    AND begun <= $1 AND (ended IS NULL OR ended > $1) {NARROWED}
  UNION ALL
  SELECT county, (what = 'registered')::int, 0, 0, 0, (what = 'closed')::int
  FROM supervision.span
  WHERE what IN ('registered', 'closed') AND begun <= $1 AND at >= $3 AND at < $4 {NARROWED}
) counted
GROUP BY county ORDER BY county
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a board is narrowed to; empty asks for all."""

    counties: Collection[str] = ()
    offices: Collection[str] = ()
    departments: Collection[str] = ()
    matters: Collection[str] = ()
    roads: Collection[str] = ()

    @classmethod
    def to(cls, wants: Wants) -> "Narrowed":
        """To what a class of readers asks for, and within the county that it belongs to."""
        own = own_county(wants.sight)
        return cls(
            counties=frozenset({own}) if own else wants.counties,
            offices=wants.offices,
            departments=wants.departments,
            matters=wants.matters,
            roads=wants.roads,
        )

    def values(self) -> list[list[str] | None]:
        """As the query takes them."""
        asked = (self.counties, self.offices, self.departments, self.matters, self.roads)
        return [sorted(said) or None for said in asked]


def own_county(who: Identity) -> str:
    """The county beyond which a supervisor sees nothing; empty for the city and administrators."""
    return "" if who.is_city or Role.ADMINISTRATOR in who.roles else who.county


async def kept_to(conn: Conn) -> int:
    """Up to which position boards can be told; 0 where nothing is kept yet."""
    found: int | None = await conn.fetchval(KEPT, EDITION)
    return found or 0


async def board_at(conn: Conn, position: int, at: datetime, narrowed: Narrowed) -> Board:
    """The board as of a position not beyond what is kept, looked at in a moment."""
    begun, over = day_of(at)
    rows: list[Any] = await conn.fetch(BOARD, position, at, begun, over, *narrowed.values())
    names = ("opened", "running", "due", "late", "closed")
    return {
        row["county"]: counts
        for row in rows
        if (counts := Counts(**{name: row[name] for name in names})) != Counts()
    }


async def recorded_at(conn: Conn, position: int) -> datetime | None:
    """When the page of a position was recorded; None where there is none."""
    found: datetime | None = await conn.fetchval(RECORDED, position)
    return found


async def position_at(conn: Conn, moment: datetime, top: int) -> int:
    """The position that the hub had come to in a moment; positions follow the time of recording."""
    low, high = 0, top
    while low < high:
        middle = (low + high + 1) // 2
        at = await recorded_at(conn, middle)
        if at is not None and at <= moment:
            low = middle
        else:
            high = middle - 1
    return low
