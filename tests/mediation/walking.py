"""Random walks through a procedure: acts and lapses in any order, and the periods that run.

Every lapse of a running period must be a lawful move wherever the file has got to by then: the
clock cannot be refused.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Generic, TypeVar

from shared.contracts.fact import CLOCK, Fact, Head
from shared.law.calendar import CALENDAR
from shared.law.casefile import CaseFile
from shared.law.period import CITY
from shared.law.procedure import Deadline, Refused

V = TypeVar("V", bound=CaseFile)
DAY = date(2026, 7, 6)


class Wanderer(Generic[V]):
    """A file that wanders, with the periods that run in it by name and subject."""

    def __init__(self, case: V, acts: Mapping[str, Callable[[V, Head], Fact]]) -> None:
        self.case = case
        self.acts = acts
        self.pages: list[Fact] = []
        self.running: dict[tuple[str, str], Deadline] = {}

    def head(self, by: str) -> Head:
        return self.case.head(by=by, on=DAY, at=datetime.combine(DAY, time(9), CITY))

    def attempt(self, act: str) -> None:
        """Do it if the law allows it."""
        try:
            self._record(self.acts[act](self.case, self.head("officer-7")))
        except Refused:
            return

    def lapse(self, pick: int) -> None:
        """Let one of the running periods run out."""
        if self.running:
            name, subject = sorted(self.running)[pick % len(self.running)]
            deadline = self.running[name, subject]
            self._record(deadline.lapsed(self.head(CLOCK), subject))
            self.running.pop((name, subject), None)

    def _record(self, fact: Fact) -> None:
        self.case = self.case.after(fact)
        self.pages.append(fact)
        procedure = self.case.procedure
        for deadline in procedure.closes(fact):
            subject = deadline.subject_of(fact)
            for key in [k for k in self.running if k[0] == deadline.name]:
                if not subject or key[1] == subject:
                    del self.running[key]
        if self.case.is_closed:
            self.running.clear()
            return
        for deadline in procedure.opens(fact):
            if deadline.until(fact, CALENDAR):
                self.running[deadline.name, deadline.subject_of(fact)] = deadline
