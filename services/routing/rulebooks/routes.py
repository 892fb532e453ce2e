"""Doors of rule books 规则簿, for administrators and supervisors, and the explanation of a road."""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from services.routing.domain.rulebook_text import digest_of
from services.routing.rulebooks import care, looking, rehearsing
from services.routing.rulebooks.explained import ExplanationOut
from services.routing.rulebooks.picture import as_svg
from services.routing.rulebooks.schemas import (
    ApprovalIn,
    BookOut,
    CurrentOut,
    DraftIn,
    FiguresOut,
    ListedIn,
    ListedOut,
    PlayedIn,
    RehearsalIn,
    RehearsalOut,
    TextOut,
    WithdrawalIn,
)
from services.routing.store import ROUTINGS, RULEBOOKS, rulebook_of
from shared.auth import Identity, Role
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(responses=ERRORS)

Keeper = Annotated[Identity, needs(Role.ADMINISTRATOR, Role.SUPERVISOR)]
"""Somebody who cares for the rules of the whole city."""

Anybody = Annotated[Identity, needs()]

RehearsalId = Annotated[UUID, Path(title="推演标识")]

SVG: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "推演结果的图", "content": {"image/svg+xml": {}}}
}


@router.get("/rulebooks", tags=["规则簿"])
async def list_rules(
    who: Keeper, desk: DeskDep, asked: Annotated[ListedIn, Query()]
) -> list[ListedOut]:
    """规则簿一览，新起草的在前；县区看不到市级的规则簿 (RULES 50 to 53)."""
    if not who.is_over_all:
        return []
    found = await looking.every(
        desk.hub,
        asked.state,
        oldest_first=asked.sort == "drafted",
        after=asked.after,
        limit=asked.limit,
    )
    return [ListedOut.shown(one) for one in found]


@router.get("/rulebooks/current", tags=["规则簿"])
async def read_current_rules(_: Anybody, desk: DeskDep) -> CurrentOut:
    """现行规则簿，可以照此起草 (RULES 54)."""
    book, text = await looking.current(desk.hub)
    return CurrentOut.of(book, text)


@router.post("/rulebooks", status_code=201, tags=["规则簿"])
async def draft_rules(body: DraftIn, who: Keeper, desk: DeskDep) -> BookOut:
    """起草规则簿：写法有误的指出第几行，与法律不合的不予起草 (RULES 50)."""
    if not who.is_over_all:
        raise Refused("规则簿由市级起草", RULES[50])
    case_id = rulebook_of(digest_of(body.text))
    return BookOut.of(await desk.act([case_id], care.draft, case_id, body.text, by=who.code))


@router.get("/rulebooks/{case_id}", tags=["规则簿"])
async def read_rules(case_id: CaseId, who: Keeper, desk: DeskDep) -> TextOut:
    """查看规则簿及其正文 (RULES 50)."""
    file = await desk.read(RULEBOOKS, case_id)
    text = await looking.text_of(desk.hub, file.text_id, who.code, "rulebook")
    return TextOut.whole(file, text, who.code)


@router.post("/rulebooks/{case_id}/rehearsals", status_code=201, tags=["规则簿"])
async def rehearse_rules(
    case_id: CaseId, body: RehearsalIn, who: Keeper, desk: DeskDep
) -> RehearsalOut:
    """开始推演规则簿：以过去数月登记的纠纷，看哪些改走别的途径 (RULES 51)."""
    file = await desk.read(RULEBOOKS, case_id)
    text = await looking.text_of(desk.hub, file.text_id, who.code, "rulebook")
    row = await rehearsing.begin(desk.hub, file, text, body.months, by=who.code)
    return RehearsalOut.of_row(row)


@router.get("/rulebooks/{case_id}/rehearsals", tags=["规则簿"])
async def list_rehearsals(
    case_id: CaseId, _: Keeper, desk: DeskDep, asked: Annotated[PlayedIn, Query()]
) -> list[RehearsalOut]:
    """推演记录，最近的在前 (RULES 51)."""
    await desk.read(RULEBOOKS, case_id)
    found = await rehearsing.every(
        desk.hub,
        case_id,
        asked.state,
        oldest_first=asked.sort == "at",
        after=asked.after,
        limit=asked.limit,
    )
    return [RehearsalOut.of_row(row) for row in found]


@router.get("/rulebooks/{case_id}/rehearsals/{rehearsal_id}", tags=["规则簿"])
async def read_rehearsal_course(
    case_id: CaseId, rehearsal_id: RehearsalId, _: Keeper, desk: DeskDep
) -> RehearsalOut:
    """一次推演办到哪里：几个月、几件 (RULES 51)."""
    await desk.read(RULEBOOKS, case_id)
    return RehearsalOut.of_row(await rehearsing.find(desk.hub, case_id, rehearsal_id))


@router.post("/rulebooks/{case_id}/rehearsals/{rehearsal_id}/parts", tags=["规则簿"])
async def go_on_with_rehearsal(
    case_id: CaseId, rehearsal_id: RehearsalId, _: Keeper, desk: DeskDep
) -> RehearsalOut:
    """推演下一部分；没有人继续的，由枢纽自行继续。最后一件推演后，结果记入规则簿卷 (RULES 51)."""
    await desk.read(RULEBOOKS, case_id)
    return RehearsalOut.of_row(await rehearsing.go_on(desk.hub, case_id, rehearsal_id))


@router.post("/rulebooks/{case_id}/rehearsals/{rehearsal_id}/cancellation", tags=["规则簿"])
async def cancel_rehearsal(
    case_id: CaseId, rehearsal_id: RehearsalId, who: Keeper, desk: DeskDep
) -> RehearsalOut:
    """取消推演；已经结束的不变 (RULES 51)."""
    await desk.read(RULEBOOKS, case_id)
    row = await rehearsing.cancel(desk.hub, case_id, rehearsal_id, by=who.code)
    return RehearsalOut.of_row(row)


@router.get("/rulebooks/{case_id}/rehearsal", tags=["规则簿"])
async def read_rehearsal(case_id: CaseId, who: Keeper, desk: DeskDep) -> FiguresOut:
    """最近一次推演的结果 (RULES 51)."""
    file = await desk.read(RULEBOOKS, case_id)
    text = await looking.text_of(desk.hub, file.figures_id, who.code, "rehearsal")
    return FiguresOut.model_validate_json(text)


@router.get("/rulebooks/{case_id}/picture", tags=["规则簿"], response_class=Response, responses=SVG)
async def draw_rehearsal(case_id: CaseId, who: Keeper, desk: DeskDep) -> Response:
    """最近一次推演的图：各途径的件数怎样变动 (RULES 51)."""
    figures = await read_rehearsal(case_id, who, desk)
    return Response(as_svg(figures), media_type="image/svg+xml")


@router.post("/rulebooks/{case_id}/approval", status_code=201, tags=["规则簿"])
async def approve_rules(case_id: CaseId, body: ApprovalIn, who: Keeper, desk: DeskDep) -> BookOut:
    """批准规则簿：由起草人以外的人批准，最早次日施行 (RULES 52)."""
    file = await desk.read(RULEBOOKS, case_id)
    text = await looking.text_of(desk.hub, file.text_id, who.code, "rulebook")
    act = desk.act([case_id], care.approve, case_id, text, body.since, by=who.code)
    return BookOut.of(await act)


@router.post("/rulebooks/{case_id}/withdrawal", status_code=201, tags=["规则簿"])
async def withdraw_rules(
    case_id: CaseId, body: WithdrawalIn, who: Keeper, desk: DeskDep
) -> BookOut:
    """撤回规则簿：已经施行的，自次日起恢复前一版 (RULES 53)."""
    act = desk.act([case_id], care.withdraw, case_id, body.reason, by=who.code)
    return BookOut.of(await act)


@router.get("/routings/{case_id}/explanation", tags=["分流"])
async def explain_routing(case_id: CaseId, desk: DeskDep) -> ExplanationOut:
    """分流说明：所依规则、各条规则的条件是否符合、相近规则和管辖依据 (RULES 6, 54)."""
    await desk.read(ROUTINGS, case_id)
    return ExplanationOut.of(await looking.explained(desk.hub, case_id))
