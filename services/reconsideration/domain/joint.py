"""共同被申请人 beside the respondent named first, as the case keeps each (ARL 19; ARR2026 20)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """One of them: how far the file has come with it."""

    organ: str
    copy_due: bool = False
    """Whether it was named once the copy of the others had gone: its own is due by itself."""
    sent_on: date | None = None
    """发送副本之日."""
    copied_on: date | None = None
    """收到副本之日, from which its own days to reply run (ARL 48)."""
    reply_id: UUID | None = None
    """书面答复, its own or that of all."""
    replied_on: date | None = None
    """答复之日; of a reply that was recorded before this was kept, None."""
    in_time_on: date | None = None
    """收到期满前交邮、递交的答复之日: what came with it is evidence in time (CPL 85)."""
    deferred_by: str = ""
    """The file by which its days to reply were given anew 顺延, if they were (CPL 86)."""
    deferred_on: date | None = None
    """准许顺延之日, from which those days run."""
    deferred_days: str = ""
    """How many they are, as the code of a period."""
    forfeited: bool = False
    """逾期不答复 (ARL 70)."""
    lapsed_as: str = ""
    """逾期的原机关: whose silence it is, where another organ has its powers since (ARL 19)."""
    further_asked_on: date | None = None
    """申请补充证据之日, while nobody has answered it (ARL 46)."""
    further_since: date | None = None
    """同意补充证据之日, until its evidence has come."""

    @property
    def is_awaited(self) -> bool:
        """Whether it may still reply."""
        return self.reply_id is None and not self.forfeited


def told(joint: tuple[Joint, ...], organ: str, **learnt: Any) -> tuple[Joint, ...]:  # noqa: ANN401 - any field
    """All of them, once this was learnt of one."""
    return tuple(replace(one, **learnt) if one.organ == organ else one for one in joint)
