"""Whether each office has heard what it listens to."""

from collections.abc import Iterable
from typing import Final

from shared.office import Office, Rule
from shared.verify.find import asks

PATIENCE_SECONDS: Final = 60.0
"""How long a page may be on its way."""

UNHEARD: Final = """
SELECT o.case_id
FROM unnest($1::text[], $2::text[]) AS l(consumer, kind) JOIN hub.outbox o ON o.kind = l.kind
WHERE o.at < now() + (SELECT shift FROM hub.clock) - make_interval(secs => $3)
  AND NOT EXISTS (SELECT FROM hub.inbox i WHERE i.consumer = l.consumer
                  AND i.case_id = o.case_id AND i.version = o.version)
  AND NOT EXISTS (SELECT FROM hub.parked p WHERE p.consumer = l.consumer
                  AND p.case_id = o.case_id AND p.version = o.version)
"""


def heard_rule(
    offices: Iterable[Office], prefix: str, patience_seconds: float = PATIENCE_SECONDS
) -> Rule:
    """Every page that an office listens to is in its inbox or parked, once it is old enough."""
    pairs = [
        (f"{prefix}.{office.name}.office", kind.kind_name())
        for office in offices
        for kind in office.listens
    ]
    return asks(
        "heard",
        "各机构应收的事实都已收件或者滞留",
        UNHEARD,
        [consumer for consumer, _ in pairs],
        [kind for _, kind in pairs],
        patience_seconds,
    )
