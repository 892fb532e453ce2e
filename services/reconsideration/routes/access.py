"""Doors of reading the file 查阅复制, and the reading itself, which is put on record (ARL 47)."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from services.reconsideration.commands import access as commands
from services.reconsideration.domain.access import Readable, readable
from services.reconsideration.domain.heirless import since_the_end
from services.reconsideration.queries.parties import heirless_now
from services.reconsideration.routes.who import Applicant, Officer, act, doors
from services.reconsideration.schemas.access import (
    FileAccessIn,
    FileAccessRequestIn,
    ReadableOut,
    ReadOut,
)
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.store import CASES
from shared.attachments import must_be_stored, read_attachment
from shared.auth import Identity, Role
from shared.documents import read_documents
from shared.errors import Unknown
from shared.law.day import legal_day
from shared.web import CaseId, Desk, DeskDep, needs

router: Final[APIRouter] = doors()

Reader = Annotated[Identity, needs(Role.PARTY)]
"""申请人、第三人及其代理人; whoever handles the case reads its papers as such."""
Purpose = Annotated[
    str,
    Query(
        title="查阅目的",
        description="为什么查阅；与查阅人、时间一并记录在案",
        min_length=2,
        max_length=200,
        examples=["当事人查阅案卷"],
    ),
]
BYTES: Final[dict[int | str, dict[str, Any]]] = {200: {"description": "附件"}}


@router.post("/{case_id}/file-access-request", status_code=201)
async def ask_access(
    case_id: CaseId, body: FileAccessRequestIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """申请查阅、复制被申请人提出的答复、证据、依据和其他材料 (ARL 47; ARR2026 49)."""
    command = partial(commands.ask, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/file-access", status_code=201)
async def grant_access(case_id: CaseId, body: FileAccessIn, who: Officer, desk: DeskDep) -> CaseOut:
    """同意查阅、复制，法律规定除外的材料遮盖或者不予查阅 (ARL 47)."""
    await must_be_stored(desk.hub.pool, who, case_id, body.attachments, desk.hub.clock.now())
    case = await desk.act(
        [case_id],
        commands.grant,
        case_id,
        body.reader_id,
        body.kept(),
        attachments=body.attachments,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.get("/{case_id}/file-access")
async def list_readable(case_id: CaseId, who: Reader, desk: DeskDep) -> list[ReadableOut]:
    """本人可以查阅、复制的材料 (ARL 47)."""
    return [ReadableOut.of(one) for one in await _readable(desk, case_id, who)]


@router.get("/{case_id}/file-access/papers/{document_id}")
async def read_paper(
    *,
    case_id: CaseId,
    document_id: Annotated[UUID, Path(title="文书编号")],
    who: Reader,
    purpose: Purpose,
    desk: DeskDep,
    response: Response,
) -> ReadOut:
    """查阅一份材料的正文，查阅记录在案 (ARL 47)."""
    if all(one.document_id != document_id for one in await _readable(desk, case_id, who)):
        raise Unknown("没有同意您查阅这份材料")
    at = desk.hub.clock.now()
    async with desk.hub.pool.acquire() as conn:
        found = await read_documents(conn, [document_id], reader=who.code, purpose=purpose, at=at)
    response.headers["Cache-Control"] = "no-store"
    return ReadOut(document_id=document_id, text=found[document_id])


@router.get("/{case_id}/file-access/attachments/{sha256}", responses=BYTES, response_class=Response)
async def read_attached(
    *,
    case_id: CaseId,
    sha256: Annotated[str, Path(title="校验值", pattern=r"^[0-9a-f]{64}$")],
    who: Reader,
    purpose: Purpose,
    desk: DeskDep,
) -> Response:
    """查阅一份附件，按提交时的原样或者遮盖后的副本，查阅记录在案 (ARL 47)."""
    if all(sha256 not in one.attachments for one in await _readable(desk, case_id, who)):
        raise Unknown("没有同意您查阅这份附件")
    return await read_attachment(desk.hub, who, case_id, sha256, purpose=purpose)


async def _readable(desk: Desk, case_id: UUID, who: Identity) -> Sequence[Readable]:
    case = await desk.read(CASES, case_id)
    if case.is_closed:
        case = since_the_end(case, await heirless_now(desk.hub, case))
    return readable(case, who.person_ids, legal_day(desk.hub.clock.now()))
