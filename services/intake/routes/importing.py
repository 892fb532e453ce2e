"""The doors of a ledger 台账: handed in, taken in batch by batch, its rejects mended."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Query, Response

from services.intake.importing import kept, mending
from services.intake.routes.registering import window_of
from services.intake.schemas.importing import (
    A_PAGE,
    ImportOut,
    ImportsIn,
    LedgerIn,
    MendedIn,
    MendedOut,
    RejectOut,
    RejectsIn,
)
from shared.auth import Identity, Role
from shared.frame.sorting import Order
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(tags=["台账导入"], responses=ERRORS)

Window = Annotated[Identity, needs(Role.WINDOW)]

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        title="幂等键",
        description="重发时用同一个键，得到同一次导入；不带的，每次交入都另计一次",
        max_length=200,
        examples=["3f2b6c1e-8d0a-4a57"],
    ),
]


@router.post("/imports", status_code=201)
async def begin_import(body: LedgerIn, who: Window, desk: DeskDep, key: Key = "") -> ImportOut:
    """交入台账：逐批登记，同一来源、同一编号的行只登记一次 (RULES 1, 2)."""
    found = await kept.begin(
        desk.hub,
        body.content,
        name=body.name,
        source=body.source,
        history=body.history,
        window=window_of(who, desk.hub.directory),
        by=who.code,
        key=key,
    )
    return ImportOut.model_validate(dict(found))


@router.get("/imports")
async def list_imports(
    who: Window, desk: DeskDep, asked: Annotated[ImportsIn, Query()]
) -> list[ImportOut]:
    """本窗口的导入记录，最近的在前，也可以换别的次序 (RULES 1)."""
    order = Order.of(asked.sort, "-at")
    rows = await kept.imports_of(
        desk.hub, who.organ, order, after=asked.after, limit=asked.limit, state=asked.state
    )
    return [ImportOut.model_validate(dict(row)) for row in rows]


@router.get("/imports/{import_id}")
async def read_import(import_id: CaseId, who: Window, desk: DeskDep) -> ImportOut:
    """一次导入办到哪里 (RULES 1)."""
    return ImportOut.model_validate(dict(await kept.find(desk.hub, import_id, who.organ)))


@router.post("/imports/{import_id}/batches")
async def go_on_with_import(import_id: CaseId, who: Window, desk: DeskDep) -> ImportOut:
    """登记下一批；没有人继续的，由枢纽自行继续 (RULES 1, 2)."""
    return ImportOut.model_validate(dict(await kept.go_on(desk.hub, import_id, who.organ)))


@router.get("/imports/{import_id}/rejects")
async def list_rejects(
    import_id: CaseId,
    who: Window,
    desk: DeskDep,
    response: Response,
    asked: Annotated[RejectsIn, Query()],
) -> list[RejectOut]:
    """退回行，未更正的在前，也可以换别的次序；查阅记录在案 (RULES 1)."""
    response.headers["Cache-Control"] = "no-store"
    rows = await mending.rejects_of(
        desk.hub,
        import_id,
        who.organ,
        Order.of(asked.sort, "open"),
        reader=who.code,
        limit=A_PAGE,
        offset=(asked.page - 1) * A_PAGE,
        mended={"open": False, "mended": True}.get(asked.state),
    )
    return [RejectOut.model_validate(row) for row in rows]


@router.post("/imports/{import_id}/rejects/{reject}")
async def mend_reject(
    import_id: CaseId,
    reject: Annotated[int, Path(title="退回行序号", ge=0, le=1_000_000)],
    body: MendedIn,
    who: Window,
    desk: DeskDep,
) -> MendedOut:
    """更正退回行并登记，另有新的申请人的选择怎么办；再次交入的，编号相同 (RULES 1, 2, 168)."""
    number = await mending.mend(
        desk.hub,
        import_id,
        reject,
        body.cells,
        window=who.organ,
        by=who.code,
        newcomers=body.newcomers,
    )
    return MendedOut(number=number)
