"""补救和赔偿: what goes with a breach of an agreement, and with what is void (ARL 71, 72)."""

from dataclasses import replace
from typing import Any

import pytest

from services.reconsideration.domain.awarding import check_awards
from services.reconsideration.domain.making_good import Claim, award, remedial
from shared.contracts.reconsideration import Compensation, DecisionMade, Outcome
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.judged import Breach, Disposition, Finding
from shared.law.article import ARL, ARR2026, Article
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, decide, drafted
from tests.reconsideration.makers import PAPER, day, examined

OLD, NEW = "2026-06-30", "2026-07-06"
O = Outcome  # noqa: E741 - a table of outcomes is read, not searched
PAID: dict[str, Any] = {
    "compensation": Compensation.GRANTED,
    "compensation_manner": CompensationManner.PAYMENT,
    "compensation_yuan": "30000",
}


def refused(draft: Draft, on: str = NEW) -> Article:
    """The article that refuses the draft."""
    with pytest.raises(Refused) as refusal:
        drafted(examined(), draft, on)
    return refusal.value.article


def about(breach: Breach, outcome: Outcome, *, due: bool | None = None, **said: Any) -> Draft:  # noqa: ANN401 - as drafted
    """A draft about an agreement, of which this was found."""
    found = {"procedure": None, "breach": breach, "compensation_due": due}
    return Draft(outcome=outcome, found=found, **said)


BROKEN = [
    pytest.param(NEW, Breach.UNLAWFUL_CHANGE, O.REVOKED, id="an unlawful change is revoked"),
    pytest.param(NEW, Breach.NOT_PERFORMED, O.AGREEMENT_ENFORCED, id="it is held to it"),
    pytest.param(OLD, Breach.UNLAWFUL_CHANGE, O.AGREEMENT_ENFORCED, id="as the Law itself says"),
]


@pytest.mark.parametrize(("on", "breach", "outcome"), BROKEN)
def test_beside_any_decision_of_a_breach_it_is_to_be_made_good(
    on: str, breach: Breach, outcome: Outcome
) -> None:
    """违反协议义务的，撤销变更、解除或者解除协议，都可以责令补救 (ARL 71; ARR2026 62)."""
    ordered = about(breach, outcome, remedial=True, perform_within="30d")
    fact = decide(examined(), ordered, on).facts[-1]
    assert isinstance(fact, DecisionMade)
    assert ([one.remedial for one in fact.dispositions], fact.outcome) == ([True], outcome)
    by = remedial(outcome, breach, day(on))
    assert by is not None
    assert by.article == ARL[71].par(1)


@pytest.mark.parametrize(("on", "breach", "outcome"), BROKEN)
def test_beside_any_decision_of_a_breach_its_harm_is_paid_for_unasked(
    on: str, breach: Breach, outcome: Outcome
) -> None:
    """违反协议义务造成损失的，没有请求，也可以决定赔偿损失 (ARL 71; ARR2026 62)."""
    paid = decide(examined(), about(breach, outcome, due=True, **PAID), on)
    assert paid.case.compensation is Compensation.GRANTED
    assert decide(examined(), about(breach, outcome, due=True), on).case.compensation is None


def test_what_an_agreement_that_is_ended_owes_is_by_the_regulation() -> None:
    """撤销、解除行政协议的，自2026年7月1日起可以责令补救、赔偿，不是违反协议义务 (ARR2026 62)."""
    ended = about(Breach.VOIDABLE, O.AGREEMENT_ENDED, due=True, remedial=True, **PAID)
    made = decide(examined(), ended, NEW).case
    assert made.compensation is Compensation.GRANTED
    by = remedial(O.AGREEMENT_ENDED, Breach.VOIDABLE, day(NEW))
    owed = award(O.AGREEMENT_ENDED, Claim(due=True, breach=Breach.VOIDABLE), day(NEW))
    assert by is not None
    assert owed is not None
    assert (by.article, owed.article) == (ARR2026[62].par(item=5),) * 2
    assert "违反" not in by.text + owed.because


def test_before_the_regulation_nothing_is_owed_for_an_agreement_that_is_ended() -> None:
    """2026年6月30日以前撤销、解除行政协议的，没有责令补救、赔偿的明文 (ARL 71, 72)."""
    ended = about(Breach.VOIDABLE, O.AGREEMENT_ENDED, due=True)
    assert decide(examined(), ended, OLD).case.outcome is O.AGREEMENT_ENDED
    assert refused(replace(ended, remedial=True), OLD) == ARL[72].par(1)
    assert refused(replace(ended, **PAID), OLD) == ARL[72]


@pytest.mark.parametrize("said", [Compensation.RESTORED, Compensation.GRANTED])
def test_of_a_breach_by_which_property_was_taken_harm_is_paid_for_or_it_is_given_back(
    said: Compensation,
) -> None:
    """撤销变更、解除时应当责令返还财产，造成损失的，也可以决定赔偿损失 (ARL 71, 72; ARR2026 62)."""
    more = PAID if said is Compensation.GRANTED else {"compensation": said}
    draft = taken(due=True, **more)
    assert decide(examined(), draft, NEW).case.compensation is said


def test_of_a_breach_by_which_property_was_taken_something_must_be_said() -> None:
    """撤销时财产不能不返还；没有认定造成损失的，只有返还 (ARL 72)."""
    assert refused(taken(due=True)) == ARL[72].par(2)
    assert refused(taken(due=None, **PAID)) == ARL[72].par(2)


def taken(*, due: bool | None, **said: Any) -> Draft:  # noqa: ANN401 - as drafted
    """A draft that revokes an unlawful change of an agreement by which property was taken."""
    draft = about(Breach.UNLAWFUL_CHANGE, O.REVOKED, due=due, **said)
    return replace(draft, found={**draft.found, "property_taken": True})


@pytest.mark.parametrize("due", [None, False])
def test_no_harm_is_paid_for_that_was_not_found(due: bool | None) -> None:  # noqa: FBT001 - as found
    """没有认定造成损失的，不决定赔偿 (ARL 71, 72)."""
    draft = about(Breach.UNLAWFUL_CHANGE, O.REVOKED, due=due, **PAID)
    assert refused(draft) == ARL[72]


@pytest.mark.parametrize(
    ("breach", "outcome"),
    [
        pytest.param(Breach.LAWFUL_CHANGE_UNPAID, O.AGREEMENT_COMPENSATED, id="a lawful change"),
        pytest.param(Breach.NONE, O.REQUEST_DISMISSED, id="no breach"),
    ],
)
def test_where_the_agreement_was_not_broken_nothing_is_made_good(
    breach: Breach, outcome: Outcome
) -> None:
    """合法变更、解除的只给予合理补偿，没有违约的不责令补救、赔偿 (ARL 71, 72)."""
    found = {"duty": None} if breach is Breach.NONE else {}
    more = {"breach": breach, "compensation_due": True, **found}
    assert refused(Draft(outcome=outcome, found=more, remedial=True)) == ARL[72].par(1)
    assert refused(Draft(outcome=outcome, found=more, **PAID)) == ARL[72]


def test_what_is_void_may_be_given_back_as_what_is_revoked_must() -> None:
    """确认无效的，条文没有写返还，可以责令返还，也可以不责令 (ARL 67, 72)."""
    found = Finding.model_validate(
        {"text_id": PAPER, "grave": True, "asks_invalid": True, "property_taken": True}
    )
    for said in (Compensation.RESTORED, None):
        void = Disposition(outcome=O.CONFIRMED_INVALID, compensation=said)
        check_awards(found, void, {}, (), day(NEW))
    bare = found.model_copy(update={"property_taken": False})
    void = Disposition(outcome=O.CONFIRMED_INVALID, compensation=Compensation.RESTORED)
    with pytest.raises(Refused) as untaken:
        check_awards(bare, void, {}, (), day(NEW))
    assert untaken.value.article == ARL[72]
