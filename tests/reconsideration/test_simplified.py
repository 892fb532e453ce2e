"""The simplified procedure 简易程序: its grounds, its periods, its end (ARL 53, 54, 62)."""

import pytest

from services.reconsideration.domain import decision
from services.reconsideration.domain.assigning import Choice
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary.pauses import PAUSES
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    CopyReceived,
    CopySent,
    DecisionExtended,
)
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    SimplifiedGround,
    Track,
)
from shared.contracts.reconsideration.joint import JointRespondentNamed
from shared.law.article import ARL, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.deciding import decide
from tests.reconsideration.makers import ANNA, BERT, OTHER, PAPER, RESPONDENT, Walk, accepted, day
from tests.reconsideration.simplified import REVOKE, SPOT, choose, chosen, convert, replied


def not_chosen(walk: Walk, choice: Choice = SPOT, on: str = "2026-03-05") -> Article:
    with pytest.raises(Refused) as refusal:
        walk.record(choose(walk, choice, on))
    return refusal.value.article


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


def test_the_thirty_days_are_not_extended() -> None:
    """简易程序不得延长，只能转为普通程序 (ARL 62)."""
    walk = replied()
    with pytest.raises(Refused) as refusal:
        decision.extend(walk.case, walk.head("2026-03-20"), 10, PAPER, CALENDAR)
    assert refusal.value.article == ARL[62].par(2)
    walk.record(convert(walk, "2026-03-20"))
    fact = decision.extend(walk.case, walk.head("2026-03-23"), 10, PAPER, CALENDAR)
    assert fact.until == day("2026-05-14")


def test_the_periods_of_the_simplified_procedure_stand_still_too() -> None:
    """简易程序的期限在中止期间同样不计 (ARL 39, 54, 62)."""
    simplified = [one for one in ORDINARY.deadlines if one.name.endswith("_simplified")]
    assert len(simplified) == 4, "joint respondents have their own days to reply"
    decide = ORDINARY.by_name["decide"].pauses
    assert [one.name for one in simplified if one.pauses == decide] == ["decide_simplified"]
    for one in simplified:
        assert one.pauses == ORDINARY.by_name[one.name.removesuffix("_simplified")].pauses
        assert one.pauses[: len(PAUSES)] == PAUSES


def test_thirty_days_over_without_a_decision_open_the_way_to_court() -> None:
    """三十日内未作出决定，逾期 (ARL 62, 34)."""
    walk = replied().lapse("decide_simplified", "2026-04-07")
    assert walk.case.overdue_on == day("2026-04-07")
    assert walk.case.state is State.EXAMINING
