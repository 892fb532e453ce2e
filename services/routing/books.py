"""The rule of routing for the books: whatever was registered was routed, or set aside."""

from functools import partial
from typing import Final

from shared.db import Conn
from shared.office import Broken, Rule

SAMPLES: Final = 5
PATIENCE_SECONDS: Final = 60.0
"""How long a dispute may be on its way."""

UNROUTED: Final = """
SELECT o.case_id::text AS case_id, count(*) OVER () AS n
FROM hub.outbox o
WHERE o.kind = 'intake.registered.v1'
  AND o.at < now() + (SELECT shift FROM hub.clock) - make_interval(secs => $1)
  AND NOT EXISTS (SELECT FROM hub.outbox r
                  WHERE r.dispute_id = o.dispute_id AND r.kind = 'routing.routed.v1')
  AND NOT EXISTS (SELECT FROM hub.outbox r
                  WHERE r.dispute_id = o.dispute_id AND r.kind = 'clock.refused.v1'
                    AND r.office = 'routing'
                    AND r.body::jsonb ->> 'heard_case_id' = o.case_id::text)
  AND NOT EXISTS (SELECT FROM hub.parked p
                  WHERE p.case_id = o.case_id AND p.version = o.version
                    AND p.consumer LIKE '%.routing.office')
LIMIT $2
"""
"""Set aside 搁置 is what the law refused to routing, and what is parked or was discarded there."""


async def unrouted(patience_seconds: float, conn: Conn) -> Broken:
    """Registered disputes that routing neither routed nor set aside."""
    rows = await conn.fetch(UNROUTED, patience_seconds, SAMPLES)
    return Broken(rows[0]["n"] if rows else 0, tuple(row["case_id"] for row in rows))


RULES: Final = (
    Rule(
        name="routed",
        says="每件已登记的纠纷都已分流或者搁置",
        check=partial(unrouted, PATIENCE_SECONDS),
    ),
)
"""What `OFFICE.rules` of routing holds."""
