"""时钟: how much time is left, said so that it is read from three metres, not by colour alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.frame.page import Page
from shared.law.calendar import BeyondCalendar, Calendar
from shared.law.day import day_of_expiry, legal_day

OVERDUE, TODAY, WEEK, LATER, STILL = (
    "已逾期",
    "今日到期",
    "五个工作日内到期",
    "以后到期",
    "停止计算",
)

GROUPS: Final = (OVERDUE, TODAY, WEEK, LATER, STILL)
"""In the order in which they are read."""

A_WEEK: Final = 5
"""Working days."""

SOON: Final = 1
"""Working days within which something is yellow."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a clock shows."""

    big: str
    """The number and its unit, as `2个工作日`, `3小时20分`."""
    level: str
    """red, yellow, blue or grey."""
    word: str
    """What the colour means."""
    group: str


def left(
    until: datetime | None, now: datetime, calendar: Calendar, *, overdue: bool = False
) -> Left:
    """How much time is left until a moment; `overdue` where the duty was let lapse."""
    if until is None:
        return Left(STILL, "grey", "不在计时", STILL)
    if overdue or until <= now:
        return Left(f"逾期{_span(now - until)}", "red", OVERDUE, OVERDUE)
    last, today = day_of_expiry(until), legal_day(now)
    if last <= today:
        return Left(f"剩{_span(until - now)}", "red", TODAY, TODAY)
    try:
        days = calendar.workdays_between(today, last)
    except BeyondCalendar:
        return Left(f"剩{(last - today).days}日", "blue", "期限内", LATER)
    group = WEEK if days <= A_WEEK else LATER
    if days <= SOON:
        return Left(f"剩{days}个工作日" if days else "剩不足1个工作日", "yellow", "即将到期", group)
    return Left(f"剩{days}个工作日", "blue", "期限内", group)


def _span(span: timedelta) -> str:
    """Days, or hours and minutes where it is less than one."""
    minutes = max(int(span.total_seconds() // 60), 0)
    hours, minutes = divmod(minutes, 60)
    if hours >= 24:  # noqa: PLR2004 - hours of a day
        return f"{hours // 24}日"
    return f"{hours}小时{minutes}分" if hours else f"{minutes}分"


async def clock_of(page: Page) -> tuple[datetime, Callable[..., Left]]:
    """Now by the hub's clock, and what a clock shows of a period at that moment."""
    now, calendar = await page.hub.now(), page.hub.calendar

    def shown(until: datetime | None, *, overdue: bool = False) -> Left:
        return left(until, now, calendar, overdue=overdue)

    return now, shown
