"""Reading the pages of many files, in their order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

from asyncpg import Record

from shared.contracts.fact import Fact
from shared.db import Conn
from shared.work import HISTORY, Shelf

BATCH: Final = 2000
"""Files walked at once."""

FACTS: Final = """
SELECT case_id, kind, body, labels ? $2 AS history FROM hub.outbox
WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, version
"""


async def pages_of(conn: Conn, ids: Sequence[UUID]) -> list[Record]:
    """The pages of these files, file after file."""
    rows: list[Record] = await conn.fetch(FACTS, ids, HISTORY)
    return rows


def by_file(rows: Iterable[Record]) -> dict[UUID, list[Record]]:
    """Rows that are in the order of their files, by file."""
    return {case_id: list(found) for case_id, found in groupby(rows, itemgetter("case_id"))}


def facts_of(shelf: Shelf[Any], pages: Iterable[Record]) -> Iterator[tuple[Fact, bool]]:
    """Each page as a fact, and whether it was imported as history.

    Raises:
        LookupError: No edition of the shelf knows such a page.
        ValueError: A page cannot be read.
    """
    kinds = {move.on.kind_name(): move.on for one in shelf.editions for move in one.all_moves()}
    for page in pages:
        yield kinds[page["kind"]].model_validate_json(page["body"]), page["history"]
