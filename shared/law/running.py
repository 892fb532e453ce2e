"""在走的期限, a period as its row keeps it: start, intervals, warnings, and the date these give.

The date is never written by hand: whatever changes the intervals or the calendar reckons it anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from shared.contracts.fact import Fact
from shared.law.calendar import Calendar
from shared.law.course import Course, Exclusion, Extension, Request
from shared.law.day import DAY, NEVER, end_of
from shared.law.deadline import Deadline
from shared.law.holding import Asking, Prolonging
from shared.law.period import parse_period
from shared.law.reckoning import Reckoning
from shared.law.warning import Warn, moments

NO_COURSE: Final = Course()
"""Nothing was left out and nothing added."""

Key = tuple[str, str, int]
"""Name, subject and opening page of a period: what it is known by inside its file."""

STATED: Final = "stated"
"""The period of a row whose last day a paper states."""


@dataclass(frozen=True, slots=True)
class Running:
    """A period 期限 of a file: running, or lapsed and remembered."""

    name: str
    subject: str
    opened: int
    until: datetime
    """When it is over; `NEVER` while it stands still."""
    started_on: date
    article: str
    period: str
    provisional: bool = False
    lapsed: bool = False
    moment: datetime | None = None
    """The legal moment of the start, where hours are counted."""
    course: Course = NO_COURSE
    warned: tuple[str, ...] = ()
    """The warnings given of this date."""
    next_at: datetime = NEVER
    """The next thing due: a warning, or the end."""
    owed_by: str = ""
    """Whom it binds, as `Deadline.owed_in` says of the case; it goes on with the case."""

    @property
    def key(self) -> Key:
        """What it is known by inside its file."""
        return (self.name, self.subject, self.opened)

    @property
    def standing_still(self) -> bool:
        """停止计算: time is left out that has no end yet."""
        return bool(self.still_held)

    def reckon(self, calendar: Calendar) -> Reckoning | None:
        """How its date comes about; None where a paper states the day."""
        if self.period == STATED:
            return None
        return parse_period(self.period).reckon(
            self.started_on,
            calendar,
            self.moment,
            exclusions=self.course.exclusions,
            extensions=self.course.extensions,
            requests=self.course.requests,
        )

    def dated(self, warnings: tuple[Warn, ...], calendar: Calendar) -> "Running":
        """The same with the date that its intervals give on this calendar."""
        reckoning = self.reckon(calendar)
        until = reckoning.until if reckoning else self.until
        provisional = reckoning.provisional if reckoning else self.provisional
        coming = self._coming(self.warned, until, warnings, calendar)
        next_at = min([*coming.values(), until])
        return replace(self, until=until, provisional=provisional, next_at=next_at)

    def paused(self, exclusion: Exclusion) -> "Running":
        """With time left out from here on; it stands still."""
        return self._with(exclusions=(*self.course.exclusions, exclusion))

    def resumed(self, reason: str, on: date, subject: str = "") -> "Running":
        """With the time left out for this reason (and subject) ended; what is left runs on."""
        return self._with(
            exclusions=tuple(
                replace(one, until=max(on, one.after))
                if one.until is None and (one.reason, one.subject) == (reason, subject)
                else one
                for one in self.course.exclusions
            )
        )

    @property
    def still_held(self) -> tuple[Exclusion, ...]:
        """The time left out that has no end yet."""
        return tuple(one for one in self.course.exclusions if one.until is None)

    def held_from_the_start(self, exclusions: tuple[Exclusion, ...]) -> "Running":
        """Begun anew while these had no end yet: it stands still with them, from its start on."""
        return self._with(
            exclusions=tuple(
                replace(one, after=max(one.after, self.started_on)) for one in exclusions
            )
        )

    def extended(self, extension: Extension) -> "Running":
        """With so much more time."""
        return self._with(extensions=(*self.course.extensions, extension))

    def requested(self, request: Request) -> "Running":
        """With something asked for that is not decided yet; nobody is warned anew for it."""
        return self._with_requests((*self.course.requests, request))

    def decided(self, reason: str, on: date) -> "Running":
        """With what was asked for this reason decided."""
        return self._with_requests(
            tuple(
                replace(one, decided=on) if one.decided is None and one.reason == reason else one
                for one in self.course.requests
            )
        )

    def due(
        self, warnings: tuple[Warn, ...], now: datetime, calendar: Calendar
    ) -> tuple[Warn, ...]:
        """The warnings that are due at `now`, in order."""
        ahead = self._coming(self.warned, self.until, warnings, calendar)
        found = [one for one in warnings if ahead.get(one.code, NEVER) <= now]
        return tuple(sorted(found, key=lambda one: ahead[one.code]))

    def having_warned(
        self, given: tuple[Warn, ...], warnings: tuple[Warn, ...], calendar: Calendar
    ) -> "Running":
        """With these warnings given."""
        warned = (*self.warned, *(one.code for one in given))
        coming = self._coming(warned, self.until, warnings, calendar)
        return replace(self, warned=warned, next_at=min([*coming.values(), self.until]))

    def _with_requests(self, requests: tuple[Request, ...]) -> "Running":
        return replace(self, course=replace(self.course, requests=requests))

    def _with(self, **course: Any) -> "Running":  # noqa: ANN401 - fields of the course
        """Another course: whoever was warned of the old date is warned of the new one."""
        return replace(self, course=replace(self.course, **course), warned=())

    def _coming(
        self,
        warned: tuple[str, ...],
        until: datetime,
        warnings: tuple[Warn, ...],
        calendar: Calendar,
    ) -> Mapping[str, datetime]:
        """The warnings that are still to be given, and when."""
        if until == NEVER or not warnings:
            return {}
        reckoning = self.reckon(calendar) if self.course.exclusions else None
        lost = _lost(reckoning) if reckoning else timedelta()
        begun = self.moment or end_of(self.started_on)
        told = moments(warnings, begun, until, lost, calendar)
        return {code: at for code, at in told.items() if code not in warned}


def begun(deadline: Deadline, fact: Fact, calendar: Calendar) -> Running | None:
    """The period that `fact` starts by this row; None if it sets no length and states no day."""
    until, length, head = deadline.until(fact, calendar), deadline.length(fact), fact.head
    if until is None:
        return None
    running = Running(
        name=deadline.name,
        subject=deadline.subject_of(fact),
        opened=head.version,
        until=until,
        started_on=deadline.start_of(fact),
        article=deadline.article_of(fact).code,
        period=length.code if length else STATED,
        moment=head.moment if length and not length.by_day else None,
    )
    for pause in deadline.pauses:
        if held := pause.begun_by(fact):
            running = running.paused(held)
        for lasting in pause.lasts_at(fact):
            running = running.paused(lasting)
    return running.dated(deadline.warnings, calendar)


def passed(running: Running, deadline: Deadline, fact: Fact) -> Running | None:
    """The period as another subject's, which `fact` names; None where it stays whose it is.

    One that its ends know by the page that opened it keeps that page: several pass at once.
    """
    if type(fact) not in deadline.passes:
        return None
    opened = running.opened if deadline.page else fact.head.version
    return replace(running, subject=str(getattr(fact, "successor", "")), opened=opened)


def carried(running: Running, deadline: Deadline) -> tuple[Exclusion, ...]:
    """What holds the period up, and one that begins anew in its place, too."""
    own = {pause.term for pause in deadline.pauses if not pause.ends}
    return tuple(one for one in running.still_held if one.reason not in own)


def followed(running: Running, deadline: Deadline, fact: Fact) -> Running:
    """The period once `fact` has stopped it, let it go on, prolonged it, or asked for more time.

    Its date is still the old one; it is the same where `fact` says nothing of the kind.
    """
    new = running
    for pause in deadline.pauses:
        if type(fact) in pause.ends:
            new = new.resumed(pause.term, fact.head.on, pause.held_up_by(fact))
        if begun := pause.begun_by(fact):
            new = new.paused(begun)
    for asking in deadline.askings:
        new = _asked(new, asking, fact)
    for prolonging in deadline.prolongings:
        new = _prolonged(new, prolonging, fact)
    return running if new.course == running.course else new


def _prolonged(running: Running, prolonging: Prolonging, fact: Fact) -> Running:
    granted = prolonging.granted_by(fact) if type(fact) in prolonging.starts else None
    return running.extended(granted) if granted else running


def _asked(running: Running, asking: Asking, fact: Fact) -> Running:
    if type(fact) in asking.ends:
        return running.decided(asking.term, fact.head.on)
    made = asking.made_by(fact) if type(fact) in asking.starts else None
    return running.requested(made) if made else running


def _lost(reckoning: Reckoning) -> timedelta:
    """How much time was left out, in whole days."""
    return sum(
        (one.last - one.first + DAY for one in reckoning.exclusions if one.first and one.last),
        timedelta(),
    )
