"""The rules for the books about decisions that findings rest upon (ARL 64; ARR2026 65)."""

from typing import Final

from services.reconsideration.books.together import broken
from shared.db import Conn
from shared.office import Broken, Rule

_MADE: Final = """
WITH made AS (
  SELECT o.case_id, o.seq, b ->> 'document_number' AS number, b ->> 'outcome' AS outcome,
    (b ->> 'redo')::boolean AS redo, coalesce(b -> 'dispositions', '[]') AS dispositions
  FROM hub.outbox o CROSS JOIN LATERAL (SELECT o.body::jsonb AS b) t
  WHERE o.kind = 'reconsideration.decided.v1' AND b ->> 'document_number' <> ''
)"""
"""Every decision that has a number, and what it says."""

_IN_FORCE: Final = """
  SELECT FROM made m
  JOIN hub.outbox s ON s.case_id = m.case_id
    AND s.kind IN ('reconsideration.decision_served.v1', 'reconsideration.delivered.v1')
  WHERE m.number = r.number AND s.seq < r.seq
    AND NOT EXISTS (
      SELECT FROM hub.outbox a WHERE a.kind = 'reconsideration.annulled.v1' AND a.seq < r.seq
        AND (a.body::jsonb ->> 'about')::uuid = m.case_id)"""
"""Such a decision `m` of the number that a finding `r` names, in force as it was found (ARL 75)."""

UNFOUNDED: Final = f"""
{_MADE}, relied AS (
  SELECT o.case_id, o.legal_on, o.seq, f ->> 'effective_number' AS number,
    f ->> 'effective_decision' AS outcome
  FROM hub.outbox o CROSS JOIN LATERAL jsonb_array_elements(o.body::jsonb -> 'findings') f
  WHERE o.kind = 'reconsideration.found.v1' AND f ->> 'effective_number' <> ''
)
SELECT r.case_id::text AS case_id, count(*) OVER () AS n FROM relied r
WHERE NOT EXISTS ({_IN_FORCE}
    AND (m.outcome = r.outcome
      OR m.dispositions @> jsonb_build_array(jsonb_build_object('outcome', r.outcome))))
ORDER BY r.seq LIMIT $1
"""  # noqa: S608 - our own words
"""Findings whose decision nobody made, is of another kind, or was not in force when found."""

UNBARRED: Final = f"""
{_MADE}, barred AS (
  SELECT o.case_id, o.seq, f ->> 'repeated_number' AS number,
    coalesce((f ->> 'repeats')::boolean, false) AS repeats,
    coalesce((f ->> 'repeated_outside')::boolean, false) AS outside
  FROM hub.outbox o CROSS JOIN LATERAL jsonb_array_elements(o.body::jsonb -> 'findings') f
  WHERE o.kind = 'reconsideration.found.v1' AND f ->> 'repeated_number' <> ''
)
SELECT r.case_id::text AS case_id, count(*) OVER () AS n FROM barred r
WHERE NOT r.repeats
OR NOT (r.outside AND NOT EXISTS (SELECT FROM made m WHERE m.number = r.number AND m.seq < r.seq))
AND NOT EXISTS ({_IN_FORCE}
    AND (m.redo OR m.dispositions @> '[{{"redo": true}}]'))
ORDER BY r.seq LIMIT $1
"""  # noqa: S608 - our own words
"""Findings of an act made again under a decision that the hub knows, and that ordered no new act,
or was not in force when found; and a decision that is named though nothing was found of it.

Whether the organs are the same, and on which ground it was revoked, is asked as it is found.
"""


async def unfounded(conn: Conn) -> Broken:
    """Files that rely upon a decision which was not in force, or says something else."""
    return await broken(conn, UNFOUNDED)


async def unbarred(conn: Conn) -> Broken:
    """Files that find an act made again under a decision that did not bar it (ARL 64)."""
    return await broken(conn, UNBARRED)


RELIED: Final = (
    Rule(
        name="relied",
        says="据以直接作出决定的生效决定，字号和种类与该决定一致，认定时已经送达，没有被撤销",
        check=unfounded,
    ),
    Rule(
        name="made_again",
        says="认定为重作的相同行为的，原决定责令重新作出行政行为，认定时已经送达，没有被撤销",
        check=unbarred,
    ),
)
"""What `books.RULES` holds of them."""
