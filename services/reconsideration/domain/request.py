"""变更后的行政复议请求, as a case keeps it, in place of what was asked before (ARL 15)."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from shared.contracts.reconsideration.request import Sought

_OF_AN_ACT: Final = frozenset({Sought.REVOKED, Sought.CONFIRMED_INVALID})
"""What is asked of an act that was done, and not of silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked now."""

    text_id: UUID
    """变更请求书, the newest one."""
    changed_on: date
    sought: tuple[Sought, ...]
    consented: bool = False
    """Whether those whom representatives represent agreed to it."""

    @property
    def of_inaction(self) -> bool | None:
        """Whether it is about inaction 不履行法定职责; None where it leaves that open (ARL 66)."""
        if not _OF_AN_ACT.isdisjoint(self.sought):
            return False
        return True if Sought.PERFORMED in self.sought else None

    @property
    def asks_invalid(self) -> bool:
        """Whether the act is asked to be found void 确认无效 (ARL 67)."""
        return Sought.CONFIRMED_INVALID in self.sought
