"""期限计算, how a date comes about from a period, a start and a calendar: the proof as data."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from shared.law.calendar import Calendar
from shared.law.course import (
    Awaited,
    Cap,
    Capped,
    Course,
    Excluded,
    Exclusion,
    Extended,
    Named,
    Request,
)
from shared.law.day import DAY, NEVER, begin_of, day_of_expiry, end_of, span
from shared.law.walking import Gap, Walk, gaps

if TYPE_CHECKING:
    from shared.law.period import Period

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """期限计算, how a date came about: the proof that the case file and the law desk show.

    While a period stands still, `until` is `NEVER` and `last_day` the last day of the calendar of
    all days, unless a cap sets an earlier one: a row that keeps them cannot lapse by mistake, and a
    page asks `standing_still` before it shows a date.
    """

    period: "Period"
    start: date
    """期间开始之日, not counted itself."""

    skipped: tuple[Named, ...]
    """Rest days passed over while working days were counted, by name."""

    makeup: tuple[Named, ...]
    """Weekends worked for a holiday 调休上班 that were counted as working days."""

    raw_end: date
    """The last day before any rolling, with what was left out and all extensions."""

    rolled: tuple[Named, ...]
    """Rest days at the end that carried the last day on (CPL 85)."""

    last_day: date
    until: datetime
    """The moment at which the period ends."""

    provisional: bool
    """暂定: a day that mattered lies in a year whose notice is not known."""

    moment: datetime | None = None
    """The moment of the start, where hours are counted."""

    exclusions: tuple[Excluded, ...] = ()
    """不计入的期间, in order of their days, those that took none at the end."""

    extensions: tuple[Extended, ...] = ()
    """延长, in the order in which they were given."""

    caps: tuple[Capped, ...] = ()
    """最长期限, each with its own last day."""

    requests: tuple[Awaited, ...] = ()
    """待决的申请, in the order in which they were made."""

    standing_still: bool = False
    """停止计算: an exclusion still lasts, so that no last day can be told yet."""

    left: tuple["Period", ...] = ()
    """尚余的期间 while it stands still: what runs on when the exclusion ends."""

    @property
    def capped(self) -> bool:
        """Whether a cap sets the end."""
        return any(one.binds for one in self.caps)

    @property
    def awaited(self) -> Awaited | None:
        """The request that sets the end, if one does."""
        return None if self.capped else next((one for one in self.requests if one.binds), None)


@lru_cache(maxsize=8192)
def plain(period: "Period", start: date, calendar: Calendar, moment: datetime | None) -> Reckoning:
    """A period that runs without interruption to its end."""
    until = period.until(start, moment, calendar)
    last = day_of_expiry(until)
    if not period.by_day:
        return Reckoning(
            period, start, (), (), last, (), last, until, provisional=False, moment=moment
        )
    raw = period.raw_end(start, calendar)
    counted = span(start + DAY, raw) if period.skips_rest else []
    at_end = span(raw, last)
    return Reckoning(
        period=period,
        start=start,
        skipped=_named(calendar, [day for day in counted if calendar.is_rest(day)]),
        makeup=_named(calendar, [day for day in counted if calendar.is_makeup(day)]),
        raw_end=raw,
        rolled=_named(calendar, [day for day in at_end if calendar.is_rest(day)]),
        last_day=last,
        until=until,
        provisional=not all(calendar.knows(day) for day in (*counted, *at_end)),
    )


@lru_cache(maxsize=2048)
def with_course(
    period: "Period",
    start: date,
    calendar: Calendar,
    moment: datetime | None,
    course: Course,
) -> Reckoning:
    """A period with its course: what is left out, what extends it, keeps it open, bounds it."""
    by_day = _days if period.by_day else _hours
    free = by_day(period, start, calendar, moment, course)
    free = _kept_open(free, course.requests, calendar) if course.requests else free
    return _capped(free, course.caps, calendar) if course.caps else free


def _days(
    period: "Period",
    start: date,
    calendar: Calendar,
    moment: datetime | None,
    course: Course,
) -> Reckoning:
    del moment
    ahead, idle = gaps(course.exclusions, start)
    walk = Walk(calendar, ahead, start, idle=idle)
    walk.go(period)
    extended = []
    for extension in course.extensions:
        at_rest = calendar.is_rest(walk.raw)
        if extension.rolled and not walk.still:
            walk.raw = walk.roll()
        before = walk.raw
        days = walk.go(extension.by)
        extended.append(Extended(extension, before, walk.raw, days, at_rest))
    last = walk.raw if walk.still else walk.roll()
    at_end = [] if walk.still else span(walk.raw, last)
    out = walk.left_out()
    counted = [day for day in walk.counted if day not in out]
    return Reckoning(
        period=period,
        start=start,
        skipped=_named(calendar, [day for day in counted if calendar.is_rest(day)]),
        makeup=_named(calendar, [day for day in counted if calendar.is_makeup(day)]),
        raw_end=walk.raw,
        rolled=tuple((day, out.get(day) or calendar.name_of(day)) for day in at_end[:-1]),
        last_day=day_of_expiry(NEVER) if walk.still else last,
        until=NEVER if walk.still else end_of(last),
        provisional=not all(calendar.knows(day) for day in (*walk.counted, *at_end)),
        exclusions=_told(walk.excluded, [*walk.idle, *(gap.exclusion for gap in walk.gaps)]),
        extensions=tuple(extended),
        standing_still=walk.still,
        left=tuple(walk.left),
    )


def _told(excluded: list[Excluded], idle: list[Exclusion]) -> tuple[Excluded, ...]:
    return (*excluded, *(Excluded(one) for one in idle))


def _hours(
    period: "Period",
    start: date,
    calendar: Calendar,
    moment: datetime | None,
    course: Course,
) -> Reckoning:
    """Hours lose the real time of the days left out, and nothing rolls."""
    begun = period.until(start, moment, calendar) - period.length
    ahead, idle = gaps(course.exclusions, start - DAY)
    walk = _Hands(begun, begun, ahead, idle=idle)
    walk.go(period)
    extended = []
    for extension in course.extensions:
        before = day_of_expiry(walk.end)
        walk.go(extension.by)
        last = day_of_expiry(walk.end)
        extended.append(Extended(extension, before, last, (last - before).days))
    last = day_of_expiry(walk.end)
    until = NEVER if walk.still else walk.end
    return Reckoning(
        *(period, start, (), (), last, (), day_of_expiry(until), until),
        provisional=False,
        moment=moment,
        exclusions=_told(walk.excluded, [*walk.idle, *(gap.exclusion for gap in walk.gaps)]),
        extensions=tuple(extended),
        standing_still=walk.still,
        left=tuple(walk.left),
    )


@dataclass(slots=True)
class _Hands:
    """The hands of a clock: a period in hours on its way, stretch by stretch."""

    begun: datetime
    end: datetime
    gaps: list[Gap]
    idle: list[Exclusion]
    excluded: list[Excluded] = field(default_factory=list)
    left: list["Period"] = field(default_factory=list)
    still: bool = False

    def go(self, by: "Period") -> None:
        self.end += by.length
        if self.still:
            self.left.append(by)
        while self.gaps and begin_of(self.gaps[0].first) < self.end:
            self._leave_out(self.gaps.pop(0), by)

    def _leave_out(self, gap: Gap, by: "Period") -> None:
        stops = max(begin_of(gap.first), self.begun)
        if gap.last is None:
            self.still = True
            self.left.append(by.rest(-((stops - self.end) // _MINUTE)))
            self.excluded.append(Excluded(gap.exclusion, stops.date()))
        elif end_of(gap.last) <= stops:
            self.idle.append(gap.exclusion)
        else:
            self.end += end_of(gap.last) - stops
            days = (gap.last - stops.date()).days + 1
            self.excluded.append(Excluded(gap.exclusion, stops.date(), gap.last, days))


def _kept_open(free: Reckoning, requests: tuple[Request, ...], calendar: Calendar) -> Reckoning:
    """The request that is decided last holds the end back, if the period is over before."""
    days = [one.open_to(calendar) for one in requests]
    last = max(days)
    binds = end_of(last) > free.until
    told = tuple(
        Awaited(one, day, free.last_day, binds and n == days.index(last))
        for n, (one, day) in enumerate(zip(requests, days, strict=True))
    )
    if not binds:
        return replace(free, requests=told)
    firm = not free.provisional and calendar.knows(last)
    return replace(free, last_day=last, until=end_of(last), provisional=not firm, requests=told)


def _capped(free: Reckoning, caps: tuple[Cap, ...], calendar: Calendar) -> Reckoning:
    """The earliest cap bounds the result, also of a period that stands still."""
    bounds = [bounding(cap, calendar) for cap in caps]
    first = min(range(len(caps)), key=lambda n: bounds[n].until)
    binds = bounds[first].until < free.until
    bound = bounds[first] if binds else free
    told = [
        Capped(
            cap=cap,
            last_day=own.last_day,
            rolled=own.rolled,
            days=0 if free.standing_still else max(0, (free.last_day - own.last_day).days),
            binds=binds and n == first,
        )
        for n, (cap, own) in enumerate(zip(caps, bounds, strict=True))
    ]
    return replace(
        free,
        last_day=bound.last_day,
        until=bound.until,
        provisional=bound.provisional,
        caps=tuple(told),
    )


def bounding(cap: Cap, calendar: Calendar) -> Reckoning:
    """最长期限 by itself; that it rolls is a reading, and else it ends on its raw end."""
    own = plain(cap.within, cap.start, calendar, None)
    if cap.rolls:
        return own
    return replace(own, rolled=(), last_day=own.raw_end, until=end_of(own.raw_end))


def _named(calendar: Calendar, days: list[date]) -> tuple[Named, ...]:
    return tuple((day, calendar.name_of(day)) for day in days)
