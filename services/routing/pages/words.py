"""What duties, standings and roles are called on the desks, read off table and contracts."""

from typing import Any, Final

from services.routing.domain.whistle import WHISTLE
from shared.contracts.routing import CallRole, Finding, Rung, Tier
from shared.frame.meanings import meanings

ACTS: Final = {
    "check_in": "报到",
    "visit": "首次到场",
    "answer": "反馈",
    "finish": "办结",
    "wait": "等待当事人",
    "sign_off": "签批",
    "ruling": "权属裁定",
    "extension": "决定延期",
    "meeting": "联合会商",
    "plan": "联合方案",
    "callback": "回访",
    "close": "中心办结",
}
"""What must be done before each period ends, as one says it to a colleague."""

TERMS: Final = {name: deadline.term for name, deadline in WHISTLE.by_name.items()}
TIERS: Final = meanings(Tier)
ROLES: Final = meanings(CallRole)
FINDINGS: Final = meanings(Finding)
LEVELS: Final = meanings(Rung)

PLACES: Final[dict[str, Any]] = {
    "duties": ACTS,
    "terms": TERMS,
    "tiers": TIERS,
    "parts": ROLES,
    "outcomes": FINDINGS,
    "levels": LEVELS,
}
"""For every template of these desks."""
