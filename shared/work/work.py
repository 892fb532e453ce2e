"""One act's view of the files that were locked for it; commands and handlers work on this.

Nothing here waits: what an act needs was loaded before, and what it records is written after, set
by set. So an act is a plain function, and a thousand of them cost a handful of statements.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeVar, cast
from uuid import UUID, uuid4

from shared.contracts.fact import CLOCK, Fact, Head
from shared.directory import Directory
from shared.editions import Edition, Editions
from shared.errors import Malformed, Stale, Unknown
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile
from shared.law.period import day_of_expiry, legal_day
from shared.law.procedure import Deadline
from shared.law.running import Running
from shared.people import Basics, Person
from shared.work.memory import FORMER, PHONES, STATED, Memory, Open, Page, Paper, Party, Tray
from shared.work.shelf import Shelf
from shared.work.turning import Turning, row_of, row_on

V = TypeVar("V", bound=CaseFile)

HISTORY = "history"
"""Label of files imported as history 历史台账: no period is opened for them."""


class Work:
    """What one act may read and record; see `shared.work.hub` for how it is written."""

    def __init__(
        self,
        base: Memory,
        *,
        now: datetime,
        calendar: Calendar,
        directory: Directory,
        editions: Editions,
        labels: Mapping[str, str],
        trace: str,
        numbers: list[int],
        claimed: Mapping[UUID, "Claimed"],
        declared: Collection[UUID],
        deadline_terms: Mapping[tuple[str, str], str] = MappingProxyType({}),
    ) -> None:
        """A frame over `base`; `labels` are those of the fact that is being heard, if any.

        `declared` are the files that this act was locked for: no other may be touched, even when
        a neighbour in the batch has brought it.
        """
        self.now = now
        self.today = legal_day(now)
        """The legal day of now."""
        self.calendar = calendar
        self.directory = directory
        self.editions = editions
        """The texts that offices have put in force, such as a rule book 规则簿."""
        self.claimed = claimed
        self.deadline_terms = deadline_terms
        """What periods are called in the tables, by office and name."""
        self.frame = Memory()
        self._base = base
        self._labels = labels
        self._trace = trace
        self._numbers = numbers
        self._declared = declared
        self._turning = Turning(self.frame, calendar, HISTORY)

    # -- files

    def _open(self, case_id: UUID) -> Open | None:
        """The file in this frame, copied from the batch on first touch."""
        if case_id not in self._declared:
            raise LookupError(f"{case_id} was not declared with the act")
        if (here := self.frame.files.get(case_id)) is None and (
            there := self._base.files.get(case_id)
        ):
            here = self.frame.files[case_id] = there.copy()
        return here

    def find(self, shelf: Shelf[V], case_id: UUID) -> V | None:
        """The file as it stands after every period that is over; None if it was never opened."""
        file = self._open(case_id)
        if file is None or file.value.state is None:
            return None
        if file.shelf is not shelf:
            raise Unknown("这份案卷不是办理这一行为的案卷")
        self._lapse(file)
        return cast("V", file.value)

    def take(self, shelf: Shelf[V], case_id: UUID) -> V:
        """The same, for an act that needs the file.

        Raises:
            Unknown: There is none.
            LookupError: It was not declared with the act.
        """
        value = self.find(shelf, case_id)
        if value is None:
            raise Unknown("没有这份案卷")
        return value

    def look(self, case_id: UUID) -> CaseFile:
        """Any file as it stands, whatever its office, for an act of another one that is about it.

        Raises:
            Unknown: There is none.
        """
        file = self._open(case_id)
        if file is None or file.value.state is None:
            raise Unknown("没有这份案卷")
        return file.value

    def office_of(self, case_id: UUID) -> str:
        """The office whose a file is.

        Raises:
            Unknown: There is none.
        """
        file = self._open(case_id)
        if file is None:
            raise Unknown("没有这份案卷")
        return file.shelf.office

    def is_declared(self, case_id: UUID) -> bool:
        """Whether the act was locked for this file, opened or not."""
        return case_id in self._declared

    def sweep(self, case_id: UUID) -> None:
        """Record what is over in any file, whatever its office."""
        if file := self._open(case_id):
            self._lapse(file)

    def running(self, case_id: UUID, *, lapsed: bool = False) -> Sequence[tuple[Running, Deadline]]:
        """The periods that run in a file, or those that have lapsed, each with its row."""
        file = self._open(case_id)
        held = file.deadlines.values() if file else ()
        return [(one, row_of(file, one)) for one in held if file and one.lapsed is lapsed]

    def started_on(self, case_id: UUID, name: str) -> date | None:
        """The day from which a period of this name runs, or ran until it was missed; else None."""
        file = self._open(case_id)
        held = file.deadlines.values() if file else ()
        return max((one.started_on for one in held if one.name == name), default=None)

    def keep(self, case_id: UUID, running: Running) -> None:
        """Keep what a clock changed of a period that runs; it is no page of the file."""
        if file := self._open(case_id):
            self._turning.keep(file, running)

    def open(
        self,
        shelf: Shelf[V],
        case_id: UUID,
        dispute_id: UUID,
        *,
        on: date | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> V:
        """A new file in the edition in force on `on`; the one that is there if it was opened."""
        if (value := self.find(shelf, case_id)) is not None:
            return value
        procedure = shelf.edition_on(on or self.today)
        blank = shelf.blank(procedure, dispute_id, case_id)
        kept = dict(self._labels if labels is None else labels)
        self.frame.files[case_id] = Open(shelf, blank, kept, {}, new=True)
        return blank

    def label(self, case_id: UUID, **labels: str) -> None:
        """Let the file bear these labels from now on; streams and desks filter by them."""
        file = self._open(case_id)
        if file is None:
            raise Unknown("没有这份案卷")
        moves = any(labels.get(name, said) != said for name, said in file.whose.items())
        file.labels.update(labels)
        file.dirty = True
        for running in file.running if moves else ():
            self._turning.keep(file, running)

    def labels_of(self, case_id: UUID) -> Mapping[str, str]:
        """The labels of a file."""
        file = self._open(case_id)
        return file.labels if file else {}

    @property
    def heard_labels(self) -> Mapping[str, str]:
        """The labels of the fact that is being heard; none where nothing is."""
        return self._labels

    # -- facts

    def head(
        self, file: CaseFile, *, by: str, on: date | None = None, moment: datetime | None = None
    ) -> Head:
        """Head of the next page, of legal day `on` (today, or the day of `moment`).

        Raises:
            Malformed: The day has not come yet.
        """
        day = on or (legal_day(moment) if moment else self.today)
        if day > self.today or (moment and moment > self.now):
            raise Malformed("日期不得晚于今天", "on")
        if moment is None and day == self.today:
            moment = self.now
        return file.head(by=by, on=day, at=self.now, moment=moment)

    def record(self, value: V, fact: Fact) -> V:
        """Keep the page `fact` and what it makes of the file; the table says which periods turn.

        Raises:
            Refused: The procedure does not allow it, or the period it would meet is over.
        """
        file = self._open(fact.head.case_id)
        if file is None or file.value is not value:
            raise Stale("案卷已有变动")  # a command went on with an older value
        self._keep(file, fact)
        self._turning.turn(file, fact)
        return file.value

    def _keep(self, file: Open, fact: Fact) -> None:
        table = file.shelf.table_on(file.value.procedure, fact.head.on)
        file.value = file.value.after(fact, table)
        file.dirty = True
        self.frame.pages.append(Page(fact, file.shelf.office, file.labels, self._trace))

    def _lapse(self, file: Open) -> None:
        """Record every period that is over, in order of expiry, each dated the day it expired.

        What one lapse opens may itself be over by now, when the hub was down for long.
        """
        while due := [r for r in file.deadlines.values() if not r.lapsed and r.until <= self.now]:
            first = min(due, key=lambda r: (r.until, r.key))
            day = day_of_expiry(first.until)
            deadline = row_on(file, first, day)
            head = file.value.head(by=CLOCK, on=day, at=self.now, moment=first.until)
            told = file.value.told_by_lapse(deadline.lapse, first.subject)
            fact = deadline.lapsed(head, first.subject, told)
            self._keep(file, fact)
            self._turning.set_lapsed(file, first, fact)
            self._turning.turn(file, fact, lapsed=first.name)

    # -- people, papers, numbers

    def document(self, case_id: UUID, dispute_id: UUID, kind: str, text: str) -> UUID:
        """Keep free text of this kind; facts carry only its id."""
        paper = Paper(uuid4(), case_id, dispute_id, kind, text)
        self.frame.papers.append(paper)
        return paper.document_id

    def person(
        self, dispute_id: UUID, side: str, person: Person, of_file: UUID | None = None
    ) -> UUID:
        """Keep who somebody is, a party of the dispute or of one file; facts carry only the id."""
        party = Party(uuid4(), dispute_id, side, person, of_file)
        self.frame.parties.append(party)
        self.state(party.person_id, person.basics)
        return party.person_id

    def state(self, person_id: UUID, said: Basics) -> None:
        """Keep what is said of a party beside what it was registered with; the newest counts."""
        if said:
            told = (said.address, said.service_address, said.head_name, said.head_post)
            self.lay(STATED, (person_id, *told, self.now))

    def telephone(self, person_id: UUID, phone: str, mark: str | None) -> None:
        """Keep another telephone of a party, with its keyed hash; the former stays on file."""
        self.lay(FORMER, (person_id, phone, self.now))
        self.lay(PHONES, (person_id, phone, mark))

    def enact(self, edition: Edition) -> None:
        """Put a text in force from a day to come, or withdraw it from then on."""
        if edition.since <= self.today:
            raise LookupError("acts of today have gone by another text")
        self.frame.editions.append(edition)

    def lay(self, tray: Tray, *rows: tuple[object, ...]) -> None:
        """Lay rows in a tray of this office; they are written with all else that the act leaves."""
        if rows:
            self.frame.laid.setdefault(tray, []).extend(rows)

    def number(self) -> int:
        """The next number of the hub's sequence; gaps are allowed."""
        return self._numbers.pop()


@dataclass(frozen=True, slots=True)
class Claimed:
    """Who holds a claim: the first file that made it, and the digest it was made with."""

    case_id: UUID
    digest: str
    is_own: bool = False
    """It was made just now, by an act of this batch."""
