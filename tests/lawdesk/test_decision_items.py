"""决定种类逐项 (ARR2026 55 to 65, and what stood in their place until 2026-06-30)."""

from typing import Any

import pytest
from pydantic import ValidationError

from services.reconsideration.lawdesk.decision import QUESTION
from shared.contracts.reconsideration.judged import Item
from tests.lawdesk.reconsidering import ask, cited
from tests.lawdesk.test_decision import BEFORE, SINCE, SOUND, UNCLEAR, VIOLATED

CHANGED = [
    ("against_purpose", "ARR2026 55 item 1", "against the purpose of the power"),
    ("excessive", "ARR2026 55 item 2", "beyond what is necessary"),
    ("unequal", "ARR2026 55 item 3", "unequal to others in the same case"),
    ("improper_otherwise", "ARR2026 55 item 4", "improper in another way"),
    ("wrong_clause", "ARR2026 56 item 1", "by the wrong clause"),
    ("lower_rank", "ARR2026 56 item 2", "by a text of lower rank"),
    ("general_rule", "ARR2026 56 item 3", "by the general rule where a special one is"),
    ("only_some", "ARR2026 56 item 4", "by only some of the texts"),
    ("no_basis_named", "ARR2026 56 item 5", "by no text that it names"),
    ("misapplied_otherwise", "ARR2026 56 item 6", "misapplied in another way"),
]


@pytest.mark.parametrize(
    ("item", "article"), [row[:2] for row in CHANGED], ids=[row[2] for row in CHANGED]
)
def test_what_is_improper_or_misapplied_is_changed(item: str, article: str) -> None:
    """内容不适当、未正确适用依据的各项，决定变更 (ARL 63; ARR2026 55, 56)."""
    implied = "proper" if article.startswith("ARR2026 55") else "basis"
    answer = ask(QUESTION, on=SINCE, **{**SOUND, implied: None}, items=[item])
    assert (answer.result, article in cited(answer)) == ("changed", True)


@pytest.mark.parametrize(
    ("item", "article"),
    [
        pytest.param("not_in_force", "ARR2026 57(1)(1)", id="a text not yet in force"),
        pytest.param("beyond_maker", "ARR2026 57(1)(2)", id="one beyond its maker's powers"),
        pytest.param("against_higher", "ARR2026 57(1)(3)", id="one against a higher text"),
        pytest.param("unlawful_otherwise", "ARR2026 57(1)(4)", id="unlawful in another way"),
    ],
)
def test_an_act_upon_an_unlawful_text_is_revoked(item: str, article: str) -> None:
    """适用的依据不合法的各项，决定撤销；有合法依据可以适用的，可以变更 (ARR2026 57)."""
    sound = {**SOUND, "basis": None}
    answer = ask(QUESTION, on=SINCE, **sound, items=[item])
    assert (answer.result, article in cited(answer)) == ("revoked", True)
    other = {**sound, "basis": "unlawful_replaceable"}
    assert ask(QUESTION, on=SINCE, **other, items=[item]).result == "changed"


@pytest.mark.parametrize(
    ("item", "article"),
    [
        pytest.param("slight_time", "ARR2026 59 item 1", id="a little late"),
        pytest.param("slight_notice", "ARR2026 59 item 2", id="a slight fault of service"),
        pytest.param("slight_otherwise", "ARR2026 59 item 3", id="slight in another way"),
    ],
)
def test_a_slight_fault_of_procedure_is_found_illegal(item: str, article: str) -> None:
    """程序轻微违法的各项，确认违法 (ARL 65; ARR2026 59)."""
    answer = ask(QUESTION, on=SINCE, **{**SOUND, "procedure": None}, items=[item])
    assert (answer.result, article in cited(answer)) == ("confirmed_illegal", True)


def test_beside_a_grave_fault_of_procedure_a_slight_one_saves_nothing() -> None:
    """违反法定程序的，撤销 (ARL 64)."""
    answer = ask(QUESTION, on=SINCE, **{**SOUND, **VIOLATED}, items=["slight_time"])
    assert answer.result == "revoked"


@pytest.mark.parametrize(
    ("item", "article"),
    [
        pytest.param("no_capacity", "ARR2026 60 item 1", id="no capacity"),
        pytest.param("no_ground", "ARR2026 60 item 2", id="a burden without any text"),
        pytest.param("impossible", "ARR2026 60 item 3", id="what nobody can carry out"),
        pytest.param("grave_otherwise", "ARR2026 60 item 4", id="grave in another way"),
    ],
)
def test_what_is_void_is_found_invalid_if_the_applicant_asks(item: str, article: str) -> None:
    """重大且明显违法的各项，申请的确认无效 (ARL 67; ARR2026 60)."""
    answer = ask(QUESTION, on=SINCE, **SOUND, items=[item], asks_invalid=True)
    assert (answer.result, article in cited(answer)) == ("confirmed_invalid", True)
    assert ask(QUESTION, on=SINCE, **SOUND, items=[item]).result == "revoked"


@pytest.mark.parametrize("item", list(Item))
def test_until_june_2026_no_item_is_cited_but_the_law_itself(item: Item) -> None:
    """旧条例没有列举，依复议法认定 (ARR2026 77)."""
    answer = ask(QUESTION, on=BEFORE, items=[item.value])
    assert not [code for code in cited(answer) if code.startswith("ARR2026")]
    assert any("以前的实施条例没有列举" in reason.text for reason in answer.reasons)


def test_an_item_does_not_contradict_what_was_found() -> None:
    """认定内容适当的，不得又说超过必要限度."""
    with pytest.raises(ValidationError, match="矛盾"):
        ask(QUESTION, **SOUND, items=["excessive"])


@pytest.mark.parametrize(
    ("on", "article"),
    [
        pytest.param(SINCE, "ARR2026 58(3)", id="by the Regulation since July 2026"),
        pytest.param(BEFORE, "ARL 64(2)", id="by the Law alone before"),
    ],
)
def test_the_same_act_made_anew_is_revoked_again(on: str, article: str) -> None:
    """以同一事实和理由重作的，再次撤销 (ARL 64; ARR2026 58)."""
    answer = ask(QUESTION, on=on, **SOUND, repeats=True)
    assert (answer.result, article in cited(answer)) == ("revoked", True)


@pytest.mark.parametrize(
    ("on", "articles"),
    [
        pytest.param(SINCE, {"ARR2026 58(1)", "ARR2026 58(2)", "ARR2026 71"}, id="new edition"),
        pytest.param(BEFORE, {"ARR2007 49(1)", "ARR2007 49(2)"}, id="old edition"),
    ],
)
def test_a_new_act_has_its_time_and_is_itself_open_to_attack(on: str, articles: set[str]) -> None:
    """重作期限默认六十日，对新行为可以复议、起诉 (ARR2026 58, 71; ARR2007 49)."""
    assert articles <= set(cited(ask(QUESTION, on=on, **UNCLEAR, redo=True)))


@pytest.mark.parametrize(
    ("on", "article"),
    [
        pytest.param(SINCE, "ARR2026 61(2)", id="by the Regulation since July 2026"),
        pytest.param(BEFORE, "ARL 63(2)", id="by the Law before"),
    ],
)
def test_a_third_person_who_asks_the_opposite_lifts_the_ban(on: str, article: str) -> None:
    """第三人提出相反请求的，不驳回 (ARL 63; ARR2026 61)."""
    facts = {**SOUND, "proper": False, "worse": True, "opposite_request": True}
    answer = ask(QUESTION, on=on, **facts)
    assert (answer.result, article in cited(answer)) == ("changed", True)


AGREEMENTS = [
    ("not_concluded", "agreement_enforced", "ARR2026 62 item 1", "to conclude"),
    ("not_performed", "agreement_enforced", "ARR2026 62 item 2", "to perform"),
    ("not_performed", "agreement_enforced", "ARR2026 62 item 5", "or to make good"),
    ("unlawful_change", "revoked", "ARR2026 62 item 3", "a change is revoked"),
    ("voidable", "agreement_ended", "ARR2026 62 item 4", "the agreement is ended"),
    ("lawful_change_unpaid", "agreement_compensated", "ARR2026 62 item 5", "it is paid for"),
]


@pytest.mark.parametrize(
    ("breach", "result", "article"),
    [row[:3] for row in AGREEMENTS],
    ids=[row[3] for row in AGREEMENTS],
)
def test_each_outcome_about_an_agreement(breach: str, result: str, article: str) -> None:
    """行政协议的五种决定 (ARR2026 62)."""
    answer = ask(QUESTION, on=SINCE, breach=breach)
    assert (answer.result, article in cited(answer)) == (result, True)


@pytest.mark.parametrize(
    ("on", "article"),
    [
        pytest.param(SINCE, "ARR2026 63(2)", id="by the Regulation since July 2026"),
        pytest.param(BEFORE, "ARL 63(1)(1)", id="as improper before"),
    ],
)
def test_a_wrong_sum_of_compensation_is_changed(on: str, article: str) -> None:
    """赔偿决定的数额确有错误，可以变更 (ARR2026 63)."""
    answer = ask(QUESTION, on=on, **SOUND, sum_wrong=True)
    assert (answer.result, article in cited(answer)) == ("changed", True)


def test_what_can_be_fixed_is_written_into_the_decision() -> None:
    """能够确定赔偿方式的，决定具有明确赔偿内容 (ARR2026 63)."""
    facts: dict[str, Any] = {"compensation_asked": True, "compensation_due": True, **UNCLEAR}
    assert "ARR2026 63(1)" in cited(ask(QUESTION, on=SINCE, **facts))
    assert "ARR2026 63(1)" not in cited(ask(QUESTION, on=SINCE, **facts, payment_definite=False))


@pytest.mark.parametrize(
    ("unpaid", "article"),
    [
        pytest.param("no_facts", "ARR2026 64 item 1", id="damage without facts"),
        pytest.param("no_cause", "ARR2026 64 item 2", id="damage of another cause"),
        pytest.param("made_good", "ARR2026 64 item 3", id="damage made good otherwise"),
        pytest.param("undone", "ARR2026 64 item 4", id="damage undone with the act"),
        pytest.param("otherwise", "ARR2026 64 item 5", id="any other ground"),
    ],
)
def test_a_claim_that_is_not_due_is_rejected_in_the_decision(unpaid: str, article: str) -> None:
    """驳回行政赔偿请求的各项 (ARL 72; ARR2026 64)."""
    answer = ask(QUESTION, on=SINCE, **UNCLEAR, unpaid=unpaid)
    assert (answer.values["compensation"], article in cited(answer)) == ("rejected", True)
    old = ask(QUESTION, on=BEFORE, **UNCLEAR, unpaid=unpaid)
    assert (old.values["compensation"], article in cited(old)) == ("rejected", False)


@pytest.mark.parametrize(
    ("on", "facts", "met"),
    [
        pytest.param(SINCE, {"effective_decision": "revoked"}, True, id="upon a decision in force"),
        pytest.param(SINCE, {}, False, id="not without one"),
        pytest.param(BEFORE, {"effective_decision": "revoked"}, False, id="not before July 2026"),
    ],
)
def test_others_against_the_same_act_are_answered_by_the_decision_in_force(
    on: str, facts: dict[str, str], *, met: bool
) -> None:
    """受理后依生效决定直接作出决定 (ARR2026 65)."""
    answer = ask(QUESTION, on=on, **SOUND, applied_by_others=True, **facts)
    [reason] = [each for each in answer.reasons if "直接作出决定" in each.text]
    assert reason.met is met


def test_only_what_one_organ_did_on_one_fact_is_the_same_act() -> None:
    """同样行政行为：同一机关就同一事实对多个当事人 (ARR2026 65)."""
    facts = {"applied_by_others": True, "same_act": False, "effective_decision": "revoked"}
    answer = ask(QUESTION, on=SINCE, **SOUND, **facts)
    assert "ARR2026 65(1)" not in cited(answer)
    assert [
        each.met for each in answer.reasons if each.article and each.article.code == "ARR2026 65(2)"
    ] == [False]


OVERTAKEN = [
    ({}, "ARR2007 43", "to maintain"),
    ({"duty": "open"}, "ARR2007 44", "to order performance"),
    (VIOLATED, "ARR2007 45", "to revoke"),
    ({"replied": False}, "ARR2007 46", "to revoke for silence"),
    ({"proper": False}, "ARR2007 47", "to change"),
    ({"duty": "none"}, "ARR2007 48", "to dismiss the request"),
    ({"qualifies": False}, "ARR2007 48", "to dismiss the application"),
]


@pytest.mark.parametrize(
    ("facts", "article"), [row[:2] for row in OVERTAKEN], ids=[row[2] for row in OVERTAKEN]
)
def test_the_old_regulation_yields_to_the_law_of_2023(facts: dict[str, Any], article: str) -> None:
    """旧条例第43至48条让位于2023年复议法 (ARL 63 to 70, 90)."""
    assert article in cited(ask(QUESTION, on=BEFORE, **{**SOUND, **facts}))
    assert article not in cited(ask(QUESTION, on=SINCE, **{**SOUND, **facts}))


@pytest.mark.parametrize(
    ("hopeless", "article"),
    [
        pytest.param("groundless", "ARR2026 37(1)(1)", id="groundless after explanation"),
        pytest.param("beyond_organ", "ARR2026 37(1)(2)", id="beyond the organ's powers"),
        pytest.param("confirmed", "ARR2026 37(1)(3)", id="confirmed by a court"),
    ],
)
def test_what_is_hopeless_is_dismissed_without_a_trial(hopeless: str, article: str) -> None:
    """受理后驳回申请的情形，2026年7月1日起 (ARR2026 37)."""
    answer = ask(QUESTION, on=SINCE, **SOUND, hopeless=hopeless)
    assert (answer.result, article in cited(answer)) == ("application_dismissed", True)
    assert ask(QUESTION, on=BEFORE, **SOUND, hopeless=hopeless).result == "upheld"
