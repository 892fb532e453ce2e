"""Whom each period binds, and since which page nothing is owed of one that lapsed, from the pages.

What is over is looked at as well as what runs: boards count both by these columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from asyncpg import Record

from shared.contracts.fact import Fact
from shared.law.casefile import CaseFile
from shared.law.procedure import Deadline, Procedure
from shared.work import Shelf

OWING: Final = """
SELECT case_id, name, subject, opened, started_on, owed_by, ended, ended_by, made_good
FROM hub.deadline WHERE case_id = ANY($1::uuid[])
"""


@dataclass(frozen=True, slots=True)
class Owing:
    """One file after each of its pages, by their numbers, in order."""

    shelf: Shelf[Any]
    opening: Procedure
    stood: dict[int, tuple[Fact, CaseFile]] = field(default_factory=dict)

    def turn(self, value: CaseFile, fact: Fact) -> None:
        """Keep what the file is after this page."""
        self.stood[fact.head.version] = (fact, value)

    def same(self, rows: Sequence[Record]) -> bool:
        """Whether each row binds whom the case named, and is made good by the page that did it."""
        return all(self._is_same(row) for row in rows)

    def _is_same(self, row: Record) -> bool:
        table: Mapping[str, Deadline]
        table = self.shelf.table_on(self.opening, row["started_on"]).by_name
        deadline = table.get(row["name"])
        return deadline is not None and self._binds(row, deadline) and self._is_good(row)

    def _binds(self, row: Record, deadline: Deadline) -> bool:
        """What ended stays with whom it bound then.

        What ended before rows said so was written down as of whom the case named when they began
        to, which may be a successor. A lapse that was set aside stays with whom it had bound.
        """
        last = max(self.stood, default=0)
        since = last if row["ended_by"] is None else max(row["opened"], row["ended_by"] - 1)
        told = self.stood.get(row["ended_by"])
        if told and deadline.is_set_aside_by(told[0], row["subject"]):
            since = row["opened"]
        return row["owed_by"] in {
            deadline.owed_in(value, row["subject"])
            for n, (_, value) in self.stood.items()
            if n >= since
        }

    def _is_good(self, row: Record) -> bool:
        """The first page that settles it; of one that was closed before rows said so, a later."""
        if row["ended"] != "lapsed":
            return row["made_good"] is None
        settling = list(self._settling(row))
        if row["made_good"] is None or not settling:
            return row["made_good"] is None and not settling
        told = self.stood.get(row["made_good"])
        if told is None:
            return False
        return row["made_good"] == settling[0] or (
            row["made_good"] > settling[0] and told[1].is_closed
        )

    def _settling(self, row: Record) -> Iterator[int]:
        """The pages from the lapse on with which nothing is owed, in order."""
        lapse = row["ended_by"] or 0
        of = (self.opening, row["name"], row["started_on"])
        for n, (fact, value) in self.stood.items():
            deadline = self.shelf.row_on(*of, fact.head.on)
            is_spoken_of = deadline.speaks_of(fact, row["subject"], row["opened"])
            is_its_own = n == lapse or (is_spoken_of and deadline.is_closed_by(fact))
            if n >= lapse and (value.is_closed or (is_its_own and deadline.is_settled_by(fact))):
                yield n
