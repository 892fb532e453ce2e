"""Random walks on every procedure table of the hub: what must hold wherever a file can come."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.contracts.fact import CLOCK, Fact
from shared.contracts.routing.ladder import LevelHeld
from shared.law.casefile import CaseFile
from shared.law.period import CITY
from shared.law.procedure import Deadline, Procedure, Refused
from tests.house.tables import procedures
from tests.house.test_tables import GUARDED

TABLES: Final = procedures()
SUBJECTS: Final = ("one", "two")
PICK = st.integers(min_value=0, max_value=10_000)
FIRST: Final = date(2026, 3, 2)
STANDS: Final = {
    LevelHeld: "while the party is awaited, what the level may take stands still (decision 0024)",
}
"""After which page a file that is open waits for nobody's period, and why."""


class Books:
    """A file of a table, and what runs beside it, as the unit of work keeps it."""

    def __init__(self, table: Procedure) -> None:
        self.table = table
        self.lapses = {row.lapse for row in table.deadlines}
        self.file = CaseFile(procedure=table, dispute_id=UUID(int=1), case_id=UUID(int=2))
        self.running: set[tuple[str, str]] = set()
        self.excused = False
        """Whether something is over that is still to be done, or stands still."""
        self.pages = 0

    def lawful(self, kind: type[Fact], who: str) -> bool:
        """Whether the table has a row for it, in the file and of this subject."""
        in_file = [row for row in self.table.moves if row.on is kind]
        track = self.table.track
        of_track = [row for row in track.moves if row.on is kind] if track else []
        stood = self.file.tracks.get(who)
        return all(
            any(stands in row.sources() for row in rows)
            for rows, stands in ((in_file, self.file.state), (of_track, stood))
            if rows
        ) and bool(in_file or self.file.state)

    def acts(self) -> list[tuple[type[Fact], str]]:
        """Every act that somebody but the clock may do here, and of whom."""
        kinds = sorted(self.table.kinds - self.lapses, key=lambda one: one.__name__)
        return [(kind, who) for kind, who in product(kinds, SUBJECTS) if self.lawful(kind, who)]

    def waiting(self) -> list[tuple[str, str]]:
        """What runs and may be over, but for what the domain lets not come about."""
        return sorted(
            (name, who)
            for name, who in self.running
            if name not in GUARDED or self.lawful(self.row(name).lapse, who)
        )

    def page(self, kind: type[Fact], who: str, pick: int, duty: str = "") -> Fact:
        """A page of this kind about a subject; what it may say or not is picked."""
        on = FIRST + timedelta(days=self.pages)
        at = datetime.combine(on, time(9), CITY)
        fact = kind.model_construct(
            head=self.file.head(by=CLOCK if duty else "o-1", on=on, at=at),
            **dict(self._said(kind, who, pick)),
        )
        return fact.model_copy(update={"duty": duty}) if "duty" in kind.model_fields else fact

    def _said(self, kind: type[Fact], who: str, pick: int) -> Iterator[tuple[str, Any]]:
        track = self.table.track
        subjects = {row.subject for row in self.table.deadlines} | {track.subject if track else ""}
        yield from ((name, who) for name in subjects & kind.model_fields.keys())
        flags = {name for row in self.table.deadlines for name in (row.where, row.unless)}
        names = sorted(flags & kind.model_fields.keys() - subjects)
        yield from ((name, bool(pick >> nth & 1)) for nth, name in enumerate(names))

    def take(self, fact: Fact, lapse: tuple[str, str] | None = None) -> None:
        """One more page, and what it ends and starts."""
        self.file = self.file.after(fact, self.table)
        self.pages += 1
        ended = {row.name: row.subject_of(fact) for row in self.table.closes(fact)}
        self.running = {
            (name, who)
            for name, who in self.running
            if (name, who) != lapse and (name not in ended or ended[name] not in ("", who))
        }
        self.running |= {(row.name, row.subject_of(fact)) for row in self.table.opens(fact)}
        if self.file.state in self.table.closed:
            self.running = set()

    def expires(self, name: str, who: str, pick: int) -> Fact:
        """The page of the clock about this period."""
        return self.page(self.row(name).lapse, who, pick, duty=name)

    def row(self, name: str) -> Deadline:
        return self.table.by_name[name]


@pytest.mark.parametrize("table", TABLES, ids=lambda one: f"{one.name} {one.edition}")
@settings(max_examples=40, deadline=None)
@given(picks=st.lists(PICK, max_size=25))
def test_wherever_a_file_can_come_it_is_watched_and_what_the_table_lacks_is_refused(
    table: Procedure, picks: list[int]
) -> None:
    """任意合法走法：未结的有期限、有事可办；表上没有的不得办；已结的不再变动."""
    books = Books(table)
    for pick in picks:
        acts, waiting = books.acts(), books.waiting()
        if books.file.state in table.closed:
            assert not acts
            assert not waiting
            return
        nth = pick % (len(acts) + len(waiting))
        if nth < len(acts):
            kind, who = acts[nth]
            books.excused |= kind in STANDS
            books.take(books.page(kind, who, pick // 7))
        else:
            one = waiting[nth - len(acts)]
            books.excused = True
            books.take(books.expires(*one, pick // 7), one)
        assert books.file.version == books.pages
        watched = books.running or books.file.state in {*table.patient, *table.closed}
        assert watched or books.excused, f"{books.file.state} waits for nothing"
        refused_where_there_is_no_row(books, pick)
        lapses_where_it_runs(books, pick)


def refused_where_there_is_no_row(books: Books, pick: int) -> None:
    """An act that has no row here is refused, by the article of a row of its own."""
    every = sorted(books.table.kinds, key=lambda one: one.__name__)
    kind, who = every[pick % len(every)], SUBJECTS[pick % 2]
    if books.lawful(kind, who) or books.file.state is None:
        return
    with pytest.raises(Refused) as refusal:
        books.file.after(books.page(kind, who, pick), books.table)
    articles = {row.article for row in books.table.all_moves() if row.on is kind}
    assert refusal.value.article in articles


def lapses_where_it_runs(books: Books, pick: int) -> None:
    """Whatever runs can be recorded as over, but for what the domain lets not come about."""
    for name, who in books.running:
        if name not in GUARDED:
            after = books.file.after(books.expires(name, who, pick), books.table)
            assert after.version == books.pages + 1
