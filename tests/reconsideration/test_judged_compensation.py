"""Findings carry compensation 赔偿 and what is to be made good (ARL 65, 72; ARR2026 63, 64)."""

import pytest

from services.reconsideration.domain import decision
from shared.contracts.reconsideration import Compensation, Outcome
from shared.contracts.reconsideration.findings import CompensationManner
from shared.law.article import ARL, ARR2026, Article
from shared.law.calendar import CALENDAR
from tests.reconsideration.deciding import FOUND, Draft, decide
from tests.reconsideration.judged import NEW, OLD, O, refused
from tests.reconsideration.makers import day, examined


def test_since_july_2026_a_claim_is_rejected_on_one_of_the_grounds_that_are_named() -> None:
    """驳回赔偿请求的，写明属于哪一项；2026年6月以前依国家赔偿法，不要求 (ARL 72; ARR2026 64)."""
    bare = {"compensation_asked": True, "compensation_due": False}
    rejected = Compensation.REJECTED
    assert refused(Draft(outcome=O.UPHELD, found=bare, compensation=rejected), NEW) == ARR2026[64]
    for found, on in (({**bare, "unpaid": "no_cause"}, NEW), (bare, OLD)):
        said = Draft(outcome=O.UPHELD, found=found, compensation=rejected)
        assert decide(examined(), said, on).case.compensation is rejected


def test_compensation_that_was_asked_for_is_decided_together_and_as_it_was_found() -> None:
    """一并提出赔偿请求的，同时决定 (ARL 72)."""
    asked = {"compensation_asked": True}
    assert refused(Draft(outcome=Outcome.REVOKED, found=asked)) == ARL[72].par(1)
    due = {**asked, "compensation_due": True}
    assert refused(Draft(outcome=Outcome.REVOKED, found=due)) == ARL[72].par(1)
    paid = Draft(outcome=Outcome.REVOKED, found=due, compensation=Compensation.GRANTED)
    assert decide(examined(), paid).case.compensation is Compensation.GRANTED
    unpaid = {**asked, "unpaid": "no_cause"}
    granted = Draft(outcome=Outcome.REVOKED, found=unpaid, compensation=Compensation.GRANTED)
    assert refused(granted) == ARL[72].par(1)


def test_who_grants_compensation_says_how_and_how_much_or_that_it_cannot_be_fixed() -> None:
    """应当赔偿、能够确定赔偿方式的，决定具有明确的赔偿内容；2026年7月以前没有要求 (ARR2026 63)."""
    due = {"compensation_asked": True, "compensation_due": True}

    def paid(manner: CompensationManner | None, yuan: str | None = None) -> Draft:
        said = {"compensation_manner": manner, "compensation_yuan": yuan}
        return Draft(outcome=O.REVOKED, found=due, compensation=Compensation.GRANTED, **said)  # type: ignore[arg-type]

    m = CompensationManner
    assert refused(paid(None), NEW) == ARR2026[63].par(1)
    assert refused(paid(m.PAYMENT), NEW) == refused(paid(m.UNFIXED, "1"), NEW) == ARL[72].par(1)
    for said in (paid(m.PAYMENT, "3000"), paid(m.IN_KIND), paid(m.UNFIXED)):
        assert decide(examined(), said, NEW).case.compensation is Compensation.GRANTED
    assert decide(examined(), paid(None), OLD).case.compensation is Compensation.GRANTED
    nothing = Draft(outcome=O.REVOKED, compensation_manner=m.IN_KIND)
    assert refused(nothing, NEW) == ARL[72].par(1)


@pytest.mark.parametrize(
    ("outcome", "article"),
    [(O.UPHELD, ARL[72].par(1)), (O.REQUEST_DISMISSED, ARL[72].par(1))],
    ids=str,
)
def test_what_stands_owes_no_compensation(outcome: Outcome, article: Article) -> None:
    """认定应当赔偿的，与维持、驳回请求相矛盾，驳回赔偿请求也不可以 (ARL 72)."""
    due = {"compensation_asked": True, "compensation_due": True}
    for said in (None, Compensation.GRANTED, Compensation.REJECTED):
        draft = Draft(outcome=outcome, found={**FOUND[outcome], **due}, compensation=said)
        assert refused(draft) == article
    not_due = {**FOUND[outcome], "compensation_asked": True, "compensation_due": False}
    said = Draft(outcome=outcome, found=not_due, compensation=Compensation.REJECTED)
    assert decide(examined(), said).case.compensation is Compensation.REJECTED


@pytest.mark.parametrize(
    "outcome", [O.PERFORMANCE_ORDERED, O.AGREEMENT_ENFORCED, O.AGREEMENT_COMPENSATED]
)
def test_who_is_to_perform_may_be_told_to_compensate_as_well(outcome: Outcome) -> None:
    """责令履行、承担协议责任的，应当赔偿的可以同时决定，不得驳回 (ARL 66, 71, 72)."""
    within = "30d" if outcome is O.PERFORMANCE_ORDERED else None
    due = {"compensation_asked": True, "compensation_due": True}

    def draft(said: Compensation | None) -> Draft:
        return Draft(outcome=outcome, found=due, compensation=said, perform_within=within)

    assert refused(draft(Compensation.REJECTED)) == ARL[72].par(1)
    for said in (Compensation.GRANTED, None):
        assert decide(examined(), draft(said)).case.compensation is said


def test_of_a_dismissed_application_no_claim_is_decided() -> None:
    """驳回行政复议申请的，不对赔偿请求作出决定 (ARL 33, 72)."""
    asked = {"compensation_asked": True, "compensation_due": True}
    dismissed = Draft(outcome=O.APPLICATION_DISMISSED, found=asked)
    assert decide(examined(), dismissed).case.compensation is None
    said = Draft(outcome=O.APPLICATION_DISMISSED, found=asked, compensation=Compensation.REJECTED)
    assert refused(said) == ARL[33]


def test_property_that_was_taken_is_given_back_unasked() -> None:
    """没有提出赔偿请求，撤销罚款的，同时责令返还 (ARL 72)."""
    taken = {"property_taken": True}
    assert refused(Draft(outcome=Outcome.REVOKED, found=taken)) == ARL[72].par(2)
    back = Draft(outcome=Outcome.REVOKED, found=taken, compensation=Compensation.RESTORED)
    assert decide(examined(), back).case.compensation is Compensation.RESTORED


def test_of_a_change_only_a_fine_is_given_back_unasked() -> None:
    """变更罚款的，应当同时责令返还；变更没收、扣押等没有明文，可以责令 (ARL 72)."""
    fined = {"fined": True}
    assert refused(Draft(outcome=O.CHANGED, found=fined)) == ARL[72].par(2)
    back = Draft(outcome=O.CHANGED, found=fined, compensation=Compensation.RESTORED)
    assert decide(examined(), back).case.compensation is Compensation.RESTORED
    for said in (None, Compensation.RESTORED):
        taken = Draft(outcome=O.CHANGED, found={"property_taken": True}, compensation=said)
        assert decide(examined(), taken).case.compensation is said
    assert refused(Draft(outcome=O.REVOKED, found=fined)) == ARL[72].par(2)


def test_nobody_is_paid_who_did_not_ask_and_lost_nothing() -> None:
    """没有请求，也没有应当返还的财产，不写赔偿 (ARL 72)."""
    paid = Draft(outcome=Outcome.REVOKED, compensation=Compensation.GRANTED)
    assert refused(paid) == ARL[72]


def test_what_is_only_confirmed_illegal_sets_no_period() -> None:
    """只确认违法，不需要责令履行的，不写履行期限 (ARL 65)."""
    found = {"procedure": "violated", "nothing_to_revoke": True}
    dated = Draft(outcome=Outcome.CONFIRMED_ILLEGAL, found=found, perform_within="30d")
    assert refused(dated) == ARL[65].par(2, 1)


def test_what_was_found_unlawful_is_made_good_until_a_day() -> None:
    """确认违法的，还可以同时责令采取补救措施，并写明期限，被申请人应当履行 (ARL 72, 77)."""
    found = {"procedure": "violated", "nothing_to_revoke": True}
    ordered = Draft(outcome=O.CONFIRMED_ILLEGAL, found=found, remedial=True, perform_within="30d")
    walk = decide(examined(), ordered)
    fact = decision.deliver(
        walk.case,
        walk.head("2026-04-20"),
        day("2026-04-20"),
        dict.fromkeys(walk.case.addressees, day("2026-04-20")),
        CALENDAR,
    )
    assert (fact.remedial, fact.obliges, fact.perform_by) == (True, True, day("2026-05-20"))


def test_an_order_to_make_good_obliges_without_a_day_as_well() -> None:
    """责令采取补救措施没有写明期限的，也应当履行；没有责令的，没有需要履行的内容 (ARL 72, 77)."""
    for ordered in (True, False):
        walk = decide(examined(), Draft(outcome=O.CONFIRMED_ILLEGAL, remedial=ordered))
        served = dict.fromkeys(walk.case.addressees, day("2026-04-20"))
        head = walk.head("2026-04-20")
        fact = decision.deliver(walk.case, head, day("2026-04-20"), served, CALENDAR)
        assert (fact.remedial, fact.obliges, fact.perform_by) == (ordered, ordered, None)


@pytest.mark.parametrize("outcome", [O.REVOKED, O.CHANGED, O.UPHELD, O.CONFIRMED_INVALID])
def test_only_beside_a_finding_of_unlawfulness_something_is_to_be_made_good(
    outcome: Outcome,
) -> None:
    """确认违法的，才可以同时责令采取补救措施 (ARL 72)."""
    assert refused(Draft(outcome=outcome, remedial=True)) == ARL[72].par(1)


def test_where_nothing_is_to_be_made_good_no_day_is_set() -> None:
    """确认违法而没有责令补救、赔偿的，不写履行期限 (ARL 65, 72)."""
    found = {"procedure": "violated", "harms_public": True}
    dated = Draft(outcome=O.CONFIRMED_ILLEGAL, found=found, perform_within="30d")
    assert refused(dated) == ARL[72].par(1)
