"""合并审理: which cases may be joined, on which of the four grounds (ARR2026 43)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.joining_acts import check_joinder, newly_joined
from services.reconsideration.domain.joint import Joint
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.joint import JointRespondentNamed
from shared.contracts.reconsideration.people import CasesJoined, Joinder
from shared.law.article import ARR2026, Article
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, OTHER, RESPONDENT, accepted, day, received

GONGAN = "620702-gongan"


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def another(case: Case, **fields: object) -> Case:
    """About an act that was done on the day on which the first was accepted."""
    said = {"act_done_on": day("2026-09-01"), **fields}
    return replace(case, case_id=UUID(int=77), **said)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("ground", "other", "cited"),
    [
        (Joinder.SEVERAL_PARTIES, {"applicants": (BERT,)}, None),
        (Joinder.SEVERAL_PARTIES, {}, ARR2026[43].par(1, 2)),
        (Joinder.NEW_ACT, {}, None),
        (Joinder.NEW_ACT, {"applicants": (BERT,)}, ARR2026[43].par(1, 3)),
        (Joinder.SEVERAL_ORGANS, {"respondent": "620702-gongan"}, None),
        (Joinder.OTHER, {"respondent": "620702-gongan"}, None),
        (Joinder.SEVERAL_ORGANS, {}, ARR2026[43].par(1, 1)),
        (Joinder.NEW_ACT, {"respondent": "620702-gongan"}, ARR2026[43].par(1, 3)),
        (Joinder.OTHER, {"authority": "620700-government"}, ARR2026[43].par(1, 4)),
        (Joinder.OTHER, {"act": ActKind.LICENCE}, ARR2026[43].par(1)),
    ],
)
def test_cases_are_joined_at_one_authority_about_one_kind_of_act(
    ground: Joinder, other: dict[str, object], cited: Article | None
) -> None:
    """因同一或者同类行政行为发生、向同一机关申请的，可以合并审理 (ARR2026 43)."""
    walk = accepted("2026-09-01")
    head, others = walk.head("2026-09-02"), [another(walk.case, **other)]
    if cited is None:
        check_joinder(walk.case, others, ground, head.on, {})
        new = newly_joined(walk.case, [one.case_id for one in others])
        walk.then(CasesJoined, "2026-09-02", others=new, ground=ground)
        assert walk.case.joined == (UUID(int=77),)
        return
    with pytest.raises(Refused) as refusal:
        check_joinder(walk.case, others, ground, head.on, {})
    assert article(refusal) == cited


@pytest.mark.parametrize(
    ("respondent", "beside", "ground", "cited"),
    [
        (OTHER, RESPONDENT, Joinder.SEVERAL_PARTIES, None),
        (OTHER, RESPONDENT, Joinder.SEVERAL_ORGANS, ARR2026[43].par(1, 1)),
        (RESPONDENT, "620702-gongan", Joinder.SEVERAL_ORGANS, None),
        (RESPONDENT, "620702-gongan", Joinder.SEVERAL_PARTIES, ARR2026[43].par(1, 2)),
    ],
)
def test_the_same_organs_are_the_same_respondents_whoever_is_named_first(
    respondent: str, beside: str, ground: Joinder, cited: Article | None
) -> None:
    """被申请人是否同一，看全体被申请人，不看列的先后 (ARL 19; ARR2026 43)."""
    walk = accepted("2026-09-01").then(JointRespondentNamed, "2026-09-01")
    others = [
        another(
            walk.case,
            applicants=(BERT,),
            respondent=respondent,
            joint=(Joint(organ=beside),),
        )
    ]
    if cited is None:
        check_joinder(walk.case, others, ground, day("2026-09-02"), {})
        return
    with pytest.raises(Refused) as refusal:
        check_joinder(walk.case, others, ground, day("2026-09-02"), {})
    assert article(refusal) == cited


def test_until_june_2026_no_provision_joined_cases() -> None:
    """2026年6月30日以前的条例没有合并审理的规定 (ARR2026 43)."""
    walk = accepted("2026-03-05")
    with pytest.raises(Refused) as refusal:
        check_joinder(walk.case, [another(walk.case)], Joinder.OTHER, day("2026-03-06"), {})
    assert article(refusal) == ARR2026[43].par(1, 4)


def test_a_new_act_is_the_respondents_alone_or_with_others_against_the_same_applicant() -> None:
    """复议期间被申请人单独或者与他人共同对申请人作出新的行政行为，可以合并审理 (ARR2026 43)."""
    walk = accepted("2026-09-01")
    together = another(walk.case, respondent=GONGAN, joint=(Joint(organ=RESPONDENT),))
    with_others = another(walk.case, applicants=(BERT, ANNA))
    for one in (together, with_others):
        check_joinder(walk.case, [one], Joinder.NEW_ACT, day("2026-09-02"), {})
        check_joinder(one, [walk.case], Joinder.NEW_ACT, day("2026-09-02"), {})
    with pytest.raises(Refused) as refusal:
        check_joinder(walk.case, [together], Joinder.SEVERAL_PARTIES, day("2026-09-02"), {})
    assert article(refusal) == ARR2026[43].par(1, 2)


def test_an_act_that_was_done_before_acceptance_is_no_new_one() -> None:
    """“在行政复议期间”作出的才是新的行政行为：受理以前作出的不是 (ARR2026 43)."""
    walk = accepted("2026-09-01", act_done_on=day("2026-08-03"))
    before = another(walk.case, act_done_on=day("2026-08-31"), accepted_on=day("2026-09-02"))
    with pytest.raises(Refused) as refusal:
        check_joinder(walk.case, [before], Joinder.NEW_ACT, day("2026-09-03"), {})
    assert article(refusal) == ARR2026[43].par(1, 3)
    anew = another(walk.case, act_done_on=day("2026-09-01"), accepted_on=day("2026-09-02"))
    check_joinder(walk.case, [anew], Joinder.NEW_ACT, day("2026-09-03"), {})
    check_joinder(anew, [walk.case], Joinder.NEW_ACT, day("2026-09-03"), {})


def test_without_an_accepted_case_or_the_day_of_the_act_nobody_knows_that_it_is_a_new_one() -> None:
    """没有已经受理的案件，或者不知行为何日作出的，不是“在行政复议期间”作出的 (ARR2026 43)."""
    early = received("2026-09-01").case
    pending = accepted("2026-09-01").case
    for case, other in (
        (early, another(early)),
        (pending, another(pending, act_done_on=None, accepted_on=None)),
    ):
        with pytest.raises(Refused) as refusal:
            check_joinder(case, [other], Joinder.NEW_ACT, day("2026-09-03"), {})
        assert article(refusal) == ARR2026[43].par(1, 3)


def test_who_was_registered_in_two_disputes_is_one_applicant() -> None:
    """同一人在两件纠纷里分别登记的，是同一申请人 (ARR2026 43)."""
    walk = accepted("2026-09-01")
    others = [another(walk.case, applicants=(BERT,))]
    marks = {ANNA: "anna", BERT: "anna"}
    check_joinder(walk.case, others, Joinder.NEW_ACT, day("2026-09-02"), marks)
    with pytest.raises(Refused) as refusal:
        check_joinder(walk.case, others, Joinder.SEVERAL_PARTIES, day("2026-09-02"), marks)
    assert article(refusal) == ARR2026[43].par(1, 2)


def test_three_cases_are_joined_only_where_each_new_act_meets_the_same_case() -> None:
    """几个新的行政行为都是对同一申请人作出的 (ARR2026 43)."""
    walk = accepted("2026-09-01", applicants=(ANNA, BERT))
    against = [another(walk.case, applicants=(who,)) for who in (ANNA, BERT)]
    check_joinder(walk.case, against, Joinder.NEW_ACT, day("2026-09-02"), {})
    stranger = another(walk.case, applicants=(UUID(int=99),))
    with pytest.raises(Refused) as refusal:
        check_joinder(walk.case, [against[0], stranger], Joinder.NEW_ACT, day("2026-09-02"), {})
    assert article(refusal) == ARR2026[43].par(1, 3)
