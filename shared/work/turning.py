"""What a fact does to the periods of its file: opened, stopped, resumed, extended, ended, lapsed.

A period is what it began as: how long, and when to warn, says the row of the edition in which it
began. What stops it and what ends it is a step, which goes by the edition of its own day.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from shared.contracts.fact import CLOCK, Fact
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.course import Exclusion
from shared.law.period import day_of_expiry
from shared.law.procedure import Deadline, Refused
from shared.law.running import Running, begun, carried, followed, passed
from shared.work.memory import Memory, Open

Held = dict[tuple[str, str], tuple[Exclusion, ...]]
"""What held up periods that a fact has ended, by name and subject."""


class Turning:
    """The periods of one act's frame."""

    def __init__(self, frame: Memory, calendar: Calendar, history: str) -> None:
        """`history` is the label of files for which no period is opened."""
        self._frame = frame
        self._calendar = calendar
        self._history = history

    def turn(self, file: Open, fact: Fact, lapsed: str = "") -> None:
        """Let the periods follow `fact`, the newest page; `lapsed` is the one whose lapse it is."""
        held = self._end_those(file, fact, lapsed)
        self._set_aside(file, fact)
        if file.value.is_closed:
            for running in list(file.deadlines.values()):
                if running.lapsed:
                    self._make_good(file, running, fact)
                else:
                    self.set_ended(file, running, "closed", fact.head.version)
            return
        for running, deadline in _rows(file, fact):
            self._pass(file, running, deadline, fact)
        for running, deadline in _rows(file, fact):
            self._course(file, running, deadline, fact)
        if self._history not in file.labels:
            table = file.shelf.table_on(file.value.procedure, fact.head.on)
            for deadline in table.opens(fact):
                self._start(file, deadline, fact, held)
        self._bind(file)

    def keep(self, file: Open, running: Running) -> None:
        """Keep what was changed of a period that runs."""
        place = (file.value.case_id, running.key)
        file.deadlines[running.key] = running
        kept = self._frame.opened if place in self._frame.opened else self._frame.moved
        kept[place] = running

    def set_lapsed(self, file: Open, running: Running, fact: Fact) -> None:
        """届满: nothing is owed any more where the law puts its own fact in the act's place."""
        self.set_ended(file, running, "lapsed", fact.head.version)
        if row_on(file, running, fact.head.on).is_settled_by(fact):
            self._make_good(file, running, fact)

    def _make_good(self, file: Open, running: Running, fact: Fact) -> None:
        """A period that had lapsed: what it asked for is done, or its file is closed."""
        self._frame.made_good.setdefault((file.value.case_id, running.key), fact.head.version)

    def set_ended(self, file: Open, running: Running, how: str, version: int) -> None:
        """End a period: `met`, `lapsed`, or `closed` with its file."""
        self._frame.ended[file.value.case_id, running.key] = (how, version)
        if how == "lapsed":
            file.deadlines[running.key] = replace(running, lapsed=True)
        else:
            del file.deadlines[running.key]

    def _end_those(self, file: Open, fact: Fact, lapsed: str) -> Held:
        """End what `fact` ends; what held it up, for one that begins anew."""
        held: Held = {}
        for running, deadline in _rows(file, fact):
            if deadline.is_closed_by(fact) and deadline.name != lapsed:
                if still := carried(running, deadline):
                    held[running.name, running.subject] = still
                self._end(file, running, deadline, fact)
        return held

    def _set_aside(self, file: Open, fact: Fact) -> None:
        """届满不再成立: the newest that lapsed was met, as it is proved now."""
        missed = [
            one
            for one in file.deadlines.values()
            if one.lapsed and row_of(file, one).is_set_aside_by(fact, one.subject)
        ]
        if missed:
            newest = max(missed, key=lambda one: one.opened)
            self.set_ended(file, newest, "met", fact.head.version)

    def _end(self, file: Open, running: Running, deadline: Deadline, fact: Fact) -> None:
        if not running.lapsed:
            self.set_ended(file, running, "met", fact.head.version)
            return
        if deadline.is_set_aside_by(fact, running.subject):
            return
        if not deadline.backdated:
            _refuse_back_dated(running, deadline, fact)
        if deadline.is_settled_by(fact):
            self._make_good(file, running, fact)

    def _pass(self, file: Open, running: Running, deadline: Deadline, fact: Fact) -> None:
        """What runs goes on for whoever takes its subject's place; a lapse stays what it was."""
        new = None if running.lapsed else passed(running, deadline, fact)
        if new:
            self.set_ended(file, running, "met", fact.head.version)
            file.deadlines[new.key] = new
            self._frame.opened[file.value.case_id, new.key] = new
            self._frame.ended.pop((file.value.case_id, new.key), None)  # it had been theirs before

    def _course(self, file: Open, running: Running, deadline: Deadline, fact: Fact) -> None:
        """Time left out, time added, and what is asked for."""
        new = followed(running, deadline, fact)
        if new is running:
            return
        if running.lapsed:
            _refuse_back_dated(running, deadline, fact)
        else:
            self.keep(file, new.dated(row_of(file, running).warnings, self._calendar))

    def _bind(self, file: Open) -> None:
        """What runs binds whomever the case names now: a successor, not the organ before it."""
        for running in file.running:
            owed_by = row_of(file, running).owed_in(file.value, running.subject)
            if owed_by != running.owed_by:
                self.keep(file, replace(running, owed_by=owed_by))

    def _start(self, file: Open, deadline: Deadline, fact: Fact, held: Held) -> None:
        """A period that begins in the place of one that ends stands still as that one did."""
        if running := begun(deadline, fact, self._calendar):
            if still := deadline.held_before(fact, held):
                running = running.held_from_the_start(still)
                running = running.dated(deadline.warnings, self._calendar)
            file.deadlines[running.key] = running
            self._frame.opened[file.value.case_id, running.key] = running


def row_of(file: Open, running: Running) -> Deadline:
    """The row of a period, in the edition in which it began."""
    return file.shelf.row_of(file.value.procedure, running.name, running.started_on)


def row_on(file: Open, running: Running, day: date) -> Deadline:
    """The row by which a step of `day` speaks of a period: that of the edition of the day."""
    return file.shelf.row_on(file.value.procedure, running.name, running.started_on, day)


def _rows(file: Open, fact: Fact) -> Iterator[tuple[Running, Deadline]]:
    """The periods that `fact` can speak of: those of its subject, or of all; or one by its page."""
    for running in list(file.deadlines.values()):
        deadline = row_on(file, running, fact.head.on)
        if deadline.speaks_of(fact, running.subject, running.opened):
            yield running, deadline


def _refuse_back_dated(running: Running, deadline: Deadline, fact: Fact) -> None:
    """An act dated inside a period whose lapse is on file would turn pages back."""
    head, expiry = fact.head, day_of_expiry(running.until)
    later = head.moment >= running.until if head.moment else head.on > expiry
    if head.by != CLOCK and not later:
        raise Refused(
            f"“{deadline.term}”的期限已于{expiry.isoformat()}届满并记录在卷，不得补记届满前的行为",
            Article.parse(running.article),
        )
