"""待审批: what waits for the head of a body 行政复议机构负责人, and how much each reviewer has."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from asyncpg import Record

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import EXTENSION_DAYS, ON_HAND
from services.reconsideration.domain.ordinary.states import CLOSED
from services.reconsideration.queries.desk import FILES, cases_of_rows
from services.reconsideration.queries.elsewhere import ABOVE, BESIDE, BY_OTHERS, CONSULTED
from shared.contracts.reconsideration import ApplicationWithdrawn
from shared.contracts.reconsideration.assigning import RecusalRequested
from shared.frame.paging import NEVER
from shared.frame.sorting import Order
from shared.law.day import CITY
from shared.work import Hub

WAITING: Final[Mapping[str, str]] = {
    "submission": "送审的拟稿",
    "countersign": "其他机关送请会签的",
    "recusal": "回避的决定",
    "panel_recusal": "咨询委员回避的决定",
    "stay": "停止执行的申请",
    "withdrawal": "撤回的申请",
    "sixty_days": "中止满六十日的终止",
    "extension": "审理期限将满，是否延长",
    "conversion": "简易程序期限将满，是否转为普通程序",
    "mediation": "调解书的制作、盖章",
    "attached_suspension": "附带审查、依据不合法的中止",
    "attached": "附带审查的处理",
    "elevation": "下级报请的提级审理",
    "report": "申请人反映的下级复议办理",
    "publication": "决定书的公开或者不予公开",
}
"""What the law leaves to the head, by what one calls it at the desk."""

SOONEST: Final = Order("due")

SOON: Final = timedelta(days=7)
"""So long before its end a period that may still be extended is brought to the head."""

_DATED: Final = """
  (SELECT max(p.legal_on) FROM hub.outbox p WHERE p.case_id = o.case_id AND p.kind = '{}')
"""

_NEAR: Final = """
  SELECT d.case_id, d.name, (d.until - $3::interval)::date AS since FROM hub.deadline d
  WHERE d.office = 'reconsideration' AND d.name IN ('decide', 'decide_simplified')
    AND d.ended IS NULL AND d.until > $2 AND d.until <= $2 + $3
"""
"""Periods to decide that are soon over, whoever's: few, so that they are looked up once for all."""

_NEARS_ITS_END: Final = """
  CASE WHEN near.name = '{}' AND o.drafted ->> 'drafted_on' IS NULL THEN near.since END
"""

_UNBEGUN: Final = """
  (SELECT min((a ->> 'since')::date) FROM jsonb_array_elements(o.attached) a
   WHERE a ->> 'begun_on' IS NULL AND a ->> 'dropped_on' IS NULL AND a ->> 'flaw' IS NULL)
"""
"""Documents for whose review the case is not suspended yet (ARL 39, 56, 57)."""

_STAY_ASKED: Final = """
  (SELECT min((a ->> 'asked_on')::date) FROM jsonb_array_elements(o.stays_asked) a)
"""
"""The first request for a stay without an answer; the case waits until all have one (ARL 42)."""

_AGREED: Final = """
  CASE WHEN o.talks ->> 'drawn_on' IS NULL THEN (o.talks ->> 'since')::date
       WHEN (o.talks ->> 'respondent_signed')::bool AND o.talks -> 'signed' @> o.applicants
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(o.participants -> 'third_persons') third
          WHERE coalesce((third ->> 'takes_part')::bool, true)
            AND NOT coalesce(o.participants -> 'heirless', '[]')
              @> jsonb_build_array(third -> 'person_id')
            AND NOT o.talks -> 'signed' @> jsonb_build_array(third -> 'person_id'))
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(o.joint) other
          WHERE NOT coalesce(o.talks -> 'joint_signed', '[]')
            @> jsonb_build_array(other -> 'organ'))
       THEN (o.talks ->> 'signed_on')::date END
"""
"""A mediation document is to be drawn up, or all have signed and it is to be sealed (ARL 73)."""

_LEFT_BEHIND: Final = f"""NOT EXISTS (
  SELECT FROM reconsideration.ordinary l
  WHERE l.case_id = (o.drafted -> 'joint' ->> 'leading')::uuid AND l.authority = o.authority
    AND l.state IN ({", ".join(f"'{state}'" for state in ON_HAND)})
    AND l.drafted -> 'joint' = o.drafted -> 'joint'
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(l.suspensions) s
                    WHERE s ->> 'until' IS NULL))"""  # noqa: S608 - our own words
"""Whether the leading case 主案 can no longer take it along, or stands still: it is sent back."""

_DECIDING: Final = "ARRAY['decide', 'decide_simplified']"

_MAY_WAIT: Final = """
  (near.case_id IS NOT NULL OR o.drafted <> 'null' OR o.talks <> 'null' OR o.withdrawn
   OR o.recusals_pending > 0 OR o.stays_asked <> '[]'
   OR o.suspensions <> '[]' OR o.attached <> '[]')
"""
"""Of most cases nothing waits for the head: these are not asked one thing after the other."""

_FOUND: Final = f"""
WITH near AS MATERIALIZED ({_NEAR}), own AS (
  SELECT o.case_id, o.case_id AS file_id, o.dispute_id, w.what, w.since,
         (SELECT d.until FROM hub.deadline d
          WHERE d.case_id = o.case_id AND d.ended IS NULL AND d.name = ANY(w.periods)
          ORDER BY d.until LIMIT 1) AS until
  FROM reconsideration.ordinary o
  LEFT JOIN near ON near.case_id = o.case_id
  CROSS JOIN LATERAL (VALUES
    ('submission', CASE WHEN coalesce(o.drafted -> 'joint' ->> 'leading', o.case_id::text)
         = o.case_id::text AND (o.drafted ->> 'approved_on' IS NULL
         OR coalesce(o.drafted -> 'opposed', '[]') <> '[]')
       OR o.drafted -> 'joint' ->> 'leading' <> o.case_id::text AND {_LEFT_BEHIND}
       THEN (o.drafted ->> 'submitted_on')::date END, {_DECIDING}),
    ('recusal', CASE WHEN o.recusals_pending > 0
       THEN {_DATED.format(RecusalRequested.kind_name())} END, {_DECIDING}),
    ('stay', {_STAY_ASKED}, ARRAY['answer_stay']),
    ('withdrawal', CASE WHEN o.withdrawn
       THEN {_DATED.format(ApplicationWithdrawn.kind_name())} END, {_DECIDING}),
    ('sixty_days', CASE WHEN o.suspensions <> '[]' THEN (
       SELECT d.started_on FROM hub.deadline d WHERE d.case_id = o.case_id
       AND d.name = 'terminate' AND d.ended IS NULL LIMIT 1) END, ARRAY['terminate']),
    ('extension', CASE WHEN o.extended_days < {EXTENSION_DAYS}
       THEN {_NEARS_ITS_END.format("decide")} END, ARRAY['decide']),
    ('conversion', {_NEARS_ITS_END.format("decide_simplified")}, ARRAY['decide_simplified']),
    ('mediation', {_AGREED}, {_DECIDING}),
    ('attached_suspension', {_UNBEGUN}, {_DECIDING})
  ) w (what, since, periods)
  WHERE o.authority = $1 AND o.state NOT IN ({", ".join(f"'{state}'" for state in CLOSED)})
    AND o.state IN ({", ".join(f"'{state}'" for state in ON_HAND)})
    AND {_MAY_WAIT} AND w.since IS NOT NULL
), found AS MATERIALIZED (
  SELECT * FROM own UNION ALL {ABOVE} UNION ALL {BY_OTHERS}
  UNION ALL {BESIDE} UNION ALL {CONSULTED}
)
"""  # noqa: S608 - our own words

PAGE: Final = f"""
{_FOUND}, many AS (
  SELECT coalesce(jsonb_object_agg(what, n), '{{{{}}}}') AS many
  FROM (SELECT what, count(*) AS n FROM found GROUP BY what) c
), shown AS (
  SELECT * FROM found WHERE $4 = '' OR what = $4
  ORDER BY {{key}} {{turn}}, coalesce(until, $5), since, case_id, what LIMIT $6 OFFSET $7
)
SELECT many.many, s.*, f.edition, i.labels ->> 'number' AS number
FROM many
LEFT JOIN shown s ON true
LEFT JOIN hub.file f ON f.case_id = s.case_id
LEFT JOIN hub.file i ON i.case_id = s.dispute_id
ORDER BY {{key}} {{turn}}, coalesce(until, $5), since, s.case_id, what
"""  # noqa: S608 - as above
"""A page of what waits, and beside each how many of each kind do; a row alone where none does."""

_KEYS: Final = {"due": "coalesce(until, $5)", "since": "since"}

LOAD: Final = f"""
{FILES}, loaded AS (
  SELECT r.code, count(*) AS assigned, count(*) FILTER (WHERE held) AS held,
         count(*) FILTER (WHERE NOT overdue AND until > $4 AND until <= $5) AS soon,
         count(*) FILTER (WHERE overdue) AS overdue
  FROM due CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE WHEN reviewers = '[]' THEN '[""]' ELSE reviewers END) r (code)
  GROUP BY r.code
)
SELECT * FROM loaded
WHERE CASE $6 WHEN 'overdue' THEN overdue WHEN 'soon' THEN soon WHEN 'held' THEN held ELSE 1 END > 0
"""  # noqa: S608 - as above


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the head."""

    what: str
    case: Case
    file_id: UUID
    """Where it is done: the case, or a file beside it."""
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
    hub: Hub,
    authority: str,
    what: str = "",
    order: Order = SOONEST,
    *,
    limit: int,
    skip: int = 0,
) -> Sequence[Waiting]:
    """What waits, as `listed` has it, without how many there are."""
    return (await listed(hub, authority, what, order, limit=limit, skip=skip))[0]


async def listed(
    hub: Hub,
    authority: str,
    what: str = "",
    order: Order = SOONEST,
    *,
    limit: int,
    skip: int = 0,
) -> tuple[Sequence[Waiting], Mapping[str, int]]:
    """What waits, what is due first first unless it is asked otherwise; how many of each there are.

    Args:
        hub: The hub.
        authority: Code of the authority.
        what: One of `WAITING`; empty for all.
        order: By `due`, or by `since` when it waits.
        limit: How many.
        skip: How many before them.
    """
    now = await hub.now()
    async with hub.pool.acquire() as conn:
        query = PAGE.format(key=_KEYS[order.by], turn=order.turn)
        rows = await conn.fetch(query, authority, now, SOON, what, NEVER, limit, skip)
        found = [row for row in rows if row["what"]]
        cases = await cases_of_rows(conn, found)
    many = json.loads(rows[0]["many"])
    return (
        [_waiting(row, cases[row["case_id"]]) for row in found],
        {one: many.get(one, 0) for one in WAITING},
    )


async def loads(hub: Hub, authority: str, having: str = "") -> Sequence[Loaded]:
    """承办情况 of every reviewer with open files, in no order, and of what nobody has yet.

    Args:
        hub: The hub.
        authority: Code of the authority.
        having: Only those with some that are `overdue`, `soon` due or `held`; empty for all.
    """
    now = await hub.now()
    rows = await hub.pool.fetch(LOAD, authority, "", "", now, now + SOON, having)
    return [Loaded(**row) for row in rows]


def _waiting(row: Record, case: Case) -> Waiting:
    until = row["until"] and row["until"].astimezone(CITY)
    return Waiting(row["what"], case, row["file_id"], row["number"] or "", row["since"], until)
