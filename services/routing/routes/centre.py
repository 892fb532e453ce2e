"""The doors of whoever blows a whistle, and of the centre that answers for it."""

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Header, Query

from services.routing import queries
from services.routing.commands import asking, blowing, centre, hotspot
from services.routing.commands.asking import Asked, Wanted
from services.routing.domain import closing
from services.routing.domain.closing import Said
from services.routing.domain.precedent import precedent_of
from services.routing.routes.who import Caller, Centre, Leader, Whistler, led_by
from services.routing.schemas import (
    ApprovalIn,
    AskIn,
    CallbackIn,
    CallIn,
    HotSpotWhistleIn,
    MeetingIn,
    PlanIn,
    PrecedentOut,
    ReturnIn,
    RulingIn,
    WantedIn,
    WhistleOut,
)
from services.routing.store import (
    WHISTLES,
    files_of,
    ladder_of,
    returned_of,
    routing_of,
    whistles_of,
)
from shared.auth import Role
from shared.contracts.routing import ReturnReason, Rung
from shared.errors import Malformed
from shared.law.casefile import derived
from shared.people import sides_of
from shared.web import ERRORS, CaseId, DeskDep

router = APIRouter(responses=ERRORS, tags=["吹哨报到"])


@router.post("/whistles", status_code=201)
async def ask(
    body: AskIn,
    who: Whistler,
    desk: DeskDep,
    key: Annotated[
        str,
        Header(
            alias="Idempotency-Key", title="幂等键", description="重发时用同一个键", max_length=200
        ),
    ] = "",
) -> WhistleOut:
    """吹哨：请求召集部门；重复的、下一级尚未办理的当即退哨并计数 (RULES 8, 19)."""
    if not body.level.reaches(Rung.TOWNSHIP):
        raise Malformed("吹哨的层级为乡镇综治中心及以上", "level")
    request_id = derived(body.dispute_id, f"request:{key}") if key else uuid4()
    asked = Asked(
        whistler=body.whistler or who.organ,
        level=body.level,
        tier=body.tier,
        text=body.text,
        request_id=request_id,
        kind=body.kind,
        lead=_wanted(body.lead) if body.lead else None,
        assist=[_wanted(one) for one in body.assist],
        inform=body.inform,
    )
    files = (*files_of(body.dispute_id), returned_of(body.dispute_id, request_id))
    act = desk.act(files, asking.ask, body.dispute_id, asked, by=who.code)
    return WhistleOut.of(await act)


@router.post("/hotspots/{case_id}/whistle", status_code=201)
async def blow_for_all(
    case_id: CaseId, body: HotSpotWhistleIn, who: Centre, desk: DeskDep
) -> WhistleOut:
    """为热点吹哨：同一问题的各件合并吹一个哨，各件仍各自办理 (RULES 8, 55)."""
    said = hotspot.Asked(
        whistler=who.organ,
        tier=body.tier,
        text=body.text,
        lead=_wanted(body.lead) if body.lead else None,
        assist=[_wanted(one) for one in body.assist],
    )
    files = [case_id, *whistles_of(case_id)]
    return WhistleOut.of(await desk.act(files, hotspot.blow_for_all, case_id, said, by=who.code))


def _wanted(said: WantedIn) -> Wanted:
    return Wanted(department=said.department, task=said.task)


@router.get("/whistles/{case_id}")
async def read_whistle(case_id: CaseId, desk: DeskDep) -> WhistleOut:
    """查看哨和各部门所处环节 (RULES 8)."""
    file = await desk.read(WHISTLES, case_id)
    return WhistleOut.of(file)


@router.post("/whistles/{case_id}/signature", status_code=201)
async def sign(case_id: CaseId, who: Leader, desk: DeskDep) -> WhistleOut:
    """签批：本级或者上级负责人同意，随即召集部门；提请人不得签批自己提请的哨 (RULES 18)."""
    whistle = await desk.read(WHISTLES, case_id)
    files = [case_id, ladder_of(whistle.dispute_id)]
    return WhistleOut.of(
        await desk.act(files, asking.sign, case_id, place=led_by(who), by=who.code)
    )


@router.post("/whistles/{case_id}/return", status_code=201)
async def give_back(case_id: CaseId, body: ReturnIn, who: Centre, desk: DeskDep) -> WhistleOut:
    """退哨：情况不实，或者负责人不同意吹哨 (RULES 19)."""
    if body.reason is ReturnReason.NOT_SIGNED:
        who.require([Role.SUPERVISOR])
        place = led_by(who)
        no = desk.act([case_id], asking.decline, case_id, body.text, place=place, by=who.code)
        return WhistleOut.of(await no)
    act = desk.act([case_id], blowing.give_back, case_id, body.reason, body.text, by=who.code)
    return WhistleOut.of(await act)


@router.post("/whistles/{case_id}/calls", status_code=201)
async def recall(case_id: CaseId, body: CallIn, who: Centre, desk: DeskDep) -> WhistleOut:
    """召回：被裁定不承办的、仅被知会的，或者原先没有召集的部门 (RULES 46)."""
    act = desk.act([case_id], blowing.recall, case_id, body.department, body.task, by=who.code)
    return WhistleOut.of(await act)


@router.post("/whistles/{case_id}/extension", status_code=201)
async def decide_extension(
    case_id: CaseId, body: ApprovalIn, who: Centre, desk: DeskDep
) -> WhistleOut:
    """批准或者不予延期 (RULES 29)."""
    if body.granted:
        act = desk.act([case_id], centre.grant, case_id, body.department, by=who.code)
    elif not body.reason:
        raise Malformed("不予延期的应当写明理由", "reason")
    else:
        act = desk.act([case_id], centre.deny, case_id, body.department, body.reason, by=who.code)
    return WhistleOut.of(await act)


@router.get("/whistles/{case_id}/precedents")
async def precedents(
    case_id: CaseId,
    who: Centre,
    desk: DeskDep,
    limit: Annotated[int, Query(ge=1, le=100, title="件数")] = 20,
) -> list[PrecedentOut]:
    """权属先例：本县区同类事项以往如何裁定，裁定多的在前 (RULES 27)."""
    del who
    whistle = await desk.read(WHISTLES, case_id)
    county = desk.hub.directory.county_of(whistle.place).code
    found = await queries.precedents(desk.hub, county, whistle.matter, limit)
    return [PrecedentOut.model_validate(dict(row)) for row in found]


@router.post("/whistles/{case_id}/ruling", status_code=201)
async def rule(case_id: CaseId, body: RulingIn, who: Centre, desk: DeskDep) -> WhistleOut:
    """权属裁定：由谁承办，存为先例 (RULES 27)."""
    whistle = await desk.read(WHISTLES, case_id)
    county = desk.hub.directory.county_of(whistle.place).code
    files = [case_id, precedent_of(county, whistle.matter, body.department)]
    if body.upheld:
        if body.instead:
            raise Malformed("裁定应当承办的，不得另定部门", "instead")
        act = desk.act(
            files, centre.uphold, case_id, body.department, body.basis, body.reason, by=who.code
        )
        return WhistleOut.of(await act)
    act = desk.act(
        files,
        centre.rule_out,
        case_id,
        body.department,
        instead=body.instead,
        basis=body.basis,
        reason=body.reason,
        by=who.code,
    )
    return WhistleOut.of(await act)


@router.post("/whistles/{case_id}/meeting", status_code=201)
async def meet(case_id: CaseId, body: MeetingIn, who: Centre, desk: DeskDep) -> WhistleOut:
    """联合会商：综治中心召集，跨部门的和重新办理的由本级负责人或者政法委主持 (RULES 25)."""
    act = desk.act(
        [case_id],
        centre.meet,
        case_id,
        body.departments,
        body.minutes,
        body.plan,
        chair=body.chair,
        heads=body.heads,
        by=who.code,
    )
    return WhistleOut.of(await act)


@router.post("/whistles/{case_id}/plan", status_code=201)
async def make_plan(case_id: CaseId, body: PlanIn, who: Centre, desk: DeskDep) -> WhistleOut:
    """联合方案：会商之后形成 (RULES 25)."""
    act = desk.act([case_id], centre.make_plan, case_id, body.departments, body.plan, by=who.code)
    return WhistleOut.of(await act)


@router.post("/whistles/{case_id}/callback", status_code=201)
async def call_back(case_id: CaseId, body: CallbackIn, who: Caller, desk: DeskDep) -> WhistleOut:
    """回访：满意的办结，不满意的由主办和所定的协办重新办理一次，仍不满意的提级 (RULES 36, 39)."""
    whistle = await desk.read(WHISTLES, case_id)
    said = Said(body.reached, body.solved, body.satisfied, body.again)
    if (persons := who.acts_for) is not None:
        closing.answer_oneself(said, await sides_of(desk.hub.pool, whistle.dispute_id, persons))
    files = [case_id, *(one for one in files_of(whistle.dispute_id) if one != case_id)]
    act = desk.act(files, centre.call_back, case_id, said, body.note, by=who.code)
    return WhistleOut.of(await act)


@router.post("/whistles/{case_id}/closure", status_code=201)
async def close(case_id: CaseId, who: Centre, desk: DeskDep) -> WhistleOut:
    """办结未解决的：民间纠纷移交人民调解，其余报上一级 (RULES 12, 37)."""
    whistle = await desk.read(WHISTLES, case_id)
    files = [case_id, routing_of(whistle.dispute_id)]
    return WhistleOut.of(await desk.act(files, centre.close, case_id, by=who.code))
