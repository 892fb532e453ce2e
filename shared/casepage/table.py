"""What a procedure table says of the pages of one file: which row each of them walked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from shared.contracts.catalogue import KINDS
from shared.contracts.fact import Fact
from shared.disputes import File
from shared.law.article import Article
from shared.law.procedure import Move, Procedure
from shared.work import Shelf


@dataclass(slots=True)
class Table:
    """A procedure as it is walked page by page, to find the article of each."""

    procedure: Procedure | None
    """The edition under which the file was opened."""
    shelf: Shelf[Any] | None = None
    state: StrEnum | None = None
    tracks: dict[str, StrEnum | None] = field(default_factory=dict)
    held: set[tuple[str, str, str]] = field(default_factory=set)
    """By which pauses the file stands still 中止, each with its cause and whose it is."""
    walked: set[str] = field(default_factory=set)
    """The editions that governed its pages."""

    @classmethod
    def of(cls, shelves: Mapping[tuple[str, str], Shelf[Any]], file: File) -> "Table":
        """The table of a file; none when this hub does not keep it."""
        shelf = shelves.get((file.office, file.procedure))
        editions = shelf.editions if shelf else ()
        return cls(next((e for e in editions if e.edition == file.edition), None), shelf)

    @property
    def term(self) -> str:
        """What the procedure is called."""
        return self.procedure.term if self.procedure else ""

    @property
    def straddles(self) -> bool:
        """Whether another edition than that of the opening governed a page."""
        return bool(self.procedure and self.walked - {self.procedure.edition})

    def on(self, day: date) -> Procedure | None:
        """The table that governs a step of this day."""
        if self.procedure is None or self.shelf is None:
            return self.procedure
        return self.shelf.table_on(self.procedure, day)

    def edition_on(self, day: date) -> str:
        """Its edition."""
        table = self.on(day)
        return table.edition if table else ""

    def deadline_term(self, name: str, day: date) -> str:
        """What a period that began on this day is called."""
        table = self.on(day)
        deadline = table.by_name.get(name) if table else None
        return deadline.term if deadline else name

    def because_of(self, name: str, day: date, opened_on: date, said: Mapping[str, object]) -> str:
        """What fixed the start of a period, where its row says so, and how the page named it."""
        table = self.on(day)
        deadline = table.by_name.get(name) if table else None
        return deadline.because_of(day, opened_on, said) if deadline else ""

    def article_of(self, kind: str, fact: Mapping[str, Any]) -> Article | None:
        """The article of the row that the next page walks."""
        table = self.on(date.fromisoformat(fact["head"]["on"]))
        if table is None or (known := KINDS.get(kind)) is None:
            return None
        self.walked.add(table.edition)
        rows = [move for move in table.moves if move.on is known]
        row = next((move for move in rows if self.state in move.sources()), None)
        if row is not None:
            self.state = row.target or self.state
        self._hold(table, known, fact)
        step = self._step(table, known, fact)
        walked = row or step or next(iter(rows), None)
        return walked.article if walked else None

    def _hold(self, table: Procedure, known: type[Fact], fact: Mapping[str, Any]) -> None:
        """Note where the file comes to a standstill, and where it goes on."""
        for pause in (pause for still in table.standstills for pause in still.pauses):
            cause = (pause.term, str(fact.get(pause.each)), str(fact.get(pause.person)))
            if known in pause.starts:
                self.held.add(cause)
            elif known in pause.ends:
                self.held.discard(cause)

    def _step(self, table: Procedure, known: type[Fact], fact: Mapping[str, Any]) -> Move | None:
        """The row of the track that the fact's subject walks."""
        track = table.track
        rows = [move for move in track.moves if move.on is known] if track else []
        if track is None or not rows:
            return None
        who = str(fact.get(track.subject))
        row = next((m for m in rows if self.tracks.get(who) in m.sources()), rows[0])
        self.tracks[who] = row.target or self.tracks.get(who)
        return row
