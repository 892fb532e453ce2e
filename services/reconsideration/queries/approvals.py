"""待审批: what waits for the head of a body 行政复议机构负责人, and how much each reviewer has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from asyncpg import Record

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.domain.ordinary.states import CLOSED
from services.reconsideration.queries.desk import FILES, cases_of_rows
from shared.contracts.reconsideration import ApplicationWithdrawn
from shared.contracts.reconsideration.assigning import RecusalRequested
from shared.frame.paging import NEVER
from shared.law.day import CITY
from shared.work import Hub

WAITING: Final[Mapping[str, str]] = {
    "submission": "送审的拟稿",
    "recusal": "回避的决定",
    "stay": "停止执行的申请",
    "withdrawal": "撤回的申请",
    "sixty_days": "中止满六十日的终止",
    "extension": "审理期限将满，是否延长",
}
"""What the law leaves to the head, by what one calls it at the desk."""

SOON: Final = timedelta(days=7)
"""So long before its end a period that may still be extended is brought to the head."""

_DATED: Final = """
  (SELECT max(p.legal_on) FROM hub.outbox p WHERE p.case_id = o.case_id AND p.kind = '{}')
"""

_FOUND: Final = f"""
WITH found AS (
  SELECT o.case_id, f.edition, i.labels ->> 'number' AS number, w.what, w.since,
         (SELECT d.until FROM hub.deadline d
          WHERE d.case_id = o.case_id AND d.ended IS NULL AND d.name = ANY(w.periods)
          ORDER BY d.until LIMIT 1) AS until
  FROM reconsideration.ordinary o JOIN hub.file f ON f.case_id = o.case_id
  LEFT JOIN hub.file i ON i.case_id = o.dispute_id
  CROSS JOIN LATERAL (VALUES
    ('submission', CASE WHEN o.drafted ->> 'approved_on' IS NULL
       AND coalesce(o.drafted #>> '{{joint,leading}}', o.case_id::text) = o.case_id::text
       THEN (o.drafted ->> 'submitted_on')::date END, ARRAY['decide', 'decide_simplified']),
    ('recusal', CASE WHEN o.recusals_pending > 0
       THEN {_DATED.format(RecusalRequested.kind_name())} END,
       ARRAY['decide', 'decide_simplified']),
    ('stay', o.stay_asked_on, ARRAY['answer_stay']),
    ('withdrawal', CASE WHEN o.withdrawn
       THEN {_DATED.format(ApplicationWithdrawn.kind_name())} END,
       ARRAY['decide', 'decide_simplified']),
    ('sixty_days', (SELECT d.started_on FROM hub.deadline d WHERE d.case_id = o.case_id
       AND d.name = 'terminate' AND d.ended IS NULL LIMIT 1), ARRAY['terminate']),
    ('extension', (SELECT (d.until - $3::interval)::date FROM hub.deadline d
       WHERE d.case_id = o.case_id AND d.name = 'decide' AND d.ended IS NULL
         AND d.until > $2 AND d.until <= $2 + $3 AND o.extended_days = 0
         AND o.drafted ->> 'drafted_on' IS NULL), ARRAY['decide'])
  ) w (what, since, periods)
  WHERE o.authority = $1 AND o.state NOT IN ({", ".join(f"'{state}'" for state in CLOSED)})
    AND o.state IN ({", ".join(f"'{state}'" for state in ON_HAND)})
    AND w.since IS NOT NULL
)
"""  # noqa: S608 - our own words

PAGE: Final = f"""
{_FOUND} SELECT * FROM found WHERE $4 = '' OR what = $4
ORDER BY coalesce(until, $5), since, case_id, what LIMIT $6 OFFSET $7
"""  # noqa: S608 - as above

COUNTS: Final = f"{_FOUND} SELECT what, count(*) AS many FROM found GROUP BY what"  # noqa: S608 - as above

LOAD: Final = f"""
{FILES}
SELECT r.code, count(*) AS assigned, count(*) FILTER (WHERE held) AS held,
       count(*) FILTER (WHERE NOT overdue AND until > $4 AND until <= $5) AS soon,
       count(*) FILTER (WHERE overdue) AS overdue
FROM due CROSS JOIN LATERAL jsonb_array_elements_text(
  CASE WHEN reviewers = '[]' THEN '[""]' ELSE reviewers END) r (code)
GROUP BY r.code ORDER BY r.code = '' DESC, overdue DESC, assigned DESC, r.code
"""  # noqa: S608 - as above


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the head."""

    what: str
    case: Case
    number: str
    since: date
    until: datetime | None
    """When the period that it is part of ends; None where that stands still."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """承办情况 of one reviewer; without a code, of files to which nobody is assigned."""

    code: str
    assigned: int
    held: int
    """中止."""
    soon: int
    """Due within the week."""
    overdue: int


async def waiting(
    hub: Hub, authority: str, what: str = "", *, limit: int, skip: int = 0
) -> Sequence[Waiting]:
    """What waits, what is due first first.

    Args:
        hub: The hub.
        authority: Code of the authority.
        what: One of `WAITING`; empty for all.
        limit: How many.
        skip: How many before them.
    """
    now = await hub.now()
    async with hub.pool.acquire() as conn:
        rows = await conn.fetch(PAGE, authority, now, SOON, what, NEVER, limit, skip)
        cases = await cases_of_rows(conn, rows)
    return [_waiting(row, cases[row["case_id"]]) for row in rows]


async def counted(hub: Hub, authority: str) -> Mapping[str, int]:
    """How many of each wait."""
    rows = await hub.pool.fetch(COUNTS, authority, await hub.now(), SOON)
    many = {row["what"]: row["many"] for row in rows}
    return {what: many.get(what, 0) for what in WAITING}


async def loads(hub: Hub, authority: str) -> Sequence[Loaded]:
    """承办情况 of every reviewer with open files, and of what nobody has yet."""
    now = await hub.now()
    rows = await hub.pool.fetch(LOAD, authority, "", "", now, now + SOON)
    return [Loaded(**row) for row in rows]


def _waiting(row: Record, case: Case) -> Waiting:
    until = row["until"] and row["until"].astimezone(CITY)
    return Waiting(row["what"], case, row["number"] or "", row["since"], until)
