"""受理范围: what may be complained of, and what with it (ARL 11 to 13, 22; ARR2026 9, 10, 36)."""

import pytest

from tests.lawdesk.applied import BEFORE, SINCE, filed
from tests.lawdesk.reconsidering import cited


@pytest.mark.parametrize("item", range(1, 16))
def test_each_of_the_fifteen_heads_is_in_scope(item: int) -> None:
    """行政复议范围十五项 (ARL 11)."""
    acts = (
        *("penalty", "compulsion", "licence", "resource_title", "expropriation"),
        *("compensation", "work_injury", "autonomy", "competition", "burden"),
        *("inaction", "benefit", "agreement", "disclosure", "other"),
    )
    answer = filed(act=acts[item - 1], omission=False)
    assert (answer.result, f"ARL 11 item {item}" in cited(answer)) == ("accept", True)


@pytest.mark.parametrize(
    ("outside", "item"), [("state", 1), ("norms", 2), ("personnel", 3), ("mediation", 4)]
)
def test_four_matters_are_out_of_scope_by_the_law(outside: str, item: int) -> None:
    """不属于行政复议范围 (ARL 12)."""
    for on in (BEFORE, SINCE):
        answer = filed(on, outside=outside)
        assert (answer.result, f"ARL 12 item {item}" in cited(answer)) == ("decline", True)


@pytest.mark.parametrize(
    ("outside", "article"),
    [
        ("criminal", "ARR2026 36 item 1"),
        ("guidance", "ARR2026 36 item 2"),
        ("preparatory", "ARR2026 36 item 3"),
        ("oversight", "ARR2026 36 item 4"),
        ("petition", "ARR2026 36 item 5"),
        ("patent", "ARR2026 74"),
    ],
)
def test_the_regulation_of_2026_lists_more_that_is_not_accepted(outside: str, article: str) -> None:
    """2026年7月1日起不予受理的事项 (ARR2026 36, 74)."""
    since, before = filed(SINCE, outside=outside), filed(BEFORE, outside=outside)
    assert (since.result, article in cited(since)) == ("decline", True)
    assert (before.result, article in cited(before)) == ("unclear", False)


@pytest.mark.parametrize(
    ("named", "item"), [("dishonesty", 1), ("expulsion", 2), ("degree", 3), ("recruitment", 4)]
)
def test_the_regulation_of_2026_names_acts_under_the_last_head(named: str, item: int) -> None:
    """其他行政行为包括的情形 (ARR2026 9)."""
    since, before = filed(SINCE, act="other", named=named), filed(BEFORE, act="other", named=named)
    assert (since.result, f"ARR2026 9 item {item}" in cited(since)) == ("accept", True)
    assert before.result == "unclear"


@pytest.mark.parametrize(
    ("agreement", "item"), [("franchise", 1), ("housing", 3), ("medical", 4), ("other", 5)]
)
def test_kinds_of_administrative_agreement(agreement: str, item: int) -> None:
    """行政协议 (ARR2026 10)."""
    answer = filed(act="agreement", agreement=agreement)
    assert (answer.result, f"ARR2026 10 item {item}" in cited(answer)) == ("accept", True)


@pytest.mark.parametrize(
    ("facts", "may", "article"),
    [
        ({"document": "ministry"}, True, "ARL 13(1)(1)"),
        ({"document": "local"}, True, "ARL 13(1)(2)"),
        ({"document": "town"}, True, "ARL 13(1)(3)"),
        ({"document": "authorised"}, True, "ARL 13(1)(4)"),
        ({"document": "rule"}, False, "ARL 13(2)"),
        ({"document": "local", "document_later": True}, True, "ARR2026 53(1)"),
        ({"document": "local", "document_later": True, "decided": True}, False, "ARR2026 53(1)"),
    ],
)
def test_documents_but_no_rules_may_be_attacked_together_with_the_act(
    *, facts: dict[str, object], may: bool, article: str
) -> None:
    """规范性文件可以一并申请附带审查，不含规章 (ARL 13; ARR2026 53)."""
    found = {each.article.code: each.met for each in filed(**facts).reasons if each.article}
    assert found[article] is may


def test_two_acts_ask_for_two_applications() -> None:
    """对两个以上行政行为不服的，分别申请 (ARL 22)."""
    assert "ARL 22(4)" in cited(filed(several_acts=True))
    assert "ARL 22(4)" not in cited(filed())
