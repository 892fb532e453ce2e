"""日与时, days and moments of the city: a day begins and ends at midnight there (CCL 203)."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

CITY: Final = ZoneInfo("Asia/Shanghai")
"""The city's time 北京时间, in which days begin and end."""

NEVER: Final = datetime.max.replace(tzinfo=CITY)
"""The end of a period that stands still: no clock reaches it, and no page may show it."""

DAY: Final = timedelta(days=1)


def legal_day(moment: datetime) -> date:
    """法律上的日期, the day in the city on which `moment` falls.

    Raises:
        ValueError: The moment does not say its time zone.
    """
    return in_city(moment).date()


def in_city(moment: datetime) -> datetime:
    """The same moment as the city's clocks show it.

    Raises:
        ValueError: The moment does not say its time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {moment}")
    return moment.astimezone(CITY)


def begin_of(day: date) -> datetime:
    """0:00 of `day` in the city."""
    return datetime.combine(day, time.min, CITY)


def end_of(day: date) -> datetime:
    """24:00 of `day` in the city, the first moment no longer in time (CCL 203)."""
    return datetime.combine(day + DAY, time.min, CITY)


def day_of_expiry(until: datetime) -> date:
    """届满之日, the last day of a period that ends at `until`: a lapse is dated so."""
    return legal_day(until - datetime.resolution)


def span(first: date, last: date) -> list[date]:
    """Every day from `first` to `last`; none if it ends before it begins."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
