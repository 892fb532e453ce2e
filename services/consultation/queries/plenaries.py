"""全体会议 of a committee, as its roster's pages tell of them (ARL 52; RULES 142)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from services.consultation.domain.roster import Roster
from shared.contracts.consultation import PlenaryHeld, PlenarySubject
from shared.db import LOST
from shared.documents import read_documents
from shared.errors import Away
from shared.frame.sorting import Order
from shared.work import Hub

HELD: Final = """
SELECT body FROM hub.outbox WHERE case_id = $1 AND kind = $2
  AND legal_on BETWEEN $3 AND $4 AND ($5 = '' OR body::jsonb -> 'subjects' ? $5)
ORDER BY legal_on {turn}, version {turn} LIMIT $6 OFFSET $7
"""
NEWEST: Final = Order("on", down=True)

PURPOSE: Final = "查看全体会议纪要"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which meetings are sought: by what was discussed, between two days, both of them in."""

    subject: PlenarySubject | None = None
    since: date = date.min
    until: date = date.max


ALL: Final = Sought()


@dataclass(frozen=True, slots=True)
class Plenary:
    """One, with its minutes."""

    on: date
    called_on: date
    chair: str
    attended: tuple[str, ...]
    absent: tuple[str, ...]
    subjects: tuple[PlenarySubject, ...]
    minutes: str


async def plenaries(
    hub: Hub,
    one: Roster,
    reader: str,
    order: Order = NEWEST,
    *,
    sought: Sought = ALL,
    limit: int | None = None,
    skip: int = 0,
) -> tuple[list[Plenary], bool]:
    """Those sought, by the day of the meeting, and whether more follow behind `skip` and `limit`.

    That these minutes were read is on record.

    Raises:
        Away: The database does not answer.
    """
    try:
        most = None if limit is None else limit + 1
        which = (sought.since, sought.until, sought.subject or "")
        rows = await hub.pool.fetch(
            *(HELD.format(turn=order.turn), one.case_id, PlenaryHeld.kind_name()),
            *(*which, most, skip),
        )
        held = [PlenaryHeld.model_validate_json(row["body"]) for row in rows[:limit]]
        ids = [fact.minutes_id for fact in held]
        async with hub.pool.acquire() as conn, conn.transaction():
            texts = await read_documents(
                conn, ids, reader=reader, purpose=PURPOSE, at=hub.clock.now()
            )
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return [_plenary(fact, texts[fact.minutes_id]) for fact in held], len(rows) > len(held)


def _plenary(fact: PlenaryHeld, minutes: str) -> Plenary:
    said = {name: getattr(fact, name) for name in Plenary.__slots__ if name not in _OWN}
    return Plenary(on=fact.head.on, minutes=minutes, **said)


_OWN: Final = frozenset({"on", "minutes"})
