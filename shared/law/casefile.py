"""A case file 案卷 as a frozen value: where it stands, and the head of its next page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, Self
from uuid import UUID, uuid5

from shared.contracts.fact import Fact, Head
from shared.law.calendar import Calendar
from shared.law.procedure import Procedure

UNLISTED: Final = frozenset({"clock", "contacts"})
"""Procedures of files that only keep what happened beside a dispute 旁置的卷: they tell nothing of
where it stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseFile:
    """What the facts so far have made of one case file; offices add what they must remember."""

    procedure: Procedure = field(repr=False, compare=False)
    """The table in the edition under which the file was opened."""
    dispute_id: UUID
    case_id: UUID
    state: StrEnum | None = None
    """None until the file is opened by its first fact."""
    version: int = 0
    tracks: Mapping[str, str] = field(default_factory=dict)
    """Where each subject stands, when the procedure has a track."""

    def head(self, *, by: str, on: date, at: datetime, moment: datetime | None = None) -> Head:
        """Head of the next fact in this case file."""
        return Head(
            dispute_id=self.dispute_id,
            case_id=self.case_id,
            version=self.version + 1,
            on=on,
            moment=moment,
            at=at,
            by=by,
        )

    def after(self, fact: Fact, table: Procedure | None = None) -> Self:
        """The file once `fact` has happened.

        Args:
            fact: The next page.
            table: The edition that governs this step; that of the opening if none is named.

        Raises:
            Refused: The procedure does not allow it.
        """
        table = table or self.procedure
        if table is not self.procedure and not table.knows(fact):
            raise self.procedure.no_longer(fact, table)
        state, tracks = table.walk(self.state, self.tracks, fact)
        more: dict[str, Any] = self.learnt(fact)
        return replace(self, state=state, tracks=tracks, version=fact.head.version, **more)

    def learnt(self, fact: Fact) -> dict[str, Any]:  # noqa: ARG002 - offices override it
        """What this office remembers of `fact` beside state and page; field names and values."""
        return {}

    def told_by_lapse(self, lapse: type[Fact], subject: str) -> dict[str, Any]:  # noqa: ARG002 - as above
        """What the page of a lapse of `subject` says of its own; field names and values.

        A lapse that starts another period says how long that is, as the file remembers it.
        """
        return {}

    def completed(self, fact: Fact, calendar: Calendar) -> Fact:  # noqa: ARG002 - as above
        """The page of which this file stands, with what one of old leaves to its file to know.

        Periods are opened by it, where the books are walked; a page of today says it itself.
        """
        return fact

    @property
    def owing(self) -> tuple[str, ...]:
        """Subjects of the track that have something to do now; offices with a track say which."""
        return ()

    @property
    def is_closed(self) -> bool:
        """Whether the procedure is at an end."""
        return self.state in self.procedure.closed


def derived(case_id: UUID, role: str) -> UUID:
    """Id of a file that follows from another one; doing it again finds the same."""
    return uuid5(case_id, role)
