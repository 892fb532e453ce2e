"""Applicants on a real database: who succeeds, represents, withdraws (ARL 14, 15, 39, 41)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.commands import (
    assigning,
    deciding,
    drafting,
    filing,
    handling,
    pausing,
    people,
)
from services.reconsideration.domain.application import file_of
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.pausing_acts import Found
from shared.clock import StillClock
from shared.contracts.reconsideration import Outcome, Standing, ViewsManner
from shared.contracts.reconsideration.judged import Disposition
from shared.contracts.reconsideration.pausing import Suspension, Termination, Unsucceeded
from shared.contracts.reconsideration.people import (
    Kin,
    Succession,
)
from shared.law.article import ARL
from shared.law.procedure import Refused
from shared.work import Hub
from tests.reconsideration.deciding import AGREED, FOUND, HANDED
from tests.reconsideration.makers import ANNA, DISPUTE, day
from tests.reconsideration.peopled import APPLIED, ON, WIFE, Desk, clock, desk, opened

__all__ = ["clock", "desk"]

TWELVE = tuple(UUID(int=100 + n) for n in range(12))
OF_MANY = replace(APPLIED, applicants=TWELVE)


async def examined(desk: Desk) -> None:
    await desk.do("2026-09-03", handling.send_copy, received_on=day("2026-09-03"))
    await desk.do("2026-09-09", handling.file_reply, text="答复")
    who = Standing.APPLICANT
    await desk.do("2026-09-10", handling.hear_views, who, ViewsManner.TELEPHONE, record="过重")


async def test_after_the_death_of_the_applicant_his_wife_takes_over_and_the_case_goes_on(
    desk: Desk,
) -> None:
    """申请人死亡中止，近亲属承受后中止原因消除，恢复审理，剩下的期限接着算 (ARL 14, 39, 41).

    Decision: 1 September and 60 days is 31 October, a Saturday: 2 November. From the 4th to the
    14th ten days are left out: 10 November.
    """
    assert (await desk.running())["decide"] == day("2026-11-02")
    await desk.do("2026-09-04", pausing.suspend, Suspension.DEATH, text="申请人死亡")
    assert (await desk.running())["decide"] is None
    said = (ANNA, Succession.RELATIVES, [WIFE])
    case = await desk.do(
        "2026-09-14", people.succeed, *said, relation=Kin.SPOUSE, text="户口簿和声明"
    )
    assert (await desk.pages())[-2:] == ["applicant_succeeded", "cause_gone"]
    [wife] = case.applicants
    assert case.suspensions[0].gone_on == day("2026-09-14")
    assert "sixty_days" not in await desk.running()
    assert (await desk.sees(wife), await desk.sees(ANNA)) == (True, False)
    await desk.do("2026-09-14", pausing.resume, text="近亲属参加，恢复审理")
    assert (await desk.running())["decide"] == day("2026-11-10")


async def test_where_nobody_is_found_in_sixty_days_the_case_is_terminated(desk: Desk) -> None:
    """中止满六十日原因仍未消除的，终止 (ARL 41)."""
    await desk.do("2026-09-04", pausing.suspend, Suspension.DEATH, text="申请人死亡")
    found = Found(ground=Termination.SIXTY_DAYS)
    with pytest.raises(Refused):
        await desk.do("2026-11-03", pausing.terminate, found, text="终止")
    case = await desk.do("2026-11-04", pausing.terminate, found, text="终止")
    assert case.state == "terminated"


async def test_of_two_who_died_the_second_still_holds_up_the_case(
    hub: Hub, clock: StillClock
) -> None:
    """还有申请人的承受人没有确定的，中止的原因没有消除；没有近亲属的退出 (ARL 39, 41)."""
    desk = await opened(hub, clock, OF_MANY)
    for dead in TWELVE[:2]:
        more = {"text": "申请人死亡", "applicant": dead}
        await desk.do("2026-09-04", pausing.suspend, Suspension.DEATH, **more)
    said = (TWELVE[0], Succession.RELATIVES, [WIFE])
    case = await desk.do("2026-09-10", people.succeed, *said, relation=Kin.SPOUSE, text="户口簿")
    assert [one.gone_on for one in case.suspensions] == [day("2026-09-10"), None]
    await desk.do("2026-09-10", pausing.resume, applicant=TWELVE[0], text="近亲属参加")
    assert (await desk.running())["decide"] is None, "for the other one it stands still"
    found = Found(
        ground=Termination.NO_RELATIVES,
        applicants=frozenset({TWELVE[1]}),
        unsucceeded=Unsucceeded.NONE,
    )
    proof = {"basis": "村民委员会证明没有近亲属"}
    case = await desk.do("2026-09-15", people.leave, found, text="没有近亲属", **proof)
    assert (await desk.pages())[-2:] == ["applicants_left", "cause_gone"]
    assert [one.gone_on for one in case.suspensions] == [day("2026-09-10"), day("2026-09-15")]
    assert case.applicants[1:] == TWELVE[2:]
    assert not await desk.sees(TWELVE[1])


async def test_a_statutory_agent_comes_in_for_an_applicant_who_lost_capacity(desk: Desk) -> None:
    """丧失行为能力中止，法定代理人参加后原因消除 (ARL 14, 39)."""
    await desk.do("2026-09-04", pausing.suspend, Suspension.INCAPACITY, text="丧失行为能力")
    case = await desk.do("2026-09-10", people.join_statutory_agent, ANNA, WIFE, text="监护关系证明")
    assert case.suspensions[0].gone_on == day("2026-09-10")
    assert case.applicants == (ANNA,)
    [agent] = case.participants.agents
    assert await desk.sees(agent.agent_id)


async def test_twelve_applicants_elect_two_and_withdraw_only_with_the_consent_of_all(
    hub: Hub, clock: StillClock
) -> None:
    """十二名申请人推选代表人，撤回须经被代表的申请人同意；一人退出，其余送达 (ARL 15, 41, 75)."""
    desk = await opened(hub, clock, OF_MANY)
    more = {"signed_by_all": True, "text": "推选书"}
    with pytest.raises(Refused):
        await desk.do("2026-09-02", people.elect, Standing.APPLICANT, TWELVE[:1], **more)
    case = await desk.do("2026-09-02", people.elect, Standing.APPLICANT, TWELVE[:2], **more)
    assert case.participants.representatives == TWELVE[:2]
    with pytest.raises(Refused) as refusal:
        await desk.do("2026-09-03", deciding.withdraw)
    assert refusal.value.article == ARL[15].par(2)
    with pytest.raises(Refused):
        await desk.do("2026-09-03", deciding.withdraw, persons=frozenset(TWELVE[:2]))
    some = frozenset({TWELVE[11]})
    found = Found(applicants=some)
    with pytest.raises(Refused):
        await desk.do("2026-09-03", people.leave, found, text="准予撤回")
    with pytest.raises(Refused):
        await desk.do("2026-09-03", deciding.withdraw, applicants=some, persons=frozenset({ANNA}))
    case = await desk.do("2026-09-03", deciding.withdraw, applicants=some)
    assert case.participants.withdrawing == TWELVE[11:]
    await desk.do("2026-09-03", people.leave, found, text="准予撤回")
    await examined(desk)
    on, upheld = "2026-09-20", Draft(dispositions=(Disposition(outcome=Outcome.UPHELD),))
    await desk.do(on, assigning.assign, Team(reviewers=("fuyi-07", "fuyi-08")))
    await desk.do(on, drafting.record_findings, [("经查。", dict(FOUND[Outcome.UPHELD]))])
    await desk.do(on, drafting.draft, upheld, text="维持")
    await desk.do(on, drafting.submit)
    await desk.do(on, drafting.approve, consent=AGREED, by="head-1")
    await desk.do(on, drafting.seal)
    served = await desk.do("2026-09-21", deciding.deliver, day("2026-09-21"), **HANDED)
    assert (served.state, len(served.applicants)) == ("delivered", 11)


async def test_before_acceptance_some_take_their_application_back_and_the_others_go_on(
    hub: Hub, clock: StillClock
) -> None:
    """受理以前部分申请人撤回的，对其余的接着审查，最后一名撤回的才是全部撤回 (ARL 22, 30)."""
    said = replace(APPLIED, applicants=TWELVE[:3])
    desk = Desk(hub, clock, file_of(DISPUTE, said))
    await desk.do(ON, filing.receive, DISPUTE, said, text="请求撤销处罚")
    review = (await desk.running())["review"]
    some, own = frozenset(TWELVE[:1]), frozenset(TWELVE[1:2])
    with pytest.raises(Refused):
        await desk.do("2026-09-02", deciding.withdraw, applicants=some, persons=own)
    case = await desk.do("2026-09-02", deciding.withdraw, applicants=some, persons=some)
    assert (case.state, case.applicants, case.withdrawn) == (State.RECEIVED, TWELVE[1:3], False)
    assert ((await desk.running())["review"], await desk.sees(TWELVE[0])) == (review, False)
    assert await desk.sees(TWELVE[1])
    with pytest.raises(Refused):
        await desk.do("2026-09-02", deciding.withdraw, applicants=some)
    case = await desk.do("2026-09-02", filing.accept)
    assert (case.state, case.participants.withdrawing, case.gone) == (State.ACCEPTED, (), ())


async def test_before_acceptance_the_last_one_who_withdraws_ends_the_application(
    hub: Hub, clock: StillClock
) -> None:
    """申请人先后撤回的，最后一名撤回即为撤回行政复议申请 (ARL 22)."""
    said = replace(APPLIED, applicants=TWELVE[:2])
    desk = Desk(hub, clock, file_of(DISPUTE, said))
    await desk.do(ON, filing.receive, DISPUTE, said, text="请求撤销处罚")
    await desk.do("2026-09-02", deciding.withdraw, applicants=frozenset(TWELVE[:1]))
    case = await desk.do("2026-09-02", deciding.withdraw, applicants=frozenset(TWELVE[1:2]))
    assert (case.state, await desk.running()) == (State.WITHDRAWN, {})
    assert (await desk.pages())[-2:] == ["applicants_withdrew", "withdrawn"]


async def test_all_who_are_represented_may_withdraw_with_them(hub: Hub, clock: StillClock) -> None:
    """经被代表的申请人同意，代表人撤回 (ARL 15)."""
    desk = await opened(hub, clock, OF_MANY)
    more = {"signed_by_all": True, "text": "推选书"}
    await desk.do("2026-09-02", people.elect, Standing.APPLICANT, TWELVE[:2], **more)
    case = await desk.do("2026-09-03", deciding.withdraw, consented=True)
    assert case.withdrawn
