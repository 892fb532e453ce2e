"""What the relay asks of the database."""

from typing import Final

NUMBER_NEXT: Final = """
WITH gone AS (
  DELETE FROM hub.unsent RETURNING seq
), numbered AS (
  INSERT INTO hub.position (position, seq)
  SELECT $1 + row_number() OVER (ORDER BY seq), seq FROM gone RETURNING position, seq
)
SELECT (SELECT count(*) FROM numbered) AS numbered,
       p.position, o.case_id, o.version, o.dispute_id, o.office, o.kind, o.at, o.part,
       o.labels, o.trace, o.body
FROM numbered p JOIN hub.outbox o USING (seq) ORDER BY p.position LIMIT $2
"""
"""Gives positions to all that has none; the first of them, each row with how many there were."""

NEXT: Final = """
SELECT p.position, o.case_id, o.version, o.dispute_id, o.office, o.kind, o.at, o.part,
       o.labels, o.trace, o.body
FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position > $1 AND p.position <= $2 ORDER BY p.position LIMIT $3
"""

LOST_AGAIN: Final = """
SELECT p.position, o.case_id, o.version, o.dispute_id, o.office, o.kind, o.at, o.part,
       o.labels, o.trace, o.body
FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position > $1 AND p.position <= $2 AND o.office = $3 AND o.part = $4
ORDER BY p.position LIMIT $5
"""

NOTE: Final = """
INSERT INTO hub.sent (topic, part, position, next_offset)
SELECT * FROM unnest($1::text[], $2::smallint[], $3::bigint[], $4::bigint[])
ON CONFLICT (topic, part, position) DO UPDATE SET next_offset = excluded.next_offset
"""

CUT_PARTS: Final = "SELECT DISTINCT topic, part FROM hub.cut WHERE topic = ANY($1::text[])"

SENT_UP_TO: Final = """
SELECT coalesce(max(position), 0) FROM hub.sent WHERE topic = $1 AND part = $2
"""

PRUNE: Final = """
DELETE FROM hub.sent s
USING (SELECT topic, part, max(position) AS newest FROM hub.sent GROUP BY 1, 2) n
WHERE s.topic = n.topic AND s.part = n.part AND s.position < least($1, n.newest)
"""

KNOWN_ENDS: Final = """
SELECT topic, part, max(next_offset) AS next_offset FROM hub.sent WHERE topic <> '' GROUP BY 1, 2
"""
