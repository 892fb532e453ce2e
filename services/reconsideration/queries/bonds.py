"""联系 by reconsiderations: handled together, or against the same act (ARL 30; ARR2026 43)."""

from typing import Final

from shared.office import Bond

CASE: Final = ("reconsideration", "ordinary")

JOINED: Final = """
SELECT x.dispute_id, x.case_id AS through
FROM reconsideration.ordinary o CROSS JOIN LATERAL jsonb_array_elements_text(o.joined) AS j(id)
JOIN reconsideration.ordinary x ON x.case_id = j.id::uuid
WHERE o.case_id = ANY($1::uuid[]) ORDER BY x.received_on DESC, x.case_id LIMIT $2
"""
"""合并审理: a page in each of the files names the others."""

SAME_ACT: Final = """
WITH act AS MATERIALIZED (
  SELECT o.act_id AS id FROM reconsideration.ordinary o
  WHERE o.case_id = ANY($1::uuid[]) AND o.act_id IS NOT NULL
  UNION
  SELECT j.id::uuid FROM reconsideration.ordinary o
  CROSS JOIN LATERAL jsonb_array_elements_text(o.joint_act_ids) AS j(id)
  WHERE o.case_id = ANY($1)
), other AS (
  SELECT o.dispute_id, o.case_id, o.received_on FROM reconsideration.ordinary o
  WHERE o.act_id = ANY(ARRAY(SELECT id FROM act))
  UNION
  SELECT o.dispute_id, o.case_id, o.received_on FROM reconsideration.ordinary o
  WHERE o.joint_act_ids <> '[]' AND o.joint_act_ids ?| ARRAY(SELECT id::text FROM act)
)
SELECT dispute_id, case_id AS through FROM other
ORDER BY received_on DESC, case_id LIMIT $2
"""
"""By the number of the act 行政行为, in whatever dispute and by whomever it was sought."""

BONDS: Final = (Bond("合并审理", CASE, JOINED), Bond("同一行政行为", CASE, SAME_ACT))
