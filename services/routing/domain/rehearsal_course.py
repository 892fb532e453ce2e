"""推演的进度: how far a rehearsal has come, in disputes and in months (RULES 51)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Stage(StrEnum):
    """How a rehearsal stands."""

    RUNNING = "running"  # 正在推演
    DONE = "done"  # 已经完成
    CANCELLED = "cancelled"  # 已经取消
    BROKEN = "broken"  # 中断


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """进度: `done` of `total` disputes, played in the order of their days up to `reached`."""

    months: int
    last: date
    """The day on which it was begun, with which the last month ends."""
    reached: date
    total: int
    done: int

    @property
    def months_done(self) -> int:
        """Months of which every dispute was played; the last one when all are."""
        if self.done >= self.total:
            return self.months
        behind = range(1, self.months)
        return sum(self.reached >= months_before(self.last, self.months - n) for n in behind)


def months_before(day: date, months: int) -> date:
    """The day after that of the same number so many months back (CCL 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    longest = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, longest)) + timedelta(days=1)
