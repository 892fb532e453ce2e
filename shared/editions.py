"""现行版本: texts that an office puts in force from a day on, such as its rule book.

A register that is only added to: a text with its day, or that it is withdrawn from a day on. Every
batch of acts reads in its first statement how many rows there are, and a process that has fewer
takes them up there and then. A text comes into force on a later day than it was put there, so no
act of that day goes by an older one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, Column, Date, DateTime, Identity, Table, Text, Uuid, func

from shared.db import Conn, metadata

EDITION: Final = Table(
    "edition",
    metadata,
    Column("edition_id", BigInteger, Identity(always=True), primary_key=True),
    Column("office", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("case_id", Uuid, nullable=False),
    Column("since", Date, nullable=False),
    Column("body", Text),
    Column("loaded_by", Text, nullable=False),
    Column("loaded_at", DateTime(timezone=True), server_default=func.now(), nullable=False),
    schema="hub",
)
"""A row without a body withdraws the text of the same file from `since` on."""

MOST_DAYS: Final = 512
"""So many answers are remembered."""

EVERY: Final = """
SELECT office, name, case_id, since, body, loaded_by FROM hub.edition ORDER BY edition_id
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """版本: a text in force from a day on; without a body, that its file's text no longer is."""

    office: str
    name: str
    case_id: UUID
    """The file in which it was drafted and approved."""
    since: date
    body: str
    by: str


@dataclass(frozen=True, slots=True)
class Editions:
    """Every row of the register, in order."""

    rows: tuple[Edition, ...] = ()
    _found: dict[tuple[str, str, date], Edition | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was asked before: every act asks for the same day."""

    def on(self, office: str, name: str, day: date) -> Edition | None:
        """The text in force on a day: of those begun and not withdrawn, the latest."""
        asked = (office, name, day)
        if asked not in self._found:
            if len(self._found) >= MOST_DAYS:
                self._found.clear()
            self._found[asked] = self._look(office, name, day)
        return self._found[asked]

    def _look(self, office: str, name: str, day: date) -> Edition | None:
        begun = [
            row
            for row in self.rows
            if (row.office, row.name) == (office, name) and row.since <= day
        ]
        gone = {row.case_id for row in begun if not row.body}
        held = [row for row in begun if row.body and row.case_id not in gone]
        return max(reversed(held), key=_since, default=None)  # of one day, the last one put there

    def with_rows(self, rows: Sequence[Edition]) -> "Editions":
        """The same with what was added."""
        return Editions((*self.rows, *rows)) if rows else self


def _since(edition: Edition) -> date:
    return edition.since


async def enacted(conn: Conn) -> Editions:
    """The register as it stands."""
    rows = await conn.fetch(EVERY)
    return Editions(
        tuple(
            Edition(
                office=row["office"],
                name=row["name"],
                case_id=row["case_id"],
                since=row["since"],
                body=row["body"] or "",
                by=row["loaded_by"],
            )
            for row in rows
        )
    )
