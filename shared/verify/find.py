"""What rules find: counted, with some of the files as samples."""

from functools import partial
from typing import Final

from shared.db import Conn
from shared.office import Broken, Rule

SAMPLES: Final = 5
"""How many files a rule names."""


class Finds:
    """Counts what is broken and keeps the first of it."""

    def __init__(self) -> None:
        self._count = 0
        self._samples: list[str] = []

    def add(self, sample: object) -> None:
        """Something is broken."""
        self._count += 1
        if len(self._samples) < SAMPLES:
            self._samples.append(str(sample))

    def broken(self) -> Broken:
        """All that was found."""
        return Broken(self._count, tuple(self._samples))


def asks(name: str, says: str, query: str, *values: object) -> Rule:
    """A rule that a query checks: each row that it finds is one broken thing, named by itself."""
    return Rule(name=name, says=says, check=partial(_ask, query, values))


async def _ask(query: str, values: tuple[object, ...], conn: Conn) -> Broken:
    rows = await conn.fetch(
        f"SELECT f.sample::text, count(*) OVER () AS n FROM ({query}) f(sample) LIMIT {SAMPLES}",  # noqa: S608 - our own queries
        *values,
    )
    return Broken(rows[0]["n"] if rows else 0, tuple(row["sample"] for row in rows))
