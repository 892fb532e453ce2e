"""审查认定: the seven conditions as found, and what a person does with them (ARL 30, 33)."""

from collections.abc import Callable

import pytest

from services.reconsideration.domain.acceptance import accept, decline
from services.reconsideration.domain.admissibility import Examined, find
from services.reconsideration.domain.applicant import Interest
from services.reconsideration.domain.filing import found_on
from services.reconsideration.domain.scope import Outside
from services.reconsideration.domain.untried import Earlier
from shared.contracts.reconsideration import Condition, LeftOut, Outcome, TimeFinding, TimeLeftOut
from shared.contracts.reconsideration.admissibility import ConditionsFound, Groundless, Verdict
from shared.contracts.reconsideration.capacity import Applicant
from shared.contracts.routing import Compulsory
from shared.law.article import ARL, ARR2026, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.law.reconsidering.compulsory import Response
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import AUTHORITY, PAPER, Walk, day, examined, received

COMPETENT = (AUTHORITY,)


def found(walk: Walk, on: str, **seen: object) -> Walk:
    fact = find(
        walk.case,
        walk.head(on),
        Examined(**seen),  # type: ignore[arg-type]  # named where the test says what it is about
        PAPER,
        calendar=CALENDAR,
        competent=COMPETENT,
    )
    return walk.record(fact)


def verdicts(walk: Walk) -> dict[Condition, tuple[Verdict, Article]]:
    return {
        each.condition: (each.verdict, Article.parse(each.article)) for each in walk.case.conditions
    }


def unmet(walk: Walk) -> list[Condition]:
    return [each.condition for each in walk.case.conditions if each.verdict is Verdict.UNMET]


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def test_all_seven_conditions_are_found_in_the_order_of_the_law() -> None:
    """七项受理条件逐项认定，各附法条 (ARL 30)."""
    walk = found(received("2026-09-23"), "2026-09-24", interest=Interest.ADDRESSEE)
    assert list(verdicts(walk)) == list(Condition)
    assert unmet(walk) == []
    assert verdicts(walk)[Condition.SCOPE] == (Verdict.MET, ARL[11].par(item=1))


@pytest.mark.parametrize(
    ("on", "seen", "condition", "article"),
    [
        ("2026-09-23", {"outside": Outside.GUIDANCE}, Condition.SCOPE, ARR2026[36].par(item=2)),
        ("2026-09-23", {"outside": Outside.MEDIATION}, Condition.SCOPE, ARL[12].par(item=4)),
        ("2026-09-23", {"interest": Interest.NONE}, Condition.INTEREST, ARL[30].par(1, 2)),
        ("2026-09-23", {"request_clear": False}, Condition.REQUEST, ARL[30].par(1, 3)),
        ("2026-09-23", {"earlier": Earlier.SUIT}, Condition.UNTRIED, ARL[29].par(2)),
        ("2026-09-23", {"earlier": Earlier.ON_HAND}, Condition.UNTRIED, ARL[30].par(1, 7)),
        (
            "2026-09-23",
            {"applicant": Applicant.MEMBERS, "applying": 4, "total": 9},
            Condition.PARTIES,
            ARR2026[15].par(2),
        ),
    ],
)
def test_what_bars_an_application_is_found_with_its_provision(
    on: str, seen: dict[str, object], condition: Condition, article: Article
) -> None:
    """不符合的条件附所依据的条文，不得受理 (ARL 30)."""
    walk = found(received(on), on, **seen)
    assert unmet(walk) == [condition]
    assert verdicts(walk)[condition] == (Verdict.UNMET, article)
    accepting = refused(
        lambda: accept(walk.case, walk.head(on), calendar=CALENDAR, competent=COMPETENT)
    )
    assert accepting == article


def test_an_exclusion_of_2026_leaves_an_older_application_to_whoever_reviews_it() -> None:
    """2026年7月1日前提出的，条例没有明文，须个案审查 (ARR2026 36)."""
    walk = found(received("2026-03-02"), "2026-03-03", outside=Outside.GUIDANCE)
    assert verdicts(walk)[Condition.SCOPE][0] is Verdict.OPEN
    assert accept(walk.case, walk.head("2026-03-04"), calendar=CALENDAR).departure_id is None


def test_a_person_may_accept_against_a_finding_and_says_why() -> None:
    """不采纳审查认定而受理的，写明理由 (ARL 30)."""
    walk = found(received(), "2026-03-03", interest=Interest.NONE)
    fact = accept(walk.case, walk.head("2026-03-04"), calendar=CALENDAR, departure_id=PAPER)
    assert fact.departure_id == PAPER


def test_a_person_may_decline_against_a_finding_and_says_why() -> None:
    """认定符合条件而不予受理的，写明不采纳的理由 (ARL 30)."""
    walk = found(received(), "2026-03-03", interest=Interest.ADDRESSEE)
    args = (walk.case, walk.head("2026-03-04"), Condition.INTEREST, PAPER)
    assert refused(lambda: decline(*args, calendar=CALENDAR)) == ARL[30].par(1, 2)
    assert decline(*args, calendar=CALENDAR, departure_id=PAPER).departure_id == PAPER


def test_no_reason_lets_a_late_application_in() -> None:
    """逾期提出的，写明理由也不得受理 (ARL 20, 30)."""
    walk = found(received(learnt_on=day("2025-09-01")), "2026-03-03")
    assert unmet(walk) == [Condition.TIME]
    late = refused(
        lambda: accept(walk.case, walk.head("2026-03-04"), calendar=CALENDAR, departure_id=PAPER)
    )
    assert late == ARL[30].par(1, 4)


def test_time_is_found_with_what_is_left_out_of_it_and_its_proof_stands_on_the_page() -> None:
    """自行纠正期间不计入申请期限，认定的一页附期限说明 (ARL 20; ARR2026 38)."""
    left = TimeLeftOut(reason=LeftOut.CORRECTION, first=day("2026-08-03"), last=day("2026-08-07"))
    late = found(received("2026-10-08", learnt_on=day("2026-07-31")), "2026-10-08")
    assert unmet(late) == [Condition.TIME]
    walk = received("2026-10-08", learnt_on=day("2026-07-31"))
    found(walk, "2026-10-08", time=TimeFinding(exclusions=(left,)))
    assert unmet(walk) == []
    assert found_on(walk.facts, CALENDAR)[2].reckoning.last_day == day("2026-10-08")


def test_what_comes_before_a_suit_is_found_with_its_item() -> None:
    """当场处罚、不履行职责的复议前置 (ARL 23; ARR2026 30)."""
    on = "2026-09-23"
    spot = found(received(on), on, on_the_spot=True).facts[-1]
    silent = found(received(on, act="inaction"), on, response=Response.UNANSWERED).facts[-1]
    free = found(received(on), on, on_the_spot=False).facts[-1]
    for fact, compulsory, article in (
        (spot, Compulsory.REQUIRED, "ARL 23(1)(1)"),
        (silent, Compulsory.REQUIRED, "ARR2026 30(1)"),
        (free, Compulsory.FREE, "ARL 23(1)(1)"),
    ):
        assert isinstance(fact, ConditionsFound)
        assert (fact.compulsory, fact.compulsory_article) == (compulsory, article)


def test_a_suit_dismissed_for_coming_too_early_bars_nothing() -> None:
    """因未先申请复议被驳回起诉的，可以申请复议 (ARL 23; ARR2026 26)."""
    on = "2026-09-23"
    walk = found(received(on), on, earlier=Earlier.SUIT_DISMISSED, on_the_spot=True)
    assert verdicts(walk)[Condition.UNTRIED] == (Verdict.MET, ARR2026[26])


def test_found_wanting_after_acceptance_the_application_is_dismissed_and_nothing_else() -> None:
    """受理后发现不符合受理条件的，驳回申请 (ARL 33)."""
    walk = found(examined(), "2026-03-25", earlier=Earlier.SUIT)
    upheld, on = Draft(outcome=Outcome.UPHELD), "2026-03-26"
    assert refused(lambda: decide(Walk.of(walk.case), upheld, on)) == ARL[33]
    dismissed = decide(walk, Draft(outcome=Outcome.APPLICATION_DISMISSED), on)
    assert dismissed.case.outcome is Outcome.APPLICATION_DISMISSED


def test_an_application_found_to_meet_every_condition_is_not_dismissed() -> None:
    """审查认定符合条件的，不得驳回申请 (ARL 33)."""
    walk = found(examined(), "2026-03-25", interest=Interest.ADDRESSEE)
    draft = Draft(outcome=Outcome.APPLICATION_DISMISSED)
    assert refused(lambda: decide(walk, draft, "2026-03-26")) == ARL[33]


def test_a_request_found_groundless_is_dismissed_since_july_2026_only() -> None:
    """明显缺乏依据，经释明仍坚持的，2026年7月1日起驳回申请 (ARR2026 37)."""
    walk = found(examined(), "2026-03-25", groundless=Groundless.GROUNDLESS)
    draft = Draft(outcome=Outcome.UPHELD)
    before = decide(Walk.of(walk.case), draft, "2026-06-30")
    assert before.case.outcome is Outcome.UPHELD
    since = refused(lambda: decide(walk, draft, "2026-07-01"))
    assert since == ARR2026[37].par(1, 1)


def test_what_shows_after_acceptance_only_is_not_found_before_it() -> None:
    """驳回申请的情形，受理以后才认定 (ARR2026 37)."""
    early = refused(
        lambda: found(received("2026-09-23"), "2026-09-24", groundless=Groundless.CONFIRMED)
    )
    assert early == ARR2026[37].par(1)


def test_found_anew_the_last_finding_counts() -> None:
    """重新认定的，以最后一次为准 (ARL 30)."""
    walk = found(received(), "2026-03-03", interest=Interest.NONE)
    found(walk, "2026-03-04", interest=Interest.NEIGHBOUR)
    assert accept(walk.case, walk.head("2026-03-04"), calendar=CALENDAR).departure_id is None
