"""数字的汇总: a fold over the pages of files into counts; shards merge, order does not matter.

Only the pages of one file are in order among themselves. Two boards of the same question add up to
the board of both, so files may be counted in any order, in batches, or on several machines.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from services.routing.figures.entries import Entry, Spent, Where, entries_of
from services.routing.figures.measures import By
from services.routing.figures.parts import Duty
from shared.contracts.fact import Fact

_NARROWING: Final = tuple(by.value for by in By if by is not By.MONTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: files begun on these days, as of a moment, narrowed and put apart."""

    as_of: datetime
    start: date | None = None
    until: date | None = None
    """The last day, counted in."""
    by: By | None = None
    county: str = ""
    township: str = ""
    department: str = ""
    matter: str = ""
    level: str = ""
    centre: str = ""
    whistler: str = ""
    road: str = ""
    """Only files of disputes that are on this road now; read so, for no page of a file tells it."""

    @property
    def narrowed(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: said for name in _NARROWING if (said := getattr(self, name))}

    @property
    def of_departments(self) -> bool:
        """Whether numbers are those of single departments."""
        return self.by is By.DEPARTMENT or bool(self.department)

    def narrowed_to(self, name: str, value: str) -> "Question":
        """The same question, narrowed in one more way."""
        said: dict[str, Any] = {name: value}
        return replace(self, **said)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are asked for."""
        return self.start or date.min, self.until or date.max

    def covers(self, first: date) -> bool:
        """Whether a file that began on this day is asked for."""
        start, until = self.days
        return start <= first <= until


@dataclass(slots=True)
class Tally:
    """What was counted of one group."""

    n: Counter[str] = field(default_factory=Counter)
    times: dict[tuple[Duty, str], Counter[int]] = field(default_factory=dict)
    """Own time by duty and level: how often so many minutes."""

    def count(self, one: Entry | Spent) -> None:
        """Count one thing."""
        if isinstance(one, Spent):
            key = (one.duty, one.where.level)
            if key not in self.times:
                self.times[key] = Counter()
            self.times[key][one.minutes] += 1
        else:
            self.n[one.measure] += 1

    def add(self, other: "Tally") -> None:
        """Count what the other has counted, too."""
        self.n.update(other.n)
        for key, counted in other.times.items():
            self.times.setdefault(key, Counter()).update(counted)


@dataclass(slots=True)
class Board:
    """看板: the counts that answer one question."""

    question: Question
    files: int = 0
    """How many files gave something to it."""
    total: Tally = field(default_factory=Tally)
    """All of it; a whistle that called three departments counts here once, in each of theirs once.
    """
    groups: dict[str, Tally] = field(default_factory=dict)
    """By the value of what is asked `by`; none when nothing is."""

    def count(self, pages: Sequence[Fact]) -> None:
        """Count one file, whose pages are in order."""
        self._count(counted(pages, self.question))

    def count_entries(self, entries: Iterable[Entry | Spent]) -> None:
        """Count what one file adds that began on a day that is asked for."""
        self._count(fitting(entries, self.question))

    def _count(self, fit: Iterable[tuple[list[str], Entry | Spent]]) -> None:
        found = list(fit)
        self.files += bool(found)
        for groups, one in found:
            self.total.count(one)
            for group in groups:
                if group not in self.groups:
                    self.groups[group] = Tally()
                self.groups[group].count(one)

    def add(self, groups: Sequence[str], measures: Iterable[str], n: int) -> None:
        """Count what so many files have in common; `files` is told apart."""
        many = Counter(measures)
        for tally in self._tallies(groups):
            for measure, times in many.items():
                tally.n[measure] += times * n

    def add_times(
        self, groups: Sequence[str], key: tuple[Duty, str], minutes: Iterable[int]
    ) -> None:
        """Count own times by duty and level."""
        many = Counter(minutes)
        for tally in self._tallies(groups) if many else ():
            tally.times.setdefault(key, Counter()).update(many)

    def _tallies(self, groups: Sequence[str]) -> Iterator[Tally]:
        yield self.total
        for group in groups:
            yield self.groups.setdefault(group, Tally())

    def merge(self, other: "Board") -> None:
        """Add another board's counts, which answer the same question about other files.

        Raises:
            ValueError: It answers another question.
        """
        if other.question != self.question:
            raise ValueError("two boards of different questions do not add up")
        self.files += other.files
        self.total.add(other.total)
        for group, tally in other.groups.items():
            self.groups.setdefault(group, Tally()).add(tally)


def board(facts: Iterable[Fact], question: Question) -> Board:
    """The board of these facts, which may come in any order."""
    found = Board(question)
    for pages in files_of(facts):
        found.count(pages)
    return found


def files_of(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """Facts put together by their files, each in the order of its pages."""

    def place(fact: Fact) -> tuple[UUID, int]:
        return fact.head.case_id, fact.head.version

    for _, pages in groupby(sorted(facts, key=place), key=lambda fact: fact.head.case_id):
        yield list(pages)


def counted(pages: Sequence[Fact], question: Question) -> Iterator[tuple[list[str], Entry | Spent]]:
    """What a file adds to the question, each with the groups to which it belongs."""
    if not pages or not question.covers(pages[0].head.on):
        return
    yield from fitting(entries_of(pages, question.as_of), question)


def fitting(
    entries: Iterable[Entry | Spent], question: Question
) -> Iterator[tuple[list[str], Entry | Spent]]:
    """What of a file's entries the question asks for, each with the groups to which it belongs."""
    narrowed, by = tuple(question.narrowed.items()), question.by
    of_departments = question.of_departments
    for one in entries:
        fit = _wheres(one) if of_departments else [one.where]
        if narrowed:
            fit = [w for w in fit if all(getattr(w, name) == said for name, said in narrowed)]
        if fit:
            yield [group for w in fit if (group := str(getattr(w, by)))] if by else [], one


def _wheres(one: Entry | Spent) -> list[Where]:
    """Where an entry counts, if departments are asked for: a whole whistle once for each."""
    if isinstance(one, Entry) and one.departments:
        return [one.where._replace(department=code) for code in one.departments]
    return [one.where]
