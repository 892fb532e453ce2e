"""Doors of authorities that decide together, one after the other (ARR2026 32; RULES 155)."""

from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import co_deciding as commands
from services.reconsideration.routes.joined import drafted_together
from services.reconsideration.routes.who import Head, Officer, act, doors
from services.reconsideration.schemas.co_deciding import (
    CoAuthorityIn,
    CoAuthorityReleaseIn,
    CountersignIn,
    CountersignRefusalIn,
)
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.store import CASES
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/co-authority", status_code=201)
async def call_co_authority(
    case_id: CaseId, body: CoAuthorityIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """通知有管辖权的其他机关共同办理，其自通知之日起可以查阅案卷 (ARR2026 32)."""
    return await act(desk, commands.call, case_id, body, who)


@router.post("/{case_id}/co-authority-release", status_code=201)
async def release_co_authority(
    case_id: CaseId, body: CoAuthorityReleaseIn, who: Head, desk: DeskDep
) -> CaseOut:
    """不再共同办理：查明该机关没有管辖权，或者被申请人已经变更 (RULES 155)."""
    return await act(desk, commands.release, case_id, body, who)


@router.post("/{case_id}/countersignature", status_code=201)
async def countersign(case_id: CaseId, body: CountersignIn, who: Head, desk: DeskDep) -> CaseOut:
    """会签同意：共同作出决定的机关，其负责人同意或者集体讨论通过 (ARR2026 32; ARL 61)."""
    files = await drafted_together(desk, await desk.read(CASES, case_id))
    said = {"minutes": body.minutes, "consent": body.agreed(), "letter": body.letter}
    case = await desk.from_beside.act(
        files,
        commands.countersign,
        case_id,
        body.countersign,
        body.organ or who.organ,
        body.approval,
        acting=who.organ,
        **said,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/countersign-refusal", status_code=201)
async def refuse_countersign(
    case_id: CaseId, body: CountersignRefusalIn, who: Head, desk: DeskDep
) -> CaseOut:
    """会签不同意：写明理由，退回重拟或者重新制作 (RULES 155)."""
    files = await drafted_together(desk, await desk.read(CASES, case_id))
    case = await desk.from_beside.act(
        files,
        commands.oppose,
        case_id,
        body.countersign,
        body.organ or who.organ,
        acting=who.organ,
        reason=body.reason,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)
