"""The periods of one file as its pages make them, walked beside the books."""

from typing import Any, Final

from asyncpg import Record

from shared.contracts.fact import CLOCK, Fact
from shared.db import Conn
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile
from shared.law.coursetext import course_in
from shared.law.day import CITY, NEVER
from shared.law.procedure import Deadline, Procedure
from shared.law.running import Key, Running, begun, carried, followed, passed
from shared.work import Shelf
from shared.work.turning import Held

RUNNING: Final = """
SELECT case_id, name, subject, opened, article, period, started_on, moment, until, provisional,
       course, warned, next_at
FROM hub.deadline WHERE case_id = ANY($1::uuid[]) AND ended IS NULL
"""

UNDONE: Final = "SELECT EXISTS (SELECT FROM hub.notice WHERE done_at IS NULL)"
"""Whether a notice was loaded that has not reached every period yet."""


class Periods:
    """The periods that run after each page, by the tables alone."""

    def __init__(self, shelf: Shelf[Any], opening: Procedure, calendar: Calendar) -> None:
        self._shelf = shelf
        self._opening = opening
        self._calendar = calendar
        self.running: dict[Key, Running] = {}
        self._cut_short: set[tuple[str, str]] = set()
        """Those that a later edition ended and their own would not: there are pages of old that
        tell of their lapse nevertheless, which is none of what runs in their place."""

    def row_of(self, running: Running) -> Deadline:
        """The row of a period, in the edition in which it began."""
        return self._shelf.row_of(self._opening, running.name, running.started_on)

    def row_on(self, running: Running, fact: Fact) -> Deadline:
        """The row by which `fact` speaks of a period: that of the edition of its day."""
        began = running.started_on
        return self._shelf.row_on(self._opening, running.name, began, fact.head.on)

    def turn(self, value: CaseFile, fact: Fact, *, history: bool) -> None:
        """Let the periods end, stand still, go on and start as the tables say of this fact."""
        held = self._end(fact)
        if value.is_closed:
            self.running.clear()
            return
        for running in self._spoken_of(fact):
            if new := passed(running, self.row_on(running, fact), fact):
                del self.running[running.key]
                self.running[new.key] = new
        for running in self._spoken_of(fact):
            self.running[running.key] = self._after(running, fact)
        if not history:
            told = value.completed(fact, self._calendar)
            for deadline in self._shelf.table_on(self._opening, fact.head.on).opens(told):
                self._start(deadline, told, held)

    def same(self, rows: list[Record]) -> bool:
        """Whether the same periods run, with the same intervals, until the same moment.

        Where the year is not known for certain they may end otherwise.
        """
        found = {one.key: one for one in map(running_in, rows)}
        return found.keys() == self.running.keys() and all(
            (one.course, one.started_on) == (ours.course, ours.started_on)
            and (one.provisional or one.until == ours.until)
            for one, ours in ((one, self.running[key]) for key, one in found.items())
        )

    def dated(self, row: Record) -> bool:
        """Whether a row's date, and what is next due of it, are what its intervals give."""
        one = running_in(row)
        new = one.dated(self.row_of(one).warnings, self._calendar)
        return (one.until, one.next_at) == (new.until, new.next_at)

    def _spoken_of(self, fact: Fact) -> list[Running]:
        return [
            one
            for one in self.running.values()
            if self.row_on(one, fact).speaks_of(fact, one.subject, one.opened)
        ]

    def _end(self, fact: Fact) -> Held:
        """Of a lapse only the one that is over: the clock dates it at the moment of expiry.

        Returns:
            What held up those that ended, by name and subject.
        """
        held: Held = {}
        over = [one for one in self._spoken_of(fact) if self.row_on(one, fact).is_closed_by(fact)]
        lapsed = [
            one.key
            for one in over
            if fact.head.by == CLOCK
            and self.row_on(one, fact).lapse is type(fact)
            and one.until == fact.head.moment
            and self.row_on(one, fact).subject_of(fact) in {"", one.subject}
        ]
        first = min(lapsed, default=None)
        for one in over:
            if first is None and self._outlives(one, fact):
                continue
            if first is None or one.key == first or one.name != first[0]:
                if not self.row_of(one).is_closed_by(fact):
                    self._cut_short.add((one.name, one.subject))
                if still := carried(one, self.row_on(one, fact)):
                    held[one.name, one.subject] = still
                del self.running[one.key]
        return held

    def _outlives(self, one: Running, fact: Fact) -> bool:
        """Whether `fact` tells of the lapse of a period in whose place this one runs."""
        of_lapse = fact.head.by == CLOCK and self.row_on(one, fact).lapse is type(fact)
        return of_lapse and (one.name, one.subject) in self._cut_short

    def _after(self, running: Running, fact: Fact) -> Running:
        new = followed(running, self.row_on(running, fact), fact)
        warnings = self.row_of(running).warnings
        return new if new is running else new.dated(warnings, self._calendar)

    def _start(self, deadline: Deadline, fact: Fact, held: Held) -> None:
        if one := begun(deadline, fact, self._calendar):
            if still := deadline.held_before(fact, held):
                one = one.held_from_the_start(still).dated(deadline.warnings, self._calendar)
            self.running[one.key] = one


def running_in(row: Record) -> Running:
    """A period as its row holds it."""
    return Running(
        name=row["name"],
        subject=row["subject"],
        opened=row["opened"],
        until=row["until"].astimezone(CITY) if row["until"] else NEVER,
        started_on=row["started_on"],
        article=row["article"],
        period=row["period"],
        provisional=row["provisional"],
        moment=row["moment"] and row["moment"].astimezone(CITY),
        course=course_in(row["course"]),
        warned=tuple(row["warned"].split()),
        next_at=row["next_at"].astimezone(CITY) if row["next_at"] else NEVER,
    )


async def settled(conn: Conn) -> bool:
    """Whether every period has been reckoned on every notice that was loaded."""
    return not await conn.fetchval(UNDONE)
