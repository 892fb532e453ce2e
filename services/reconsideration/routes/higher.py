"""Doors of elevation 提级审理; some for the authority below, some for the one above (ARL 38)."""

from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import higher as commands
from services.reconsideration.domain.deferring import requests_of
from services.reconsideration.routes.who import Head, Officer, act, doors
from services.reconsideration.schemas.fields import Dated
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.higher import (
    ElevationDenialIn,
    ElevationIn,
    ElevationRequestIn,
    EndAboveIn,
    FileTransferIn,
)
from services.reconsideration.store import CASES
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/elevation-request", status_code=201)
async def ask_elevation(
    case_id: CaseId, body: ElevationRequestIn, who: Head, desk: DeskDep
) -> CaseOut:
    """报请上级行政复议机关提级审理，报请期间不计入办理期限 (ARL 38; ARR2026 40)."""
    return await act(desk, commands.ask, case_id, body, who)


@router.post("/{case_id}/elevation-denial", status_code=201)
async def deny_elevation(
    case_id: CaseId, body: ElevationDenialIn, who: Head, desk: DeskDep
) -> CaseOut:
    """上级对报请不予提级审理 (ARL 38)."""
    command = partial(
        commands.deny, organ=body.organ or who.organ, acting=who.organ, reason=body.reason
    )
    case = await desk.from_beside.act([case_id], command, case_id, on=body.on, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/elevation", status_code=201)
async def elevate(case_id: CaseId, body: ElevationIn, who: Head, desk: DeskDep) -> CaseOut:
    """决定提级审理，通知下级五个工作日内移送案件材料，书面告知当事人 (ARL 38; ARR2026 40)."""
    command = partial(
        commands.order,
        organ=body.organ or who.organ,
        acting=who.organ,
        ground=body.ground,
        text=body.text,
    )
    case = await desk.from_beside.act([case_id], command, case_id, on=body.on, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/file-transfer", status_code=201)
async def hand_over_file(
    case_id: CaseId, body: FileTransferIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """向决定提级的上级移送案件材料 (ARR2026 40)."""
    command = partial(commands.hand_over, organ=who.organ)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/elevated-file-receipt", status_code=201)
async def receive_elevated_file(
    case_id: CaseId, body: Dated, who: Officer, desk: DeskDep
) -> CaseOut:
    """收到提级案件的材料，审理期限自收到之日起重新计算 (ARR2026 40)."""
    requests = requests_of(await desk.read(CASES, case_id))
    command = partial(commands.receive_file, organ=who.organ, requests=requests)
    return await act(desk.from_beside.going_by(*requests), command, case_id, body, who)


@router.post("/{case_id}/elevated-case-end", status_code=201)
async def end_above(case_id: CaseId, body: EndAboveIn, who: Officer, desk: DeskDep) -> CaseOut:
    """上级办结提级案件，由下级按上级告知的结果记载 (ARR2026 40; RULES 118)."""
    return await act(desk, partial(commands.end_above, organ=who.organ), case_id, body, who)
