"""按号码查找当事人: who a number belongs to, in the disputes that whoever asks may see."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from services.intake.domain.registration import REGISTRATION
from shared.auth import Identity
from shared.contracts.intake import Side
from shared.disputes import File, files_of_many
from shared.people import Person, find_people, read_people
from shared.work import Hub


@dataclass(slots=True)
class Known:
    """A person, and the files of intake in which they stand on which side."""

    person: Person
    files: list[tuple[File, Side]] = field(default_factory=list)


async def people_of(hub: Hub, who: Identity, number: str, purpose: str) -> Sequence[Known]:
    """Who has this number, the newest first; the reading is put on record, and only of these."""
    mark = hub.hasher(number)
    if mark is None:
        return []
    async with hub.pool.acquire() as conn, conn.transaction():
        found = await find_people(conn, mark)
        seen = await files_of_many(conn, who, {one.dispute_id for one in found})
        shown = [one for one in found if one.dispute_id in seen]
        ids = [one.person_id for one in shown]
        at = hub.clock.now()
        people = await read_people(conn, ids, reader=who.code, purpose=purpose, at=at)
    known: dict[Person, Known] = {}
    for one in shown:
        if person := people.get(one.person_id):
            file = next((f for f in seen[one.dispute_id] if f.procedure == REGISTRATION.name), None)
            entry = known.setdefault(person, Known(person))
            entry.files += [(file, one.side)] if file else []
    return list(known.values())


async def read_these(
    hub: Hub, who: Identity, ids: Sequence[UUID], purpose: str
) -> Sequence[Person]:
    """These parties of a dispute that `who` sees, in order; the reading is put on record."""
    if not ids:
        return ()
    async with hub.pool.acquire() as conn, conn.transaction():
        at = hub.clock.now()
        people = await read_people(conn, ids, reader=who.code, purpose=purpose, at=at)
    return [people[one] for one in ids if one in people]
