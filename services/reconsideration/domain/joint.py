"""共同被申请人 beside the respondent named first, as the case keeps each (ARL 19; ARR2026 20)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """One of them: how far the file has come with it."""

    organ: str
    sent_on: date | None = None
    """发送副本之日."""
    copied_on: date | None = None
    """收到副本之日, from which its own days to reply run (ARL 48)."""
    reply_id: UUID | None = None
    """书面答复, its own or that of all."""
    replied_on: date | None = None
    """答复之日; of a reply that was recorded before this was kept, None."""
    forfeited: bool = False
    """逾期不答复 (ARL 70)."""

    @property
    def is_awaited(self) -> bool:
        """Whether it may still reply."""
        return self.reply_id is None and not self.forfeited
