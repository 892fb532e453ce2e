"""态势的读取: the board as of a position, and the position that a moment had come to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from services.supervision.live.counting import CENTRE, Board, By, Counts, day_of
from services.supervision.live.keeping import EDITION
from shared.auth import Identity, Role
from shared.db import Conn
from shared.frame.sorting import Order
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

_SILENT: Final = "SELECT {0} FROM supervision.span WHERE about IS NOT NULL AND begun <= $1"

_FILES: Final = """
  SELECT {line} AS line, case_id, 'running' AS what, case_id IN ({silent}) AS late
  FROM supervision.span {organs}
  WHERE what = 'open' AND int8range(begun, ended) @> $1::bigint {narrowed}
  UNION ALL
  SELECT {line}, case_id, 'due', false FROM supervision.span {organs}
  WHERE what = 'due' AND until > $2 AND until <= $4
    AND begun <= $1 AND (ended IS NULL OR ended > $1) {narrowed}
  UNION ALL
  SELECT {line}, case_id, CASE what WHEN 'registered' THEN 'opened' ELSE what END, false
  FROM supervision.span {organs}
  WHERE what IN ('registered', 'closed') AND begun <= $1 AND at >= $3 AND at < $4 {narrowed}
"""
"""What counts in lines that have files."""

_OWED: Final = """
  SELECT subject AS line, case_id, 'waiting' AS what, (case_id, subject) IN ({silent}) AS late
  FROM supervision.span
  WHERE what = 'owed' AND int8range(begun, ended) @> $1::bigint {narrowed}
  UNION ALL
  SELECT subject, case_id, 'answered', false FROM supervision.span
  WHERE what = 'answered' AND begun <= $1 AND at >= $3 AND at < $4 {narrowed}
    AND $2::timestamptz IS NOT NULL
"""
"""What counts in lines of departments, whatever the time of day."""

_ORGANS: Final = """CROSS JOIN LATERAL unnest(
    CASE what WHEN 'registered' THEN ARRAY[subject] ELSE string_to_array(departments, ' ') END
  ) AS organ(code)"""

_COUNTED: Final[Mapping[By, str]] = {
    By.COUNTY: _FILES.format(
        line="county", organs="", silent=_SILENT.format("about"), narrowed=NARROWED
    ),
    By.CENTRE: _FILES.format(
        line="organ.code", organs=_ORGANS, silent=_SILENT.format("about"), narrowed=NARROWED
    ),
    By.DEPARTMENT: _OWED.format(
        silent=_SILENT.format("about, subject"),
        # Of a department that is asked for its own line, not those of all beside it.
        narrowed=NARROWED.replace("string_to_array(departments, ' ') && $7", "subject = ANY($7)"),
    ),
}

_ONLY: Final[Mapping[By, str]] = {
    By.COUNTY: "true",
    By.CENTRE: f"line LIKE '%{CENTRE}'",
    By.DEPARTMENT: "line <> ''",
}
"""Which lines there are: of the organs of a file its centre alone."""

BOARD: Final = {
    by: f"""
SELECT line, count(*) FILTER (WHERE what = 'opened') AS opened,
       count(*) FILTER (WHERE what = 'running') AS running,
       count(*) FILTER (WHERE what = 'due') AS due, count(*) FILTER (WHERE late) AS late,
       count(*) FILTER (WHERE what = 'closed') AS closed,
       count(*) FILTER (WHERE what = 'waiting') AS waiting,
       count(*) FILTER (WHERE what = 'answered') AS answered
FROM ({counted}) counted WHERE {_ONLY[by]} GROUP BY line ORDER BY line
"""  # noqa: S608 - our own words
    for by, counted in _COUNTED.items()
}

COLUMNS: Final = tuple(one.name for one in fields(Counts))

CASES: Final = {
    by: f"""
SELECT f.case_id, f.dispute_id, f.office, f.procedure, f.state,
       coalesce(f.labels ->> 'number', '') AS number,
       coalesce(f.labels ->> 'matter', '') AS matter, n.many, count(*) OVER ()::int AS total
FROM (
  SELECT case_id, count(*)::int AS many FROM ({counted}) counted
  WHERE line = $10 AND ($11 = 'late' AND late OR what = $11) GROUP BY case_id
) n JOIN hub.file f USING (case_id)
ORDER BY {{key}} {{turn}}, number, f.case_id LIMIT $12 OFFSET $13
"""  # noqa: S608 - our own words
    for by, counted in _COUNTED.items()
}


SORTED_BY: Final[Mapping[str, str]] = {
    "number": "number",
    "matter": "matter",
    "state": "f.state",
    "many": "n.many",
}
"""What the files behind a number are sorted by."""

BY_NUMBER: Final = Order("number")


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


async def board_at(
    conn: Conn, position: int, at: datetime, narrowed: Narrowed, by: By = By.COUNTY
) -> Board:
    """The board as of a position not beyond what is kept, looked at in a moment."""
    begun, over = day_of(at)
    rows: list[Any] = await conn.fetch(BOARD[by], position, at, begun, over, *narrowed.values())
    return {row["line"]: Counts(**{n: row[n] for n in COLUMNS}) for row in rows}


@dataclass(frozen=True, slots=True)
class Counted:
    """A file that counts in a number of the board, as it stands now."""

    case_id: UUID
    dispute_id: UUID
    office: str
    procedure: str
    state: str
    number: str
    matter: str
    many: int
    """How often it counts: as many periods, or answers."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the board: of which line, in which column, as of when."""

    by: By
    line: str
    column: str
    position: int
    at: datetime
    narrowed: Narrowed


async def counted_in(
    conn: Conn, asked: Number, order: Order = BY_NUMBER, *, limit: int, skip: int
) -> tuple[Sequence[Counted], int]:
    """一个数字背后的案卷: a page of the files that make it, and how many there are in all.

    Args:
        conn: The connection.
        asked: Which number.
        order: By one of `SORTED_BY`.
        limit: How many.
        skip: How many before them.
    """
    begun, over = day_of(asked.at)
    moment = (asked.position, asked.at, begun, over, *asked.narrowed.values())
    query = CASES[asked.by].format(key=SORTED_BY[order.by], turn=order.turn)
    rows = await conn.fetch(query, *moment, asked.line, asked.column, limit, skip)
    names = [one.name for one in fields(Counted)]
    found = [Counted(**{name: row[name] for name in names}) for row in rows]
    return found, rows[0]["total"] if rows else 0


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
