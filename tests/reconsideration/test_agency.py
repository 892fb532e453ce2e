"""Agents 代理人: how many, with which papers, and what they may do (ARL 17; ARR2026 18)."""

from uuid import UUID

import pytest

from services.reconsideration.domain import agency
from services.reconsideration.domain.agency import Entrusting, Principals
from services.reconsideration.domain.standing import speaks_for, withdraw_as_applicants
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import (
    AgentChanged,
    AgentEnded,
    AgentNamed,
    AgentSort,
    Power,
    StatutoryAgentJoined,
    ThirdPersonJoined,
)
from shared.law.article import ARL, ARR2026, Article
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, day

LAWYER, CLERK, OTHER = (UUID(int=n) for n in (20, 21, 22))


def name(
    walk: Walk,
    agent: UUID,
    on: str = "2026-09-02",
    *,
    persons: Principals = None,
    **said: object,
) -> AgentNamed:
    fields: dict[str, object] = {
        "standing": Standing.APPLICANT,
        "principal_id": ANNA,
        "sort": AgentSort.LAWYER,
        "powers": (Power.ACT,),
    }
    entrusting = Entrusting(**(fields | said))  # type: ignore[arg-type]  # by name
    return agency.name(walk.case, walk.head(on), entrusting, agent, PAPER, persons=persons)


def of_respondent(walk: Walk, agent: UUID, sort: AgentSort, on: str = "2026-09-02") -> AgentNamed:
    return name(walk, agent, on, standing=Standing.RESPONDENT, principal_id=None, sort=sort)


def change(walk: Walk, agent: UUID, on: str) -> AgentChanged:
    """The applicant lets its agent withdraw too, without end."""
    return agency.change(
        *(walk.case, walk.head(on), agent, ANNA),
        powers=(Power.ACT, Power.WITHDRAW),
        until=None,
        paper_id=PAPER,
        persons=None,
    )


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def entrusted(on: str = "2026-09-01", **said: object) -> Walk:
    return accepted(on).then(AgentNamed, on, agent=LAWYER, **said)


def test_an_applicant_has_two_agents_and_no_third_one() -> None:
    """可以委托一至二名代理人 (ARL 17)."""
    walk = accepted("2026-09-01")
    for agent in (LAWYER, CLERK):
        walk.record(name(walk, agent))
    with pytest.raises(Refused) as refusal:
        name(walk, OTHER)
    assert article(refusal) == ARL[17].par(1)


def test_each_party_has_agents_of_its_own() -> None:
    """申请人、第三人各自可以委托一至二名 (ARL 17)."""
    walk = accepted("2026-09-01", applicants=(ANNA, OTHER)).then(ThirdPersonJoined, "2026-09-01")
    for principal, standing in (
        (ANNA, Standing.APPLICANT),
        (OTHER, Standing.APPLICANT),
        (BERT, Standing.THIRD),
    ):
        for agent in (LAWYER, CLERK):
            walk.record(name(walk, agent, principal_id=principal, standing=standing))
    assert walk.case.participants.in_file == (BERT, LAWYER, CLERK)


@pytest.mark.parametrize(
    "said",
    [
        {"principal_id": OTHER},
        {"principal_id": BERT, "standing": Standing.THIRD},
        {"principal_id": ANNA, "standing": Standing.THIRD},
    ],
)
def test_only_a_party_of_the_case_has_an_agent(said: dict[str, object]) -> None:
    """委托人是申请人、第三人 (ARL 17)."""
    with pytest.raises(Refused) as refusal:
        name(accepted("2026-09-01"), LAWYER, **said)
    assert article(refusal) == ARL[17].par(1)


def test_a_party_entrusts_for_itself_and_for_nobody_else() -> None:
    """当事人自己委托的，只能为自己 (ARL 17)."""
    walk = accepted("2026-09-01", applicants=(ANNA, OTHER))
    own: frozenset[UUID | None] = frozenset({ANNA})
    assert name(walk, LAWYER, persons=own).principal == ANNA
    with pytest.raises(Refused) as refusal:
        name(walk, LAWYER, persons=own, principal_id=OTHER)
    assert article(refusal) == ARL[17].par(1)


def test_both_prove_their_identity() -> None:
    """提交授权委托书和双方的身份证明文件 (ARL 17)."""
    with pytest.raises(Refused) as refusal:
        name(accepted("2026-09-01"), LAWYER, identified=False)
    assert article(refusal) == ARL[17].par(2)


def test_an_oral_mandate_was_put_on_record_until_june_2026_and_is_none_since() -> None:
    """公民可以口头委托，2026年7月1日起须书面 (ARR2007 10; ARL 17)."""
    walk = accepted("2026-03-05")
    assert name(walk, LAWYER, "2026-03-06", oral=True).oral
    with pytest.raises(Refused) as refusal:
        name(walk, LAWYER, "2026-09-02", oral=True)
    assert article(refusal) == ARL[17].par(2)


def test_a_term_that_is_over_entrusts_nobody() -> None:
    """委托期限 (ARL 17)."""
    with pytest.raises(Refused) as refusal:
        name(accepted("2026-09-01"), LAWYER, until=day("2026-09-01"))
    assert article(refusal) == ARL[17].par(2)


def test_who_is_out_of_term_is_no_agent_any_more() -> None:
    """委托期限届满的，不再计入一至二名代理人，可以另行委托 (ARL 17)."""
    walk = entrusted(until=day("2026-09-10"))
    walk.record(name(walk, CLERK, until=day("2026-09-10")))
    with pytest.raises(Refused) as refusal:
        name(walk, OTHER, "2026-09-10")
    assert article(refusal) == ARL[17].par(1)
    walk.record(name(walk, OTHER, "2026-09-11"))
    with pytest.raises(Refused) as refusal:
        change(walk, LAWYER, "2026-09-11")
    assert article(refusal) == ARL[17].par(2)
    walk.record(name(walk, LAWYER, "2026-09-11"))
    assert [one.agent_id for one in walk.case.participants.agents] == [CLERK, OTHER, LAWYER]
    assert speaks_for(walk.case, frozenset({LAWYER}), day("2026-09-12")) == {LAWYER, ANNA}
    with pytest.raises(Refused) as refusal:
        name(walk, CLERK, "2026-09-12")
    assert article(refusal) == ARL[17].par(1)


def test_staff_out_of_term_leave_the_lawyer_alone() -> None:
    """工作人员的委托期限届满的，不得仅委托律师；其解除只是记载 (ARR2026 18)."""
    walk = accepted("2026-09-01")
    staff = {"standing": Standing.RESPONDENT, "principal_id": None, "sort": AgentSort.STAFF}
    walk.record(name(walk, CLERK, until=day("2026-09-10"), **staff))
    with pytest.raises(Refused) as refusal:
        of_respondent(walk, LAWYER, AgentSort.LAWYER, "2026-09-11")
    assert article(refusal) == ARR2026[18].par(2)
    walk.record(of_respondent(walk, OTHER, AgentSort.STAFF, "2026-09-11"))
    walk.record(of_respondent(walk, LAWYER, AgentSort.LAWYER, "2026-09-11"))
    ended = (walk.case, walk.head("2026-09-11"))
    with pytest.raises(Refused) as refusal:
        agency.end(*ended, OTHER, None, PAPER, persons=None)
    assert article(refusal) == ARR2026[18].par(2)
    assert agency.end(*ended, CLERK, None, PAPER, persons=None).agent == CLERK


def test_the_respondent_is_not_represented_by_lawyers_alone() -> None:
    """被申请人应当指定1至2名工作人员，不得仅委托律师 (ARR2026 18)."""
    walk = accepted("2026-09-01")
    with pytest.raises(Refused) as refusal:
        of_respondent(walk, LAWYER, AgentSort.LAWYER)
    assert article(refusal) == ARR2026[18].par(2)
    walk.record(of_respondent(walk, CLERK, AgentSort.STAFF))
    walk.record(of_respondent(walk, LAWYER, AgentSort.LAWYER))
    assert walk.case.participants.in_file == ()  # its organ reads the file, they do not


def test_the_respondent_names_two_of_its_staff_and_no_third() -> None:
    """1至2名工作人员 (ARR2026 18)."""
    walk = accepted("2026-09-01")
    for agent in (CLERK, OTHER):
        walk.record(of_respondent(walk, agent, AgentSort.STAFF))
    for sort in (AgentSort.STAFF, AgentSort.RELATIVE):
        with pytest.raises(Refused) as refusal:
            of_respondent(walk, LAWYER, sort)
        assert article(refusal) == ARR2026[18].par(2)


def test_whom_the_old_rules_let_a_respondent_entrust_stays_open_before_july() -> None:
    """二〇二六年七月一日以前没有这一限制 (ARR2026 18)."""
    walk = accepted("2026-03-05")
    fact = of_respondent(walk, OTHER, AgentSort.RELATIVE, "2026-03-06")
    assert walk.record(fact).case.participants.agents[0].sort is AgentSort.RELATIVE


def test_the_last_of_the_staff_does_not_leave_the_lawyer_alone() -> None:
    """解除以后也不得仅委托律师 (ARR2026 18)."""
    walk = accepted("2026-09-01")
    walk.record(of_respondent(walk, CLERK, AgentSort.STAFF))
    walk.record(of_respondent(walk, LAWYER, AgentSort.LAWYER))
    head = walk.head("2026-09-03")
    with pytest.raises(Refused) as refusal:
        agency.end(walk.case, head, CLERK, None, PAPER, persons=None)
    assert article(refusal) == ARR2026[18].par(2)
    walk.record(agency.end(walk.case, head, LAWYER, None, PAPER, persons=None))
    walk.record(agency.end(walk.case, walk.head("2026-09-03"), CLERK, None, PAPER, persons=None))
    assert walk.case.participants.agents == ()


@pytest.mark.parametrize(
    ("powers", "on", "bound"),
    [
        ((Power.ACT,), "2026-09-10", False),
        ((Power.ACT, Power.WITHDRAW), "2026-09-10", True),
        ((Power.ACT, Power.WITHDRAW), "2026-09-11", False),
    ],
)
def test_an_agent_withdraws_only_within_powers_and_term(
    powers: tuple[Power, ...], on: str, *, bound: bool
) -> None:
    """授权委托书载明权限和期限 (ARL 17)."""
    walk = entrusted(powers=powers, until=day("2026-09-10"))
    speaks = speaks_for(walk.case, frozenset({LAWYER}), day(on), Power.WITHDRAW)
    if bound:
        withdraw_as_applicants(walk.case, speaks)
        assert speaks == {LAWYER, ANNA}
        return
    with pytest.raises(Refused) as refusal:
        withdraw_as_applicants(walk.case, speaks)
    assert article(refusal) == ARL[41].par(item=1)


def test_powers_change_and_end_as_the_principal_tells_the_body() -> None:
    """变更或者解除代理权限的，书面告知行政复议机构 (ARL 17)."""
    walk, on = entrusted(), day("2026-09-20")
    changed = change(walk, LAWYER, "2026-09-05")
    walk.record(changed)
    assert isinstance(changed, AgentChanged)
    assert speaks_for(walk.case, frozenset({LAWYER}), on, Power.WITHDRAW) == {LAWYER, ANNA}
    ended = agency.end(walk.case, walk.head("2026-09-06"), LAWYER, ANNA, PAPER, persons=None)
    walk.record(ended)
    assert isinstance(ended, AgentEnded)
    assert speaks_for(walk.case, frozenset({LAWYER}), on) == {LAWYER}
    assert walk.case.participants.in_file == ()


@pytest.mark.parametrize(
    ("agent", "principal", "persons"),
    [(CLERK, ANNA, None), (LAWYER, BERT, None), (LAWYER, ANNA, frozenset({LAWYER}))],
)
def test_nobody_ends_what_he_did_not_entrust(
    agent: UUID, principal: UUID, persons: Principals
) -> None:
    """由委托人解除 (ARL 17)."""
    walk = entrusted()
    with pytest.raises(Refused) as refusal:
        agency.end(walk.case, walk.head("2026-09-03"), agent, principal, PAPER, persons=persons)
    assert article(refusal) == ARL[17].par(2)


def test_who_is_an_agent_already_has_his_powers_changed_and_is_not_named_again() -> None:
    """变更代理权限 (ARL 17)."""
    with pytest.raises(Refused) as refusal:
        name(entrusted(), LAWYER)
    assert article(refusal) == ARL[17].par(2)


def test_a_statutory_agent_acts_for_one_without_capacity_whatever_the_powers() -> None:
    """法定代理人代为参加，不占委托代理人的名额 (ARL 14, 17)."""
    walk = accepted("2026-09-01").then(StatutoryAgentJoined, "2026-09-01", agent=OTHER)
    for power in Power:
        assert speaks_for(walk.case, frozenset({OTHER}), day("2027-01-01"), power) == {OTHER, ANNA}
    for agent in (LAWYER, CLERK):
        walk.record(name(walk, agent))
    assert len(walk.case.participants.agents) == 3
