"""Findings carry the decision: each kind has its own, by its article (ARL 33, 61 to 71)."""

from collections.abc import Mapping
from typing import Any

import pytest

from services.reconsideration.domain import drafting
from services.reconsideration.domain.drafted import Draft as Drafted
from services.reconsideration.domain.ordinary import State
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import Outcome, Standing, ViewsHeard
from shared.contracts.reconsideration.assigning import ReviewersAssigned
from shared.contracts.reconsideration.judged import Disposition, Finding, FindingsRecorded
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.law.article import ARL, ARR2026, Article
from shared.law.procedure import Refused
from tests.reconsideration.deciding import FOUND, RIGHT, Draft, decide
from tests.reconsideration.judged import NEW, OLD, O, refused
from tests.reconsideration.makers import PAPER, Walk, examined


def ready() -> Walk:
    return examined().then(ReviewersAssigned, "2026-03-20")


def draft_of(*said: Disposition, **more: str | None) -> Drafted:
    return Drafted(dispositions=said, **more)  # type: ignore[arg-type]


def found_of(**said: object) -> Finding:
    return Finding.model_validate({"text_id": PAPER, **said})


def of_two(first: Mapping[str, Any], second: Mapping[str, Any]) -> Walk:
    """Two acts under review in one file, with what was found of each."""
    return ready().then(FindingsRecorded, OLD, findings=(found_of(**first), found_of(**second)))


@pytest.mark.parametrize("outcome", Outcome)
def test_each_kind_of_decision_is_made_where_the_findings_call_for_it(outcome: Outcome) -> None:
    """十二种决定，认定支持的都可以作出 (ARL 33, 63 to 71)."""
    within = "30d" if outcome is Outcome.PERFORMANCE_ORDERED else None
    walk = decide(examined(), Draft(outcome=outcome, perform_within=within), NEW)
    assert (walk.case.state, walk.case.outcome) == (State.DECIDED, outcome)


@pytest.mark.parametrize(
    ("said", "found", "article"),
    [
        (O.UPHELD, {"facts_clear": False}, ARL[64].par(1, 1)),
        (O.UPHELD, {"procedure": "violated"}, ARL[64].par(1, 2)),
        (O.UPHELD, {"basis": "unlawful"}, ARL[64].par(1, 3)),
        (O.UPHELD, {"beyond_powers": True}, ARL[64].par(1, 4)),
        (O.UPHELD, {**RIGHT, "proper": False}, ARL[63].par(1, 1)),
        (O.REVOKED, {**RIGHT, "basis": "misapplied"}, ARL[63].par(1, 2)),
        (O.REVOKED, {"facts_clear": False, "cleared": True}, ARL[63].par(1, 3)),
        (O.REVOKED, {"procedure": "violated", "partly": True}, ARL[64].par(1, 2)),
        (O.REVOKED, {"procedure": "violated", "harms_public": True}, ARL[65].par(1, 1)),
        (O.REVOKED, {**RIGHT, "procedure": "slight"}, ARL[65].par(1, 2)),
        (O.REVOKED, {"procedure": "violated", "nothing_to_revoke": True}, ARL[65].par(2, 1)),
        (O.PERFORMANCE_ORDERED, {"duty": "pointless"}, ARL[65].par(2, 3)),
        (O.REQUEST_DISMISSED, {"duty": "open"}, ARL[66]),
        (O.REVOKED, {"grave": True, "asks_invalid": True}, ARL[67]),
        (O.REVOKED, RIGHT, ARL[68]),
        (O.CONFIRMED_ILLEGAL, {"duty": "done_before"}, ARL[69]),
        (O.REVOKED, {"qualifies": False}, ARL[33]),
        (O.AGREEMENT_ENFORCED, {"breach": "lawful_change_unpaid"}, ARL[71].par(2)),
    ],
)
def test_what_was_found_asks_for_another_kind(
    said: Outcome, found: Mapping[str, Any], article: Article
) -> None:
    """决定种类与认定不符的，不予准许，写明应当适用的法条 (ARL 63 to 71)."""
    walk = ready().then(FindingsRecorded, OLD, findings=(found_of(**found),))
    within = "30d" if said is O.PERFORMANCE_ORDERED else None
    draft = draft_of(Disposition(outcome=said), perform_within=within)
    with pytest.raises(Refused) as refusal:
        drafting.draft(walk.case, walk.head(OLD), draft, PAPER)
    assert refusal.value.article == article


def test_nothing_is_drafted_before_something_was_found() -> None:
    """由行政复议机构审查、提出意见，没有认定的不得拟稿 (ARL 61)."""
    walk = ready()
    said = draft_of(Disposition(outcome=Outcome.REVOKED))
    with pytest.raises(Refused) as refusal:
        drafting.draft(walk.case, walk.head(OLD), said, PAPER)
    assert refusal.value.article == ARL[61].par(1)


def test_what_was_left_open_upholds_nothing() -> None:
    """还有事项没有认定的，不得维持 (ARL 61, 68)."""
    assert refused(Draft(outcome=Outcome.UPHELD, found={"proper": None})) == ARL[61].par(1)


def test_what_was_left_open_changes_nothing() -> None:
    """还有事项没有认定的，不得变更，也不得以变更更为不利驳回请求 (ARL 61, 63; ARR2026 61)."""
    left_open = {**dict.fromkeys(RIGHT), "proper": False, "duty": None}
    assert refused(Draft(outcome=Outcome.CHANGED, found=left_open), NEW) == ARL[61].par(1)
    worse = {**left_open, "worse": True}
    assert refused(Draft(outcome=O.REQUEST_DISMISSED, found=worse), NEW) == ARL[61].par(1)


def test_a_change_is_never_for_the_worse_unless_a_third_person_asked() -> None:
    """不得作出对申请人更为不利的变更，第三人提出相反请求的除外 (ARL 63)."""
    worse = Draft(outcome=Outcome.CHANGED, found={"worse": True})
    assert refused(worse) == refused(worse, NEW) == ARL[63].par(2)
    asked = Draft(outcome=Outcome.CHANGED, found={"worse": True, "opposite_request": True})
    with_third = examined().then(ThirdPersonJoined, "2026-03-23")
    with_third.then(ViewsHeard, "2026-03-23", standing=Standing.THIRD)
    assert decide(with_third, asked).case.outcome is Outcome.CHANGED


@pytest.mark.parametrize("of_third", ["opposite_request", "third_party_evidence"])
def test_nothing_is_found_of_a_third_person_where_none_takes_part(of_third: str) -> None:
    """没有第三人参加的，不得认定第三人的请求或者证据 (ARL 16)."""
    found = Draft(outcome=Outcome.CHANGED, found={of_third: True})
    assert refused(found) == ARL[16].par(1)


def test_what_could_only_be_changed_for_the_worse_is_dismissed() -> None:
    """应予变更而变更更为不利的，驳回请求；七月一日以前没有明文，由人决定 (ARR2026 61)."""
    found = {**RIGHT, "proper": False, "worse": True, "duty": None}
    dismiss = Draft(outcome=Outcome.REQUEST_DISMISSED, found=found)
    assert decide(examined(), dismiss).case.outcome is Outcome.REQUEST_DISMISSED
    assert decide(examined(), dismiss, NEW).case.outcome is Outcome.REQUEST_DISMISSED
    revoke = Draft(outcome=Outcome.REVOKED, found=found)
    assert refused(revoke, NEW) == ARR2026[61].par(1, 3)
    assert refused(revoke) == ARL[63].par(2)


def test_each_edition_of_the_regulation_judges_its_own_days() -> None:
    """有合法依据可以适用的，七月一日以前撤销，以后可以变更，也可以撤销 (ARR2026 57)."""
    found = {"procedure": "lawful", "basis": "unlawful_replaceable", "proper": None}
    change = Draft(outcome=Outcome.CHANGED, found=found)
    revoke = Draft(outcome=Outcome.REVOKED, found=found)
    assert refused(change) == ARL[64].par(1, 3)
    for draft in (change, revoke):
        assert decide(examined(), draft, NEW).case.outcome is draft.outcome


def test_an_act_made_again_is_revoked_again_and_a_new_one_is_ordered() -> None:
    """以同一事实和理由重作的，再次撤销，并责令重新作出 (ARR2026 58)."""
    again = {"repeats": True, "repeated_number": "甘政复决字〔2025〕9号", "repeated_outside": True}
    assert refused(Draft(outcome=Outcome.REVOKED, found=again), NEW) == ARR2026[58].par(3)
    ordered = Draft(outcome=Outcome.REVOKED, redo=True, found=again)
    assert decide(examined(), ordered, NEW).case.redo


@pytest.mark.parametrize(
    ("of", "wrong", "right", "article"),
    [
        pytest.param(
            {"act": ActKind.INACTION, "act_done_on": None},
            RIGHT,
            {"duty": "open"},
            ARL[66],
            id="silent",
        ),
        pytest.param(
            {"act": ActKind.LICENCE, "act_done_on": None, "omission": True},
            *(RIGHT, {"duty": "none"}, ARL[66]),
            id="asked for a licence",
        ),
        pytest.param(
            {"act": ActKind.AGREEMENT}, RIGHT, {"breach": "none"}, ARL[71], id="agreement"
        ),
    ],
)
def test_inaction_and_agreements_are_judged_as_what_they_are(
    of: Mapping[str, Any], wrong: Mapping[str, Any], right: Mapping[str, Any], article: Article
) -> None:
    """申请的是不履行职责、行政协议的，按不履行职责、行政协议认定，不得维持 (ARL 66, 69, 71)."""
    walk = ready()
    walk.case = walk.but(**of)
    for said in (right, {"qualifies": False}, {"hopeless": "beyond_organ"}):
        drafting.record_findings(walk.case, walk.head(NEW), (found_of(**said),))
    with pytest.raises(Refused) as refusal:
        drafting.record_findings(walk.case, walk.head(NEW), (found_of(**wrong),))
    assert refusal.value.article == article


def test_what_was_applied_for_as_an_act_may_be_found_to_be_inaction() -> None:
    """申请的是行政行为，认定为不履行职责的，不拒绝；明确拒绝许可的是行政行为 (ARL 66)."""
    for of in ({"act": ActKind.PENALTY}, {"act": ActKind.LICENCE, "omission": False}):
        walk = ready()
        walk.case = walk.but(**of)
        for said in ({"duty": "open"}, RIGHT):
            fact = drafting.record_findings(walk.case, walk.head(NEW), (found_of(**said),))
            assert fact.findings[0].facts_clear is said.get("facts_clear")


@pytest.mark.parametrize("faults", [{}, {"procedure": "violated"}], ids=["sound", "unlawful"])
def test_who_asks_for_invalidity_is_told_first_that_it_is_none(faults: Mapping[str, Any]) -> None:
    """申请确认无效而不属于无效的，先释明；没有写明的不作决定；此前没有要求 (ARR2026 61)."""
    asked = {**RIGHT, **faults, "asks_invalid": True, "duty": None}
    sound = O.REVOKED if faults else O.UPHELD
    for outcome in (sound, O.REQUEST_DISMISSED):
        assert refused(Draft(outcome=outcome, found=asked), NEW) == ARR2026[61].par(1, 1)
    changed = Draft(outcome=sound, found={**asked, "insists_invalid": False})
    assert decide(examined(), changed, NEW).case.outcome is sound
    insists = {**asked, "insists_invalid": True}
    dismissed = Draft(outcome=O.REQUEST_DISMISSED, found=insists)
    assert decide(examined(), dismissed, NEW).case.outcome is O.REQUEST_DISMISSED
    assert decide(examined(), Draft(outcome=sound, found=asked), OLD).case.outcome is sound


def test_until_june_2026_others_who_apply_are_judged_by_their_own_findings() -> None:
    """七月一日以前，不得依生效决定直接作出决定 (ARL 61; ARR2026 65)."""
    found = {"procedure": None, "effective_decision": "revoked"}
    assert refused(Draft(outcome=Outcome.REVOKED, found=found)) == ARL[61].par(1)
    itself = Draft(outcome=Outcome.REVOKED, found={"effective_decision": "revoked"})
    assert decide(examined(), itself).case.outcome is Outcome.REVOKED  # by its own findings


def test_several_acts_have_each_a_decision_of_its_own() -> None:
    """一并申请的几项行政行为，逐项决定；整案以改变最大的一项为决定种类 (ARL 61, 64, 68)."""
    walk = of_two(FOUND[Outcome.UPHELD], FOUND[Outcome.REVOKED])
    said = draft_of(
        Disposition(outcome=Outcome.UPHELD), Disposition(outcome=Outcome.REVOKED, redo=True)
    )
    walk.record(drafting.draft(walk.case, walk.head(OLD), said, PAPER))
    walk.record(drafting.submit(walk.case, walk.head(OLD), adopted=None, departure_id=None))
    approval = Draft(outcome=Outcome.REVOKED).approval
    walk.record(drafting.approve(walk.case, walk.head(OLD), approval, None))
    fact = drafting.seal(walk.case, walk.head(OLD), "甘政复决字〔2026〕1号")
    assert [one.outcome for one in fact.dispositions] == [Outcome.UPHELD, Outcome.REVOKED]
    assert (fact.outcome, fact.redo) == (Outcome.REVOKED, True)


def test_no_act_is_left_out_and_each_is_judged_by_its_own_findings() -> None:
    """逐项提出意见，不得遗漏，也不得张冠李戴 (ARL 61, 68)."""
    walk = of_two(FOUND[Outcome.UPHELD], FOUND[Outcome.REVOKED])
    for said, article in (
        (draft_of(Disposition(outcome=Outcome.UPHELD)), ARL[61].par(1)),
        (
            draft_of(Disposition(outcome=Outcome.REVOKED), Disposition(outcome=Outcome.UPHELD)),
            ARL[68],
        ),
    ):
        with pytest.raises(Refused) as refusal:
            drafting.draft(walk.case, walk.head(OLD), said, PAPER)
        assert refusal.value.article == article


def test_the_reply_is_awaited_unless_the_whole_application_is_dismissed() -> None:
    """一项驳回申请、一项撤销的，仍应当等待答复 (ARL 33, 48)."""
    walk = Walk()
    walk.case = of_two(FOUND[Outcome.APPLICATION_DISMISSED], FOUND[Outcome.REVOKED]).but(
        state=State.REPLYING
    )
    said = draft_of(
        Disposition(outcome=Outcome.APPLICATION_DISMISSED), Disposition(outcome=Outcome.REVOKED)
    )
    with pytest.raises(Refused) as refusal:
        drafting.draft(walk.case, walk.head(OLD), said, PAPER)
    assert refusal.value.article == ARL[48]
