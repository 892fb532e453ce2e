"""由委托代理人代为申请: the power of attorney shows it (ARL 17; ARR2026 27)."""

from uuid import UUID

import pytest

from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.capacity import state, unentrusted
from services.reconsideration.domain.stated import Stated
from shared.contracts.reconsideration import ApplicationAccepted
from shared.contracts.reconsideration.capacity import Applicant, Paper, Through
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.contracts.reconsideration.people import AgentNamed
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, PAPER, Walk, received

A, P, T = Applicant, Paper, Through
DAY = "2026-09-01"
LAWYER = UUID(int=73)


def by_agent(sort: Applicant, *papers: Paper) -> Walk:
    walk = received(DAY)
    said = Stated(sort=sort, through=T.AGENT, papers=papers)
    return walk.record(state(walk.head(DAY), said, PAPER))


def accepting(walk: Walk) -> ApplicationAccepted:
    return accept(walk.case, walk.head("2026-09-02"), calendar=CALENDAR, competent=(AUTHORITY,))


@pytest.mark.parametrize(
    ("sort", "papers", "lacks"),
    [
        (A.PERSON, (), "没有提交授权委托书"),
        (A.LEGAL, (), "没有提交负责人身份证明、授权委托书"),
        (A.HOUSEHOLD, (P.CERTIFICATE,), "没有提交授权委托书"),
    ],
)
def test_an_agent_who_applies_hands_in_a_power_of_attorney(
    sort: Applicant, papers: tuple[Paper, ...], lacks: str
) -> None:
    """代为申请没有授权委托书的，通知补正，缺的一次写明 (ARL 17, 31; ARR2026 27)."""
    walk = by_agent(sort, *papers)
    assert unentrusted(walk.case) == (ANNA,)
    with pytest.raises(Refused, match=lacks) as refusal:
        accepting(walk)
    assert refusal.value.article == ARL[17].par(2)


def test_with_the_power_of_attorney_it_is_accepted_and_of_a_firm_with_its_head_s_proof() -> None:
    """公民的代理人交授权委托书即可；单位的还要负责人身份证明 (ARL 17; ARR2026 27)."""
    assert accepting(by_agent(A.PERSON, P.MANDATE))
    assert accepting(by_agent(A.LEGAL, P.MANDATE, P.APPOINTMENT))
    with pytest.raises(Refused, match="没有提交负责人身份证明"):
        accepting(by_agent(A.LEGAL, P.MANDATE))


def test_an_agent_that_was_named_since_has_shown_its_power() -> None:
    """此后登记了委托的，授权委托书已经提交，不再通知补正 (ARL 17)."""
    walk = by_agent(A.PERSON)
    walk.then(AgentNamed, DAY, agent=LAWYER)
    assert unentrusted(walk.case) == ()
    assert accepting(walk)


def test_whoever_confirms_by_itself_needs_no_power_of_attorney_of_another_s_agent() -> None:
    """代理人只代理委托他的人；本人确认的共同申请人没有委托的，不要授权委托书 (ARL 14, 17)."""
    walk = by_agent(A.PERSON).then(AgentNamed, DAY, agent=LAWYER)
    walk.then(CoApplicantNamed, DAY, person_id=BERT)
    walk.then(CoApplicationAnswered, DAY, person_id=BERT)
    assert unentrusted(walk.case) == ()
    assert walk.case.participants.stated_of(BERT) is None
    assert accepting(walk)
