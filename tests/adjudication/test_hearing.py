"""From the right told to what may be ruled upon, each matter by its own statute."""

from datetime import date

import pytest

from services.adjudication.domain import hearing, ruling
from services.adjudication.domain.powers import POWERS, Mediation, power_over
from services.adjudication.domain.states import Standing, State
from shared.contracts.adjudication import (
    AdjudicationAccepted,
    AdjudicationActOverdue,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
    AnswerFiled,
    CopySent,
    DeclineGround,
    Matter,
    OpinionExtended,
    OpinionSubmitted,
    RulingMade,
    SettlementFailed,
)
from shared.contracts.fact import Fact
from shared.law.article import ALL, ENTERPRISE_NAME, GPL, LAL, PLAN
from shared.law.procedure import Refused
from tests.adjudication.makers import (
    ANNA,
    BERT,
    CARL,
    GOVERNMENT,
    PAPER,
    Walk,
    accepted,
    answered,
    applied,
    day,
    ready,
)


@pytest.mark.parametrize("matter", ["shuishi", "hunyin", "zhengshou", "chengbao", "nothing"])
def test_without_a_statute_there_is_no_power_to_adjudicate(matter: str) -> None:
    """没有法律规定的，不得行政裁决 (PLAN 24)."""
    with pytest.raises(Refused) as no:
        power_over(matter, date(2026, 3, 2))
    assert no.value.article == PLAN[24]


def test_mining_areas_are_adjudicated_from_the_day_of_their_regulation() -> None:
    """矿业权人区域争议自2026年6月15日起由地方政府处理."""
    with pytest.raises(Refused):
        power_over("kuangqu", date(2026, 6, 14))
    assert power_over("kuangqu", date(2026, 6, 15)).matter is Matter.MINING_AREA


def test_a_right_that_was_told_binds_nobody_to_apply() -> None:
    """告知裁决权利后，是否申请由当事人决定 (PLAN 24)."""
    walk = Walk()
    walk.record(hearing.notify_right("tudi", GOVERNMENT, head=walk.head("2026-03-02")))
    assert walk.case.state is State.NOTIFIED
    assert not walk.case.procedure.opens(walk.facts[-1])
    assert State.NOTIFIED in walk.case.procedure.patient


def test_an_application_follows_the_right_told_on_the_same_file() -> None:
    """告知后申请的，并入原案卷；事项不符的不得并入 (PLAN 24)."""
    walk = Walk()
    walk.record(hearing.notify_right("tudi", GOVERNMENT, head=walk.head("2026-03-02")))
    with pytest.raises(Refused):
        _apply(walk, "lindi")
    assert walk.record(_apply(walk, "tudi")).case.state is State.APPLIED


def test_nobody_applies_against_oneself() -> None:
    """申请人与被申请人不得为同一人."""
    walk = Walk()
    with pytest.raises(Refused):
        hearing.apply(
            walk.case,
            matter="tudi",
            authority=GOVERNMENT,
            applicants=(ANNA,),
            respondents=(ANNA, BERT),
            text_id=PAPER,
            head=walk.head("2026-03-02"),
        )


@pytest.mark.parametrize(
    ("matter", "last_day"),
    [
        (Matter.LAND, "2026-05-09"),  # seven working days
        (Matter.PROCUREMENT, "2026-05-07"),  # five
        (Matter.FOREST, "2026-05-07"),  # five, by the hub's own rule
    ],
)
def test_acceptance_is_checked_in_working_days_past_the_may_rest(
    matter: Matter, last_day: str
) -> None:
    """受理审查：土地七个工作日，政府采购五个工作日；五一假期和调休计算在内."""
    # From 27 April: rest 1 to 5 May; Saturday 9 May is worked for it.
    assert applied("2026-04-27", matter).last_day("accept") == day(last_day)


def test_a_procurement_complaint_is_decided_thirty_working_days_from_receipt() -> None:
    """政府采购投诉自收到之日起三十个工作日 (GPL 56)."""
    walk = applied("2026-03-02", Matter.PROCUREMENT)
    assert walk.last_day("rule") == date(2026, 4, 14)
    assert walk.case.procedure.by_name["rule"].article == GPL[56]


def test_copies_of_a_procurement_complaint_run_from_receipt_too() -> None:
    """政府采购投诉书副本自收到投诉后八个工作日内发出."""
    assert applied("2026-03-02", Matter.PROCUREMENT).last_day("copy") == date(2026, 3, 12)


def test_an_enterprise_name_is_ruled_upon_three_months_from_acceptance() -> None:
    """企业名称争议自受理之日起三个月内裁决 (ENTERPRISE_NAME 21)."""
    walk = accepted("2026-03-09", matter=Matter.ENTERPRISE_NAME)
    assert walk.last_day("rule") == date(2026, 6, 9)
    assert walk.case.procedure.by_name["rule"].article == ENTERPRISE_NAME[21].par(2)


def test_where_the_statute_is_silent_two_months_without_a_ruling_are_inaction() -> None:
    """法律没有规定裁决期限的，自接到申请之日起两个月 (ALL 47)."""
    walk = applied("2026-03-02", Matter.GRASSLAND)
    assert walk.last_day("rule") == date(2026, 5, 6)  # 2 May is a rest day, until the 5th
    assert walk.case.procedure.by_name["rule"].article == ALL[47].par(1)
    walk.lapse("rule", "2026-05-06")
    assert isinstance(walk.facts[-1], AdjudicationActOverdue)
    assert walk.case.state is State.APPLIED


def test_the_bureaus_opinion_on_land_is_due_six_months_from_acceptance() -> None:
    """土地争议自受理之日起六个月内提出处理意见."""
    assert accepted("2026-03-09").last_day("opinion") == date(2026, 9, 9)


def test_the_head_of_the_bureau_allows_more_time_for_the_opinion() -> None:
    """六个月内不能提出的，经负责人批准可以延长."""
    walk = answered()
    page = hearing.extend_opinion(walk.case, day("2026-12-01"), head=walk.head("2026-09-01"))
    assert walk.record(page).last_day("longer_opinion") == date(2026, 12, 1)
    with pytest.raises(Refused):
        hearing.extend_opinion(walk.case, day("2026-09-01"), head=walk.head("2026-09-01"))


def test_an_application_is_declined_with_its_reason() -> None:
    """不予受理的，说明理由，案卷终结."""
    walk = applied().then(
        AdjudicationDeclined, "2026-03-05", ground=DeclineGround.NOT_COMPETENT, reason_id=PAPER
    )
    assert walk.case.is_closed
    with pytest.raises(Refused):
        walk.then(AdjudicationAccepted, "2026-03-06")


def test_a_respondent_has_thirty_days_from_receipt_of_the_copy_in_a_land_case() -> None:
    """土地争议自接到申请书副本之日起三十日内答辩；届满日为休息日的顺延."""
    walk = accepted().then(CopySent, "2026-03-10")
    page = hearing.serve_respondent(walk.case, BERT, head=walk.head("2026-03-12"))
    assert walk.record(page).last_day("answer") == date(2026, 4, 13)


def test_only_a_respondent_is_asked_for_an_answer() -> None:
    """副本只送达被申请人."""
    walk = accepted()
    with pytest.raises(Refused):
        hearing.serve_respondent(walk.case, ANNA, head=walk.head("2026-03-12"))
    with pytest.raises(Refused):
        walk.then(AnswerFiled, "2026-03-12", party=BERT, answer_id=PAPER)


def test_silence_does_not_hold_up_the_case_but_running_time_does() -> None:
    """逾期不答辩不影响处理；答辩期内不得处理."""
    walk = accepted(respondents=(BERT, CARL)).then(CopySent, "2026-03-10")
    for party in (BERT, CARL):
        walk.record(hearing.serve_respondent(walk.case, party, head=walk.head("2026-03-12")))
    walk.then(AnswerFiled, "2026-03-20", party=BERT, answer_id=PAPER)
    walk.then(SettlementFailed, "2026-03-25")
    with pytest.raises(Refused):
        hearing.draw_opinion(walk.case, PAPER, head=walk.head("2026-04-01"))
    walk.lapse("answer", "2026-04-13", CARL)
    assert walk.case.tracks == {str(BERT): Standing.ANSWERED, str(CARL): Standing.SILENT}
    assert hearing.draw_opinion(walk.case, PAPER, head=walk.head("2026-04-14"))


def test_who_answers_late_is_still_heard() -> None:
    """逾期提交的答辩仍入卷."""
    walk = accepted().then(CopySent, "2026-03-10")
    walk.record(hearing.serve_respondent(walk.case, BERT, head=walk.head("2026-03-12")))
    walk.lapse("answer", "2026-04-13", BERT)
    walk.then(AnswerFiled, "2026-04-20", party=BERT, answer_id=PAPER)
    assert walk.case.tracks[str(BERT)] == Standing.ANSWERED


def test_land_is_mediated_before_the_bureau_proposes() -> None:
    """土地争议应当先行调解，调解不成才提出处理意见."""
    walk = answered()
    with pytest.raises(Refused):
        hearing.draw_opinion(walk.case, PAPER, head=walk.head("2026-04-01"))


def test_the_government_and_not_the_bureau_decides_on_land() -> None:
    """土地权属争议由人民政府处理 (LAL 14)."""
    walk = answered().then(SettlementFailed, "2026-04-01")
    with pytest.raises(Refused) as no:
        walk.then(RulingMade, "2026-05-08", ruling_id=PAPER)
    assert no.value.article == LAL[14]
    walk.record(hearing.draw_opinion(walk.case, PAPER, head=walk.head("2026-05-08")))
    with pytest.raises(Refused):
        walk.then(RulingMade, "2026-05-09", ruling_id=PAPER)
    assert ready().then(RulingMade, "2026-06-01", ruling_id=PAPER).case.state is State.RULED


def test_the_opinion_goes_to_the_government_in_five_working_days() -> None:
    """处理意见自提出之日起五个工作日内报送人民政府."""
    walk = answered().then(SettlementFailed, "2026-04-01")
    walk.record(hearing.draw_opinion(walk.case, PAPER, head=walk.head("2026-04-30")))
    # 1 to 5 May rest; 6, 7, 8 May, Saturday 9 May worked for the rest, 11 May.
    assert walk.last_day("submit") == date(2026, 5, 11)
    assert walk.then(OpinionSubmitted, "2026-05-11").case.state is State.SUBMITTED


def test_what_is_settled_is_not_ruled_upon() -> None:
    """调解达成协议的，制作调解书，不再裁决 (PLAN 24)."""
    walk = answered()
    page = hearing.settle(
        walk.case, PAPER, perform_by=day("2026-06-30"), head=walk.head("2026-04-10")
    )
    assert walk.record(page).last_day("perform_settlement") == date(2026, 6, 30)
    with pytest.raises(Refused):
        walk.then(RulingMade, "2026-05-01", ruling_id=PAPER)


def test_a_procurement_complaint_is_not_mediated() -> None:
    """政府采购投诉以书面审查方式处理，不适用调解 (GPR 56)."""
    walk = answered(matter=Matter.PROCUREMENT)
    page = hearing.settle(walk.case, PAPER, perform_by=None, head=walk.head("2026-04-01"))
    with pytest.raises(Refused):
        walk.record(page)


@pytest.mark.parametrize("matter", [m for m in Matter if POWERS[m].mediation is Mediation.MAY])
def test_where_mediation_is_free_a_ruling_may_come_without_it(matter: Matter) -> None:
    """可以调解而非应当调解的，可以径行裁决."""
    walk = answered(matter=matter)
    page = ruling.rule(
        walk.case,
        PAPER,
        obliged=(),
        performance_days=None,
        review_first=False,
        head=walk.head("2026-05-08"),
    )
    assert walk.record(page).case.state is State.RULED


def test_an_application_may_be_taken_back_until_the_ruling() -> None:
    """裁决作出前可以撤回申请."""
    assert ready().then(AdjudicationWithdrawn, "2026-05-20").case.is_closed


def _apply(walk: Walk, matter: str) -> hearing.AdjudicationApplied:
    return hearing.apply(
        walk.case,
        matter=matter,
        authority=GOVERNMENT,
        applicants=(ANNA,),
        respondents=(BERT,),
        text_id=PAPER,
        head=walk.head("2026-03-03"),
    )


@pytest.mark.parametrize("matter", [Matter.LAND, Matter.ENTERPRISE_NAME])
def test_after_a_withdrawal_it_is_the_withdrawal_that_stands_against_a_ruling(
    matter: Matter,
) -> None:
    """申请已经撤回的，不再等待答辩，不得裁决."""
    walk = accepted(matter=matter).then(AdjudicationWithdrawn, "2026-03-16")
    head = walk.head("2026-03-20")
    with pytest.raises(Refused, match="已撤回"):
        ruling.rule(
            walk.case, PAPER, obliged=(), performance_days=None, review_first=False, head=head
        )


def test_after_a_withdrawal_no_opinion_waits_for_an_answer() -> None:
    """申请已经撤回的，不再等待答辩，不提出处理意见."""
    walk = accepted().then(AdjudicationWithdrawn, "2026-03-16")
    with pytest.raises(Refused, match="已撤回"):
        hearing.draw_opinion(walk.case, PAPER, head=walk.head("2026-03-20"))


@pytest.mark.parametrize("kind", [OpinionSubmitted, OpinionExtended])
def test_what_only_a_government_s_matter_has_is_refused_in_the_others(kind: type[Fact]) -> None:
    """主管部门自己裁决的事项，没有报送人民政府的步骤 (ENTERPRISE_NAME 21)."""
    fields = {"extended_to": "2026-12-01"} if kind is OpinionExtended else {}
    walk = accepted(matter=Matter.ENTERPRISE_NAME)
    with pytest.raises(Refused, match="没有这一步骤") as no:
        walk.then(kind, "2026-03-20", **fields)
    assert no.value.article == walk.case.power.basis
