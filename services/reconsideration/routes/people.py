"""Doors about who takes part, who takes over, and cases handled together (ARL 14 to 17)."""

from functools import partial
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter

from services.reconsideration.commands import agency, basics, choosing
from services.reconsideration.commands import people as commands
from services.reconsideration.commands.people import Who
from services.reconsideration.domain.agency import Principals
from services.reconsideration.routes.joined import known_by, linked
from services.reconsideration.routes.who import (
    BODY,
    Applicant,
    Head,
    Officer,
    Respondent,
    act,
    doors,
    own_department,
)
from services.reconsideration.schemas.agents import (
    AgentChangeIn,
    AgentEndIn,
    AgentIn,
    RespondentAgentIn,
    StatutoryAgentIn,
)
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.people import (
    CapacityStatementIn,
    JoinderIn,
    PartialTerminationIn,
    RepresentativesChoiceIn,
    RepresentativesIn,
    RepresentativesNoticeIn,
    SuccessionIn,
    ThirdPersonAbsenceIn,
    ThirdPersonIn,
    ThirdPersonRefusalIn,
    ThirdPersonRequestIn,
)
from services.reconsideration.schemas.person import BasicsStatementIn
from services.reconsideration.store import CASES, cases_of
from shared.attachments import must_be_stored
from shared.auth import Identity, Role
from shared.people import must_be_of
from shared.web import CaseId, Desk, DeskDep, needs

router: Final[APIRouter] = doors()

Clerk = Annotated[Identity, needs(Role.WINDOW, *BODY)]
"""Where a paper of several people is handed in."""
Principal = Annotated[Identity, needs(Role.WINDOW, Role.PARTY, Role.DEPARTMENT, *BODY)]
"""Whoever has an agent, or takes down what one says who has."""


@router.post("/{case_id}/capacity", status_code=201)
async def state_capacity(
    case_id: CaseId, body: CapacityStatementIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """说明以谁的名义申请、由谁代表，补交身份、代表资格证明 (ARR2026 12 to 16, 27)."""
    at = desk.hub.clock.now()
    await must_be_stored(desk.hub.pool, who, case_id, body.attachments, at)
    command = partial(
        commands.state_capacity,
        text=body.text,
        attachments=body.attachments,
        persons=who.acts_for,
    )
    case = await desk.act([case_id], command, case_id, body.stated(), by=who.code, on=body.on)
    return CaseOut.of(case)


@router.post("/{case_id}/basics", status_code=201)
async def state_basics(
    case_id: CaseId, body: BasicsStatementIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """写明基本情况：申请书没有写明的住所、送达地址、负责人，有变更的也在这里 (ARR2026 27)."""
    case = await desk.act(
        [case_id],
        basics.state_basics,
        *(case_id, body.persons, body.basics()),
        formal=body.formal(),
        persons=who.acts_for,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/third-person-request", status_code=201)
async def ask_third(
    case_id: CaseId, body: ThirdPersonRequestIn, who: Clerk, desk: DeskDep
) -> CaseOut:
    """自己申请作为第三人参加，作出决定以前答复；答复以前不能查阅 (ARL 16)."""
    await _known(desk, case_id, body.who)
    case = await desk.act(
        [case_id], commands.ask_third, case_id, body.who, text=body.text, by=who.code, on=body.on
    )
    return CaseOut.of(case)


@router.post("/{case_id}/third-person", status_code=201)
async def join_third(case_id: CaseId, body: ThirdPersonIn, who: Officer, desk: DeskDep) -> CaseOut:
    """通知第三人参加，或者准许其申请 (ARL 16)."""
    await _known(desk, case_id, body.who)
    command = partial(commands.join_third, called=body.called, interested=body.interested)
    case = await desk.act(
        [case_id], command, case_id, body.who, text=body.text, by=who.code, on=body.on
    )
    return CaseOut.of(case)


@router.post("/{case_id}/third-person-refusal", status_code=201)
async def refuse_third(
    case_id: CaseId, body: ThirdPersonRefusalIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """不准许作为第三人参加 (ARL 16)."""
    await _known(desk, case_id, body.who)
    case = await desk.act(
        [case_id],
        commands.refuse_third,
        case_id,
        body.who,
        reason=body.reason,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/third-person-absence", status_code=201)
async def find_third_absent(
    case_id: CaseId, body: ThirdPersonAbsenceIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """记录第三人不参加，案件继续审理 (ARL 16)."""
    return await act(desk, commands.find_third_absent, case_id, body, who)


@router.post("/{case_id}/representatives-notice", status_code=201)
async def ask_to_elect(
    case_id: CaseId, body: RepresentativesNoticeIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """通知申请人在期限内推选代表人，逾期未推选的各自参加 (ARR2026 17; RULES 124)."""
    return await act(desk, commands.ask_to_elect, case_id, body, who)


@router.post("/{case_id}/representatives-choice", status_code=201)
async def choose_representatives(
    case_id: CaseId, body: RepresentativesChoiceIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """本人推选代表人；全体推选的一样，即推选出来 (ARL 15; ARR2026 17; RULES 173)."""
    return await act(desk, partial(choosing.choose, own=who.acts_for), case_id, body, who)


@router.post("/{case_id}/representatives", status_code=201)
async def elect(case_id: CaseId, body: RepresentativesIn, who: Clerk, desk: DeskDep) -> CaseOut:
    """推选代表人，可以重新推选 (ARL 15; ARR2026 17)."""
    return await act(desk, commands.elect, case_id, body, who)


@router.post("/{case_id}/agent", status_code=201)
async def name_agent(case_id: CaseId, body: AgentIn, who: Applicant, desk: DeskDep) -> CaseOut:
    """申请人、第三人委托代理人 (ARL 17)."""
    await _known(desk, case_id, body.who)
    command = partial(agency.name_agent, persons=who.acts_for)
    case = await desk.act(
        [case_id], command, case_id, body.said(), body.who, text=body.text, by=who.code, on=body.on
    )
    return CaseOut.of(case)


@router.post("/{case_id}/respondent-agent", status_code=201)
async def name_respondent_agent(
    case_id: CaseId, body: RespondentAgentIn, who: Respondent, desk: DeskDep
) -> CaseOut:
    """被申请人指定代理人，不得仅委托律师 (ARR2026 18)."""
    await _known(desk, case_id, body.who)
    case = await desk.act(
        [case_id],
        partial(agency.name_agent, department=own_department(who)),
        case_id,
        body.said(),
        body.who,
        text=body.text,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/agent-change", status_code=201)
async def change_agent(
    case_id: CaseId, body: AgentChangeIn, who: Principal, desk: DeskDep
) -> CaseOut:
    """变更代理权限，书面告知行政复议机构 (ARL 17)."""
    command = partial(agency.change_agent, persons=_principals(who), department=own_department(who))
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/agent-end", status_code=201)
async def end_agent(case_id: CaseId, body: AgentEndIn, who: Principal, desk: DeskDep) -> CaseOut:
    """解除代理，书面告知行政复议机构 (ARL 17)."""
    command = partial(agency.end_agent, persons=_principals(who), department=own_department(who))
    return await act(desk, command, case_id, body, who)


async def _known(desk: Desk, case_id: UUID, *who: Who) -> None:
    """Whoever is given by id is of this case already: an id opens the file to whom it names."""
    ids = [one for one in who if isinstance(one, UUID)]
    if ids:
        case = await desk.read(CASES, case_id)
        await must_be_of(desk.hub.pool, case.dispute_id, [case_id], ids)


def _principals(who: Identity) -> Principals:
    """Whose agents somebody may change: a party its own, a department the respondent's."""
    if Role.DEPARTMENT in who.roles and who.roles.isdisjoint(BODY):
        return frozenset({None})
    return who.acts_for


@router.post("/{case_id}/statutory-agent", status_code=201)
async def join_statutory_agent(
    case_id: CaseId, body: StatutoryAgentIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """法定代理人参加行政复议 (ARL 14, 39)."""
    await _known(desk, case_id, body.who)
    case = await desk.act(
        [case_id],
        commands.join_statutory_agent,
        case_id,
        body.applicant_id,
        body.who,
        goes_on=body.goes_on,
        text=body.text,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/succession", status_code=201)
async def succeed(case_id: CaseId, body: SuccessionIn, who: Officer, desk: DeskDep) -> CaseOut:
    """近亲属、权利义务承受人承受申请人、第三人的地位 (ARL 14, 16, 39; RULES 144)."""
    await _known(desk, case_id, *body.who)
    command = partial(commands.succeed, relation=body.relation, goes_on=body.goes_on)
    case = await desk.act(
        [case_id],
        command,
        case_id,
        body.applicant_id,
        body.succession,
        body.who,
        text=body.text,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/partial-termination", status_code=201)
async def leave(case_id: CaseId, body: PartialTerminationIn, who: Head, desk: DeskDep) -> CaseOut:
    """部分申请人退出，对其他申请人继续审理 (ARL 41)."""
    command = partial(commands.leave, goes_on=body.goes_on, basis=body.basis)
    case = await desk.act(
        [case_id], command, case_id, body.found(), text=body.text, by=who.code, on=body.on
    )
    return CaseOut.of(case)


@router.post("/{case_id}/joinder", status_code=201)
async def join_cases(case_id: CaseId, body: JoinderIn, who: Head, desk: DeskDep) -> CaseOut:
    """合并审理，各案期限分别计算；此前与其中一案合并的一并合并 (ARR2026 43)."""
    others = await cases_of(desk.hub.pool, body.numbers, but=case_id)
    together = await linked(desk, case_id, others)
    marks = await known_by(desk, [case_id, *others])
    case = await desk.act(
        together,
        commands.join_cases,
        case_id,
        others,
        body.ground,
        along=together,
        marks=marks,
        reason=body.reason,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(case)
