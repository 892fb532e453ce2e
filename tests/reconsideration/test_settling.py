"""Mediation and settlement inside a case, and applying again after them (ARL 5, 73, 74)."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from services.reconsideration.domain import acceptance, pausing_acts
from services.reconsideration.domain import settling_acts as acts
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.domain.pausing_acts import Found
from services.reconsideration.domain.repeating import before
from services.reconsideration.domain.settling_acts import Agreed
from services.reconsideration.domain.untried import Earlier
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationWithdrawn, Outcome, Standing
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.people import ThirdPersonAbsent, ThirdPersonJoined
from shared.contracts.reconsideration.settling import (
    Breach,
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
    Refiling,
    RefilingAllowed,
    SettlementSubmitted,
    WithdrawalRefused,
)
from shared.law.article import ARL, ARR2007, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    PAPER,
    Walk,
    accepted,
    day,
    decided,
    examined,
    received,
)

AGREED = Agreed(harmless=True, obliges=True, perform_by=day("2026-04-30"))


def talking(walk: Walk | None = None) -> Walk:
    return (walk or examined()).then(MediationBegun, "2026-03-23")


def drawn(walk: Walk | None = None) -> Walk:
    """The document lies ready on 27 March 2026."""
    walk = talking(walk)
    return walk.record(acts.draw_up(walk.case, walk.head("2026-03-27"), AGREED, PAPER))


def sign(walk: Walk, who: Standing, *signers: object, on: str = "2026-03-30") -> Walk:
    return walk.record(acts.sign(walk.case, walk.head(on), who, signers))  # type: ignore[arg-type]


def signed(walk: Walk | None = None) -> Walk:
    return sign(sign(drawn(walk), Standing.APPLICANT), Standing.RESPONDENT)


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


@pytest.mark.parametrize(("applicants", "respondent"), [(True, False), (False, True)])
def test_nobody_is_mediated_who_does_not_want_to(*, applicants: bool, respondent: bool) -> None:
    """调解应当遵循自愿的原则 (ARL 5)."""
    walk = examined()
    head = walk.head("2026-03-23")
    with pytest.raises(Refused) as refusal:
        acts.begin(walk.case, head, PAPER, applicants=applicants, respondent=respondent)
    assert article(refusal) == ARL[5].par(2)
    assert acts.begin(walk.case, head, PAPER, applicants=True, respondent=True)


def test_talks_may_begin_at_any_time_between_acceptance_and_decision() -> None:
    """办理行政复议案件，可以进行调解 (ARL 5)."""
    for walk in (accepted(), examined()):
        assert talking(walk).case.talks is not None
    for early_or_late in (received(), decided()):
        with pytest.raises(Refused) as refusal:
            early_or_late.then(MediationBegun, "2026-04-20")
        assert article(refusal) == ARL[5].par(1)


def test_one_mediation_at_a_time_and_another_after_it_failed() -> None:
    walk = talking()
    with pytest.raises(Refused):
        acts.begin(walk.case, walk.head("2026-03-24"), PAPER, applicants=True, respondent=True)
    walk.then(MediationBroken, "2026-03-25")
    again = acts.begin(walk.case, walk.head("2026-03-26"), PAPER, applicants=True, respondent=True)
    assert walk.record(again).case.talks is not None


def test_an_agreement_that_harms_others_gets_no_document() -> None:
    """不得损害国家利益、社会公共利益和他人合法权益 (ARL 5)."""
    walk = talking()
    harmful = replace(AGREED, harmless=False)
    with pytest.raises(Refused) as refusal:
        acts.draw_up(walk.case, walk.head("2026-03-27"), harmful, PAPER)
    assert article(refusal) == ARL[5].par(2)


@pytest.mark.parametrize(("obliges", "perform_by"), [(False, "2026-04-30"), (True, "2026-03-26")])
def test_a_day_to_perform_stands_only_for_what_is_owed(*, obliges: bool, perform_by: str) -> None:
    """被申请人应当履行调解书 (ARL 77)."""
    walk = talking()
    said = Agreed(harmless=True, obliges=obliges, perform_by=day(perform_by))
    with pytest.raises(Refused) as refusal:
        acts.draw_up(walk.case, walk.head("2026-03-27"), said, PAPER)
    assert article(refusal) == ARL[77].par(1)


def test_without_the_signature_of_every_party_it_is_not_sealed() -> None:
    """经各方当事人签字或者签章，并加盖印章，即具有法律效力 (ARL 73)."""
    walk = drawn(examined())
    walk.case = walk.but(applicants=(ANNA, BERT))
    sign(walk, Standing.RESPONDENT)
    for missing in ((), (ANNA,)):
        if missing:
            sign(walk, Standing.APPLICANT, *missing)
        with pytest.raises(Refused) as refusal:
            acts.seal(walk.case, walk.head("2026-03-31"))
        assert article(refusal) == ARL[73].par(1)
    sign(walk, Standing.APPLICANT)  # whoever is left
    assert acts.seal(walk.case, walk.head("2026-03-31")).mediation_document_id == PAPER


def test_a_third_person_who_takes_part_signs_too() -> None:
    """各方当事人，参加复议的第三人也在内；不参加的不必签字 (ARL 16, 73)."""
    walk = drawn(examined().then(ThirdPersonJoined, "2026-03-25"))
    sign(walk, Standing.RESPONDENT)
    sign(walk, Standing.APPLICANT)
    away = Walk.of(walk.case).then(ThirdPersonAbsent, "2026-03-30", person_id=BERT)
    assert acts.seal(away.case, away.head("2026-03-31")).mediation_document_id == PAPER
    with pytest.raises(Refused) as refusal:
        acts.seal(walk.case, walk.head("2026-03-31"))
    assert article(refusal) == ARL[73].par(1)
    with pytest.raises(Refused):
        sign(walk, Standing.THIRD, ANNA)
    sign(walk, Standing.THIRD)
    assert acts.seal(walk.case, walk.head("2026-03-31")).mediation_document_id == PAPER


def test_with_signatures_and_seal_the_document_has_effect_and_the_case_is_at_its_end() -> None:
    """调解书生效，案件调解结案 (ARL 73)."""
    walk = signed()
    fact = acts.seal(walk.case, walk.head("2026-03-31"))
    assert (fact.obliges, fact.perform_by) == (True, day("2026-04-30"))
    assert walk.record(fact).case.state is State.MEDIATED
    assert walk.case.is_closed
    with pytest.raises(Refused):
        walk.then(MediationBroken, "2026-04-01")


def test_nobody_signs_twice_nor_for_others_and_nothing_is_sealed_before_the_last_signature() -> (
    None
):
    walk = signed()
    for who, signers in (
        (Standing.APPLICANT, (ANNA,)),
        (Standing.APPLICANT, ()),
        (Standing.RESPONDENT, ()),
        (Standing.THIRD, (BERT,)),
    ):
        with pytest.raises(Refused):
            sign(walk, who, *signers)
    with pytest.raises(Refused) as refusal:
        acts.seal(walk.case, walk.head("2026-03-29"))
    assert article(refusal) == ARL[73].par(1)


def test_a_document_that_is_drawn_up_anew_is_signed_anew() -> None:
    walk = signed()
    walk.record(acts.draw_up(walk.case, walk.head("2026-03-31"), AGREED, PAPER))
    with pytest.raises(Refused):
        acts.seal(walk.case, walk.head("2026-03-31"))


def test_who_repents_before_the_seal_breaks_the_mediation_and_the_case_is_decided() -> None:
    """调解书生效前一方反悔的，及时作出行政复议决定 (ARL 73)."""
    walk = signed()
    with pytest.raises(Refused) as refusal:  # who was it?
        acts.fail(walk.case, walk.head("2026-03-31"), Breach.REPENTED, None, PAPER)
    assert article(refusal) == ARL[73].par(2)
    broken = acts.fail(
        *(walk.case, walk.head("2026-03-31"), Breach.REPENTED, Standing.RESPONDENT, PAPER)
    )
    walk.record(broken)
    with pytest.raises(Refused):
        acts.seal(walk.case, walk.head("2026-04-01"))
    assert decide(walk, Draft(outcome=Outcome.REVOKED)).case.state is State.DECIDED


def test_talks_take_nothing_off_the_period_to_decide() -> None:
    """调解不中止审理，双方同意中止的除外 (ARL 39, 62)."""
    kinds = {MediationBegun, MediationBroken, MediationDocumentDrawn, SettlementSubmitted}
    for row in ORDINARY.deadlines:
        touched = {*row.starts, *row.ends, *(k for p in row.pauses for k in (*p.starts, *p.ends))}
        own = row.name == "countersign_mediation"  # of signing the document itself (RULES 155)
        assert touched.isdisjoint(kinds) is not own, row.name


def test_a_settled_withdrawal_is_permitted_only_where_the_settlement_is_found_harmless() -> None:
    """和解内容不得损害他人合法权益，机构准予撤回 (ARL 74)."""
    walk = examined().then(SettlementSubmitted, "2026-03-24")
    walk.then(ApplicationWithdrawn, "2026-03-25", settled=True)
    for found in (None, False):
        said = Found(harmless=found)
        with pytest.raises(Refused) as refusal:
            pausing_acts.terminate(walk.case, walk.head("2026-03-26"), said, PAPER, CALENDAR)
        assert article(refusal) == ARL[74].par(1)
    said = Found(harmless=True)
    ended = pausing_acts.terminate(walk.case, walk.head("2026-03-26"), said, PAPER, CALENDAR)
    assert ended.settled


def test_a_withdrawal_that_is_not_permitted_leaves_the_case_as_it_was() -> None:
    """不准予撤回的，继续审理 (ARL 41)."""
    walk = examined()
    with pytest.raises(Refused) as refusal:
        acts.refuse_withdrawal(walk.case, walk.head("2026-03-25"), PAPER)
    assert article(refusal) == ARL[41].par(item=1)
    walk.then(ApplicationWithdrawn, "2026-03-25", settled=True)
    walk.record(acts.refuse_withdrawal(walk.case, walk.head("2026-03-26"), PAPER))
    assert (walk.case.withdrawn, walk.case.settled) == (False, False)
    with pytest.raises(Refused):
        pausing_acts.terminate(walk.case, walk.head("2026-03-27"), Found(), PAPER, CALENDAR)


def test_only_a_party_of_the_case_hands_its_settlement_in() -> None:
    walk = examined()
    with pytest.raises(Refused) as refusal:
        acts.submit(walk.case, walk.head("2026-03-24"), PAPER, frozenset({BERT}))
    assert article(refusal) == ARL[74].par(1)


def accept(walk: Walk, earlier: Earlier, on: str) -> Fact:
    """Acceptance, where an application about the same act was withdrawn before."""
    settled = earlier is Earlier.SETTLED
    file = walk.but(case_id=uuid4(), state=State.TERMINATED, withdrawn=True, settled=settled)
    found = before(walk.case, [file], date.fromisoformat(on))
    return acceptance.accept(walk.case, walk.head(on), calendar=CALENDAR, found=found)


def applied(on: str) -> Walk:
    return received(on, learnt_on=date.fromisoformat(on))


@pytest.mark.parametrize("on", ["2026-03-02", "2026-07-06"])
def test_who_settled_does_not_apply_again_on_the_same_facts(on: str) -> None:
    """和解撤回后，不得再以同一事实和理由提出行政复议申请 (ARL 74)."""
    with pytest.raises(Refused) as refusal:
        accept(applied(on), Earlier.SETTLED, on)
    assert article(refusal) == ARL[74].par(2)


def test_until_june_2026_no_withdrawal_was_made_twice_and_later_it_counts_as_handled() -> None:
    """旧条例：撤回后不得再申请；新条例不再另行禁止，但已经受理过 (ARR2007 38; ARL 30)."""
    for on, says in (("2026-03-02", ARR2007[38].par(2)), ("2026-07-06", ARL[30].par(1, 7))):
        with pytest.raises(Refused) as refusal:
            accept(applied(on), Earlier.WITHDRAWN, on)
        assert article(refusal) == says


@pytest.mark.parametrize("ground", list(Refiling))
@pytest.mark.parametrize("earlier", [Earlier.SETTLED, Earlier.WITHDRAWN])
def test_against_the_true_will_or_on_other_facts_one_applies_again(
    earlier: Earlier, ground: Refiling
) -> None:
    """能够证明撤回违背其真实意愿的除外 (ARL 74)."""
    walk = applied("2026-03-02")
    walk.record(acts.allow_refiling(walk.case, walk.head("2026-03-03"), ground, PAPER))
    assert walk.record(accept(walk, earlier, "2026-03-04")).case.state is State.ACCEPTED


def test_that_one_may_apply_again_is_found_once_and_before_acceptance() -> None:
    walk = applied("2026-03-02").then(RefilingAllowed, "2026-03-03")
    head = walk.head("2026-03-04")
    with pytest.raises(Refused) as refusal:
        acts.allow_refiling(walk.case, head, Refiling.OTHER_FACTS, PAPER)
    assert article(refusal) == ARL[74].par(2)
    with pytest.raises(Refused):
        accepted().then(RefilingAllowed, "2026-03-10")


@pytest.mark.parametrize(
    "kind",
    [
        *(MediationBegun, MediationBroken, MediationDocumentDrawn, MediationDocumentSigned),
        *(MediationDocumentSealed, SettlementSubmitted, WithdrawalRefused),
    ],
)
def test_since_2024_talks_go_by_the_statute_in_both_editions(kind: type[Fact]) -> None:
    """2024年起，调解、和解依法律，不限于裁量权案件 (ARL 5, 73, 74; ARR2007 40, 50)."""
    here, there = (
        [move.article for move in table.moves if move.on is kind]
        for table in (ORDINARY, ORDINARY_2007)
    )
    assert here == there
    assert {one.statute for one in there} == {ARL}


def test_nothing_is_sealed_that_does_not_say_what_who_joined_since_owes() -> None:
    """调解书制作以后参加的第三人、退出的申请人，应当履行的重新写明 (ARL 73, 78)."""
    owes = replace(AGREED, duties=(PartyDuty(person_id=ANNA),))

    def ready(walk: Walk) -> Walk:
        return sign(sign(walk, Standing.RESPONDENT), Standing.APPLICANT)

    talks = talking()
    talks.record(acts.draw_up(talks.case, talks.head("2026-03-27"), owes, PAPER))
    joined = ready(Walk.of(talks.case).then(ThirdPersonJoined, "2026-03-28"))
    sign(joined, Standing.THIRD)
    with pytest.raises(Refused) as refusal:
        acts.seal(joined.case, joined.head("2026-03-31"))
    assert article(refusal) == ARL[78]
    joined.record(acts.draw_up(joined.case, joined.head("2026-03-29"), owes, PAPER))
    sign(ready(joined), Standing.THIRD)
    assert acts.seal(joined.case, joined.head("2026-03-31")).duties == owes.duties
    ready(talks)
    talks.case = talks.but(applicants=(BERT,))
    sign(talks, Standing.APPLICANT)
    with pytest.raises(Refused) as gone:
        acts.seal(talks.case, talks.head("2026-03-31"))
    assert article(gone) == ARL[78]
