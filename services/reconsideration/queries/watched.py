"""履行监督 on the lists of the authority that decided, and of whoever is above (ARL 77).

The file is another office's, and its table stands there: here only the words are known by which its
row and its periods are found. A test holds both together.
"""

from typing import Final

from shared.auth import AUTHORITIES
from shared.auth.labels import SUPERIORS
from shared.contracts.fact import Fact
from shared.contracts.supervision import PerformanceOrdered, Performed
from shared.outbox import WATCHED

WATCH_TERMS: Final = {
    "perform": "履行期限",
    "order": "责令履行期限",
    "obey": "责令载明的履行期限",
}
"""What runs in a watch, by name."""

WATCH_ENDS: Final[tuple[tuple[str, tuple[type[Fact], ...]], ...]] = tuple(
    (name, (PerformanceOrdered, Performed)) for name in WATCH_TERMS
)
"""With what it is done although it lapsed: what was ordered anew has its own days."""

_FILE: Final = "SELECT case_id, dispute_id, state, labels FROM hub.file"
_ABOVE: Final = f"string_to_array(labels ->> '{AUTHORITIES}', ' ')"

WATCHED_BY: Final = f"""
  SELECT f.case_id, f.dispute_id, 'watch', f.state, coalesce(a.about, w.watched), w.since, NULL,
         string_to_array(nullif(f.labels ->> 'departments', ''), ' ')
  FROM (
    {_FILE} WHERE {WATCHED} AND labels ->> 'authority' = $1
    UNION ALL
    {_FILE} WHERE {WATCHED} AND state <> 'due'
      AND labels ? '{AUTHORITIES}' AND {_ABOVE} && ARRAY[$1]
  ) f
  JOIN LATERAL (
    SELECT (p.body::jsonb ->> 'watched')::uuid AS watched, p.legal_on AS since
    FROM hub.outbox p WHERE p.case_id = f.case_id AND p.version = 1) w ON true
  LEFT JOIN reconsideration.aftermath a ON a.case_id = w.watched
"""  # noqa: S608 - our own words
"""Watches of authority $1, and late ones of an authority below; a letter stands in an aftermath."""

LATE_BELOW: Final = f"""
SELECT f.case_id, f.dispute_id, split_part(f.labels ->> 'departments', ' ', 1) AS organ,
       f.labels ->> 'authority', f.state, w.since, f.state, d.until, d.provisional,
       coalesce(d.ended = 'lapsed', true),
       NULL, '', NULL, NULL, NULL, false, NULL, NULL, NULL
FROM hub.file f
JOIN LATERAL (
  SELECT p.legal_on AS since
  FROM hub.outbox p WHERE p.case_id = f.case_id AND p.version = 1) w ON true
LEFT JOIN LATERAL (
  SELECT d.until, d.provisional, coalesce(d.ended, '') AS ended FROM hub.deadline d
  WHERE d.case_id = f.case_id AND d.name = CASE f.state WHEN 'overdue' THEN 'order' ELSE 'obey' END
  ORDER BY d.opened DESC LIMIT 1) d ON true
WHERE {WATCHED} AND f.state IN ('overdue', 'ordered', 'defied')
  AND f.labels ? '{SUPERIORS}'
  AND string_to_array(f.labels ->> '{SUPERIORS}', ' ') && ARRAY[$1::text]
"""  # noqa: S608 - as above
"""Watches of what is late below department $1, which may order it performed (ARL 77).

Overdue there is what runs for it or by its order, once that is over; or all, where nothing ran.
"""

LATE: Final = dict.fromkeys(("ordered", "defied"), WATCH_TERMS["obey"]) | {
    "overdue": WATCH_TERMS["order"]
}
"""Where such a watch stands, and what runs there."""
