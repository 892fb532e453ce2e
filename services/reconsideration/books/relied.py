"""The rule for the books about decisions that others are answered by (ARR2026 65)."""

from typing import Final

from services.reconsideration.books.together import broken
from shared.db import Conn
from shared.office import Broken, Rule

UNFOUNDED: Final = """
WITH made AS (
  SELECT o.case_id, b ->> 'document_number' AS number, b ->> 'outcome' AS outcome,
    coalesce(b -> 'dispositions', '[]') AS dispositions
  FROM hub.outbox o CROSS JOIN LATERAL (SELECT o.body::jsonb AS b) t
  WHERE o.kind = 'reconsideration.decided.v1' AND b ->> 'document_number' <> ''
), relied AS (
  SELECT o.case_id, o.legal_on, o.seq, f ->> 'effective_number' AS number,
    f ->> 'effective_decision' AS outcome
  FROM hub.outbox o CROSS JOIN LATERAL jsonb_array_elements(o.body::jsonb -> 'findings') f
  WHERE o.kind = 'reconsideration.found.v1' AND f ->> 'effective_number' <> ''
)
SELECT r.case_id::text AS case_id, count(*) OVER () AS n FROM relied r
WHERE NOT EXISTS (
  SELECT FROM made m
  JOIN hub.outbox s ON s.case_id = m.case_id
    AND s.kind IN ('reconsideration.decision_served.v1', 'reconsideration.delivered.v1')
  WHERE m.number = r.number AND s.seq < r.seq
    AND (m.outcome = r.outcome
      OR m.dispositions @> jsonb_build_array(jsonb_build_object('outcome', r.outcome)))
    AND NOT EXISTS (
      SELECT FROM hub.outbox a WHERE a.kind = 'reconsideration.annulled.v1' AND a.seq < r.seq
        AND (a.body::jsonb ->> 'about')::uuid = m.case_id))
ORDER BY r.seq LIMIT $1
"""
"""Findings whose decision nobody made, is of another kind, or was not in force when found."""


async def unfounded(conn: Conn) -> Broken:
    """Files that rely upon a decision which was not in force, or says something else."""
    return await broken(conn, UNFOUNDED)


RELIED: Final = (
    Rule(
        name="relied",
        says="据以直接作出决定的生效决定，字号和种类与该决定一致，认定时已经送达，没有被撤销",
        check=unfounded,
    ),
)
"""What `books.RULES` holds of them."""
