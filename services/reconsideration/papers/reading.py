"""Gathering what a paper needs from the file; who the parties are and what texts say, on record."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from services.reconsideration.domain.papers_served import Outgoing, PapersServed
from services.reconsideration.papers.blanks import Blank
from services.reconsideration.papers.filed import facts_of, matter_of, reference_of
from services.reconsideration.papers.matter import Matter, heirless, told
from services.reconsideration.papers.outgoing import REFUSAL, outgoing, refusal
from services.reconsideration.papers.printed import (
    decided_together,
    officers_of,
    retold,
    texts_of,
)
from services.reconsideration.papers.reached import days_served, places_of
from services.reconsideration.papers.sorts import SORTS, Sort, To
from services.reconsideration.papers.whom import persons_of
from services.reconsideration.store import SERVICES, aftermath_of, numbered_of, services_of
from shared.auth import Identity
from shared.contracts.reconsideration import (
    ApplicationDeclined,
    CopySent,
    DecisionMade,
    Standing,
)
from shared.db import Conn
from shared.documents import read_documents
from shared.errors import Unknown
from shared.people import read_people
from shared.sessions.posts import titles_of
from shared.work import Hub

NUMBER: Final = """
SELECT p.document_number AS n, o.at FROM reconsideration.numbered_papers p
JOIN hub.outbox o ON o.case_id = p.case_id AND o.version = 1
WHERE p.case_id = $1
"""
"""发文字号 of a paper, and when it was given."""
NUMBERS: Final = """
SELECT case_id, document_number AS n FROM reconsideration.numbered_papers
WHERE case_id = ANY($1::uuid[])
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper is asked for."""

    case_id: UUID
    """Of the file on a page of which it tells: a case, or one that derives from it."""
    sort: Sort
    page: int | None = None
    """None for the newest page that calls for one."""


async def read_matter(
    hub: Hub, who: Identity, asked: Asked, *, purpose: str, receipts: bool = False
) -> Matter:
    """What a paper needs of its file; the reading is recorded with it.

    Once numbered a paper says what it said then, whatever the parties say of themselves later;
    `receipts` asks where each was reached whose service is on record, for its 送达回证.

    Raises:
        Unknown: There is no such file, or none that `who` may see.
        Refused: The act of which the paper would tell has not been done, or not on that page.
    """
    sort = asked.sort
    async with hub.pool.acquire() as conn, conn.transaction():
        bare = await _bare(conn, hub, who, asked)
        joined = [Asked(one, sort) for one in decided_together(bare, sort)]
        cases = [await _bare(conn, hub, who, one) for one in joined]
        ids = [text_id for one in cases or [bare] for text_id in texts_of(one, sort)]
        named = [person for one in cases or [bare] for person in persons_of(one, sort)]
        at, code, fact = hub.clock.now(), who.code, told(bare, sort)
        row = await conn.fetchrow(NUMBER, numbered_of(asked.case_id, sort.name, fact.head.version))
        number, made_at = (row["n"], row["at"]) if row else ("", None)
        if sort.to is To.FILE or isinstance(fact, DecisionMade):
            made_at = fact.head.at  # a record says what it said when signed
        reads = partial(read_people, conn, reader=code, purpose=purpose, at=at)
        people = await reads(named, said_by=made_at)
        now = {} if made_at else people  # who was read as of today is not read twice
        places = {}
        if receipts:
            days = await _days(conn, asked, cases or [bare])
            places = await places_of(days, named, reads, now)
        texts = await read_documents(conn, ids, reader=code, purpose=purpose, at=at)
        called = await titles_of(conn, officers_of(bare, sort))
    filled = [replace(one, people=people, texts=texts) for one in cases]
    known = replace(bare, people=people, texts=texts, called=called, places=places)
    return replace(known, number=number, cases=filled)


async def _days(conn: Conn, asked: Asked, cases: Sequence[Matter]) -> dict[UUID, date]:
    """On which day each had the paper whose service is on record."""
    days: dict[UUID, date] = {}
    for one in cases:
        case_id = one.facts[0].head.case_id
        files = services_of(asked.case_id), aftermath_of(case_id)
        beside = [fact for each in files for fact in await facts_of(conn, each)]
        days |= days_served(asked.sort, one, beside)
    return days


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Which paper a party is to sign, and whose names stand on it."""

    blank: Blank
    standing: Standing
    own: Collection[UUID] | None
    """The persons of whom alone a party has papers: itself, and whose agent it is; None for an
    officer, who has those of all."""
    organ: str = ""
    """Code of the department that signs as respondent; empty for anybody else."""

    def named(self, matter: Matter) -> tuple[UUID, ...] | None:
        """Whose names stand on it, with the applicants' on a respondent's; None if nobody signs."""
        if self.standing is Standing.RESPONDENT:
            copied = matter.newest(CopySent) is not None
            signs = self.own is None and (not self.organ or self.organ in matter.respondents)
            return matter.applicant_ids if copied and signs else None
        if self.blank.of_outsider:
            return () if self.own is None else None
        is_applicant = self.standing is Standing.APPLICANT
        ids = matter.applicant_ids if is_applicant else matter.third_ids
        return tuple(one for one in ids if self.own is None or one in self.own) or None


async def read_parties(hub: Hub, who: Identity, case_id: UUID) -> Matter:
    """Who takes part in a case, without names and texts.

    Raises:
        Unknown: There is no such case, or none that `who` may see.
    """
    async with hub.pool.acquire() as conn:
        reference = await reference_of(conn, who, case_id)
        matter = await matter_of(conn, hub, case_id, reference=reference)
    if matter.own or not matter.has_parties:
        raise Unknown("没有这份行政复议案卷")
    return matter


async def read_signing(
    hub: Hub, who: Identity, case_id: UUID, signing: Signing, *, purpose: str
) -> Matter:
    """What a case knows of a paper that a party is to sign; the reading is recorded with it.

    Raises:
        Unknown: There is no such case, or none that `who` may see, or they do not take part in it
            as those who sign.
    """
    async with hub.pool.acquire() as conn, conn.transaction():
        reference = await reference_of(conn, who, case_id)
        matter = await matter_of(conn, hub, case_id, reference=reference)
        named = signing.named(matter) if matter.has_parties else None
        if matter.own or named is None:
            raise Unknown("没有这份案卷供您填写的文书")
        at, code = hub.clock.now(), who.code
        people = await read_people(conn, named, reader=code, purpose=purpose, at=at)
        text = [retold(matter)] if signing.blank.retells else []
        texts = await read_documents(conn, text, reader=code, purpose=purpose, at=at)
    return replace(matter, people=people, texts=texts)


@dataclass(frozen=True, slots=True)
class Told:
    """Of what a paper tells, and whose paper it is."""

    page: int
    """The page of its file."""
    authority: str
    """Organ code of the authority whose paper it is."""


async def read_told(hub: Hub, who: Identity, asked: Asked) -> Told:
    """Of which page a paper tells, and of whose authority.

    Raises:
        Unknown: There is no such file, or none that `who` may see.
        Refused: The act has not been done, or not on that page.
    """
    async with hub.pool.acquire() as conn:
        bare = await _bare(conn, hub, who, asked)
    fact = told(bare, asked.sort)
    return Told(fact.head.version, bare.authority_on(fact))


@dataclass(frozen=True, slots=True)
class Going:
    """The papers of a file whose service is recorded one by one, and the case of their parties."""

    of_case: UUID
    papers: tuple[Outgoing, ...]
    services: PapersServed | None
    """None while none is recorded."""
    heirless: frozenset[UUID]
    """Who is no more, as the case tells or what follows it (RULES 145)."""


async def read_outgoing(hub: Hub, case_id: UUID, who: Identity | None = None) -> Going:
    """The papers of a file that are served, each with its number and whom it is written to.

    Args:
        hub: The hub.
        case_id: A case, or a file that derives from one.
        who: Who must be able to see the file; None where that was seen to before.

    Raises:
        Unknown: There is no such file, or none that `who` may see.
    """
    services = await _services(hub, case_id)
    async with hub.pool.acquire() as conn:
        if who is not None:
            await reference_of(conn, who, case_id)
        matter = await matter_of(conn, hub, case_id)
        after = await facts_of(conn, aftermath_of(matter.facts[0].head.case_id))
        gone = frozenset(heirless((*matter.facts, *after)))
        known = services.services if services else ()
        found = list(outgoing(case_id, matter, known, heirless=gone))
        ids = [numbered_of(case_id, *paper.key) for paper in found]
        numbers = {row["case_id"]: row["n"] for row in await conn.fetch(NUMBERS, ids)}
    of_case = matter.facts[0].head.case_id
    given = zip(found, ids, strict=True)
    papers = tuple(replace(one, number=numbers.get(at, "")) for one, at in given)
    return Going(of_case, papers, services, gone)


async def read_newest(hub: Hub, case_id: UUID, sort: Sort, who: Identity) -> Outgoing:
    """The newest paper of a sort whose service is recorded one by one, with its number.

    Raises:
        Unknown: There is no such file, or none that `who` may see.
        Refused: The act of which it would tell has not been done.
    """
    page = (await read_told(hub, who, Asked(case_id, sort))).page
    going = await read_outgoing(hub, case_id)
    return next(one for one in going.papers if one.key == (sort.name, page))


async def read_refusal(hub: Hub, about: UUID) -> Outgoing:
    """不予受理决定书 of a case that its reader may see, with its number.

    Raises:
        Refused: Nothing was declined.
    """
    async with hub.pool.acquire() as conn:
        paper = refusal(about, await matter_of(conn, hub, about))
        number = await conn.fetchval(NUMBER, numbered_of(about, *paper.key))
    return replace(paper, number=number or "")


async def read_declined(hub: Hub, about: UUID) -> ApplicationDeclined:
    """不予受理 of a case that its reader may see, as its page tells it.

    Raises:
        Refused: Nothing was declined.
    """
    async with hub.pool.acquire() as conn:
        page = told(await matter_of(conn, hub, about), SORTS[REFUSAL])
    assert isinstance(page, ApplicationDeclined)  # noqa: S101 - of this page the paper tells
    return page


async def _services(hub: Hub, case_id: UUID) -> PapersServed | None:
    """The services of the papers of a file; None while none is recorded."""
    try:
        file, _ = await hub.read(SERVICES, services_of(case_id))
    except Unknown:
        return None
    return file


async def _bare(conn: Conn, hub: Hub, who: Identity, asked: Asked) -> Matter:
    """A file and the case from which it derives, as far as facts go, without names and texts."""
    reference = await reference_of(conn, who, asked.case_id)
    matter = await matter_of(conn, hub, asked.case_id, reference=reference, page=asked.page)
    fact = told(matter, asked.sort)
    decided = isinstance(fact, DecisionMade)
    after = await facts_of(conn, aftermath_of(asked.case_id)) if decided else ()
    return replace(matter.at(fact), after=after)


async def read_number(hub: Hub, case_id: UUID, sort: Sort, page: int) -> str:
    """发文字号 of a paper that is numbered by itself; empty while it has none."""
    row = await hub.pool.fetchval(NUMBER, numbered_of(case_id, sort.name, page))
    return row or ""
