"""写明的共同申请人: whether somebody who is named is known, and what it may read (ARL 14, 22)."""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import NOT_YET_ACCEPTED
from services.reconsideration.domain.standing import Persons
from shared.auth import Identity
from shared.contracts.intake import Side
from shared.documents import read_documents
from shared.errors import Malformed, Unknown
from shared.people import Person, read_people
from shared.work import Hub

PURPOSE: Final = "写明的共同申请人阅看请其确认的申请"

BY_PHONE: Final = """
SELECT person_id, side, name_hash, of_file FROM hub.people
WHERE dispute_id = $1 AND phone_hash = $2 ORDER BY person_id
"""
"""Who of a dispute has this telephone."""


async def who_is_named(hub: Hub, case: Case, said: Person, own: Persons) -> Person | UUID:
    """A party of the dispute by its id, where name and telephone are its own; else somebody new.

    Whoever names it is told neither. A telephone that somebody else of the dispute has, on either
    side, is not kept: nobody could be told apart by it any more, and whoever has it would confirm
    for another (ARL 14). So the new one confirms on paper.

    Raises:
        Malformed: The telephone is that of whoever names: the other could not confirm by itself.
    """
    mark = hub.hasher(said.phone) if said.phone else None
    rows = await hub.pool.fetch(BY_PHONE, case.dispute_id, mark) if mark else ()
    if own and any(row["person_id"] in own for row in rows):
        raise Malformed("写共同申请人本人的电话；这是您自己的电话，他不能用来确认", "phone")
    called = (Side.APPLICANT, hub.hasher(said.name))
    own_rows = [row for row in rows if (row["side"], row["name_hash"]) == called]
    for row in own_rows:
        if row["of_file"] in (None, case.case_id):
            known: UUID = row["person_id"]
            return known
    return replace(said, phone=None) if len(own_rows) < len(rows) else said


@dataclass(frozen=True, slots=True)
class AskedAlong:
    """What whoever is asked reads: that it is the one, who applies, and the application."""

    person_id: UUID
    name: str
    applicants: tuple[str, ...]
    text: str


async def asked_of(hub: Hub, case: Case, who: Identity) -> AskedAlong:
    """What is asked of a party; of several with one telephone, of one after the other.

    That it was read is on record.

    Raises:
        Unknown: It is not asked, or no more.
    """
    own = who.acts_for or frozenset()
    asked = next((one for one in case.participants.unconfirmed if one in own), None)
    if asked is None or case.state not in NOT_YET_ACCEPTED or case.text_id is None:
        raise Unknown("没有这份案卷")
    at, code = hub.clock.now(), who.code
    async with hub.pool.acquire() as conn, conn.transaction():
        texts = await read_documents(conn, [case.text_id], reader=code, purpose=PURPOSE, at=at)
        whom = (asked, *case.applicants)
        people = await read_people(conn, whom, reader=code, purpose=PURPOSE, at=at)
    names = tuple(people[one].name for one in case.applicants if one in people)
    own_name = people[asked].name if asked in people else ""
    return AskedAlong(asked, own_name, names, texts.get(case.text_id, ""))
