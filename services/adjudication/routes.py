"""Doors of administrative adjudication 行政裁决: one path for each legal act."""

from functools import partial
from typing import Annotated, Final
from uuid import uuid4

from fastapi import APIRouter

from services.adjudication import commands, queries
from services.adjudication.domain import hearing
from services.adjudication.schemas import (
    AcceptanceIn,
    AdjudicationOut,
    AnswerIn,
    ApplicationIn,
    Dated,
    DeclinationIn,
    EnforcementIn,
    MediationIn,
    OpinionExtensionIn,
    OpinionIn,
    PartyIn,
    PerformanceIn,
    RemedyIn,
    RemedyResultIn,
    RulingIn,
)
from services.adjudication.store import adjudication_of
from shared.auth import Identity, Role
from shared.disputes import earlier_file, must_be_registered
from shared.errors import Unknown
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(prefix="/adjudications", tags=["行政裁决"], responses=ERRORS)

DOOR: Final = (Role.WINDOW, Role.ADJUDICATOR, Role.PARTY)
"""Where a party speaks: at a window, to the organ, or for itself."""

Officer = Annotated[Identity, needs(Role.ADJUDICATOR)]
Addressee = Annotated[Identity, needs(Role.ADJUDICATOR, Role.PARTY)]
AtDoor = Annotated[Identity, needs(*DOOR)]
Clerk = Annotated[Identity, needs(Role.WINDOW, Role.ADJUDICATOR)]
Reader = Annotated[Identity, needs(*DOOR, Role.SUPERVISOR, Role.ADMINISTRATOR)]


@router.post("", status_code=201)
async def apply(body: ApplicationIn, who: AtDoor, desk: DeskDep) -> AdjudicationOut:
    """申请行政裁决，自申请到达裁决机关之日起计算期限 (PLAN 24)."""
    if who.acts_for is not None and body.dispute_id not in who.dispute_ids:
        raise Unknown("没有这件纠纷")
    await must_be_registered(desk.hub.pool, body.dispute_id)
    hearing.apply_as_oneself(body.applicants, who.acts_for)
    other_id = uuid4()
    earlier = await earlier_file(desk.hub.pool, body.dispute_id, ("mediation", "adjudication"))
    said = {name: getattr(body, name) for name in type(body).model_fields if name != "dispute_id"}
    case = await desk.act(
        [adjudication_of(body.dispute_id), other_id],
        commands.apply,
        body.dispute_id,
        other_id,
        **said,
        by=who.code,
        window=who.organ if Role.WINDOW in who.roles else earlier.window if earlier else "",
        came_from=earlier.case_id if earlier else None,
        persons=who.acts_for,
    )
    return AdjudicationOut.of(case)


@router.get("/{case_id}")
async def read(case_id: CaseId, who: Reader, desk: DeskDep) -> AdjudicationOut:
    """行政裁决案卷的现状 (PLAN 24)."""
    del who
    shelf = await queries.shelf_holding(desk.hub, case_id)
    return AdjudicationOut.of(await desk.read(shelf, case_id))


@router.post("/{case_id}/acceptance", status_code=201)
async def accept(
    case_id: CaseId, body: AcceptanceIn, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """受理裁决申请 (PLAN 24)."""
    return AdjudicationOut.of(await desk.act_on(commands.accept, case_id, body, who))


@router.post("/{case_id}/declination", status_code=201)
async def decline(
    case_id: CaseId, body: DeclinationIn, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """不予受理裁决申请，说明理由 (PLAN 24)."""
    return AdjudicationOut.of(await desk.act_on(commands.decline, case_id, body, who))


@router.post("/{case_id}/withdrawal", status_code=201)
async def withdraw(case_id: CaseId, body: Dated, who: AtDoor, desk: DeskDep) -> AdjudicationOut:
    """申请人撤回裁决申请 (GPR 57)."""
    command = partial(commands.withdraw, persons=who.acts_for)
    return AdjudicationOut.of(await desk.act_on(command, case_id, body, who))


@router.post("/{case_id}/copy", status_code=201)
async def send_copy(case_id: CaseId, body: Dated, who: Officer, desk: DeskDep) -> AdjudicationOut:
    """发送申请书副本 (RULES 42)."""
    return AdjudicationOut.of(await desk.act_on(commands.send_copy, case_id, body, who))


@router.post("/{case_id}/copy-receipt", status_code=201)
async def serve_respondent(
    case_id: CaseId, body: PartyIn, who: Addressee, desk: DeskDep
) -> AdjudicationOut:
    """被申请人收到申请书副本，自次日起计算答辩期；同意电子送达的自行签收 (CPL 87, 90)."""
    command = partial(
        commands.serve_respondent,
        persons=who.acts_for,
        is_sent=await queries.is_copy_sent(desk.hub, case_id),
    )
    return AdjudicationOut.of(await desk.act_on(command, case_id, body, who))


@router.post("/{case_id}/answer", status_code=201)
async def answer(case_id: CaseId, body: AnswerIn, who: Clerk, desk: DeskDep) -> AdjudicationOut:
    """被申请人答辩；逾期不答辩的，不影响裁决 (RULES 43)."""
    return AdjudicationOut.of(await desk.act_on(commands.answer, case_id, body, who))


@router.post("/{case_id}/mediation", status_code=201)
async def mediate(
    case_id: CaseId, body: MediationIn, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """先行调解：达成协议的制作调解书，调解不成的及时裁决 (PLAN 24)."""
    if body.text is None:
        case = await desk.act([case_id], commands.fail_to_settle, case_id, by=who.code, on=body.on)
    else:
        case = await desk.act(
            [case_id],
            commands.settle,
            case_id,
            text=body.text,
            perform_by=body.perform_by,
            by=who.code,
            on=body.on,
        )
    return AdjudicationOut.of(case)


@router.post("/{case_id}/opinion", status_code=201)
async def draw_opinion(
    case_id: CaseId, body: OpinionIn, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """承办部门提出调查处理意见 (LAL 14)."""
    return AdjudicationOut.of(await desk.act_on(commands.draw_opinion, case_id, body, who))


@router.post("/{case_id}/opinion-extension", status_code=201)
async def extend_opinion(
    case_id: CaseId, body: OpinionExtensionIn, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """经承办部门负责人批准，延长调查处理期限 (LAL 14)."""
    return AdjudicationOut.of(await desk.act_on(commands.extend_opinion, case_id, body, who))


@router.post("/{case_id}/opinion-submission", status_code=201)
async def submit_opinion(
    case_id: CaseId, body: Dated, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """将处理意见报人民政府决定 (LAL 14)."""
    return AdjudicationOut.of(await desk.act_on(commands.submit_opinion, case_id, body, who))


@router.post("/{case_id}/ruling", status_code=201)
async def rule(case_id: CaseId, body: RulingIn, who: Officer, desk: DeskDep) -> AdjudicationOut:
    """作出裁决 (LAL 14, FOREST 22, GRASS 16)."""
    return AdjudicationOut.of(await desk.act_on(commands.rule, case_id, body, who))


@router.post("/{case_id}/service", status_code=201)
async def serve(case_id: CaseId, body: PartyIn, who: Officer, desk: DeskDep) -> AdjudicationOut:
    """送达裁决书，告知救济途径和期限 (CPL 87, ARL 20)."""
    return AdjudicationOut.of(await desk.act_on(commands.serve, case_id, body, who))


@router.post("/{case_id}/remedy", status_code=201)
async def take_remedy(
    case_id: CaseId, body: RemedyIn, who: Clerk, desk: DeskDep
) -> AdjudicationOut:
    """当事人申请行政复议或者提起行政诉讼 (ARL 20, ALL 46)."""
    return AdjudicationOut.of(await desk.act_on(commands.take_remedy, case_id, body, who))


@router.post("/{case_id}/remedy-result", status_code=201)
async def conclude_remedy(
    case_id: CaseId, body: RemedyResultIn, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """复议、诉讼终结，裁决维持或者被撤销、变更 (ALL 69, 70)."""
    return AdjudicationOut.of(await desk.act_on(commands.conclude_remedy, case_id, body, who))


@router.post("/{case_id}/performance", status_code=201)
async def perform(
    case_id: CaseId, body: PerformanceIn, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """查明裁决或者调解书已经履行 (COERCION 53)."""
    return AdjudicationOut.of(await desk.act_on(commands.perform, case_id, body, who))


@router.post("/{case_id}/urging", status_code=201)
async def urge(case_id: CaseId, body: PartyIn, who: Officer, desk: DeskDep) -> AdjudicationOut:
    """书面催告，自送达之日起十个工作日 (COERCION 54, 69)."""
    return AdjudicationOut.of(await desk.act_on(commands.urge, case_id, body, who))


@router.post("/{case_id}/enforcement", status_code=201)
async def request_enforcement(
    case_id: CaseId, body: EnforcementIn, who: Officer, desk: DeskDep
) -> AdjudicationOut:
    """申请人民法院强制执行 (COERCION 53, 54; ALI 158)."""
    return AdjudicationOut.of(await desk.act_on(commands.request_enforcement, case_id, body, who))


@router.post("/{case_id}/closing", status_code=201)
async def close(case_id: CaseId, body: Dated, who: Officer, desk: DeskDep) -> AdjudicationOut:
    """没有需要履行的义务且救济期限届满的，结案 (RULES 45)."""
    return AdjudicationOut.of(await desk.act_on(commands.close, case_id, body, who))
