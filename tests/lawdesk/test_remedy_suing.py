"""与诉讼的衔接 (ALL 26, 44 to 48, 58; ALI 22, 56 to 59, 64, 66, 133 to 135; ARL 29)."""

from typing import Any

import pytest
from pydantic import ValidationError

from services.reconsideration.lawdesk.remedy import QUESTION
from tests.lawdesk.reconsidering import ask, cited, last_days

ACT: dict[str, Any] = {"paper": "act"}


@pytest.mark.parametrize(
    ("known_on", "until"),
    [
        pytest.param("2026-04-10", "2026-10-10", id="to a Saturday that is worked"),
        pytest.param("2026-04-02", "2026-10-08", id="past National Day 2026"),
        pytest.param("2025-08-31", "2026-02-28", id="to the last day of a short month, worked"),
        pytest.param("2025-08-17", "2026-02-24", id="past the Spring Festival 2026"),
        pytest.param("2024-04-01", "2024-10-08", id="past National Day 2024"),
    ],
)
def test_an_act_is_sued_over_within_six_months(known_on: str, until: str) -> None:
    """直接起诉，自知道之日起六个月 (ALL 46; CPL 85)."""
    answer = ask(QUESTION, **ACT, known_on=known_on, on=known_on)
    assert (answer.result, last_days(answer)) == ("sue", {"ALL 46(1)": until})


@pytest.mark.parametrize(
    ("on", "result"),
    [
        pytest.param("2026-10-10", "sue", id="the last day is in time"),
        pytest.param("2026-10-11", "suit_over", id="the next is too late"),
    ],
)
def test_a_direct_suit_has_its_last_day(on: str, result: str) -> None:
    """起诉期限届满 (ALL 46)."""
    assert ask(QUESTION, **ACT, known_on="2026-04-10", on=on).result == result


@pytest.mark.parametrize(
    ("learnt_on", "until"),
    [
        pytest.param("2025-06-16", "2025-12-16", id="six months from learning the period"),
        pytest.param("2025-12-16", "2026-03-10", id="but within a year of knowing the act"),
        pytest.param(None, "2026-03-10", id="and a year where nobody knows it yet"),
    ],
)
def test_of_a_suit_period_that_was_not_told(learnt_on: str | None, until: str) -> None:
    """未告知起诉期限的，自知道起诉期限之日起算，最长一年 (ALI 64)."""
    facts = {"known_on": "2025-03-10", "told_suit": False, "learnt_suit_on": learnt_on}
    answer = ask(QUESTION, **ACT, **facts, on="2025-06-16")
    assert last_days(answer) == {"ALI 64(1)": until}


@pytest.mark.parametrize(
    ("real_estate", "until"),
    [
        pytest.param(False, "2026-05-11", id="five years for other acts"),
        pytest.param(True, "2026-10-29", id="twenty years for real estate do not bind"),
    ],
)
def test_a_long_stop_closes_the_suit(real_estate: object, until: str) -> None:
    """自行政行为作出之日起五年、二十年 (ALL 46)."""
    facts = {"known_on": "2026-04-29", "done_on": "2021-05-11", "real_estate": real_estate}
    answer = ask(QUESTION, **ACT, **facts, on="2026-04-30")
    assert last_days(answer) == {"ALL 46(1)": until}


def test_time_lost_by_force_majeure_is_not_counted() -> None:
    """7月1日至10日洪水阻断，十日不计 (ALL 48)."""
    facts = {"known_on": "2026-05-11", "obstacle_from": "2026-07-01", "obstacle_to": "2026-07-10"}
    # 六个月至11月11日（周三），再加十日至11月21日（周六），顺延至23日
    answer = ask(QUESTION, **ACT, **facts, on="2026-08-01")
    assert last_days(answer) == {"ALL 46(1)": "2026-11-23"}


def test_whoever_was_hindered_otherwise_asks_the_court_within_ten_days() -> None:
    """其他特殊情况，障碍消除后十日内申请延长 (ALL 48)."""
    facts = {"known_on": "2026-03-10", "hindered_until": "2026-09-22"}
    answer = ask(QUESTION, **ACT, **facts, on="2026-09-23")
    assert last_days(answer)["ALL 48(2)"] == "2026-10-08"


def test_lost_time_that_ends_before_it_begins_is_refused() -> None:
    """耽误的最后一日不得早于第一日."""
    with pytest.raises(ValidationError, match="不得早于第一日"):
        ask(QUESTION, **ACT, obstacle_from="2026-07-10", obstacle_to="2026-07-01")


def test_where_reconsideration_comes_first_no_suit_is_filed() -> None:
    """复议前置的，直接起诉不予立案 (ALI 56)."""
    answer = ask(QUESTION, **ACT, known_on="2026-04-10", compulsory=True)
    assert (answer.result, answer.values["sue_until"]) == ("review_first", None)
    assert "ALI 56(1)" in cited(answer)


@pytest.mark.parametrize(
    ("facts", "result", "words"),
    [
        pytest.param(
            {"accepted_on": "2026-09-01", "filed_on": "2026-09-02"},
            *("in_review", "先受理的是复议机关"),
            id="the authority was first",
        ),
        pytest.param(
            {"accepted_on": "2026-09-02", "filed_on": "2026-09-01"},
            *("sue", "先受理的是人民法院"),
            id="the court was first",
        ),
        pytest.param(
            {"accepted_on": "2026-09-01", "filed_on": "2026-09-01"},
            *("sue", "由当事人选择"),
            id="on the same day the applicant chooses",
        ),
        pytest.param(
            {"accepted_on": "2026-09-01"},
            *("in_review", "复议期间内不得起诉"),
            id="during reconsideration nobody sues",
        ),
    ],
)
def test_whoever_took_it_first_has_it(facts: dict[str, str], result: str, words: str) -> None:
    """既起诉又申请复议的，由先立案的机关管辖 (ALI 57; ARL 29)."""
    answer = ask(QUESTION, **ACT, known_on="2026-08-10", on="2026-09-03", **facts)
    assert answer.result == result
    assert any(words in reason.text for reason in answer.reasons)
    assert "ALI 57" in cited(answer)


@pytest.mark.parametrize(
    ("maker", "article"),
    [
        pytest.param("one", "ALL 26(1)", id="the organ that acted"),
        pytest.param("joint", "ALL 26(4)", id="all that acted together"),
        pytest.param("entrusted", "ALL 26(5)", id="the organ that entrusted"),
        pytest.param("gone", "ALL 26(6)", id="whoever carries on its powers"),
    ],
)
def test_who_is_sued_directly(maker: str, article: str) -> None:
    """直接起诉的被告 (ALL 26)."""
    assert article in cited(ask(QUESTION, **ACT, known_on="2026-08-10", maker=maker))


def test_an_omission_is_brought_to_reconsideration_first() -> None:
    """未履行法定职责属于复议前置 (ARL 23(1)(3))."""
    answer = ask(QUESTION, paper="inaction", requested_on="2026-06-15")
    assert (answer.result, "ARL 23(1)(3)" in cited(answer)) == ("review_first", True)
    assert last_days(answer) == {"ALL 47(1)": "2026-08-17"}


@pytest.mark.parametrize(
    ("on", "result"),
    [
        pytest.param("2026-08-17", "wait", id="not while the two months run"),
        pytest.param("2026-08-18", "sue", id="from the next day on"),
        pytest.param("2027-02-18", "suit_over", id="not after six months more"),
    ],
)
def test_an_omission_outside_of_it_is_sued_over_after_two_months(on: str, result: str) -> None:
    """两个月不履行的可以起诉，此后六个月 (ALL 47; ALI 66)."""
    facts = {"requested_on": "2026-06-15", "compulsory": False}
    answer = ask(QUESTION, paper="inaction", on=on, **facts)
    assert answer.result == result
    assert last_days(answer) == {"ALL 47(1)": "2026-08-17", "ALI 66": "2027-02-17"}


def test_another_law_may_set_the_time_to_perform() -> None:
    """法律、法规另有期限的从其规定，二十个工作日 (ALL 47)."""
    facts = {"requested_on": "2026-09-01", "perform_law": "20wd", "compulsory": False}
    answer = ask(QUESTION, paper="inaction", on="2026-10-10", **facts)
    assert last_days(answer) == {"ALL 47(1)": "2026-09-29", "ALI 66": "2027-03-29"}


def test_in_an_emergency_nobody_waits() -> None:
    """紧急情况下请求保护的，不受期限限制 (ALL 47)."""
    facts = {"requested_on": "2026-09-01", "urgent": True, "compulsory": False}
    answer = ask(QUESTION, paper="inaction", on="2026-09-01", **facts)
    assert (answer.result, answer.proofs, "ALL 47(2)" in cited(answer)) == ("sue", (), True)


@pytest.mark.parametrize(
    ("on", "result"),
    [
        pytest.param("2026-10-10", "sue", id="within the six months"),
        pytest.param("2026-10-12", "suit_over", id="not after them"),
    ],
)
def test_after_a_withdrawal_with_leave_the_act_may_still_be_sued_over(on: str, result: str) -> None:
    """经同意撤回，在法定起诉期限内可以对原行为起诉 (ALI 58)."""
    facts = {"paper": "terminated", "served_on": "2026-07-20", "known_on": "2026-04-10"}
    answer = ask(QUESTION, on=on, **facts)
    assert (answer.result, answer.values["sue_until"]) == (result, "2026-10-10")
    assert "ALI 58" in cited(answer)


def test_but_not_where_reconsideration_comes_first() -> None:
    """前置的，撤回后不得直接起诉 (ALI 58)."""
    facts = {"paper": "terminated", "served_on": "2026-07-20", "known_on": "2026-04-10"}
    answer = ask(QUESTION, compulsory=True, **facts)
    assert (answer.result, answer.proofs) == ("none", ())


@pytest.mark.parametrize(
    ("facts", "article"),
    [
        pytest.param(
            {"outcome": "changed", "same_result": True},
            *("ALI 22(1)",),
            id="to change the grounds alone is to uphold",
        ),
        pytest.param(
            {"outcome": "changed", "partly_upheld": True},
            *("ALI 134(2)",),
            id="to uphold in part is to stand beside",
        ),
        pytest.param(
            {"outcome": "application_dismissed", "on_merits": True},
            *("ALI 133",),
            id="to dismiss on the merits is to uphold",
        ),
    ],
)
def test_what_to_uphold_includes(facts: dict[str, Any], article: str) -> None:
    """维持包括驳回，两机关为共同被告，一并审查 (ALI 22, 133 to 135)."""
    answer = ask(QUESTION, served_on="2026-11-10", **facts)
    assert (answer.values["defendant"], article in cited(answer)) == ("both", True)
    assert {"ALI 134(1)", "ALI 135(1)", "ALI 59"} <= set(cited(answer))
