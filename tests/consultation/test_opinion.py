"""The committee is asked, its panel speaks, and its opinion is given (ARL 52; RULES 21, 22, 73)."""

import pytest

from services.consultation.domain.opinion import CONSULTATION, Role, State
from services.consultation.domain.panel import convene
from services.consultation.domain.sitting import give
from shared.contracts.consultation import (
    Calling,
    ConsultationCancelled,
    ConsultedRespondentsChanged,
    OpinionGiven,
    OpinionOverdue,
    RecusalAsked,
    RecusalDecided,
)
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import ConsultationGround, Stance
from shared.law.article import ARL, ARR2026, RULES
from shared.law.terms import zh
from tests.consultation.makers import (
    AGREES,
    AMENDS,
    DISAGREES,
    FIVE,
    LAW,
    PAPER,
    REQUEST,
    THREE,
    Walk,
    day,
    one,
    refused,
    roster,
)


def test_a_panel_is_seated_within_three_working_days() -> None:
    """三个工作日内组成咨询小组 (RULES 21)."""
    assert Walk("2026-04-02").last_day("convene") == day("2026-04-08")


def test_the_opinion_is_due_ten_working_days_after_the_panel_sat() -> None:
    """十个工作日内提出咨询意见 (RULES 22)."""
    assert Walk().seat(on="2026-04-24").last_day("give_opinion") == day("2026-05-12")


def test_a_recusal_is_decided_by_the_director_or_the_head_and_the_respondents_follow_the_case() -> (
    None
):
    """委员的回避由主任决定，主任的由行政复议机构负责人决定；被申请人随复议案件变更 (RULES 72)."""
    by = {move.on: move.by for move in CONSULTATION.moves}
    assert (by[RecusalDecided], by[RecusalAsked]) == (Role.DECIDER, Role.SECRETARY)
    assert by[ConsultedRespondentsChanged] is Role.CLOCK
    assert zh(Role.DECIDER) == "委员会主任或者行政复议机构负责人"


def test_a_small_committee_seats_three_meets_once_and_answers() -> None:
    """三名委员、一次会议，即可提出咨询意见 (ARL 52; ARR2026 51)."""
    walk = Walk().seat().meet(c1=AGREES, c2=AGREES, c3=AGREES).give(AGREES)
    assert walk.case.is_closed
    assert [type(each).__name__ for each in walk.facts] == [
        *("ConsultationReceived", "PanelConvened", "MeetingHeld", "OpinionGiven")
    ]


@pytest.mark.parametrize(
    "members", [(), THREE[:1], THREE[:2], FIVE[:4], (*THREE[:2], "committee-1")]
)
def test_a_panel_has_three_or_a_greater_odd_number_of_members(members: tuple[str, ...]) -> None:
    """咨询小组由三名以上单数委员组成，不得重复 (RULES 21)."""
    walk = Walk()
    assert (
        refused(
            lambda: convene(walk.case, walk.head("2026-03-23"), walk.roster, members, field=LAW)
        )
        == RULES[21]
    )


def test_no_opinion_without_a_panel() -> None:
    """未组成咨询小组，不得提出咨询意见 (RULES 21)."""
    walk = Walk()
    assert refused(lambda: give(walk.case, walk.head("2026-03-23"), AGREES, PAPER)) == RULES[21]


def test_no_opinion_before_the_members_have_spoken() -> None:
    """委员未发表意见的，不得提出咨询意见 (RULES 73)."""
    assert refused(lambda: Walk().seat().give(AGREES)) == RULES[73]


def test_no_opinion_when_an_even_number_has_spoken() -> None:
    """发表意见的委员应当为三名以上单数 (RULES 73)."""
    walk = Walk().seat(*FIVE).meet(c1=AGREES, c2=AGREES, c3=AGREES, c4=AGREES)
    assert refused(lambda: walk.give(AGREES)) == RULES[73]
    assert walk.write("committee-5", AGREES, "2026-03-28").give(AGREES).case.is_closed


def test_three_of_five_are_enough_and_three_of_seven_are_not() -> None:
    """发表意见的委员应当超过咨询小组的半数 (RULES 73)."""
    three = {"c1": AGREES, "c2": AGREES, "c3": AGREES}
    assert Walk().seat(*FIVE).meet(**three).give(AGREES).case.is_closed
    seven = Walk(held=roster({f"committee-{n}": one() for n in range(1, 8)}))
    seven.seat(*(f"committee-{n}" for n in range(1, 8)))
    for n in (1, 2, 3):
        seven.write(f"committee-{n}", AGREES)
    assert refused(lambda: seven.give(AGREES)) == RULES[73]


def test_the_opinion_is_that_of_most_and_who_dissents_is_on_file() -> None:
    """以赞成最多的为结论，不同意见记录在卷 (RULES 73)."""
    walk = Walk().seat().meet(c1=DISAGREES, c2=DISAGREES, c3=AGREES)
    assert refused(lambda: walk.give(AGREES)) == RULES[73]
    assert walk.case.dissenting == ()
    assert walk.give(DISAGREES).case.dissenting == ("committee-3",)


def test_where_no_view_has_most_the_panel_gives_one_that_is_held() -> None:
    """意见相持的，结论为其中之一，其余为不同意见 (RULES 73)."""
    walk = Walk().seat().meet(c1=AGREES, c2=AMENDS, c3=DISAGREES).give(AMENDS)
    assert walk.case.dissenting == ("committee-1", "committee-3")


def test_a_consultation_is_done_in_writing_too() -> None:
    """书面咨询，各委员分别提出本人意见 (RULES 73)."""
    walk = Walk().seat()
    for member in THREE:
        walk.write(member, AGREES)
    assert walk.case.met_on is None
    assert walk.give(AGREES).case.is_closed


def test_a_member_speaks_once_and_only_as_a_member() -> None:
    """只有小组的委员发表意见，每人一次 (RULES 73)."""
    walk = Walk().seat().write("committee-1", AGREES)
    assert refused(lambda: walk.write("committee-1", DISAGREES)) == RULES[73]
    assert refused(lambda: walk.write("committee-4", AGREES)) == RULES[73]
    assert refused(lambda: walk.write("secretary-1", AGREES)) == RULES[73]


def test_a_meeting_has_more_than_half_of_the_panel_one_of_whom_presides() -> None:
    """出席的委员超过半数，由其中一人主持，不得重复表示意见 (RULES 73)."""
    walk = Walk().seat(*FIVE)
    assert refused(lambda: walk.meet(c1=AGREES, c2=AGREES)) == RULES[73]
    assert (
        refused(lambda: walk.meet(chair="committee-5", c1=AGREES, c2=AGREES, c3=AGREES))
        == RULES[73]
    )
    assert refused(lambda: Walk().seat().meet(c1=AGREES, c2=AGREES, c4=AGREES)) == RULES[73]


def test_who_stayed_away_is_recorded_and_may_still_write() -> None:
    """未出席的记为缺席，仍可书面提出本人意见 (RULES 73)."""
    walk = Walk().seat().meet(c1=AGREES, c2=AGREES)
    assert walk.facts[-1].model_dump()["absent"] == ("committee-3",)
    assert refused(lambda: walk.give(AGREES)) == RULES[73]
    assert refused(lambda: walk.meet(c1=AGREES, c2=AGREES, c3=AGREES)) == ARR2026[51]
    assert walk.write("committee-3", DISAGREES, "2026-03-28").give(AGREES).case.is_closed


def test_an_opinion_names_the_reconsideration_that_asked() -> None:
    """咨询意见送提请的行政复议机构 (ARL 52)."""
    fact = Walk().seat().meet(c1=AGREES, c2=AGREES, c3=AGREES).give(AGREES).facts[-1]
    assert isinstance(fact, OpinionGiven)
    assert (fact.request_case_id, fact.stance) == (REQUEST, Stance.AGREES)


def test_an_opinion_that_is_late_may_still_be_given() -> None:
    """逾期的，咨询意见仍应提出 (ARL 52; RULES 22)."""
    walk = Walk().seat().lapse("give_opinion", "2026-04-07")
    assert isinstance(walk.facts[-1], OpinionOverdue)
    assert walk.case.state is State.SEATED
    walk.meet(on="2026-04-08", c1=AMENDS, c2=AMENDS, c3=AMENDS)
    assert walk.give(AMENDS, "2026-04-08").case.is_closed


def test_a_panel_that_is_late_may_still_be_seated() -> None:
    """逾期未组成的，仍应组成 (RULES 13)."""
    walk = Walk().lapse("convene", "2026-03-25")
    assert walk.facts[-1].model_dump()["duty"] == "convene"
    assert walk.seat(on="2026-03-26").case.state is State.SEATED


def test_when_the_reconsideration_ends_nothing_is_asked_any_more() -> None:
    """终止行政复议的，咨询终结 (ARL 41)."""
    walk = Walk().seat().meet(c1=AGREES, c2=AGREES, c3=AGREES)
    walk.record(ConsultationCancelled(head=walk.head("2026-03-28", CLOCK), request_case_id=REQUEST))
    assert walk.case.is_closed
    assert refused(lambda: walk.give(AGREES)) == ARL[52].par(1)


def test_only_a_technical_case_asks_for_the_learned() -> None:
    """因专业性、技术性较强提请的，小组中应当有专家或者学者 (RULES 71)."""
    callings = (Calling.DEPARTMENT, Calling.DEPARTMENT, Calling.OTHER)
    held = roster({c: one(calling) for c, calling in zip(THREE, callings, strict=True)})
    assert refused(lambda: Walk(held=held).seat()) == RULES[71]
    assert Walk(held=held, ground=ConsultationGround.GRAVE).seat().case.members == THREE
