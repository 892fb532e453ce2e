"""Doors of what follows a case, and of its file before its end (ARL 75; RULES 90 to 95, 116)."""

from collections.abc import Callable
from functools import partial
from typing import Final

from fastapi import APIRouter
from pydantic import BaseModel

from services.reconsideration.commands import aftermath as commands
from services.reconsideration.commands import clerical, deciding_anew, publishing, refusing
from services.reconsideration.commands.leaving_out import without
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.papers_served import Outgoing
from services.reconsideration.domain.publishing import refuse_settled
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.plain import plain
from services.reconsideration.papers.reading import (
    Asked,
    read_declined,
    read_matter,
    read_refusal,
)
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.queries.published import PURPOSE, people_decided
from services.reconsideration.routes.joined import annulled_with, followed_with, with_case
from services.reconsideration.routes.who import Head, Officer, Party
from services.reconsideration.schemas.aftermath import (
    AftermathOut,
    AnnulmentIn,
    CopyIn,
    CorrectionIn,
    CorrectionServiceIn,
    PublicationIn,
    PublicTextOut,
    RefusalServiceIn,
    ServedAgainIn,
)
from services.reconsideration.schemas.fields import Dated, Reasoned
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of, again_of
from shared.auth import Identity
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.settings import settings
from shared.web import ERRORS, CaseId, Desk, DeskDep

router: Final = APIRouter(tags=["行政复议后续"], responses=ERRORS)


async def act(
    desk: DeskDep,
    command: Callable[..., Aftermath],
    case_id: CaseId,
    body: BaseModel,
    who: Identity,
) -> AftermathOut:
    """One act on a file: the command with what the body says, and the file after it."""
    return AftermathOut.of(await desk.act_on(command, case_id, body, who))


async def _refusal(desk: Desk, file: Aftermath) -> Outgoing:
    """不予受理决定书 whose service stands in this file."""
    assert file.about is not None  # noqa: S101 - no file without its first page
    return await read_refusal(desk.hub, file.about)


@router.post("/reconsiderations/{case_id}/aftermath", status_code=201)
async def begin_aftermath(case_id: CaseId, body: Dated, who: Head, desk: DeskDep) -> AftermathOut:
    """随案开立后续案卷，结案以前制发意见书、移送材料 (ARL 76, 85, 86; RULES 116)."""
    files = [case_id, aftermath_of(case_id)]
    file = await desk.act(files, commands.begin, *files, on=body.on, by=who.code)
    return AftermathOut.of(file)


@router.get("/aftermaths/{case_id}")
async def read_aftermath(case_id: CaseId, desk: DeskDep) -> AftermathOut:
    """查看后续案卷 (RULES 90)."""
    file = await desk.read(AFTERMATHS, case_id)
    told = AftermathOut.of(file)
    if file.conclusion is not Conclusion.DECLINED:
        return told
    paper = await _refusal(desk, file)
    return told.model_copy(update={"refusal_page": paper.page, "refusal_number": paper.number})


@router.post("/aftermaths/{case_id}/correction", status_code=201)
async def correct_errors(
    case_id: CaseId, body: CorrectionIn, who: Head, desk: DeskDep
) -> AftermathOut:
    """补正笔误，不改变决定的内容，自决定书最先送达起即可办理 (RULES 91)."""
    done = desk.act(
        await followed_with(desk, case_id),
        clerical.correct,
        case_id,
        **body.model_dump(),
        by=who.code,
    )
    return AftermathOut.of(await done)


@router.post("/aftermaths/{case_id}/correction-service", status_code=201)
async def serve_correction(
    case_id: CaseId, body: CorrectionServiceIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """送达补正通知书，可以分次，原文书的每一名受送达人各一次 (RULES 91; ARL 88)."""
    done = desk.act(
        await with_case(desk, case_id),
        clerical.serve_correction,
        case_id,
        body.servings(),
        by=who.code,
    )
    return AftermathOut.of(await done)


@router.post("/aftermaths/{case_id}/service", status_code=201)
async def serve_again(
    case_id: CaseId, body: ServedAgainIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """重新送达决定书、不予受理决定书于一名当事人，起诉期限重新起算 (ARL 34, 75, 88; ALL 45)."""
    done = desk.act(
        await with_case(desk, case_id),
        commands.serve_again,
        *(case_id, body.serving()),
        receipt=body.receipt,
        reason=body.reason,
        by=who.code,
    )
    return AftermathOut.of(await done)


@router.post("/aftermaths/{case_id}/refusal-service", status_code=201)
async def serve_refusal(
    case_id: CaseId, body: RefusalServiceIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """送达不予受理决定书于一名申请人，十五日的起诉期限自其收到之日起算 (ARL 34, 88; ALL 45)."""
    file = await desk.read(AFTERMATHS, case_id)
    done = desk.act(
        [one for one in (case_id, file.about) if one],
        refusing.serve,
        *(case_id, await _refusal(desk, file), body.serving()),
        receipt=body.receipt,
        by=who.code,
    )
    return AftermathOut.of(await done)


@router.post("/reconsiderations/{case_id}/refusal-service", status_code=201)
async def serve_refusal_beside(
    case_id: CaseId, body: RefusalServiceIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """在本案送达不予受理决定书于一名申请人，没有后续案卷的随之开立 (ARL 34, 88; RULES 90)."""
    await desk.read(CASES, case_id)
    done = desk.act(
        [case_id, aftermath_of(case_id)],
        refusing.serve_beside,
        *(case_id, await read_declined(desk.hub, case_id)),
        *(await read_refusal(desk.hub, case_id), body.serving()),
        receipt=body.receipt,
        by=who.code,
    )
    return AftermathOut.of(await done)


@router.post("/aftermaths/{case_id}/refusal-receipt", status_code=201)
async def receive_refusal(case_id: CaseId, body: Dated, who: Party, desk: DeskDep) -> AftermathOut:
    """申请人同意电子送达，自行签收不予受理决定书，当天为送达日期 (ARL 34; CPL 90)."""
    file = await desk.read(AFTERMATHS, case_id)
    done = desk.act(
        [one for one in (case_id, file.about) if one],
        refusing.receive,
        *(case_id, await _refusal(desk, file)),
        persons=who.acts_for or frozenset(),
        by=who.code,
        on=body.on,
    )
    return AftermathOut.of(await done)


@router.post("/aftermaths/{case_id}/copy", status_code=201)
async def copy_decision(case_id: CaseId, body: CopyIn, who: Officer, desk: DeskDep) -> AftermathOut:
    """抄告决定书于被申请人的上一级主管部门 (ARL 79)."""
    return await act(desk, commands.copy_decision, case_id, body, who)


@router.post("/aftermaths/{case_id}/publication", status_code=201)
async def publish_decision(
    case_id: CaseId, body: PublicationIn, who: Head, desk: DeskDep
) -> AftermathOut:
    """公开决定书，隐去自然人的姓名、住所、证件号码和联系方式 (ARL 79; RULES 49)."""
    file = await desk.read(AFTERMATHS, case_id)
    people = await people_decided(desk.hub, file, reader=who.code)
    command = partial(publishing.publish, people=people)
    return await act(desk, command, case_id, body, who)


@router.get("/aftermaths/{case_id}/publication")
async def begin_publication(case_id: CaseId, who: Head, desk: DeskDep) -> PublicTextOut:
    """起稿拟公开的决定书：姓名、住所、号码已经隐去，其余由公开的人审读 (ARL 79; RULES 49)."""
    file = await desk.read(AFTERMATHS, case_id)
    refuse_settled(file, file.published_on or file.withheld_on)
    assert file.about is not None  # noqa: S101 - no file without its first page
    sort = SORTS["decision"]
    matter = await read_matter(desk.hub, who, Asked(file.about, sort), purpose=PURPOSE)
    text = plain(paper_of(sort, matter, replaced=settings().papers))
    people = await people_decided(desk.hub, file, reader=who.code)
    return PublicTextOut(text=without(text, people))


@router.post("/aftermaths/{case_id}/withholding", status_code=201)
async def withhold_decision(
    case_id: CaseId, body: Reasoned, who: Head, desk: DeskDep
) -> AftermathOut:
    """决定书不予公开 (ARL 79)."""
    return await act(desk, publishing.withhold, case_id, body, who)


@router.post("/aftermaths/{case_id}/annulment", status_code=201)
async def record_annulment(
    case_id: CaseId, body: AnnulmentIn, who: Head, desk: DeskDep
) -> AftermathOut:
    """记载上级、人民法院撤销复议决定；须重新作出的，转入新的案卷 (RULES 92; ALL 70)."""
    file = await desk.read(AFTERMATHS, case_id)
    others = await annulled_with(desk, file, body.cases)
    files = [one for each in (file, *others) for one in (each.case_id, each.about) if one]
    anew = [again_of(each.case_id) for each in (file, *others)]
    done = desk.act(
        [*files, *anew],
        deciding_anew.record_annulments,
        *(case_id, [one.case_id for one in others]),
        **body.model_dump(exclude={"cases"}),
        by=who.code,
    )
    return AftermathOut.of(await done)


@router.post("/aftermaths/{case_id}/decided-anew", status_code=201)
async def record_decided_anew(
    case_id: CaseId, body: Dated, who: Officer, desk: DeskDep
) -> AftermathOut:
    """记载已经重新作出复议决定，上级所定的期限随之结束 (RULES 92)."""
    files = [case_id, again_of(case_id)]
    done = desk.act(files, deciding_anew.record_decided, case_id, on=body.on, by=who.code)
    return AftermathOut.of(await done)
