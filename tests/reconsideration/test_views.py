"""听取意见 of each party: one that speaks does not speak for another (ARL 49)."""

from uuid import UUID

import pytest

from services.reconsideration.domain import gates, unfinished
from services.reconsideration.domain.views import awaited, heard_of
from shared.contracts.reconsideration import (
    Standing,
    ViewsHeard,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.assigning import SimplifiedChosen
from shared.contracts.reconsideration.hearing_held import HearingRequested
from shared.contracts.reconsideration.people import (
    AgentEnded,
    AgentNamed,
    ApplicantsLeft,
    ApplicantSucceeded,
    RepresentativesElected,
    ThirdPersonAbsent,
    ThirdPersonJoined,
)
from shared.law.article import ARL, Article
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, day, examined

ON = "2026-03-25"
LATER = "2026-03-26"
OTTO, CARL, MARA = (UUID(int=n) for n in range(61, 64))


def awaits(walk: Walk, on: str = ON) -> str:
    """What the gate says is still awaited; empty where it lets the decision pass."""
    found = [one for one in gates.lacking(walk.case, walk.head(on)) if one.article == ARL[49]]
    return found[0].message if found else ""


def refused(walk: Walk, standing: Standing, *named: UUID) -> Article:
    with pytest.raises(Refused) as refusal:
        heard_of(walk.case, standing, named)
    return refusal.value.article


def test_each_applicant_is_heard_and_not_one_for_all() -> None:
    """几名申请人的，逐人听取意见 (ARL 49)."""
    walk = accepted(applicants=(ANNA, OTTO))
    assert awaits(walk) == "尚未听取申请人的意见"
    walk.then(ViewsHeard, ON, persons=(ANNA,))
    assert awaits(walk) == "尚未听取1名申请人的意见"
    walk.then(ViewsUnavailable, ON, persons=(OTTO,))
    assert awaits(walk) == ""
    assert walk.case.applicant_heard


def test_a_third_person_who_takes_part_is_heard_too_and_one_who_stays_away_is_not_awaited() -> None:
    """参加行政复议的第三人也是当事人；不参加的，不影响审理 (ARL 16, 49)."""
    walk = examined().then(ThirdPersonJoined, ON, third_person=CARL)
    assert awaits(walk) == "尚未听取第三人的意见"
    assert awaits(Walk.of(walk.case).then(ThirdPersonAbsent, ON, third_person=CARL)) == ""
    walk.then(ViewsHeard, ON, standing=Standing.THIRD, persons=(CARL,))
    assert awaits(walk) == ""
    walk.then(ThirdPersonJoined, ON, third_person=MARA)
    assert awaits(walk) == "尚未听取1名第三人的意见"


def test_a_representative_speaks_for_all_and_an_agent_for_the_one_who_entrusted_it() -> None:
    """代表人的意见就是所代表的人的意见；代理人在权限以内代为陈述 (ARL 15, 17)."""
    walk = accepted(applicants=(ANNA, OTTO))
    represented = Walk.of(walk.case).then(RepresentativesElected, ON, representatives=(OTTO,))
    assert awaits(represented.then(ViewsHeard, ON, persons=(OTTO,))) == ""
    assert heard_of(represented.case, Standing.APPLICANT, ()) == (OTTO,)
    entrusted = walk.then(AgentNamed, ON, agent=BERT, principal=ANNA)
    assert heard_of(entrusted.case, Standing.APPLICANT, (BERT,)) == (BERT,)
    entrusted.then(ViewsHeard, ON, persons=(BERT,))
    assert awaits(entrusted) == "尚未听取1名申请人的意见"


@pytest.mark.parametrize("over", ["others", "left"])
def test_what_a_representative_said_stays_said_for_all_whom_it_represented(over: str) -> None:
    """代表人参加行政复议的行为对所代表的申请人发生效力，改选、退出以后不再逐人听取 (ARL 15, 49)."""
    walk = accepted(applicants=(ANNA, OTTO, CARL))
    walk.then(RepresentativesElected, ON, representatives=(OTTO,))
    walk.then(ViewsHeard, ON, persons=(OTTO,))
    if over == "others":
        walk.then(RepresentativesElected, LATER, representatives=(CARL,))
    else:
        walk.then(ApplicantsLeft, LATER, applicants=(OTTO,))
        assert walk.case.participants.representatives == ()
    assert awaited(walk.case, day(LATER)) == {}
    assert walk.case.applicant_heard


def test_what_somebody_said_before_it_was_elected_does_not_stay_said_for_others() -> None:
    """当选代表人以前为自己说的，改选以后不算其他申请人的意见 (ARL 15, 49)."""
    walk = accepted(applicants=(ANNA, OTTO, CARL)).then(ViewsHeard, ON, persons=(OTTO,))
    walk.then(RepresentativesElected, LATER, representatives=(CARL,))
    assert awaited(walk.case, day(LATER)) == {Standing.APPLICANT: (ANNA, CARL)}


@pytest.mark.parametrize("over", ["term", "dismissed"])
def test_what_an_agent_validly_said_stays_said_when_its_term_is_over(over: str) -> None:
    """代理人在委托期限以内陈述的意见，期满、解除委托以后仍然有效 (ARL 17, 49)."""
    until = day(ON) if over == "term" else None
    walk = accepted().then(AgentNamed, ON, agent=BERT, principal=ANNA, until=until)
    walk.then(ViewsHeard, ON, persons=(BERT,))
    if over == "dismissed":
        walk.then(AgentEnded, ON, agent=BERT, principal=ANNA)
    assert awaited(walk.case, day("2026-12-01")) == {}
    late = accepted().then(AgentNamed, ON, agent=BERT, principal=ANNA, until=day(ON))
    late.then(ViewsHeard, LATER, persons=(BERT,))
    assert awaited(late.case, day(LATER)) == {Standing.APPLICANT: (ANNA,)}


def test_whoever_takes_the_place_of_one_who_was_heard_was_heard() -> None:
    """承受申请人地位的，此前已经陈述的意见有效 (ARL 14, 49)."""
    walk = accepted(applicants=(ANNA, OTTO)).then(ViewsHeard, ON, persons=(ANNA,))
    walk.then(ApplicantSucceeded, ON, applicant=ANNA, successors=(MARA,))
    assert awaits(walk) == "尚未听取1名申请人的意见"
    assert awaits(walk.then(ViewsHeard, ON, persons=(OTTO,))) == ""


def test_a_page_says_who_was_heard_where_a_side_has_several() -> None:
    """一方有几名的，应当写明是谁；不是该方的人不得写入 (ARL 49)."""
    walk = accepted(applicants=(ANNA, OTTO))
    assert refused(walk, Standing.APPLICANT) == ARL[49]
    assert refused(walk, Standing.APPLICANT, CARL) == ARL[49]
    assert refused(walk, Standing.RESPONDENT, ANNA) == ARL[49]
    assert heard_of(walk.case, Standing.APPLICANT, (OTTO,)) == (OTTO,)
    assert heard_of(accepted().case, Standing.APPLICANT, ()) == (ANNA,)
    assert heard_of(walk.case, Standing.RESPONDENT, ()) == ()


def test_a_page_that_names_nobody_tells_of_the_whole_side() -> None:
    """此前没有写明姓名的记录，是该方全体的 (ARL 49)."""
    assert awaits(accepted(applicants=(ANNA, OTTO)).then(ViewsHeard, ON)) == ""
    walk = examined().then(ThirdPersonJoined, ON, third_person=CARL)
    assert awaits(walk.then(ViewsHeard, ON, standing=Standing.THIRD)) == ""


def test_in_the_simplified_procedure_it_is_reviewed_in_writing() -> None:
    """简易程序可以书面审理 (ARL 54)."""
    walk = accepted(applicants=(ANNA, OTTO))
    assert awaits(walk) != ""
    assert awaits(walk.then(SimplifiedChosen, "2026-03-06")) == ""


def test_a_request_for_a_hearing_is_answered_before_the_decision() -> None:
    """申请人请求听证的，组织听证或者告知不组织，然后作出决定 (ARL 50)."""
    walk = examined().then(HearingRequested, "2026-03-21", text_id=PAPER)
    with pytest.raises(Refused, match="请求听证") as refusal:
        unfinished.check_nothing_open(walk.case, day(ON))
    assert refusal.value.article == ARL[50].par(2)
