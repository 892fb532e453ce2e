"""Doors of people's mediation 人民调解: one path for each legal act."""

from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter

from services.mediation import commands
from services.mediation.domain import conduct
from services.mediation.schemas import (
    AgreementIn,
    ApplicationIn,
    ConfirmationIn,
    ConfirmationRulingIn,
    ConsentIn,
    EscalationIn,
    FailureIn,
    MediationOut,
    MediatorIn,
    NonPerformanceIn,
    PerformanceIn,
    RefusalIn,
    SessionIn,
    TermExtensionIn,
)
from services.mediation.store import MEDIATIONS, mediation_of
from shared.auth import Identity, Role
from shared.contracts.intake import Side
from shared.disputes import earlier_file, must_be_registered
from shared.errors import Unknown
from shared.people import sides_of
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(prefix="/mediations", tags=["人民调解"], responses=ERRORS)

DOOR: Final = (Role.WINDOW, Role.MEDIATOR, Role.PARTY)
"""Where a party speaks: at a window, to the committee, or for itself."""

Mediator = Annotated[Identity, needs(Role.MEDIATOR)]
AtDoor = Annotated[Identity, needs(*DOOR)]
Reader = Annotated[Identity, needs(*DOOR, Role.SUPERVISOR, Role.ADMINISTRATOR)]


@router.post("", status_code=201)
async def apply(body: ApplicationIn, who: AtDoor, desk: DeskDep) -> MediationOut:
    """申请人民调解，或者由人民调解委员会主动调解 (PML 17)."""
    if who.acts_for is not None and body.dispute_id not in who.dispute_ids:
        raise Unknown("没有这件纠纷")
    await must_be_registered(desk.hub.pool, body.dispute_id)
    if (persons := who.acts_for) is not None:
        own = await sides_of(desk.hub.pool, body.dispute_id, persons)
        conduct.speak_for_oneself(body.side, own)
    other_id = uuid4()
    earlier = await earlier_file(desk.hub.pool, body.dispute_id, ("adjudication",))
    case = await desk.act(
        [mediation_of(body.dispute_id), other_id],
        commands.apply,
        body.dispute_id,
        other_id,
        committee=body.committee,
        side=body.side,
        text=body.text,
        by=who.code,
        on=body.on,
        window=who.organ if Role.WINDOW in who.roles else "",
        came_from=earlier.case_id if earlier else None,
    )
    return MediationOut.of(case)


@router.get("/{case_id}")
async def read(case_id: CaseId, who: Reader, desk: DeskDep) -> MediationOut:
    """人民调解案卷的现状 (PML 27)."""
    del who
    return MediationOut.of(await desk.read(MEDIATIONS, case_id))


@router.post("/{case_id}/consent", status_code=201)
async def consent(case_id: CaseId, body: ConsentIn, who: AtDoor, desk: DeskDep) -> MediationOut:
    """当事人同意调解；各方均同意的，开始调解 (PML 17)."""
    await _speaks_for(body.sides, case_id, who, desk)
    return MediationOut.of(await desk.act_on(commands.consent, case_id, body, who))


@router.post("/{case_id}/refusal", status_code=201)
async def refuse(case_id: CaseId, body: RefusalIn, who: AtDoor, desk: DeskDep) -> MediationOut:
    """当事人一方明确拒绝调解，不得调解 (PML 17)."""
    await _speaks_for((body.side,), case_id, who, desk)
    return MediationOut.of(await desk.act_on(commands.refuse, case_id, body, who))


async def _speaks_for(sides: tuple[Side, ...], case_id: UUID, who: Identity, desk: DeskDep) -> None:
    """A party says for itself whether it will be mediated, and for nobody else (PML 17)."""
    if (persons := who.acts_for) is not None:
        case = await desk.read(MEDIATIONS, case_id)
        own = await sides_of(desk.hub.pool, case.dispute_id, persons)
        for side in sides:
            conduct.speak_for_oneself(side, own)


@router.post("/{case_id}/mediator", status_code=201)
async def appoint(case_id: CaseId, body: MediatorIn, who: Mediator, desk: DeskDep) -> MediationOut:
    """指定或者由当事人选择人民调解员 (PML 19)."""
    return MediationOut.of(await desk.act_on(commands.appoint, case_id, body, who))


@router.post("/{case_id}/session", status_code=201)
async def hold_session(
    case_id: CaseId, body: SessionIn, who: Mediator, desk: DeskDep
) -> MediationOut:
    """记录一次调解 (PML 27)."""
    return MediationOut.of(await desk.act_on(commands.hold_session, case_id, body, who))


@router.post("/{case_id}/escalation", status_code=201)
async def report_escalation(
    case_id: CaseId, body: EscalationIn, who: Mediator, desk: DeskDep
) -> MediationOut:
    """发现纠纷可能激化，及时报告公安机关或者其他有关部门 (PML 25)."""
    return MediationOut.of(await desk.act_on(commands.report_escalation, case_id, body, who))


@router.post("/{case_id}/term-extension", status_code=201)
async def extend(
    case_id: CaseId, body: TermExtensionIn, who: Mediator, desk: DeskDep
) -> MediationOut:
    """委员会与各方约定延长调解期限 (RULES 33)."""
    return MediationOut.of(await desk.act_on(commands.extend, case_id, body, who))


@router.post("/{case_id}/agreement", status_code=201)
async def agree(case_id: CaseId, body: AgreementIn, who: Mediator, desk: DeskDep) -> MediationOut:
    """达成调解协议：口头的自达成之日生效，书面的自签名、盖章齐备之日生效 (PML 28, 29, 30)."""
    hands = body.hands()
    by, until = who.code, body.perform_by
    if hands is None:
        case = await desk.act(
            [case_id],
            commands.agree_orally,
            case_id,
            body.content,
            perform_by=until,
            by=by,
            on=body.on,
        )
    else:
        case = await desk.act(
            [case_id],
            commands.agree_in_writing,
            case_id,
            body.content,
            hands=hands,
            perform_by=until,
            by=by,
        )
    return MediationOut.of(case)


@router.post("/{case_id}/failure", status_code=201)
async def fail(case_id: CaseId, body: FailureIn, who: Mediator, desk: DeskDep) -> MediationOut:
    """调解不成，终止调解并告知仲裁、行政、司法等途径 (PML 26)."""
    return MediationOut.of(await desk.act_on(commands.fail, case_id, body, who))


@router.post("/{case_id}/performance", status_code=201)
async def perform(
    case_id: CaseId, body: PerformanceIn, who: Mediator, desk: DeskDep
) -> MediationOut:
    """回访查明协议已经履行 (PML 31)."""
    return MediationOut.of(await desk.act_on(commands.perform, case_id, body, who))


@router.post("/{case_id}/non-performance", status_code=201)
async def not_perform(
    case_id: CaseId, body: NonPerformanceIn, who: Mediator, desk: DeskDep
) -> MediationOut:
    """回访查明协议未履行或者未全部履行，告知起诉或者申请强制执行 (PML 32, 33)."""
    return MediationOut.of(await desk.act_on(commands.not_perform, case_id, body, who))


@router.post("/{case_id}/confirmation", status_code=201)
async def apply_for_confirmation(
    case_id: CaseId, body: ConfirmationIn, who: Mediator, desk: DeskDep
) -> MediationOut:
    """双方当事人自协议生效之日起三十日内共同申请司法确认 (PML 33, CPL 205)."""
    return MediationOut.of(await desk.act_on(commands.apply_for_confirmation, case_id, body, who))


@router.post("/{case_id}/confirmation-ruling", status_code=201)
async def rule_on_confirmation(
    case_id: CaseId, body: ConfirmationRulingIn, who: Mediator, desk: DeskDep
) -> MediationOut:
    """人民法院裁定协议有效或者驳回申请 (CPL 206)."""
    return MediationOut.of(await desk.act_on(commands.rule_on_confirmation, case_id, body, who))
