"""承办的案件: the open files of an authority by due time, sifted for the officer who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from asyncpg import Record

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import NOT_YET_ACCEPTED, ON_HAND, ORDINARY, State
from services.reconsideration.domain.ordinary.states import CLOSED
from services.reconsideration.queries.held import HELD
from services.reconsideration.store import CASES
from shared.contracts.reconsideration import DecisionOverdue, ReconsiderationActOverdue
from shared.db import Conn
from shared.deadlines import STANDS
from shared.frame.paging import NEVER, moment_in, reading_place, said_by, word_for
from shared.frame.sorting import Order
from shared.law.day import CITY
from shared.work import Hub

STAGES: Final[Mapping[str, tuple[str, tuple[State, ...]]]] = {
    "filing": ("受理以前", (State.HANDED_IN, State.FORWARDED, *NOT_YET_ACCEPTED)),
    "on_hand": ("审理中", ON_HAND),
    "decided": ("待送达", (State.DECIDED,)),
}
"""阶段 of files that are not closed: what each is called, and the states in it."""

OWN: Final = tuple(
    one for one in ORDINARY.deadlines if one.lapse in (DecisionOverdue, ReconsiderationActOverdue)
)
"""Periods of the authority itself: one that was let lapse is owed until what ends it is done."""

_OWED: Final = f"""d.ended = 'lapsed' AND d.made_good IS NULL
  AND d.name IN {tuple(one.name for one in OWN)}"""
"""Whether a period `d` was let lapse and is owed still; who waits for a public notice owes none."""

DATED: Final = f"""
  SELECT min(d.until) FILTER (WHERE d.ended IS NULL) AS running,
         min(d.until) FILTER (WHERE {_OWED}) AS lapsed
  FROM hub.deadline d WHERE d.case_id = o.case_id AND ({STANDS})
"""  # noqa: S608 - our own words
"""When a file `o` is due, and since when the authority owes what it let lapse: one look at it."""


def _own(whose: str) -> str:
    """The open files of the authorities that `whose` names."""
    return f"""own AS (
  SELECT o.case_id, o.dispute_id, o.respondent, o.state, o.received_on, o.reviewers, o.grave,
         {HELD} AS held
  FROM reconsideration.ordinary o
  WHERE {whose} AND o.state NOT IN ({", ".join(f"'{state}'" for state in CLOSED)})
    AND CASE $2 WHEN 'mine' THEN o.reviewers ? $3
                WHEN 'unassigned' THEN o.reviewers = '[]' ELSE true END
)"""  # noqa: S608 - our own words


def _due(files: str) -> str:
    """Files, each with when it is due.

    What it let lapse and has not done yet goes before all else.
    """
    return f"""due AS (
  SELECT o.*, coalesce(t.lapsed, t.running) AS until, t.lapsed IS NOT NULL AS overdue
  FROM {files} o CROSS JOIN LATERAL ({DATED}) t
)"""  # noqa: S608 - our own words


FILES: Final = f"WITH {_own('o.authority = $1')}, {_due('own')}"
"""Those of one authority."""

OF_SEVERAL: Final = _own("o.authority = ANY($1::text[])")
"""Those of several: what its body has itself, or what is handled below it (ARL 38, 40)."""

_SIFTED: Final = """
  ($4 = '' OR state = ANY($5::text[])) AND ($6 = '' OR ($6 = 'held') = held) AND ($8 = '' OR grave)
"""
"""What a file itself says."""

_LATE: Final = "($7 = '' OR ($7 = 'overdue') = overdue)"
"""What its periods say."""

COUNT: Final = f"""
WITH {OF_SEVERAL} SELECT count(*) FROM own WHERE {_SIFTED} AND $7 = ''
"""  # noqa: S608 - our own words

COUNT_LATE: Final = f"""
WITH {OF_SEVERAL}, {_due("own")} SELECT count(*) FROM due WHERE {_SIFTED} AND {_LATE}
"""  # noqa: S608 - our own words

_KEYS: Final[Mapping[str, str]] = {
    "due": "''",
    "received": "coalesce(received_on::text, '')",
    "respondent": "respondent",
    "state": "state",
}
"""By what each order sorts first; what is alike then goes by due time, the first first."""

_ALL: Final = "SELECT * FROM sifted"

_NEAR: Final = """
  SELECT * FROM sifted WHERE key = $10
  UNION ALL (
    SELECT * FROM sifted WHERE $10::text IS NULL OR key {beyond} $10 ORDER BY key {turn}
    FETCH FIRST $13 ROWS WITH TIES
  )
"""
"""Those that may be shown by the key, which has some values: what is alike in the last one wholly.
"""

PAGE: Final = f"""
WITH {OF_SEVERAL}, sifted AS (SELECT own.*, {{key}} AS key FROM own WHERE {_SIFTED}), near AS (
  {{near}}
), {_due("near")}, shown AS (
  SELECT * FROM (SELECT due.*, coalesce(until, $9) AS ends FROM due WHERE {_LATE}) k
  WHERE $10::text IS NULL OR key {{beyond}} $10
     OR key = $10 AND (ends, case_id) {{further}} ($11::timestamptz, $12::uuid)
  ORDER BY key {{turn}}, ends {{way}}, case_id {{way}} LIMIT $13
)
SELECT s.*, f.edition, i.labels ->> 'number' AS number, d.name AS duty,
       coalesce(d.provisional, false) AS provisional
FROM shown s
JOIN hub.file f ON f.case_id = s.case_id
LEFT JOIN hub.file i ON i.case_id = s.dispute_id
LEFT JOIN LATERAL (
  SELECT d.name, d.provisional FROM hub.deadline d
  WHERE d.case_id = s.case_id AND d.until IS NOT DISTINCT FROM s.until
    AND CASE WHEN s.overdue THEN {_OWED} ELSE d.ended IS NULL END
  ORDER BY d.name LIMIT 1) d ON true
ORDER BY s.key {{turn}}, s.ends {{way}}, s.case_id {{way}}
"""  # noqa: S608 - as above
"""What it is called and what is due in it is asked of those alone that are shown.

The number of a file is that of the intake file, which bears the id of the dispute.
"""

TABS: Final = f"""
SELECT count(*) FILTER (WHERE authority = $1 AND reviewers ? $2) AS mine,
       count(*) FILTER (WHERE authority = $1 AND reviewers = '[]') AS unassigned,
       count(*) FILTER (WHERE authority = $1) AS every,
       count(*) FILTER (WHERE authority <> $1) AS below
FROM reconsideration.ordinary
WHERE authority = ANY($3::text[]) AND state NOT IN ({", ".join(f"'{state}'" for state in CLOSED)})
"""  # noqa: S608 - as above


@dataclass(frozen=True, slots=True)
class Sieve:
    """筛选: which of them are shown; empty for all."""

    whose: str = "mine"
    """`mine` of which the officer is a reviewer, `unassigned` of which nobody is yet, `below`."""
    stage: str = ""
    held: str = ""
    """`held` 中止 or `going`."""
    late: str = ""
    """`overdue` 已逾期 or `in_time`."""
    grave: str = ""
    """`grave` 重大、疑难、复杂."""


@dataclass(frozen=True, slots=True)
class Due:
    """A file as the desk shows it."""

    case: Case
    number: str
    duty: str | None
    until: datetime | None
    """When it is due, or was; None where its clocks stand still or none runs."""
    provisional: bool
    overdue: bool
    """Whether `duty` was let lapse and is still to be done."""

    @property
    def received_on(self) -> date | None:
        """The day on which it reached the authority, or the organ through which it came."""
        return self.case.received_on or self.case.handed_in_on


@dataclass(frozen=True, slots=True)
class DuePage:
    """A page of them, how many there are in each tab, and where to go on."""

    items: Sequence[Due]
    total: int
    tabs: Mapping[str, int]
    next: str


async def due(
    hub: Hub,
    authority: str,
    code: str,
    sieve: Sieve,
    order: Order,
    *,
    cursor: str,
    limit: int,
    below: Sequence[str] = (),
) -> DuePage:
    """What is due first first, the overdue before all else, what stands still last.

    Args:
        hub: The hub.
        authority: Code of the authority 行政复议机关.
        code: Code of the officer, as reviewers are named by it.
        sieve: Which of them.
        order: By `due`, `received`, `respondent` or `state`.
        cursor: Where to go on; empty for the beginning.
        limit: How many.
        below: Codes of the authorities below, whose files the reader may see, too.

    Raises:
        Malformed: The cursor is none of ours.
    """
    states = [str(one) for one in STAGES[sieve.stage][1]] if sieve.stage else []
    whose = list(below) if sieve.whose == "below" else [authority]
    sifted = (sieve.stage, states, sieve.held, sieve.late, sieve.grave)
    asked = (whose, sieve.whose, code, *sifted)
    after = _place_of(cursor) if cursor else (None, None, None)
    async with hub.pool.acquire() as conn:
        tabs = await conn.fetchrow(TABS, authority, code, [authority, *below])
        count = COUNT_LATE if sieve.late else COUNT
        total = await conn.fetchval(count, *asked) if any(sifted) else tabs[sieve.whose]
        rows = await conn.fetch(_query(order, late=sieve.late), *asked, NEVER, *after, limit + 1)
        page = rows[:limit]
        cases = await cases_of_rows(conn, page)
    more = _word_for(page[-1]) if len(rows) > limit else ""
    return DuePage([_shown(row, cases[row["case_id"]]) for row in page], total, dict(tabs), more)


async def cases_of_rows(conn: Conn, rows: Sequence[Record]) -> Mapping[UUID, Case]:
    """The cases of rows that say `case_id` and `edition`, in one question."""
    editions = {row["case_id"]: row["edition"] for row in rows}
    found = await conn.fetch(CASES.load_sql, list(editions))
    return {r["case_id"]: CASES.make(r, CASES.edition(editions[r["case_id"]])) for r in found}


def _query(order: Order, late: str = "") -> str:
    within = Order("due", order.by == "due" and order.down)
    near = _ALL if late or order.by == "due" else _NEAR
    return PAGE.format(
        key=_KEYS[order.by],
        near=near.format(beyond=order.beyond, turn=order.turn),
        beyond=order.beyond,
        turn=order.turn,
        further=within.beyond,
        way=within.turn,
    )


def _shown(row: Record, case: Case) -> Due:
    return Due(
        case=case,
        number=row["number"] or "",
        duty=row["duty"],
        until=row["until"] and row["until"].astimezone(CITY),
        provisional=row["provisional"],
        overdue=row["overdue"],
    )


def _word_for(row: Record) -> str:
    until = row["until"] and row["until"].isoformat()
    return word_for([row["key"], until, str(row["case_id"])])


def _place_of(cursor: str) -> tuple[str, datetime, UUID]:
    with reading_place():
        key, until, case_id = said_by(cursor)
        return str(key), moment_in(until), UUID(str(case_id))
