"""期限被耽误: until when days that an obstacle took are asked for, and how many they are (CPL 86).

Ten days after the obstacle is gone; they are days of CPL, which are no working days (CPL 85).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from services.reconsideration.domain.saying import Point
from shared.law.article import CPL, RULES
from shared.law.calendar import Calendar
from shared.law.course import Exclusion
from shared.law.period import CalendarDays
from shared.law.prescribed import Prescribed

_DAY: Final = timedelta(1)
ASK: Final = Prescribed(
    name="ask_deferral",
    term="申请顺延期限",
    period=CalendarDays(10),
    article=CPL[86],
    because="障碍消除",
)
"""障碍消除后的十日 (CPL 86)."""


def gone(hindered_on: date, removed_on: date, asked_on: date) -> Point:
    """障碍已经消除: it is asked for after the obstacle, and not while it lasts."""
    text = "障碍消除以后才申请顺延；障碍消除之日不得早于障碍发生之日"
    return Point(text, CPL[86], hindered_on <= removed_on <= asked_on)


def in_ten_days(removed_on: date, asked_on: date, calendar: Calendar) -> Point:
    """障碍消除后的十日内: whether it is asked for in them."""
    last = ASK.period.last_day(removed_on, calendar)
    if asked_on <= last:
        return Point(f"障碍消除后的十日至{last}届满，{asked_on}申请顺延没有逾期", CPL[86], met=True)
    text = f"障碍消除后的十日已于{last}届满，{asked_on}申请顺延已经逾期"
    return Point(text, CPL[86], met=False)


def lost(
    started_on: date,
    last_on: date,
    obstacle: tuple[date, date],
    calendar: Calendar,
    exclusions: Sequence[Exclusion] = (),
) -> int:
    """被耽误的工作日数: how many the obstacle took, but for those that did not count anyway.

    Args:
        started_on: The day from which the period ran, which is not counted itself.
        last_on: The last day of the period.
        obstacle: Its first and its last day.
        calendar: The city's calendar.
        exclusions: Time that the period did not count (ARL 39).
    """
    since, until = max(started_on + _DAY, obstacle[0]), min(last_on, obstacle[1])
    every = (since + nth * _DAY for nth in range((until - since).days + 1))
    return sum(calendar.is_workday(day) and not _left_out(exclusions, day) for day in every)


def took(days: int, last_on: date, obstacle: tuple[date, date]) -> Point:
    """耽误了期限: whether anything of the period was lost (RULES 175)."""
    first, last = obstacle
    if days:
        text = f"障碍自{first}至{last}，耽误{days}个工作日；准许的，自准许之日的次日起补足"
        return Point(text, RULES[175], met=True)
    text = f"障碍自{first}至{last}，没有耽误至{last_on}届满的期限"
    return Point(text, RULES[175], met=False)


def _left_out(exclusions: Sequence[Exclusion], day: date) -> bool:
    return any(one.after < day and (one.until is None or day <= one.until) for one in exclusions)
