"""停止执行的申请, as a case keeps it until it is answered (ARL 42)."""

from dataclasses import dataclass
from uuid import UUID

from shared.contracts.reconsideration import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class StayAsked:
    """Who asked, and by which paper; on what day says `Case.stay_asked_on`."""

    standing: Standing
    text_id: UUID
    """停止执行申请书."""
