"""联系 by hot spots: one trouble in one place, and one whistle for all who tell of it (RULES 8)."""

from typing import Final

from shared.office import Bond

DISPUTE: Final = ("intake", "registration")

SPOT: Final = """
SELECT d.id::uuid AS dispute_id, h.case_id AS through
FROM routing.hotspot h CROSS JOIN LATERAL jsonb_array_elements_text(h.disputes)
  WITH ORDINALITY AS d(id, nth)
WHERE h.disputes ?| $1::uuid[]::text[] AND h.state <> 'excluded' AND d.id::uuid <> ALL($1)
ORDER BY h.told_on DESC, h.case_id, d.nth DESC LIMIT $2
"""
"""Those that speak of the same trouble, the newest message first."""

WHISTLE: Final = """
SELECT d.id::uuid AS dispute_id, w.case_id AS through
FROM routing.hotspot h
JOIN hub.file w ON w.dispute_id = h.dispute_id
  AND w.office = 'routing' AND w.procedure = 'whistle'
JOIN hub.outbox o ON o.case_id = w.case_id AND o.kind = 'routing.whistle_blown.v1'
CROSS JOIN LATERAL jsonb_array_elements_text(o.body::jsonb -> 'disputes')
  WITH ORDINALITY AS d(id, nth)
WHERE h.disputes ?| $1::uuid[]::text[] AND o.body::jsonb -> 'disputes' ?| $1::uuid[]::text[]
  AND d.id::uuid <> ALL($1)
ORDER BY o.seq DESC, d.nth DESC LIMIT $2
"""
"""Those for which the whistle was blown; who came into the hot spot later is not among them."""

BONDS: Final = (Bond("同一热点", DISPUTE, SPOT), Bond("合并吹哨", DISPUTE, WHISTLE))
