"""判断: which kinds of decision what was found leaves open (ARL 61 to 71; ARR2026 57 to 62)."""

from typing import Any

import pytest

from services.reconsideration.domain.items import found_by
from services.reconsideration.domain.judging import judge
from services.reconsideration.domain.judgment import Judgment
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import Finding
from shared.law.article import ARL, ARR2007, ARR2026, Article
from tests.reconsideration.deciding import RIGHT
from tests.reconsideration.makers import PAPER, day

OLD, NEW = "2026-06-30", "2026-07-01"
O = Outcome  # noqa: E741 - a table of outcomes is read, not searched
SLIGHT = {**RIGHT, "procedure": "slight"}
CLEARED = {"facts_clear": False, "cleared": True}


def judged(on: str = NEW, *, replied: bool = True, **said: Any) -> Judgment:  # noqa: ANN401 - as found
    """What is called for where this was found of one act."""
    found = Finding.model_validate({"text_id": PAPER, **said})
    return judge(found_by(found, found.items, on=day(on), replied=replied))


@pytest.mark.parametrize(
    ("wrong", "article"),
    [
        pytest.param(CLEARED, ARL[63].par(1, 3), id="facts that the authority cleared"),
        pytest.param(
            {**CLEARED, "proper": False}, ARL[63].par(1, 3), id="and an improper content with them"
        ),
        pytest.param(
            {"basis": "unlawful_replaceable"}, ARR2026[57].par(2), id="a basis that is replaced"
        ),
        pytest.param({"sum_wrong": True}, ARR2026[63].par(2), id="a wrong sum of compensation"),
    ],
)
def test_a_slip_of_procedure_bars_no_change_that_does_not_ask_for_sound_procedure(
    wrong: dict[str, Any], article: Article
) -> None:
    """查清事实的、有合法依据的，程序轻微违法也变更，不以确认违法了结 (ARL 63; ARR2026 57, 63)."""
    judgment = judged(**{**SLIGHT, **wrong})
    assert (judgment.outcome, judgment.article) == (O.CHANGED, article)
    assert O.CONFIRMED_ILLEGAL not in judgment.open_to


@pytest.mark.parametrize(
    ("wrong", "item"), [({"proper": False}, 1), ({"basis": "misapplied"}, 2)], ids=str
)
@pytest.mark.parametrize("on", [OLD, NEW])
def test_beside_an_improper_content_or_a_misapplied_basis_a_slip_leaves_the_kind_to_a_person(
    on: str, wrong: dict[str, Any], item: int
) -> None:
    """内容不适当、未正确适用依据而程序轻微违法的，没有明文，由人决定 (ARL 63 to 65)."""
    judgment = judged(on, **{**SLIGHT, **wrong})
    assert judgment.article == ARL[63].par(1, item)
    assert (judgment.outcome, judgment.leaves) == (
        None,
        (O.CHANGED, O.REVOKED, O.CONFIRMED_ILLEGAL),
    )


def test_only_where_a_slip_is_all_that_is_wrong_the_act_stands_and_is_found_unlawful() -> None:
    """其余都认定没有问题的，才只确认违法 (ARL 65)."""
    alone = judged(**SLIGHT)
    assert (alone.open_to, alone.article) == ((O.CONFIRMED_ILLEGAL,), ARL[65].par(1, 2))
    assert judged(procedure="slight").open_to == ()
    assert judged(**{**SLIGHT, "basis": "unlawful"}).open_to == (O.REVOKED,)


IMPROPER, MISAPPLIED = {"proper": False}, {"basis": "misapplied"}


@pytest.mark.parametrize("on", [OLD, NEW])
@pytest.mark.parametrize(
    ("wrong", "open_"),
    [(IMPROPER, each) for each in ("facts_clear", "procedure", "basis", "beyond_powers")]
    + [(MISAPPLIED, each) for each in ("facts_clear", "procedure", "beyond_powers")],
    ids=str,
)
def test_an_act_is_not_changed_before_all_else_of_it_was_found_sound(
    on: str, wrong: dict[str, Any], open_: str
) -> None:
    """事实清楚、证据确凿、程序合法没有认定的，不得变更，也不得以更为不利驳回请求 (ARL 61, 63)."""
    found = {**RIGHT, **wrong, open_: None}
    for more in ({}, {"worse": True}, {"worse": True, "opposite_request": True}):
        judgment = judged(on, **found, **more)
        assert (judgment.open_to, judgment.article) == ((), ARL[61].par(1))
    assert judged(on, **{**RIGHT, **wrong}).open_to == (O.CHANGED,)


def test_what_a_change_does_not_presume_need_not_be_found_for_it() -> None:
    """未正确适用依据的，不以内容适当为条件；查清事实的，不以程序合法为条件 (ARL 63)."""
    assert judged(**{**RIGHT, **MISAPPLIED, "proper": None}).open_to == (O.CHANGED,)
    cleared = judged(**CLEARED)
    assert (cleared.open_to, cleared.article) == ((O.CHANGED,), ARL[63].par(1, 3))


@pytest.mark.parametrize("open_", ["facts_clear", "procedure", "beyond_powers"])
def test_an_unlawful_basis_is_replaced_only_where_the_act_may_be_changed_by_the_law(
    open_: str,
) -> None:
    """有合法依据可以适用的，符合复议法第六十三条的情形才可以变更，否则撤销 (ARR2026 57)."""
    found = {**RIGHT, "basis": "unlawful_replaceable"}
    assert judged(**found).open_to == (O.CHANGED, O.REVOKED)
    judgment = judged(**{**found, open_: None})
    assert (judgment.open_to, judgment.article) == ((O.REVOKED,), ARL[64].par(1, 3))
    cleared = {**found, **CLEARED, "procedure": None}
    assert judged(**cleared).open_to == (O.CHANGED, O.REVOKED)


def test_a_slip_is_still_found_where_the_change_would_be_for_the_worse() -> None:
    """变更更为不利的不得变更，轻微违法的仍确认违法，也可以驳回请求 (ARL 63, 65; ARR2026 61)."""
    judgment = judged(**{**SLIGHT, **CLEARED}, worse=True)
    assert judgment.open_to == (O.CONFIRMED_ILLEGAL, O.REQUEST_DISMISSED)
    assert judgment.article == ARL[65].par(1, 2)


def test_an_unlawful_basis_that_cannot_be_replaced_but_for_the_worse_revokes_the_act() -> None:
    """换用合法依据更为不利的，不得变更，依据不合法的仍应撤销 (ARL 63, 64; ARR2026 57)."""
    judgment = judged(**{**RIGHT, "basis": "unlawful_replaceable"}, worse=True)
    assert (judgment.open_to, judgment.article) == ((O.REVOKED,), ARL[64].par(1, 3))


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"basis": "misapplied"}, id="a misapplied basis"),
        pytest.param({"proper": False}, id="an improper content"),
        pytest.param(CLEARED, id="facts cleared since"),
        pytest.param({"basis": "unlawful_replaceable"}, id="a basis that could be replaced"),
        pytest.param({"procedure": "slight", "proper": False}, id="a slip beside it"),
    ],
)
def test_an_act_that_its_organ_has_changed_cannot_be_changed_again(wrong: dict[str, Any]) -> None:
    """被申请人已经改变而申请人坚持的，确认违法，不再变更 (ARL 65)."""
    judgment = judged(**{**RIGHT, **wrong}, respondent_changed=True)
    assert (judgment.open_to, judgment.article) == ((O.CONFIRMED_ILLEGAL,), ARL[65].par(2, 2))


@pytest.mark.parametrize("duty", ["prevented", "done_before"])
@pytest.mark.parametrize("on", [OLD, NEW])
def test_who_did_not_reply_has_not_proved_what_would_free_it(on: str, duty: str) -> None:
    """逾期不答复举证的，不得以已经履行、无法履行驳回请求 (ARL 70)."""
    judgment = judged(on, replied=False, duty=duty)
    assert (judgment.outcome, judgment.article) == (O.PERFORMANCE_ORDERED, ARL[70])
    assert O.REQUEST_DISMISSED not in judgment.open_to
    heard = judged(on, replied=False, duty=duty, third_party_evidence=True)
    assert O.REQUEST_DISMISSED in heard.open_to


def test_silence_gives_nobody_a_duty_and_hides_nothing_that_the_applicant_shows() -> None:
    """没有法定职责的，仍驳回请求；申请人自己的材料证明已经履行的，也是 (ARL 69, 70)."""
    assert judged(replied=False, duty="none").open_to == (O.REQUEST_DISMISSED,)
    shown = judged(replied=False, duty="done_before", applicant_shows=True)
    assert (shown.open_to, shown.article) == ((O.REQUEST_DISMISSED,), ARL[69])
    prevented = judged(replied=False, duty="prevented", applicant_shows=True)
    assert O.REQUEST_DISMISSED not in prevented.open_to


def test_who_did_not_reply_has_not_proved_that_it_kept_the_agreement() -> None:
    """逾期不答复举证的，不得以没有违约驳回请求 (ARL 70, 71)."""
    judgment = judged(replied=False, breach="none")
    assert judgment.article == ARL[70]
    assert judgment.open_to == (O.AGREEMENT_ENFORCED, O.REVOKED, O.CONFIRMED_ILLEGAL)
    assert judged(breach="none").open_to == (O.REQUEST_DISMISSED,)


@pytest.mark.parametrize(
    ("nothing_to_revoke", "first"), [(False, O.REVOKED), (True, O.CONFIRMED_ILLEGAL)]
)
def test_who_changed_an_agreement_unlawfully_may_still_be_held_to_it(
    first: Outcome, *, nothing_to_revoke: bool
) -> None:
    """违法变更、解除的，撤销或者确认违法以外，仍可责令继续履行、赔偿 (ARL 71; ARR2026 62)."""
    judgment = judged(breach="unlawful_change", nothing_to_revoke=nothing_to_revoke)
    assert judgment.open_to == (first, O.AGREEMENT_ENFORCED)
    assert judged(OLD, breach="unlawful_change").open_to == (O.AGREEMENT_ENFORCED,)


@pytest.mark.parametrize("kept", ["harms_public", "nothing_to_revoke", "respondent_changed"])
def test_an_unlawful_ending_of_an_agreement_is_only_confirmed_where_any_act_would_be(
    kept: str,
) -> None:
    """撤销会重大损害公共利益、已经改变的，确认变更、解除违法，不撤销 (ARL 65; ARR2026 62)."""
    judgment = judged(breach="unlawful_change", **{kept: True})
    assert judgment.article == ARR2026[62].par(item=3)
    assert judgment.open_to == (O.CONFIRMED_ILLEGAL, O.AGREEMENT_ENFORCED)


@pytest.mark.parametrize("on", [OLD, NEW])
@pytest.mark.parametrize(
    ("kept", "first"),
    [
        pytest.param({}, O.REVOKED, id="it falls"),
        pytest.param({"respondent_changed": True}, O.CONFIRMED_ILLEGAL, id="it is gone"),
    ],
)
def test_who_did_not_reply_has_not_proved_that_it_changed_the_agreement_lawfully(
    on: str, kept: dict[str, Any], first: Outcome
) -> None:
    """逾期不答复举证的，变更、解除合法视为没有证据、依据，不得只决定补偿 (ARL 70, 71)."""
    judgment = judged(on, replied=False, breach="lawful_change_unpaid", **kept)
    assert judgment.article == ARL[70]
    assert judgment.open_to == (first, O.AGREEMENT_ENFORCED)
    proved = {"breach": "lawful_change_unpaid", **kept}
    for heard in (
        judged(on, **proved),
        judged(on, replied=False, third_party_evidence=True, **proved),
    ):
        assert (heard.open_to, heard.article) == ((O.AGREEMENT_COMPENSATED,), ARL[71].par(2))


def test_an_ending_of_an_agreement_that_nobody_proved_is_void_where_that_is_asked() -> None:
    """没有答复举证，又重大且明显违法、申请确认无效的，确认无效 (ARL 67, 70)."""
    asked = {"grave": True, "asks_invalid": True, "breach": "lawful_change_unpaid"}
    assert judged(replied=False, **asked).open_to == (O.CONFIRMED_INVALID,)


@pytest.mark.parametrize("on", [OLD, NEW])
@pytest.mark.parametrize("breach", ["unlawful_change", "voidable", "none"])
def test_what_is_gravely_and_plainly_unlawful_about_an_agreement_is_void_where_that_is_asked(
    breach: str, on: str
) -> None:
    """行政协议的行为重大且明显违法，申请确认无效的，确认无效 (ARL 67)."""
    judgment = judged(on, breach=breach, grave=True, asks_invalid=True)
    assert (judgment.open_to, judgment.article) == ((O.CONFIRMED_INVALID,), ARL[67])
    assert O.CONFIRMED_INVALID not in judged(on, breach=breach, grave=True).open_to


@pytest.mark.parametrize(
    "found",
    [
        pytest.param({"procedure": "violated"}, id="a revocation"),
        pytest.param({"procedure": "violated", "partly": True}, id="of a part"),
        pytest.param({"grave": True, "asks_invalid": True}, id="invalidity"),
    ],
)
def test_until_june_2026_no_kind_of_decision_was_to_be_worse(found: dict[str, Any]) -> None:
    """在复议请求范围内，不得作出更为不利的决定，不限于变更；七月一日起只限变更 (ARR2007 51)."""
    judgment = judged(OLD, **found, worse=True)
    assert judgment.article == ARR2007[51]
    assert (judgment.outcome, judgment.leaves) == (None, (O.CONFIRMED_ILLEGAL, O.REQUEST_DISMISSED))
    assert judged(NEW, **found, worse=True) == judged(NEW, **found)


def test_a_choice_that_would_be_worse_is_no_choice_until_june_2026() -> None:
    """第三人相反请求只使变更成为可能，撤销更为不利的仍不得作出 (ARL 63; ARR2007 51)."""
    found = {**SLIGHT, "proper": False, "worse": True, "opposite_request": True}
    assert judged(OLD, **found).open_to == (O.CHANGED, O.CONFIRMED_ILLEGAL, O.REQUEST_DISMISSED)
    assert judged(NEW, **found).open_to == (O.CHANGED, O.REVOKED, O.CONFIRMED_ILLEGAL)
