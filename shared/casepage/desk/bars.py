"""期限条: every period of a dispute as a bar over the days, by who it runs for."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from shared.casepage.answers import DeadlineOut, DisputeOut
from shared.law.day import CITY, NEVER, day_of_expiry

WIDTH: Final = 1000
"""Units across; the picture scales to its place."""

LEVELS: Final = {"met": "green", "lapsed": "red", "closed": "grey"}
OUTCOMES: Final = {"met": "按期办理", "lapsed": "届满未办", "closed": "随案卷终结"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One period, placed."""

    who: str
    term: str
    left: float
    width: float
    level: str
    """red, yellow, blue, green or grey; `outcome` says the same in words."""
    outcome: str
    started_on: date
    until: datetime | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """All of them, and where today stands."""

    running: tuple[Bar, ...]
    """What still runs, the most urgent first."""
    ended: tuple[Bar, ...]
    first: date
    last: date
    today: float


def bars(dispute: DisputeOut, now: datetime) -> Bars | None:
    """The periods of all files; None where there are none."""
    running = sorted((d for file in dispute.files for d in file.running), key=_urgency)
    ended = sorted((d for file in dispute.files for d in file.ended), key=_place)
    if not (found := [*running, *ended]):
        return None
    today = now.astimezone(CITY).date()
    ends = [_last(one) or today for one in found]
    first = min(one.started_on for one in found)
    last = max([today, *ends]) + timedelta(days=1)
    days = (last - first).days or 1
    return Bars(
        tuple(_bar(one, first, days, today) for one in running),
        tuple(_bar(one, first, days, today) for one in ended),
        first,
        last,
        (today - first).days / days * WIDTH,
    )


def _urgency(one: DeadlineOut) -> tuple[bool, datetime, str]:
    return one.until is None, one.until or NEVER, one.subject


def _place(one: DeadlineOut) -> tuple[str, date, str]:
    return one.subject, one.started_on, one.name


def _bar(one: DeadlineOut, first: date, days: int, today: date) -> Bar:
    end = _last(one) or today
    left = (one.started_on - first).days / days * WIDTH
    width = max((end - one.started_on).days + 1, 1) / days * WIDTH
    level, outcome = _standing(one, today)
    return Bar(
        who=one.subject,
        term=one.term,
        left=round(left, 1),
        width=round(min(width, WIDTH - left), 1),
        level=level,
        outcome=outcome,
        started_on=one.started_on,
        until=one.until,
        provisional=one.provisional,
    )


def _standing(one: DeadlineOut, today: date) -> tuple[str, str]:
    if one.ended is not None:
        return LEVELS.get(one.ended, "grey"), OUTCOMES.get(one.ended, one.ended)
    if one.standing_still or one.until is None:
        return "grey", "停止计算"
    left = (day_of_expiry(one.until) - today).days
    if left < 0:
        return "red", f"已逾期{-left}日"
    if left == 0:
        return "red", "今日届满"
    return ("yellow" if left <= 2 else "blue"), f"还有{left}日"  # noqa: PLR2004 - two days is soon


def _last(one: DeadlineOut) -> date | None:
    return day_of_expiry(one.until) if one.until else None
