"""后续和附带审查: what the files beside the cases of an authority still ask, by due time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.attached_table import ATTACHED
from services.reconsideration.domain.correction import CORRECTION
from services.reconsideration.domain.debts import Stand
from services.reconsideration.domain.deferral import DEFERRAL
from services.reconsideration.domain.enforcing_table import ENFORCING as ENFORCING_PERIODS
from services.reconsideration.domain.letters_table import LETTERS
from services.reconsideration.queries.held import HELD
from services.reconsideration.queries.letters import LETTER, UNHEARD
from services.reconsideration.queries.parties import ASKED, FIRST, LATE, OF_CASE, RUNS, called
from services.reconsideration.queries.responding import ENFORCED
from services.reconsideration.queries.watched import WATCH_ENDS, WATCHED_BY
from services.reconsideration.tables import (
    ENFORCING,
    FOLLOWING_OPEN,
    ORDERED,
    UNFINISHED,
)
from services.reconsideration.tables.attached import ATTACHED_OPEN
from services.reconsideration.tables.deferring import DEFERRAL_ASKED
from shared.frame.paging import NEVER
from shared.frame.sorting import Order
from shared.law.day import CITY
from shared.work import Hub

DEADLINES: Final = (
    *(*AFTERMATH.deadlines, *ATTACHED.deadlines),
    *(*CORRECTION.deadlines, *DEFERRAL.deadlines),
)

_ENDS: Final = ", ".join(
    f"('{name}', '{fact.kind_name()}')"
    for name, ends in (*((one.name, one.ends) for one in DEADLINES), *WATCH_ENDS)
    for fact in ends
)

_NOT_OURS: Final = ", ".join(
    f"'{name}'"
    for name in (
        *(one.name for one in ENFORCING_PERIODS),
        *(d.name for d in DEADLINES if not d.ends),
        "sue_refusal",
    )
)
"""Periods of what a party has to perform, for each of whom there is a row of its own (ARL 78), and
those in which one may sue: nobody here has anything to do by then."""

_OF_LETTERS: Final = ", ".join(f"'{one.name}'" for one in LETTERS)

_DUE: Final = f"""d.name, d.until, d.provisional, {LETTER} AS letter
    FROM hub.deadline d LEFT JOIN reconsideration.aftermath a ON a.case_id = d.case_id
    WHERE b.debt IS NULL AND d.case_id = b.case_id"""
"""What is due in a file `b` itself, and of which letter."""

BOUND: Final = """CASE WHEN state <> 'meanwhile' AND respondent <> ''
    THEN array_prepend(respondent, ARRAY(SELECT jsonb_array_elements_text(joint))) END"""
"""Whom what follows a case binds by now: its respondents, or who took over since (ARL 19).

While the case is on hand, those of the case itself.
"""

_FOUND: Final = f"""
WITH ends (name, kind) AS (VALUES {_ENDS}), beside AS (
  SELECT case_id, dispute_id, 'aftermath' AS what, state, about,
         coalesce(opened_on, effective_on) AS since,
         NULL::jsonb AS debt, {BOUND} AS bound
  FROM reconsideration.aftermath WHERE authority = $1 AND {FOLLOWING_OPEN} AND {UNFINISHED}
  UNION ALL
  SELECT a.case_id, a.dispute_id, 'aftermath', owing.debt ->> 'stand', a.about,
         coalesce(a.opened_on, a.effective_on), owing.debt, {BOUND}
  FROM (SELECT * FROM reconsideration.aftermath
    WHERE authority = $1 AND {FOLLOWING_OPEN} AND {ENFORCING}) a
  JOIN LATERAL (SELECT debt FROM jsonb_array_elements(a.debts) debt
    WHERE debt ->> 'stand' IN {ENFORCED}
      AND (a.outcome IS DISTINCT FROM 'upheld' AND debt ->> 'organ' = a.authority
        OR debt ->> 'stand' = '{Stand.UNSTATED}')
  ) owing ON true
  UNION ALL
  SELECT case_id, dispute_id, 'attached', state, request_case_id, suspended_on, NULL, NULL
  FROM reconsideration.attached WHERE authority = $1 AND {ATTACHED_OPEN}
  UNION ALL
  SELECT case_id, dispute_id, 'correction', state, of_case_id, reported_on, NULL, NULL
  FROM reconsideration.correction WHERE below = $1 AND {ORDERED}
  UNION ALL
  SELECT d.case_id, d.dispute_id, 'deferral', d.state, d.of_case_id, d.asked_on, NULL, NULL
  FROM (SELECT * FROM reconsideration.deferral WHERE {DEFERRAL_ASKED}) d
  JOIN reconsideration.ordinary o ON o.case_id = d.of_case_id AND o.authority = $1
  UNION ALL
  {WATCHED_BY}
), found AS MATERIALIZED (
  SELECT b.case_id, b.dispute_id, b.what, b.state, b.since, c.case_id AS about,
         coalesce(b.bound, c.respondents) AS respondents, c.act,
         c.reviewers ? $2 OR c.reviewers = '[]'
           OR b.what = 'watch' AND c.authority <> $1 AS mine,
         i.labels ->> 'number' AS number,
         coalesce(b.debt ->> 'stand', l.name, r.name, (
           SELECT 'decide_anew' FROM reconsideration.aftermath n
           WHERE n.case_id = b.case_id AND n.anew)) AS duty,
         coalesce(e.until, l.until, r.until) AS until,
         coalesce(e.provisional, l.provisional, r.provisional, false) AS provisional,
         l.name IS NOT NULL OR coalesce({LATE}, false) AS overdue,
         CASE WHEN coalesce(l.name, r.name) IN ('serve_letter', 'copy_letter')
           THEN coalesce(coalesce(l.letter, r.letter) ->> 'organ', '') ELSE '' END AS letter_to,
         CASE WHEN coalesce(l.name, r.name) IN ('serve_letter', 'copy_letter')
           THEN coalesce(coalesce(l.letter, r.letter) ->> 'letter_id', '') ELSE '' END AS letter,
         coalesce(b.debt ->> 'person_id', '') AS party, b.debt ->> 'suit_on' AS suit_on, {ASKED},
         b.what = 'watch' AND c.authority <> $1 AS is_below, c.applicants, c.third_persons,
         c.case_state, c.case_held
  FROM beside b
  JOIN LATERAL (
    SELECT o.case_id, o.act, o.authority, o.reviewers, o.state AS case_state, {OF_CASE},
           {HELD} OR o.elevated ->> 'ordered_on' IS NOT NULL AS case_held,
           array_prepend(o.respondent, ARRAY(
      SELECT j.one ->> 'organ' FROM jsonb_array_elements(o.joint) WITH ORDINALITY j (one, n)
      ORDER BY j.n)) AS respondents
    FROM reconsideration.ordinary o
    WHERE o.case_id = b.about LIMIT 1) c ON true
  LEFT JOIN LATERAL (
    SELECT f.labels FROM hub.file f WHERE f.case_id = b.dispute_id LIMIT 1) i ON true
  LEFT JOIN LATERAL (
    SELECT d.until, d.provisional FROM hub.deadline d
    WHERE d.case_id = b.case_id AND {RUNS}
    {FIRST}) e ON true
  LEFT JOIN LATERAL (
    SELECT {_DUE} AND d.ended IS NULL
      AND d.name NOT IN ({_NOT_OURS}) ORDER BY d.until, d.name LIMIT 1) r ON true
  LEFT JOIN LATERAL (
    SELECT {_DUE} AND d.ended = 'lapsed'
      AND d.name NOT IN ({_NOT_OURS}) AND CASE WHEN d.name IN ({_OF_LETTERS})
        THEN {UNHEARD} ELSE NOT EXISTS (
        SELECT FROM hub.outbox p JOIN ends e ON e.kind = p.kind
        WHERE p.case_id = d.case_id AND e.name = d.name AND p.version > d.ended_by
          AND coalesce(p.body::jsonb -> 'owed', p.body::jsonb -> 'unserved', '[]') = '[]') END
    ORDER BY d.until, d.name LIMIT 1) l ON true
)
"""  # noqa: S608 - our own words
"""Each with what is due first; what was let lapse and is not done yet goes before all else.

Of letters each asks for its own: what was done of another does not settle it (ARL 76).

A request for missed days is decided by whoever has its case by now, to which it went (ARL 35, 38).

Cases and disputes are found one by one, so that no table of all of them is read for a few files.
"""

_SIFTED: Final = """
  ($3 = 'every' OR mine) AND ($4 = '' OR what = $4) AND ($5 = '' OR ($5 = 'overdue') = overdue)
"""

COUNT: Final = f"{_FOUND} SELECT count(*) FROM found WHERE {_SIFTED}"  # noqa: S608 - as above

_KEYS: Final = {
    "due": "overdue {against}, coalesce(until, $6) {turn}",
    "since": "since {turn} NULLS LAST, coalesce(until, $6)",
}

PAGE: Final = """
{found} SELECT * FROM found WHERE {sifted} ORDER BY {key}, case_id, party LIMIT $7 OFFSET $8
"""


@dataclass(frozen=True, slots=True)
class Sieve:
    """筛选; empty for all."""

    whose: str = "mine"
    """`mine` beside cases of which the officer is a reviewer, or that have none; or `every`."""
    what: str = ""
    """`aftermath` 后续, `attached` 附带审查, `correction` 上级责令纠正,
    `deferral` 顺延期限 or `watch` 履行监督."""
    late: str = ""
    """`overdue` 已逾期 or `in_time`."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A file beside a case as the desk shows it."""

    case_id: UUID
    dispute_id: UUID
    about: UUID
    """The case."""
    what: str
    state: str
    number: str
    respondents: Sequence[str]
    act: str
    since: date | None
    duty: str | None
    until: datetime | None
    provisional: bool
    overdue: bool
    letter_to: str
    """The organ whose letter 意见书 is to be served or copied; else empty."""
    letter: str
    """Which letter that is; else empty."""
    party: str
    """The applicant or third person against whom it is to be enforced; else empty."""
    called: str
    """What it is called on the list."""
    is_below: bool
    """Whether it is an authority below that decided, whose case is not read here (ARL 77)."""
    suit_on: date | None
    """起诉之日 of a suit on record that may be this party's (ARL 78)."""
    urgent: bool
    """Whether the court was asked to enforce against it at once (COERCION 59)."""
    ask_until: date | None
    """The last day to ask the court above, where the court refused (COERCION 58)."""
    refused: str | None
    """What a court refused (`CourtRefusal`); None where none has."""
    case_state: str
    """Where the case stands."""
    case_held: bool
    """Whether it is suspended, or on its way to the authority above (ARL 38, 39)."""


async def beside_cases(
    hub: Hub, authority: str, code: str, sieve: Sieve, order: Order, *, limit: int, skip: int = 0
) -> tuple[Sequence[Beside], int]:
    """A page of what is due first first, and how many there are.

    Args:
        hub: The hub.
        authority: Code of the authority.
        code: Code of the officer.
        sieve: Which of them.
        order: By `due` or `since`.
        limit: How many.
        skip: How many before them.
    """
    asked = (authority, code, sieve.whose, sieve.what, sieve.late)
    against = "ASC" if order.down else "DESC"
    key = _KEYS[order.by].format(turn=order.turn, against=against)
    query = PAGE.format(found=_FOUND, sifted=_SIFTED, key=key)
    async with hub.pool.acquire() as conn:
        total = await conn.fetchval(COUNT, *asked)
        rows = await conn.fetch(query, *asked, NEVER, limit, skip)
    names = tuple(name for name in Beside.__slots__ if name != "called")
    found = [
        Beside(
            **{name: row[name] for name in names}
            | {
                "number": row["number"] or "",
                "act": row["act"] or "",
                "until": row["until"] and row["until"].astimezone(CITY),
                "suit_on": row["suit_on"] and date.fromisoformat(row["suit_on"]),
                "ask_until": row["ask_until"] and date.fromisoformat(row["ask_until"]),
                "called": called(row["party"], row["applicants"], row["third_persons"]),
            }
        )
        for row in rows
    ]
    return found, total
