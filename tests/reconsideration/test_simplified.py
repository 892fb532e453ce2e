"""The simplified procedure 简易程序: its grounds, its periods, its end (ARL 53 to 55, 62)."""

from datetime import date

import pytest

from services.reconsideration.domain import assigning, decision
from services.reconsideration.domain.assigning import Choice
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary.pauses import PAUSES
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    CopyReceived,
    CopySent,
    DecisionExtended,
    Outcome,
    ReplyFiled,
)
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    ConvertedToOrdinary,
    ReviewersAssigned,
    SimplifiedChosen,
    SimplifiedGround,
    Track,
)
from shared.contracts.reconsideration.higher import (
    AcceptedAbove,
    ElevatedFileReceived,
    ElevationOrdered,
    FileHandedOver,
)
from shared.contracts.reconsideration.joint import JointRespondentNamed
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
    Suspension,
)
from shared.law.article import ARL, Article
from shared.law.calendar import CALENDAR
from shared.law.period import day_of_expiry
from shared.law.procedure import Refused
from shared.law.readings import READINGS, Readings
from shared.law.running import Running, begun, followed
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import ANNA, BERT, OTHER, PAPER, RESPONDENT, Walk, accepted, day

SPOT = Choice(ground=SimplifiedGround.ON_THE_SPOT)
REVOKE = Draft(outcome=Outcome.REVOKED)


def choose(walk: Walk, choice: Choice = SPOT, on: str = "2026-03-05") -> SimplifiedChosen:
    return assigning.choose_simplified(walk.case, walk.head(on), choice, PAPER, CALENDAR)


def not_chosen(walk: Walk, choice: Choice = SPOT, on: str = "2026-03-05") -> Article:
    with pytest.raises(Refused) as refusal:
        walk.record(choose(walk, choice, on))
    return refusal.value.article


def convert(walk: Walk, on: str, readings: Readings = READINGS) -> ConvertedToOrdinary:
    return assigning.convert(walk.case, walk.head(on), PAPER, CALENDAR, readings)


def not_converted(walk: Walk, on: str) -> Article:
    with pytest.raises(Refused) as refusal:
        convert(walk, on)
    return refusal.value.article


def chosen(choice: Choice = SPOT, act: ActKind = ActKind.PENALTY) -> Walk:
    """Accepted on Thursday, 5 March, and simplified the same day."""
    walk = accepted(act=act)
    return walk.record(choose(walk, choice))


def replied(on: str = "2026-03-12") -> Walk:
    walk = chosen().then(CopySent, "2026-03-09")
    walk.then(CopyReceived, "2026-03-09", track=walk.case.track)
    return walk.then(ReplyFiled, on)


def running(walk: Walk, name: str) -> Running:
    """The period that the newest page starts."""
    period = begun(ORDINARY.by_name[name], walk.facts[-1], CALENDAR)
    assert period is not None
    return period


def longer(period: Running, name: str, fact: Fact) -> date:
    """Its last day once `fact` is recorded."""
    after = followed(period, ORDINARY.by_name[name], fact)
    return after.reckon(CALENDAR).last_day


@pytest.mark.parametrize(
    ("choice", "ground"),
    [
        pytest.param(SPOT, "on_the_spot", id="当场作出"),
        pytest.param(Choice(ground=SimplifiedGround.WARNING), "warning", id="警告、通报批评"),
        pytest.param(
            Choice(ground=SimplifiedGround.AMOUNT, amount_yuan=3000), "amount", id="三千元以下"
        ),
        pytest.param(Choice(ground=SimplifiedGround.DISCLOSURE), "disclosure", id="信息公开"),
        pytest.param(
            Choice(
                ground=SimplifiedGround.CONSENT,
                agreed=frozenset({ANNA}),
                respondent_agrees=True,
            ),
            "consent",
            id="各方同意",
        ),
    ],
)
def test_four_kinds_of_cases_and_any_by_consent_may_be_simplified(
    choice: Choice, ground: str
) -> None:
    """四类案件，或者当事人各方同意 (ARL 53)."""
    is_disclosure = choice.ground is SimplifiedGround.DISCLOSURE
    walk = chosen(choice, ActKind.DISCLOSURE if is_disclosure else ActKind.PENALTY)
    assert (walk.case.track, walk.facts[-1].model_dump()["ground"]) == (Track.SIMPLIFIED, ground)


@pytest.mark.parametrize(
    ("ground", "act", "item"),
    [
        (SimplifiedGround.WARNING, ActKind.LICENCE, 2),
        (SimplifiedGround.WARNING, ActKind.DISCLOSURE, 2),
        (SimplifiedGround.DISCLOSURE, ActKind.PENALTY, 4),
    ],
)
def test_the_ground_is_held_against_the_act_on_file(
    ground: SimplifiedGround, act: ActKind, item: int
) -> None:
    """警告、通报批评是行政处罚，信息公开案件是政府信息公开，以案卷记载的行政行为为准 (ARL 53)."""
    assert not_chosen(accepted(act=act), Choice(ground=ground)) == ARL[53].par(1, item)


def test_what_is_done_on_the_spot_may_be_any_act() -> None:
    """当场作出的不限于行政处罚 (ARL 53)."""
    assert choose(accepted(act=ActKind.COMPULSION)).ground is SimplifiedGround.ON_THE_SPOT


@pytest.mark.parametrize(
    ("organs", "enough"),
    [((), False), ((RESPONDENT,), False), ((RESPONDENT, OTHER), True)],
    ids=["只说被申请人同意", "一个不同意", "各自同意"],
)
def test_each_of_several_respondents_agrees_for_itself(
    organs: tuple[str, ...], *, enough: bool
) -> None:
    """当事人各方同意，共同被申请人各自同意 (ARL 19, 53)."""
    walk = accepted().then(JointRespondentNamed, "2026-03-05")
    choice = Choice(
        ground=SimplifiedGround.CONSENT,
        agreed=frozenset({ANNA}),
        respondent_agrees=True,
        organs=frozenset(organs),
    )
    if enough:
        assert choose(walk, choice).agreed_organs == (RESPONDENT, OTHER)
    else:
        assert not_chosen(walk, choice) == ARL[53]


def test_more_than_three_thousand_yuan_are_no_ground() -> None:
    """涉及款额三千元以下 (ARL 53); 金额没有说明的也不行."""
    for amount in (3000.5, None):
        over = Choice(ground=SimplifiedGround.AMOUNT, amount_yuan=amount)
        assert not_chosen(accepted(), over) == ARL[53]
    kept = choose(accepted(), Choice(ground=SimplifiedGround.AMOUNT, amount_yuan=2999.5))
    assert kept.amount_fen == 299_950


@pytest.mark.parametrize(
    ("agreed", "respondent_agrees"),
    [({ANNA}, True), ({ANNA, BERT}, False), (set(), True)],
    ids=["一名申请人不同意", "被申请人不同意", "申请人都不同意"],
)
def test_consent_is_that_of_all_parties(*, agreed: set[object], respondent_agrees: bool) -> None:
    """当事人各方同意 (ARL 53)."""
    choice = Choice(
        ground=SimplifiedGround.CONSENT,
        agreed=frozenset(agreed),  # type: ignore[arg-type]
        respondent_agrees=respondent_agrees,
    )
    assert not_chosen(accepted(applicants=(ANNA, BERT)), choice) == ARL[53]


def test_a_case_found_grave_is_simplified_by_consent_only() -> None:
    """认定重大、疑难、复杂的，不是事实清楚、争议不大的案件 (ARL 53)."""
    grave = accepted().then(ComplexityFound, "2026-03-05")
    assert not_chosen(grave) == ARL[53]
    all_agree = Choice(
        ground=SimplifiedGround.CONSENT, agreed=frozenset({ANNA}), respondent_agrees=True
    )
    assert choose(grave, all_agree).agreed == (ANNA,)
    asked = accepted().then(
        ConsultationRequested, "2026-03-05", ground=ConsultationGround.GRAVE
    )  # it says the same
    assert not_chosen(asked) == ARL[53]


def test_a_case_that_was_extended_as_complex_is_not_simplified() -> None:
    """情况复杂已延长的，不适用简易程序 (ARL 53, 62)."""
    assert not_chosen(accepted().then(DecisionExtended, "2026-03-05")) == ARL[53]


def test_it_is_chosen_before_the_copy_goes_out_and_within_its_three_days() -> None:
    """自受理之日起三日内发送副本：过了三日、发了副本，不能再选择 (ARL 53, 54)."""
    assert choose(accepted(), on="2026-03-10").runs_from == day("2026-03-05")
    assert not_chosen(accepted(), on="2026-03-11") == ARL[54].par(1)
    assert not_chosen(accepted().then(CopySent, "2026-03-05")) == ARL[53]


def test_it_is_chosen_once() -> None:
    """已经适用、已经转为普通程序的，不再选择 (ARL 53, 55)."""
    walk = chosen()
    assert not_chosen(walk) == ARL[53]
    walk.record(convert(walk, "2026-03-06"))
    assert not_chosen(walk, on="2026-03-06") == ARL[55]


def test_the_periods_run_from_acceptance_however_late_it_is_chosen() -> None:
    """三日发送副本、三十日作出决定，自受理之日起算 (ARL 54, 62)."""
    walk = accepted()
    walk.record(choose(walk, on="2026-03-09"))
    assert walk.last_day("send_copy_simplified") == day("2026-03-10")
    assert walk.last_day("decide_simplified") == day("2026-04-07")  # the 30th day is Qingming


def test_the_choice_ends_the_periods_of_the_ordinary_procedure() -> None:
    """适用简易程序的，不再计算七日和六十日 (ARL 53)."""
    fact = chosen().facts[-1]
    assert {one.name for one in ORDINARY.closes(fact)} == {"send_copy", "decide"}


def test_the_respondent_replies_within_five_days_and_only_in_this_procedure() -> None:
    """自收到副本之日起五日内答复；普通程序十日 (ARL 54, 48)."""
    walk = chosen().then(CopySent, "2026-03-09")
    walk.then(CopyReceived, "2026-03-09", track=walk.case.track)
    assert walk.last_day("reply_simplified") == day("2026-03-16")
    assert [one.name for one in ORDINARY.opens(walk.facts[-1])] == ["reply_simplified"]
    usual = accepted().then(CopySent, "2026-03-09").then(CopyReceived, "2026-03-09")
    assert [one.name for one in ORDINARY.opens(usual.facts[-1])] == ["reply"]


def test_silence_of_the_respondent_means_the_same_as_in_the_ordinary_procedure() -> None:
    """不按第五十四条答复的，视为没有证据、依据 (ARL 70)."""
    walk = chosen().then(CopySent, "2026-03-09")
    walk.then(CopyReceived, "2026-03-09", track=walk.case.track)
    walk.lapse("reply_simplified", "2026-03-16")
    assert (walk.case.state, walk.case.reply_forfeited) == (State.EXAMINING, True)


def test_a_simplified_case_is_decided_on_paper() -> None:
    """适用简易程序的，可以书面审理 (ARL 54)."""
    walk = replied()
    assert decide(walk, REVOKE, "2026-03-20").case.state is State.DECIDED


def test_once_converted_the_applicant_is_heard_first() -> None:
    """转为普通程序的，应当听取当事人的意见 (ARL 49, 55)."""
    walk = replied()
    walk.record(convert(walk, "2026-03-18"))
    with pytest.raises(Refused) as refusal:
        decide(walk, REVOKE, "2026-03-20")
    assert refusal.value.article == ARL[49]


def test_the_thirty_days_are_not_extended() -> None:
    """简易程序不得延长，只能转为普通程序 (ARL 62)."""
    walk = replied()
    with pytest.raises(Refused) as refusal:
        decision.extend(walk.case, walk.head("2026-03-20"), 10, PAPER, CALENDAR)
    assert refusal.value.article == ARL[62].par(2)
    walk.record(convert(walk, "2026-03-20"))
    fact = decision.extend(walk.case, walk.head("2026-03-23"), 10, PAPER, CALENDAR)
    assert fact.until == day("2026-05-14")


def test_conversion_ends_the_thirty_days_and_the_sixty_run_from_acceptance() -> None:
    """转为普通程序，六十日自受理之日起计算（读法）(ARL 55, 62)."""
    walk = replied()
    walk.record(convert(walk, "2026-03-20"))
    assert walk.case.track is Track.ORDINARY
    assert [one.name for one in ORDINARY.closes(walk.facts[-1])] == ["decide_simplified"]
    assert walk.last_day("decide") == day("2026-05-06")


def test_or_from_the_conversion_where_the_city_reads_it_so() -> None:
    """另一读法：六十日自转换之日起计算 (ARL 55)."""
    walk = replied()
    other = READINGS.having(conversion="conversion")
    walk.record(convert(walk, "2026-03-20", other))
    assert walk.last_day("decide") == day("2026-05-19")


def test_what_was_suspended_before_the_conversion_is_not_counted_after_it() -> None:
    """转换之前中止的期间，转换之后的六十日也不计入 (ARL 39, 55, 62)."""
    walk = replied()
    walk.then(ReconsiderationSuspended, "2026-03-13", cause=Suspension.PREVENTED)
    walk.then(ReconsiderationResumed, "2026-03-19", cause=Suspension.PREVENTED)
    fact = convert(walk, "2026-03-20")
    assert fact.runs_from == day("2026-03-11")
    walk.record(fact)
    assert walk.last_day("decide") == day("2026-05-11")


def test_the_periods_of_the_simplified_procedure_stand_still_too() -> None:
    """简易程序的期限在中止期间同样不计 (ARL 39, 54, 62)."""
    simplified = [one for one in ORDINARY.deadlines if one.name.endswith("_simplified")]
    assert len(simplified) == 4, "joint respondents have their own days to reply"
    decide = ORDINARY.by_name["decide"].pauses
    assert [one.name for one in simplified if one.pauses == decide] == ["decide_simplified"]
    for one in simplified:
        assert one.pauses == ORDINARY.by_name[one.name.removesuffix("_simplified")].pauses
        assert one.pauses[: len(PAUSES)] == PAUSES


def test_the_copy_and_the_reply_get_the_days_of_the_ordinary_procedure() -> None:
    """转换时尚未发送的七日，尚未答复的十日 (ARL 48, 55)."""
    walk = chosen()
    copy = running(walk, "send_copy_simplified")
    assert longer(copy, "send_copy_simplified", convert(walk, "2026-03-06")) == day("2026-03-16")
    walk.then(CopySent, "2026-03-09")
    walk.then(CopyReceived, "2026-03-09", track=walk.case.track)
    reply = running(walk, "reply_simplified")
    fact = convert(walk, "2026-03-10")
    assert longer(reply, "reply_simplified", fact) == day("2026-03-23")
    assert day_of_expiry(reply.until) == day("2026-03-16")


def test_a_copy_that_arrives_after_the_conversion_gives_ten_days() -> None:
    """副本在转换之后收到的，十日 (ARL 48)."""
    walk = chosen().then(CopySent, "2026-03-09")
    walk.record(convert(walk, "2026-03-10"))
    walk.then(CopyReceived, "2026-03-11", track=walk.case.track)
    assert walk.last_day("reply") == day("2026-03-25")


def test_an_ordinary_case_is_not_converted_nor_one_whose_thirty_days_are_over() -> None:
    """没有适用简易程序的不必转换；三十日届满后不能再转（读法）(ARL 55)."""
    assert not_converted(accepted(), "2026-03-06") == ARL[55]
    late = replied().lapse("decide_simplified", "2026-04-07")
    assert not_converted(late, "2026-04-08") == ARL[55]
    other = READINGS.having(conversion_window="any_time")
    assert convert(late, "2026-04-08", other).runs_from == day("2026-03-05")
    with pytest.raises(Refused) as refusal:
        convert(late, "2026-05-07", other)
    assert refusal.value.article == ARL[62].par(1)


def test_in_a_case_that_came_above_the_days_run_from_the_receipt_of_its_file() -> None:
    """提级的，选择简易程序、转为普通程序，期限自上级收到案件材料之日起 (ARR2026 40; ARL 54, 55)."""
    walk = accepted("2026-07-06").then(ElevationOrdered, "2026-07-08")
    walk.then(FileHandedOver, "2026-07-10").then(ElevatedFileReceived, "2026-07-13", copy_due=True)
    chose = choose(walk, on="2026-07-14")
    assert chose.runs_from == day("2026-07-13")
    walk.record(chose)
    assert walk.last_day("decide_simplified") == day("2026-08-12")
    walk.record(convert(walk, "2026-07-20"))
    assert walk.last_day("decide") == day("2026-09-11")


def test_a_case_accepted_directly_because_it_was_late_is_converted_in_its_new_days() -> None:
    """上级直接受理逾期案件的，转为普通程序后六十日自直接受理之日起 (ARL 35, 55, 62)."""
    walk = (
        replied()
        .lapse("decide_simplified", "2026-04-07")
        .then(AcceptedAbove, "2026-05-11", track=Track.SIMPLIFIED)
    )
    walk.record(convert(walk, "2026-05-12"))
    assert walk.last_day("decide") == day("2026-07-10")


def test_thirty_days_over_without_a_decision_open_the_way_to_court() -> None:
    """三十日内未作出决定，逾期 (ARL 62, 34)."""
    walk = replied().lapse("decide_simplified", "2026-04-07")
    assert walk.case.overdue_on == day("2026-04-07")
    assert walk.case.state is State.EXAMINING


def test_one_reviewer_suffices_no_longer_once_the_case_is_ordinary() -> None:
    """简易程序可以一名，转为普通程序须二名以上 (ARR2026 39)."""
    walk = accepted("2026-07-06")
    walk.record(choose(walk, on="2026-07-06"))
    head = walk.head("2026-07-06")
    assert assigning.enough_reviewers(walk.case, head, 1).met
    walk.then(ReviewersAssigned, "2026-07-06", reviewers=("fuyi-07",))
    walk.record(convert(walk, "2026-07-08"))
    assert not assigning.enough_reviewers(walk.case, walk.head("2026-07-08"), 1).met
