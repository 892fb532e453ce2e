"""增列申请人: somebody joins those who brought a dispute that is registered (RULES 168)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.intake.commands.entry import Applicant, comers_of
from services.intake.domain import registration
from services.intake.domain.applicants import Comer, There, newcomers
from services.intake.domain.registration import Dispute, Particulars
from services.intake.store import DISPUTES, find_applicants
from shared.contracts.intake import PartyRef, Side
from shared.errors import Stale
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.people import Person, persons_on, read_people
from shared.work import HISTORY, Hub, Work

WHY: Final = "增列申请人时核对对方"
"""为什么查阅: what is put on record when the other side's names are read."""


@dataclass(frozen=True, slots=True)
class Joining:
    """Who would join a dispute, and who has brought it, as it was seen at a page of it."""

    person: Person
    comer: Comer
    there: tuple[There, ...]
    seen: int


async def joining(
    hub: Hub, dispute: Dispute, labels: Mapping[str, str], person: Person, *, reader: str
) -> Joining:
    """Who would join, recognised by what the dispute is about; reading it is put on record."""
    case_id = dispute.case_id
    there = await find_applicants(hub.pool, [case_id])
    others = await persons_on(hub.pool, case_id, Side.OPPONENT)
    async with hub.pool.acquire() as conn, conn.transaction():
        at = hub.clock.now()
        people = await read_people(conn, others, reader=reader, purpose=WHY, at=at)
    known = Particulars(
        window=dispute.window,
        county=dispute.county,
        place=dispute.place,
        channel=dispute.channel,
        matter=dispute.matter,
        respondent=dispute.respondent,
        history=bool(labels.get(HISTORY)),
    )
    named = tuple(one.name for one in people.values())
    who = Applicant(person=person, known=known, subject="", opponents=named)
    [comer] = comers_of([who], hub.hasher)
    return Joining(person, comer, there[case_id], dispute.version)


def add_applicant(
    work: Work,
    case_id: UUID,
    who: Joining,
    *,
    window: str,
    reason: str,
    by: str,
    on: date | None = None,
) -> Dispute:
    """增列申请人, as a window does it in the file (RULES 168).

    Args:
        work: The unit of work.
        case_id: The dispute.
        who: Who joins.
        window: Organ code of the window.
        reason: Why, in words.
        by: Who records it.
        on: The day; today if not said.

    Raises:
        Refused: They are an applicant of it already, or the dispute was taken back.
        Stale: Somebody turned a page meanwhile.
    """
    dispute = work.take(DISPUTES, case_id)
    if dispute.version != who.seen:
        raise Stale("案卷已有变动")
    if not newcomers([who.comer.marks], who.there):
        raise Refused("这个人已经是本件的申请人，或者姓名、号码不足以区分是谁", RULES[168])
    reason_id = work.document(case_id, dispute.dispute_id, registration.ADDING, reason)
    return added(work, dispute, who.person, window, reason_id, by=by, on=on)


def added(
    work: Work,
    dispute: Dispute,
    person: Person,
    window: str,
    reason_id: UUID,
    *,
    by: str,
    on: date | None,
) -> Dispute:
    """The dispute with one more applicant; `reason_id` is the document that says why."""
    party = PartyRef(
        person_id=work.person(dispute.dispute_id, Side.APPLICANT, person),
        side=Side.APPLICANT,
        kind=person.kind,
    )
    head = work.head(dispute, by=by, on=on)
    fact = registration.add_applicant(head, party, window=window, reason_id=reason_id)
    return work.record(dispute, fact)
