"""Doors from the findings 审理认定 to the seal 用印, with which a decision is made (ARL 61, 75)."""

from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import drafting as commands
from services.reconsideration.commands.together import draft_together as put_together
from services.reconsideration.domain.deferring import requests_of
from services.reconsideration.domain.repeating import Others
from services.reconsideration.queries.repeating import others_of
from services.reconsideration.queries.succeeding import succeeded_in
from services.reconsideration.routes.joined import drafted_together, handled_with
from services.reconsideration.routes.who import Head, Officer, doors
from services.reconsideration.schemas.drafting import (
    ApprovalIn,
    DraftIn,
    JointDraftIn,
    SubmissionIn,
)
from services.reconsideration.schemas.fields import Dated, Reasoned
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.judged import FindingsIn
from services.reconsideration.store import CASES, decided_as, numbers_of
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/findings", status_code=201)
async def record_findings(
    case_id: CaseId, body: FindingsIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """审理认定：逐项认定事实、证据、依据、程序、职权和内容；送审以前可以重新认定 (ARL 61)."""
    found = await decided_as(desk.hub.pool, body.numbers)
    # Decisions bind whoever made them: they are read as the hub has them, not as this desk sees.
    effective = {
        number: [(await desk.hub.read(CASES, one))[0] for one in files]
        for number, files in found.items()
    }
    case = await desk.act(
        [case_id],
        commands.record_findings,
        case_id,
        body.found(),
        effective=effective,
        claims=body.found_apart(),
        succeeded=await succeeded_in(desk.hub.pool, case_id) if effective else {},
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/draft", status_code=201)
async def draft(case_id: CaseId, body: DraftIn, who: Officer, desk: DeskDep) -> CaseOut:
    """拟稿：逐项提出决定的意见，送审以前可以另拟 (ARL 61)."""
    said = body.draft()
    found = await others_of(desk.hub, await desk.read(CASES, case_id)) if said.dismisses else None
    others = found.others if found else Others()
    words = {"text": body.text, "final_law": body.final_law}
    kept = {**words, "on": body.on, "by": who.code, "others": others}
    case = await desk.act([case_id], commands.draft, case_id, said, **kept)
    return CaseOut.of(case)


@router.post("/{case_id}/joint-draft", status_code=201)
async def draft_together(
    case_id: CaseId, body: JointDraftIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """合并拟稿：合并审理的各案已经分别拟稿的，合为一份决定书，以本案为主案 (ARR2026 43)."""
    case = await desk.read(CASES, case_id)
    named = body.cases or [one.case_id for one in await handled_with(desk, case)]
    others = [one for one in dict.fromkeys(named) if one != case_id]
    done = await desk.act(
        [case_id, *others],
        put_together,
        case_id,
        others,
        text=body.text,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(done)


@router.post("/{case_id}/submission", status_code=201)
async def submit(case_id: CaseId, body: SubmissionIn, who: Officer, desk: DeskDep) -> CaseOut:
    """送审：提请过咨询的，附具咨询意见，说明采纳情况；合并拟稿的在主案 (ARL 61; ARR2026 52)."""
    said = {**vars(body), "others": [one.adoption() for one in body.others]}
    files = await drafted_together(desk, await desk.read(CASES, case_id))
    case = await desk.act(files, commands.submit, case_id, **said, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/return", status_code=201)
async def send_back(case_id: CaseId, body: Reasoned, who: Head, desk: DeskDep) -> CaseOut:
    """退回重拟：用印以前都可以退回 (ARL 61)."""
    files = await drafted_together(desk, await desk.read(CASES, case_id))
    case = await desk.act(files, commands.send_back, case_id, **vars(body), by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/approval", status_code=201)
async def approve(case_id: CaseId, body: ApprovalIn, who: Head, desk: DeskDep) -> CaseOut:
    """审批：记载行政复议机关的负责人签署同意，或者集体讨论通过 (ARL 61)."""
    files = await drafted_together(desk, await desk.read(CASES, case_id))
    said = {"minutes": body.minutes, "consent": body.agreed(), "on": body.on}
    case = await desk.act(files, commands.approve, case_id, body.approval, **said, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/seal", status_code=201)
async def seal(case_id: CaseId, body: Dated, who: Officer, desk: DeskDep) -> CaseOut:
    """用印：编号、用印，即作出行政复议决定；合并拟稿的各案同时作出 (ARL 61, 75; RULES 69)."""
    case = await desk.read(CASES, case_id)
    together = await drafted_together(desk, case)
    others = [await desk.read(CASES, one) for one in together if one != case_id]
    requests = [asked for one in (case, *others) for asked in requests_of(one)]
    done = desk.going_by(*requests).act(
        [*together, numbers_of(case.authority)],
        commands.seal,
        *(case_id, requests),
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(await done)
