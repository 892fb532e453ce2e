"""送达本人的文书: what a party may have served on it online, and what it was served.

Only what its organ has sent out can be taken here, and only by whom it is for (CPL 87, 90). A
ruling and a decision have no page that says they were sent, so their organ serves them. A decision
is read here by whoever it was served on, from then on, whether the others have it or not (ARL 75).
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from shared.auth import PARTICIPANTS
from shared.casepage.answers import DisputeOut, FileOut, PageOut
from shared.contracts.reconsideration.people import Power
from shared.documents import read_documents
from shared.errors import Unknown
from shared.party.addressed import addressed, download, download_of
from shared.party.agencies import agencies, of_case
from shared.party.session import PartyPage
from shared.party.taken import Paper, that_count

About = Mapping[str, str | list[str]]
"""What an act is about, as its door takes it."""

PURPOSE: Final = "当事人查阅送达本人的文书"


@dataclass(frozen=True, slots=True)
class _Source:
    term: str
    page: str
    """The kind of page that names the paper."""
    field: str
    own: bool = False
    """Whether one may read it only after having taken it oneself: others are served apart."""
    apart: bool = False
    """Whether the page says as what one was served, because each party is served apart."""
    each: str = ""
    """Where each is served by itself, so that the page is of that one alone: the door that tells
    whom, and the field of its answer; empty where all are served at once."""


SERVED: Final[Mapping[str, _Source]] = {
    "reconsideration.supplement_notice_received.v1": _Source(
        "补正通知书", "reconsideration.supplement_notified.v1", "notice_id"
    ),
    "reconsideration.hearing_notified.v1": _Source(
        "听证通知书", "reconsideration.hearing_set.v1", "letter_id", apart=True
    ),
    "reconsideration.hearing_notice_served_again.v1": _Source(
        "听证通知书", "reconsideration.hearing_set.v1", "letter_id", apart=True
    ),
    "reconsideration.decision_served.v1": _Source(
        "行政复议决定书",
        "reconsideration.decided.v1",
        "paper_id",
        each="/reconsiderations services",
    ),
    "reconsideration.delivered.v1": _Source(
        "行政复议决定书", "reconsideration.decided.v1", "paper_id"
    ),
    "reconsideration.mediation_document_sealed.v1": _Source(
        "行政复议调解书", "reconsideration.mediation_document_drawn.v1", "mediation_document_id"
    ),
    "reconsideration.refusal_served.v1": _Source(
        "不予受理决定书",
        *("reconsideration.aftermath_opened.v1", "refusal_id"),
        each="/aftermaths refusals",
    ),
    "adjudication.respondent_served.v1": _Source(
        "行政裁决申请书副本", "adjudication.applied.v1", "text_id", own=True
    ),
}
"""By the page that says it was served."""


async def papers_of(party: PartyPage, dispute: DisputeOut) -> list[Paper]:
    """Every paper that was served on this party, newest first, each once."""
    found = [paper for file in dispute.files for paper in await _served(party, file)]
    told = {(paper.term, paper.on) for paper in found}
    made = [paper for file in dispute.files for paper in await _made(party, file)]
    return that_count(found + [paper for paper in made if (paper.term, paper.on) not in told])


async def paper_on(party: PartyPage, file: FileOut, version: int) -> Paper | None:
    """The paper whose service a page records; None where it records none on this party."""
    made = [p for p in file.pages if p.version == version and download_of(p)]
    if made:
        return Paper(made[0].findings["paper"], made[0].on, download_of(made[0]))
    path = _path(file, version)
    return next((one for one in await _served(party, file) if one.path == path), None)


async def words_of(party: PartyPage, paper: Paper) -> str:
    """What it says; the reading is on record.

    Raises:
        Unknown: It is not kept any more.
    """
    if paper.document_id is None:
        raise Unknown("没有这份文书")
    hub = party.page.hub
    async with hub.pool.acquire() as conn:
        found = await read_documents(
            conn,
            [paper.document_id],
            reader=party.who.code,
            purpose=PURPOSE,
            at=hub.clock.now(),
        )
    if paper.document_id not in found:
        raise Unknown("没有这份文书")
    return found[paper.document_id]


async def _made(party: PartyPage, file: FileOut) -> list[Paper]:
    """Those of them that were served on this party."""
    found = []
    for one in await addressed(party, file):
        days = [to["served_on"] for to in one["to"] if to["served_on"] and to["manner"]]
        if days:
            on, path = date.fromisoformat(min(days)), download(file.case_id, one["paper"])
            found.append(Paper(one["term"], on, path))
    return found


async def of_anybody(party: PartyPage, file: FileOut) -> About | None:
    """An act that says for itself whose it is."""
    del party, file
    return {}


def for_applicants(power: Power) -> Callable[[PartyPage, FileOut], Awaitable[About | None]]:
    """An act of the applicants, or of an agent of theirs who may do it; of nobody else (ARL 17)."""

    async def find(party: PartyPage, file: FileOut) -> About | None:
        if not party.session.persons.isdisjoint(ids_in(file, "applicants")):
            return {}
        own = agencies(party, await participants_of(party, file))
        may = (one for one in own if one["sort"] is None or power in one["powers"])
        return {} if any(one["standing"] == "applicant" for one in may) else None

    return find


async def _standings(party: PartyPage, file: FileOut) -> frozenset[str]:
    """As what this party takes part, itself or as somebody's agent (ARL 14 to 17)."""
    persons = party.session.persons
    if not persons.isdisjoint(ids_in(file, "applicants")):
        return frozenset({"applicant"})
    there = await participants_of(party, file)
    third = any(UUID(one["person_id"]) in persons for one in there.get("third_persons", ()))
    own = {one["standing"] for one in agencies(party, there)}
    return frozenset(own | ({"third"} if third else set()))


async def participants_of(party: PartyPage, file: FileOut) -> Mapping[str, Any]:
    """Who takes part beside the applicants; nobody for whoever is not among them."""
    if party.session.persons.isdisjoint(ids_in(file, PARTICIPANTS)):
        return {}
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    return answer.body["participants"] if answer.ok else {}


async def as_principal(party: PartyPage, file: FileOut) -> About | None:
    """委托人: as what this party entrusts an agent; None for whoever is one itself (ARL 17)."""
    persons = party.session.persons
    applicants = sorted(persons & ids_in(file, "applicants"))
    if len(applicants) == 1:
        return {"principal_id": str(applicants[0]), "standing": "applicant"}
    if applicants:
        return None
    third = (await participants_of(party, file)).get("third_persons", ())
    own = [one["person_id"] for one in third if UUID(one["person_id"]) in persons]
    return {"principal_id": own[0], "standing": "third"} if len(own) == 1 else None


async def as_side(party: PartyPage, file: FileOut) -> About | None:
    """As what this party asks: applicant or third person; None for whoever is neither."""
    standings = await _standings(party, file) & {"applicant", "third"}
    return {"standing": min(standings)} if standings else None


async def of_respondent_told(party: PartyPage, file: FileOut) -> About | None:
    """应当变更为的被申请人, as the applicants were told; None while none was named."""
    if party.session.persons.isdisjoint(ids_in(file, "applicants")):
        return None
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    told: list[str] = answer.body["respondents_told"] if answer.ok else []
    return {"respondent": told[0], "joint": told[1:]} if told else None


def ids_in(file: FileOut, label: str) -> frozenset[UUID]:
    """Whom a label names."""
    return frozenset(map(UUID, file.labels.get(label, "").split()))


async def of_reviewers(party: PartyPage, file: FileOut) -> About | None:
    """行政复议人员 of the case; None where none is assigned yet, so that nobody can be recused."""
    del party
    named = any(page.kind == "reconsideration.reviewers_assigned.v1" for page in file.pages)
    return {} if named else None


async def copy_for(party: PartyPage, file: FileOut) -> About | None:
    """申请书副本, to a respondent to whom it was sent and who has none yet (CPL 90)."""
    if not any(page.kind == "adjudication.copy_sent.v1" for page in file.pages):
        return None
    answer = await party.get(f"/adjudications/{file.case_id}")
    if not answer.ok:
        return None
    missing = (one for one in answer.body["respondents"] if one not in answer.body["answers"])
    return next(({"party": one} for one in missing if UUID(one) in party.session.persons), None)


async def _served(party: PartyPage, file: FileOut) -> list[Paper]:
    served = [(SERVED[page.kind], page) for page in file.pages if page.kind in SERVED]
    apart = any(source.apart for source, _ in served)
    standings = await _standings(party, file) if apart else frozenset()
    own = await own_services(party, file, [page for source, page in served if source.each])
    return [
        Paper(
            *(source.term, mine.on if mine else page.on, _path(file, page.version), document_id),
            made=mine.made if mine else "",
            side=page.findings["standing"] if source.apart else "",
        )
        for source, page in served
        if not source.own or page.by == party.who.code
        if (mine := own.get(page.version)) or not source.each
        if not source.apart or page.findings.get("standing") in standings
        if (document_id := _named(file, source, page)) is not None
    ]


@dataclass(frozen=True, slots=True)
class OwnService:
    """送达本人: of a paper that is served on each by itself."""

    made: str
    """Where the paper is downloaded as it was made; empty where it is not."""
    on: date
    """The day that counts: of a later one where it was served again before the others had it."""


def spoken_for(party: PartyPage, there: Mapping[str, Any]) -> frozenset[str]:
    """A party, and whose agent it is in a case (ARL 17)."""
    principals = (one["principal_id"] for one in agencies(party, there) if one["principal_id"])
    return frozenset((*map(str, party.session.persons), *principals))


async def own_services(
    party: PartyPage, file: FileOut, pages: Sequence[PageOut]
) -> Mapping[int, OwnService]:
    """Which of these pages are of services on this party, or on whom it is an agent of (ARL 17)."""
    door, _, field = SERVED[pages[0].kind].each.partition(" ") if pages else ("", "", "")
    answer = await party.get(f"{door}/{file.case_id}") if pages else None
    if answer is None or not answer.ok:
        return {}
    told = answer.body
    there = told["participants"] if "participants" in told else await of_case(party, told)
    persons = spoken_for(party, there)
    number, page_of = told.get("refusal_number"), told.get("refusal_page")
    made = download(UUID(told["about"]), f"declination/{page_of}") if number else ""
    # A page does not tell a party who was served; the file does, service by service in their order.
    each = zip(pages, answer.body[field], strict=False)
    return {
        page.version: OwnService(made, date.fromisoformat(one["served_on"]))
        for page, one in each
        if one["person_id"] in persons
    }


def _named(file: FileOut, source: _Source, served: PageOut) -> UUID | None:
    """The paper that was last made before it was served."""
    made = (p for p in file.pages if p.kind == source.page and p.version < served.version)
    last = max(made, key=lambda page: page.version, default=None)
    return UUID(last.findings[source.field]) if last else None


def _path(file: FileOut, version: int) -> str:
    return f"/party/paper/{file.case_id}/{version}"
