"""A decision is served, may be sued over, and is to be performed (ARL 75, 77; ALL 45)."""

import pytest

from services.reconsideration.domain import decision, drafting
from services.reconsideration.domain.drafted import Draft as Several
from shared.contracts.reconsideration import (
    Approval,
    Compensation,
    DecisionDelivered,
    Outcome,
)
from shared.contracts.reconsideration.assigning import ReviewersAssigned
from shared.contracts.reconsideration.judged import Disposition
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    PAPER,
    Walk,
    day,
    decided,
    examined,
)


def deliver(walk: Walk, served: str, **applicants: str) -> Walk:
    who = {"anna": ANNA, "bert": BERT}
    days = {who[name]: day(on) for name, on in applicants.items()}
    last = max(served, *applicants.values())
    return walk.record(decision.deliver(walk.case, walk.head(last), day(served), days, CALENDAR))


def test_each_applicant_may_sue_within_fifteen_days_of_own_receipt() -> None:
    """收到复议决定书之日起十五日内起诉 (ALL 45; ARL 75)."""
    walk = decided()
    walk.case = walk.but(applicants=(ANNA, BERT))
    fact = deliver(walk, "2026-04-20", anna="2026-04-21", bert="2026-04-17").facts[-1]
    suits = {remedy.person_id: remedy.sue_until for remedy in fact.remedies}  # type: ignore[attr-defined]
    assert suits == {ANNA: day("2026-05-06"), BERT: day("2026-05-06")}
    assert walk.case.is_closed


def test_a_decision_is_served_on_every_applicant_and_not_before_it_is_made() -> None:
    """决定书一经送达即发生法律效力 (ARL 75)."""
    walk = decided("2026-04-17")
    with pytest.raises(Refused):
        deliver(walk, "2026-04-20", bert="2026-04-20")
    with pytest.raises(Refused):
        deliver(walk, "2026-04-16", anna="2026-04-20")


def test_the_new_act_is_due_sixty_days_from_service_unless_the_decision_says_otherwise() -> None:
    """责令重新作出而未规定期限的，期限为六十日 (ARR2026 58)."""
    served = {"served": "2026-04-20", "anna": "2026-04-20"}
    assert deliver(decided(redo=True), **served).case.perform_by == day("2026-06-22")
    within = decided(redo=True, perform_within="15wd")
    assert deliver(within, **served).case.perform_by == day("2026-05-13")
    assert deliver(decided(perform_by=day("2026-05-29")), **served).case.perform_by == day(
        "2026-05-29"
    )
    assert deliver(decided(outcome=Outcome.UPHELD), **served).case.perform_by is None


def test_what_one_of_several_acts_obliges_the_respondent_to_is_owed() -> None:
    """一项撤销、一项责令履行协议而没有写期限的，被申请人仍有应当履行的内容 (ARL 77)."""
    kinds = (Outcome.REVOKED, Outcome.AGREEMENT_ENFORCED)
    walk = examined().then(ReviewersAssigned, "2026-03-26")
    found = tuple(Draft(outcome=one).finding for one in kinds)
    walk.record(drafting.record_findings(walk.case, walk.head("2026-04-17"), found))
    said = Several(dispositions=tuple(Disposition(outcome=one) for one in kinds))
    for step in (
        lambda: drafting.draft(walk.case, walk.head("2026-04-17"), said, PAPER),
        lambda: drafting.submit(
            walk.case, walk.head("2026-04-17"), adopted=None, departure_id=None
        ),
        lambda: drafting.approve(walk.case, walk.head("2026-04-17"), Approval.HEAD, None),
        lambda: drafting.seal(walk.case, walk.head("2026-04-17"), "甘政复决字〔2026〕1号"),
    ):
        walk.record(step())
    fact = deliver(walk, served="2026-04-20", anna="2026-04-20").facts[-1]
    assert isinstance(fact, DecisionDelivered)
    assert (fact.outcome, fact.outcomes, fact.obliges) == (Outcome.REVOKED, kinds, True)
    assert deliver(decided(), served="2026-04-20", anna="2026-04-20").facts[-1].outcomes == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("ordered", "obliges"),
    [
        ({"outcome": Outcome.UPHELD}, False),
        ({"outcome": Outcome.UPHELD, "compensation": Compensation.REJECTED}, False),
        ({"outcome": Outcome.REVOKED}, False),
        ({"outcome": Outcome.REVOKED, "redo": True}, True),
        ({"outcome": Outcome.CONFIRMED_ILLEGAL, "compensation": Compensation.GRANTED}, True),
        ({"outcome": Outcome.AGREEMENT_COMPENSATED}, True),
        ({"outcome": Outcome.CHANGED}, True),
        ({"outcome": Outcome.AGREEMENT_ENDED}, True),
        ({"outcome": Outcome.CONFIRMED_INVALID}, False),
        (
            {
                "outcome": Outcome.CONFIRMED_INVALID,
                "compensation": Compensation.RESTORED,
            },
            True,
        ),
    ],
)
def test_a_decision_obliges_the_respondent_or_leaves_nothing_to_perform(
    ordered: dict[str, object], *, obliges: bool
) -> None:
    """被申请人应当履行行政复议决定书 (ARL 77)."""
    [*_, fact] = deliver(decided(**ordered), "2026-04-20", anna="2026-04-20").facts
    assert fact.obliges is obliges  # type: ignore[attr-defined]
