"""到期和逾期: periods by office, by whoever must act, and by the day on which they are over.

A period counts as in time when what it asks for was done before it was over, and as overdue when
its lapse is on record or its end has passed unrecorded; one that ended with its file is in neither.
Still overdue is what nobody has done since, on whatever day it was due.
What binds a party is a reminder and counts against nobody, so it is left out here; what binds a
respondent or another organ counts against that one, whoever has the file (`Deadline.owed_by`). One
silence counts once, however far up it is told (RULES 165).
Everything is read as it stands now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from shared.db import Pool
from shared.deadlines import COUNTS_AGAINST, STILL_OWED
from shared.law.day import DAY, begin_of
from shared.law.deadline import OFFICE

SOON: Final = 3 * DAY
"""即将到期: over within so long."""


class How(StrEnum):
    """How a period stands 期限情况."""

    RUNNING = "running"  # 在走
    SOON = "soon"  # 三日内到期
    OVERDUE = "overdue"  # 逾期
    STILL = "still"  # 至今仍逾期
    MET = "met"  # 按期


_HOW: Final[Mapping[How, str]] = {
    How.RUNNING: "d.ended IS NULL AND d.until > $1",
    How.SOON: "d.ended IS NULL AND d.until > $1 AND d.until <= $2",
    How.OVERDUE: "(d.ended = 'lapsed' AND d.until > $3 OR d.ended IS NULL AND d.until <= $1)",
    How.STILL: "(d.ended = 'lapsed' AND d.made_good IS NULL OR d.ended IS NULL AND d.until <= $1)",
    How.MET: "d.ended = 'met'",
}
"""Each in the words of the rows; `soon` is part of `running`, and `still` mostly of `overdue`: what
lapsed before the days asked and is owed still is in `still` alone."""

_ORGAN: Final = f"""
CASE WHEN d.owed_by NOT IN ('', '{OFFICE}') THEN d.owed_by
     WHEN d.owed_by = '' AND d.subject <> '' THEN d.subject
     ELSE coalesce(nullif(d.authority, ''), '-') END
"""
"""Whoever must act: the organ that a period binds, such as the respondent that is to reply or a
department under a whistle; otherwise the file's authority, `-` for none."""

_COLUMNS: Final = (
    *("case_id", "dispute_id", "name", "subject", "opened", "office", "county", "authority"),
    *("article", "started_on", "until", "provisional", "owed_by"),
)

_ROWS: Final = f"""
SELECT {", ".join(_COLUMNS)}, NULL::text AS ended, NULL::int AS made_good FROM hub.deadline
WHERE ended IS NULL AND until IS NOT NULL
UNION ALL
SELECT {", ".join(_COLUMNS)}, ended, made_good FROM hub.deadline
WHERE ended IN ('met', 'lapsed') AND until IS NOT NULL AND until > $3 AND until <= $4
UNION ALL
SELECT {", ".join(_COLUMNS)}, ended, NULL::int FROM hub.deadline
WHERE {STILL_OWED} AND until <= $3
"""  # noqa: S608 - our own words
"""What runs, what was over on these days, and what lapsed before them and is owed still: each is
read from the index of its own."""

_ON_ROAD: Final = """
SELECT v.dispute_id FROM hub.file v WHERE v.procedure = 'triage' AND v.labels ->> 'road' = $6
"""
"""Disputes that are on a road now; files that were opened on it bear its name for good."""

_FROM: Final = f"""
FROM ({_ROWS}) d
WHERE ($1::timestamptz, $2::timestamptz) IS NOT NULL AND {COUNTS_AGAINST}
  AND ($5 = '' OR d.county = $5) AND ($6 = '' OR d.dispute_id IN ({_ON_ROAD}))
  AND ($7 = '' OR d.office = $7) AND ($8 = '' OR {_ORGAN} = $8) AND ($9 = '' OR d.name = $9)
"""

_COUNTS: Final = ", ".join(f"count(*) FILTER (WHERE {says}) AS {how}" for how, says in _HOW.items())

COUNTED: Final = f"SELECT d.office, {_ORGAN} AS organ, {_COUNTS} {_FROM} GROUP BY 1, 2"

LISTED: Final = f"""
SELECT found.*, f.procedure, f.labels FROM (
SELECT d.*, {_ORGAN} AS organ
{_FROM} AND {{how}} AND ($10::timestamptz IS NULL OR d.until > $10 AND d.until <= $11)
  AND (d.until, d.case_id, d.name, d.subject, d.opened)
    {{sign}} ($12::timestamptz, $13::uuid, $14, $15, $16::int)
ORDER BY d.until {{order}}, d.case_id {{order}}, d.name {{order}}, d.subject {{order}},
  d.opened {{order}} LIMIT $17
) found JOIN hub.file f USING (case_id)
ORDER BY found.until {{order}}, found.case_id {{order}}, found.name {{order}},
  found.subject {{order}}, found.opened {{order}}
"""  # noqa: S608 - our own words

BY_DAY: Final = f"""
SELECT (d.until AT TIME ZONE 'Asia/Shanghai' - interval '1 microsecond')::date AS day, d.office,
       count(*) AS n
{_FROM} AND {_HOW[How.RUNNING]} AND d.until > $10 AND d.until <= $11 GROUP BY 1, 2
"""
"""A period that ends at midnight ends with the day before it; what runs is what the list calls so:
a period whose end has passed unrecorded is on no day to come."""

PLANNED: Final = "SET LOCAL plan_cache_mode = force_custom_plan"
"""A day and ten years are asked in the same words, and need other plans."""

Mark = tuple[datetime, UUID, str, str, int]
"""Where a row stands in a list."""

_FIRST: Final[Mark] = (begin_of(date(1900, 1, 1)), UUID(int=0), "", "", -1)
_LAST: Final[Mark] = (begin_of(date(9999, 1, 1)), UUID(int=2**128 - 1), "~", "~", 2**31 - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfPeriods:
    """Periods that run now, and those that were over on these days; narrowed."""

    now: datetime
    start: date
    until: date
    """The last day, counted in."""
    county: str = ""
    road: str = ""
    office: str = ""
    organ: str = ""
    name: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """In the order of the statements."""
        since, end = begin_of(self.start), begin_of(self.until + timedelta(1))
        narrowed = (self.county, self.road, self.office, self.organ, self.name)
        return (self.now, self.now + SOON, since, end, *narrowed)


async def due_by(pool: Pool, asked: AskedOfPeriods) -> Mapping[tuple[str, str], Mapping[How, int]]:
    """How many periods stand how, by office and organ."""
    async with pool.acquire() as conn, conn.transaction(readonly=True):
        await conn.execute(PLANNED)
        rows = await conn.fetch(COUNTED, *asked.said)
    return {(row["office"], row["organ"]): {how: row[how.value] for how in How} for row in rows}


async def due_by_day(
    pool: Pool, asked: AskedOfPeriods, first: date, days: int
) -> Mapping[tuple[date, str], int]:
    """How many running periods are over on each of so many days, by day and office."""
    until = begin_of(first + timedelta(days))
    async with pool.acquire() as conn, conn.transaction(readonly=True):
        await conn.execute(PLANNED)
        rows = await conn.fetch(BY_DAY, *asked.said, begin_of(first), until)
    return {(row["day"], row["office"]): row["n"] for row in rows}


async def periods(
    pool: Pool,
    asked: AskedOfPeriods,
    *how: How,
    day: date | None,
    after: Mark | None,
    limit: int,
    latest: bool = False,
) -> Sequence[Any]:
    """The periods that stand in one of these ways, by their ends; one more than asked.

    `day` narrows to those that are over on it.
    """
    sign, order = ("<", "DESC") if latest else (">", "ASC")
    begin = after or (_LAST if latest else _FIRST)
    ends = (begin_of(day), begin_of(day + timedelta(1))) if day else (None, None)
    which = " OR ".join(f"({_HOW[one]})" for one in how)
    sql = LISTED.format(how=f"({which})", sign=sign, order=order)
    async with pool.acquire() as conn, conn.transaction(readonly=True):
        await conn.execute(PLANNED)
        found: Sequence[Any] = await conn.fetch(sql, *asked.said, *ends, *begin, limit + 1)
    return found
