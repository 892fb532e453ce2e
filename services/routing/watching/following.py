"""Following the outbox: registered, come in again, withdrawn, in the order of positions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.contracts.catalogue import Unreadable, read
from shared.contracts.fact import Fact
from shared.contracts.intake import (
    ApplicantAdded,
    DisputeRegistered,
    DisputeRepeated,
    DisputeWithdrawn,
)
from shared.db import Conn
from shared.logging import logger

KINDS: Final = [
    kind.kind_name()
    for kind in (DisputeRegistered, ApplicantAdded, DisputeRepeated, DisputeWithdrawn)
]

STRETCH: Final = 5000
"""Positions that are looked through at once."""

TOP: Final = "SELECT coalesce(max(position), 0) FROM hub.position"

FACTS: Final = """
SELECT p.position, o.kind, o.body FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position > $1 AND p.position <= $2 AND o.kind = ANY($3::text[]) ORDER BY p.position
"""

RECORDED: Final = """
SELECT o.at FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position >= $1 ORDER BY p.position LIMIT 1
"""

_log = logger(__name__)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Facts up to a position, and whether there are more behind it."""

    facts: Sequence[Fact]
    until: int
    more: bool


async def next_stretch(conn: Conn, after: int) -> Stretch:
    """The facts of the next positions; what has no position yet comes later, and is not missed."""
    top = await conn.fetchval(TOP)
    until = min(top, after + STRETCH)
    if until <= after:
        return Stretch((), after, more=False)
    rows = await conn.fetch(FACTS, after, until, KINDS)
    facts = [fact for row in rows if (fact := _read(row["kind"], row["body"]))]
    return Stretch(facts, until, more=until < top)


async def position_before(conn: Conn, moment: datetime) -> int:
    """The last position of what was recorded before `moment`; found by halves, not by reading."""
    low, high = 0, await conn.fetchval(TOP)
    while low < high:
        middle = (low + high + 1) // 2
        at = await conn.fetchval(RECORDED, middle)
        if at is not None and at < moment:
            low = middle
        else:
            high = middle - 1
    return low


def _read(kind: str, body: str) -> Fact | None:
    try:
        return read(kind, body)
    except Unreadable as error:
        _log.warning("hotspots.unreadable", kind=kind, exc_info=error)
        return None
