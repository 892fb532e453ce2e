"""Doors of service 送达: any paper on each whom it is for, with its 送达回证 (ARL 88)."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Path, Response

from services.reconsideration.commands import papers_served as commands
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.heirless import since_the_end
from services.reconsideration.domain.papers_served import Outgoing
from services.reconsideration.domain.papers_served import PapersServed as File
from services.reconsideration.domain.standing import speaks_for
from services.reconsideration.papers.outgoing import REFUSAL
from services.reconsideration.papers.reading import Asked, Going, read_outgoing, read_refusal
from services.reconsideration.papers.sorts import sort_of
from services.reconsideration.routes.papers import ANSWERS, written
from services.reconsideration.routes.who import BODY, Respondent, doors, own_department
from services.reconsideration.schemas.serving import (
    PaperOut,
    PaperReceiptIn,
    PaperServedAgainIn,
    PaperServiceIn,
    ServedOut,
    key_of,
)
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of, services_of
from shared.auth import Identity, Role
from shared.contracts.reconsideration.people import Power
from shared.errors import Unknown
from shared.law.day import legal_day
from shared.web import CaseId, Desk, DeskDep, needs

router: Final[APIRouter] = doors()

Party = Annotated[Identity, needs(Role.PARTY)]
Reader = Annotated[Identity, needs(Role.PARTY, Role.DEPARTMENT, *BODY)]
SortName = Annotated[
    str, Path(title="文书种类", pattern=r"^[a-z-]{1,40}$", examples=["acceptance"])
]
OfPage = Annotated[int, Path(title="页码", ge=1, le=100_000, examples=[4])]

PURPOSE: Final = "当事人下载送达本人的文书"


@router.get("/{case_id}/paper-service")
async def list_papers(case_id: CaseId, who: Reader, desk: DeskDep) -> list[PaperOut]:
    """文书逐件向谁送达、何时以何种方式送达；当事人只看发给本人的，部门只看本单位的 (ARL 77, 88)."""
    of_case, going = await _going(desk, case_id, who)
    if who.acts_for is None:
        organ = own_department(who)
        theirs = (one for one in going.papers if organ in ("", one.authority))
        return [PaperOut.of(one, going.services) for one in theirs]
    own = _own(desk, of_case, who)
    mine = (PaperOut.of(one, going.services, own) for one in going.papers if one.number)
    return [one for one in mine if one.to]


@router.post("/{case_id}/paper-service", status_code=201)
async def serve_paper(
    case_id: CaseId, body: PaperServiceIn, who: Respondent, desk: DeskDep
) -> ServedOut:
    """送达文书：记载一件文书向一名受送达人送达的方式和日期，由出具的机关记载 (ARL 88)."""
    return await _serve(desk, case_id, body, who, commands.serve)


@router.post("/{case_id}/paper-service-again", status_code=201)
async def serve_paper_again(
    case_id: CaseId, body: PaperServedAgainIn, who: Respondent, desk: DeskDep
) -> ServedOut:
    """重新送达文书：前一次不成其为送达的，写明理由，自收到起算的期限重新起算 (ARL 31, 88)."""
    return await _serve(desk, case_id, body, who, partial(commands.serve_again, reason=body.reason))


async def _serve(
    desk: Desk, case_id: UUID, body: PaperServiceIn, who: Identity, command: Callable[..., File]
) -> ServedOut:
    """By the organ whose paper it is."""
    of_case, going = await _going(desk, case_id, who)
    paper = _named(going.papers, body.paper)
    if paper.authority != who.organ:
        raise Unknown("没有由本机关送达的这件文书")
    file = await desk.from_beside.act(
        [case_id, services_of(case_id)],
        *(command, of_case, paper, body.serving()),
        receipt=body.receipt,
        by=who.code,
    )
    return ServedOut.of(file)


@router.post("/{case_id}/paper-receipt", status_code=201)
async def take_paper(case_id: CaseId, body: PaperReceiptIn, who: Party, desk: DeskDep) -> ServedOut:
    """同意电子送达，网上签收编号以后的一件文书，当日送达 (ARL 88; CPL 90)."""
    of_case, going = await _going(desk, case_id, who)
    paper = _named(going.papers, body.paper)
    file = await desk.act(
        [case_id, services_of(case_id)],
        *(commands.receive, of_case, paper),
        persons=who.person_ids,
        on=body.on,
        by=who.code,
    )
    return ServedOut.of(file)


@router.get(
    "/{case_id}/paper-service/{sort}/{page}.pdf", responses=ANSWERS, response_class=Response
)
async def download_paper(
    *, case_id: CaseId, sort: SortName, page: OfPage, who: Party, desk: DeskDep
) -> Response:
    """下载已经送达本人的文书；制作和查阅记录在案 (ARL 88; CPL 90)."""
    kind, receipt = sort_of(sort)
    if kind.name == REFUSAL:
        await _must_be_refused(desk, case_id, page, who)
        return await written(desk, who, Asked(case_id, kind, page), "pdf", purpose=PURPOSE)
    mine = {one.paper: one for one in await list_papers(case_id, who, desk)}
    paper = mine.get(f"{kind.name}/{page}")
    if receipt or paper is None or all(one.served_on is None for one in paper.to):
        raise Unknown("没有送达您的这份文书")
    return await written(desk, who, Asked(case_id, kind, page), "pdf", purpose=PURPOSE)


async def _must_be_refused(desk: Desk, case_id: UUID, page: int, who: Identity) -> None:
    """不予受理决定书 is read by whom it was served on, as the file of what follows tells."""
    case, file = await desk.read(CASES, case_id), await desk.read(AFTERMATHS, aftermath_of(case_id))
    own = _own(desk, case, who)
    if not any(one.person_id in own for one in file.refusals):
        raise Unknown("没有送达您的这份文书")
    paper = await read_refusal(desk.hub, case_id)
    if paper.page != page or not paper.number:
        raise Unknown("没有送达您的这份文书")


async def _going(desk: Desk, case_id: UUID, who: Identity) -> tuple[Case, Going]:
    """The case of a file as it stands, and the papers of that file."""
    going = await read_outgoing(desk.hub, case_id, who)
    case, _ = await desk.hub.read(CASES, going.of_case)
    return since_the_end(case, going.heirless), going


def _named(papers: Collection[Outgoing], key: str) -> Outgoing:
    found = next((one for one in papers if key_of(one) == key), None)
    if found is None:
        raise Unknown("没有这件可以送达的文书")
    return found


def _own(desk: Desk, case: Case, who: Identity) -> frozenset[UUID]:
    """Those for whom a party receives papers: itself, and its principals (ARL 17)."""
    on = legal_day(desk.hub.clock.now())
    return speaks_for(case, who.person_ids, on, Power.RECEIVE) or frozenset()
