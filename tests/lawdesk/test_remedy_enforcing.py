"""强制执行 (ARL 78; COERCION 53, 54, 69; ALI 156, 157)."""

from typing import Any

import pytest

from services.reconsideration.lawdesk.remedy import QUESTION
from tests.lawdesk.reconsidering import ask, cited, last_days


@pytest.mark.parametrize(
    ("facts", "start"),
    [
        pytest.param(
            {"paper": "mediation", "served_on": "2026-05-06"},
            *("2026-08-06",),
            id="a mediation document without a time to perform: from its effect",
        ),
        pytest.param(
            {"paper": "mediation", "served_on": "2026-05-06", "perform_until": "2026-07-02"},
            *("2026-10-08",),
            id="with one: from its end, past National Day 2026",
        ),
        pytest.param(
            {"outcome": "upheld", "final": True, "served_on": "2026-05-06"},
            *("2026-08-06",),
            id="a final ruling that upholds",
        ),
        pytest.param(
            {"outcome": "changed", "final": True, "perform_until": "2025-11-14"},
            *("2026-02-14",),
            id="a final ruling that changes, to a Saturday that is worked",
        ),
        pytest.param(
            {
                "outcome": "upheld",
                "final": True,
                "served_on": "2026-05-06",
                "perform_until": "2026-01-09",
            },
            *("2026-08-06",),
            id="the time of the act that it upholds was over before: from its effect",
        ),
    ],
)
def test_where_there_is_no_suit_the_three_months_run_from_performance(
    facts: dict[str, Any], start: str
) -> None:
    """调解书、最终裁决不履行的，同样强制执行；起算是解释 (ARL 78; COERCION 53)."""
    answer = ask(QUESTION, **facts)
    assert last_days(answer) == {"COERCION 53": start}
    assert any("（解释）" in reason.text for reason in answer.reasons)


@pytest.mark.parametrize(
    ("outcome", "enforcer", "article"),
    [
        pytest.param("upheld", "organ", "ARL 78 item 1", id="upheld: the organ that acted"),
        pytest.param("changed", "authority", "ARL 78 item 2", id="changed: the authority"),
    ],
)
def test_a_final_ruling_is_enforced_like_any_other(
    outcome: str, enforcer: str, article: str
) -> None:
    """不履行最终裁决的复议决定的，按同样的规定 (ARL 78)."""
    answer = ask(QUESTION, outcome=outcome, final=True, served_on="2026-05-06")
    assert (answer.result, answer.values["enforcer"]) == ("final", enforcer)
    assert article in cited(answer)
    assert any("不履行最终裁决" in reason.text for reason in answer.reasons)


def test_without_any_day_nothing_is_reckoned_and_the_answer_asks() -> None:
    """履行期限、生效之日都不明的，不能计算 (COERCION 53)."""
    answer = ask(QUESTION, paper="mediation")
    assert (answer.proofs, answer.values["urge_by"]) == ((), None)
    assert "perform_until" in {each.field for each in answer.assumed}


@pytest.mark.parametrize(
    ("urged_on", "met"),
    [
        pytest.param("2026-09-17", True, id="urged in time"),
        pytest.param("2026-09-18", False, id="urged a day too late"),
    ],
)
def test_urging_comes_ten_working_days_before_the_end(urged_on: str, *, met: bool) -> None:
    """催告送达十个工作日后才能申请，三个月至10月9日 (COERCION 53, 54, 69)."""
    # 6月24日收到，起诉至7月9日，三个月至10月9日
    # 9月18、20（周日上班）、21至24、28至30日，10月8日，次日还可以申请
    facts = {"served_on": "2026-06-24", "outcome": "upheld", "urged_on": urged_on}
    answer = ask(QUESTION, on="2026-09-21", **facts)
    [reason] = [each for each in answer.reasons if "才来得及" in each.text]
    assert (answer.values["urge_by"], reason.met) == ("2026-09-17", met)


def test_the_court_and_what_lateness_costs_are_told() -> None:
    """三个月、催告、工作日、逾期不受理、管辖法院 (COERCION 53, 54, 69; ALI 156, 157)."""
    answer = ask(QUESTION, served_on="2026-05-06", outcome="upheld")
    assert {"COERCION 53", "COERCION 54", "COERCION 69", "ALI 156", "ALI 157(1)"} <= set(
        cited(answer)
    )


def test_a_decision_is_made_public_without_the_names_of_private_persons() -> None:
    """按规定公开决定书，隐去自然人信息 (ARL 79; RULES 49); 意见书不公开."""
    facts = {"served_on": "2026-09-21", "on": "2026-09-22"}
    assert {"ARL 79(1)", "RULES 49"} <= set(cited(ask(QUESTION, outcome="upheld", **facts)))
    opinion = ask(QUESTION, paper="opinion", **facts)
    assert not {"ARL 79(1)", "RULES 49"} & set(cited(opinion))
