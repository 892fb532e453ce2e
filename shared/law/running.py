"""在走的期限, a period as its row keeps it: start, intervals, warnings, and the date these give.

The date is never written by hand: whatever changes the intervals or the calendar reckons it anew.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from shared.contracts.fact import Fact
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.course import Course, Exclusion, Extension
from shared.law.day import DAY, NEVER, end_of
from shared.law.deadline import Deadline
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

    @property
    def key(self) -> Key:
        """What it is known by inside its file."""
        return (self.name, self.subject, self.opened)

    @property
    def standing_still(self) -> bool:
        """停止计算: time is left out that has no end yet."""
        return any(one.until is None for one in self.course.exclusions)

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

    def resumed(self, reason: str, on: date) -> "Running":
        """With the time left out for this reason ended; what is left runs on."""
        return self._with(
            exclusions=tuple(
                replace(one, until=max(on, one.after))
                if one.until is None and one.reason == reason
                else one
                for one in self.course.exclusions
            )
        )

    def extended(self, extension: Extension) -> "Running":
        """With so much more time."""
        return self._with(extensions=(*self.course.extensions, extension))

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
    return running.dated(deadline.warnings, calendar)


def _lost(reckoning: Reckoning) -> timedelta:
    """How much time was left out, in whole days."""
    return sum(
        (one.last - one.first + DAY for one in reckoning.exclusions if one.first and one.last),
        timedelta(),
    )


def course_text(course: Course) -> str:
    """A course as rows keep it."""
    told: dict[str, list[dict[str, str | bool | None]]] = {}
    if course.exclusions:
        told["exclusions"] = [
            {
                "after": one.after.isoformat(),
                "until": one.until.isoformat() if one.until else None,
                "reason": one.reason,
                "article": one.article.code,
                "approved_by": one.approved_by,
            }
            for one in course.exclusions
        ]
    if course.extensions:
        told["extensions"] = [
            {
                "by": one.by.code,
                "reason": one.reason,
                "article": one.article.code,
                "approved_by": one.approved_by,
                "on": one.on.isoformat() if one.on else None,
                **({"rolled": True} if one.rolled else {}),
            }
            for one in course.extensions
        ]
    return json.dumps(told, ensure_ascii=False)


def course_in(text: str) -> Course:
    """The course that a row keeps."""
    if text == "{}":
        return Course()
    told = json.loads(text)
    return Course(
        exclusions=tuple(
            Exclusion(
                after=date.fromisoformat(one["after"]),
                until=_day(one["until"]),
                reason=one["reason"],
                article=Article.parse(one["article"]),
                approved_by=one["approved_by"],
            )
            for one in told.get("exclusions", ())
        ),
        extensions=tuple(
            Extension(
                by=parse_period(one["by"]),
                reason=one["reason"],
                article=Article.parse(one["article"]),
                approved_by=one["approved_by"],
                on=_day(one["on"]),
                rolled=one.get("rolled", False),
            )
            for one in told.get("extensions", ())
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
