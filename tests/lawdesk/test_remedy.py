"""救济与执行 (ARL 10, 26, 34, 35, 64, 73 to 79; ALL 26, 45; ALI 22, 64, 133, 134)."""

from typing import Any

import pytest

from services.reconsideration.lawdesk.remedy import QUESTION
from tests.lawdesk.conducting import says
from tests.lawdesk.reconsidering import ask, cited, last_days


@pytest.mark.parametrize(
    ("served_on", "until"),
    [
        pytest.param("2026-05-06", "2026-05-21", id="fifteen days, the day of receipt not counted"),
        pytest.param("2024-03-20", "2024-04-07", id="past Qingming 2024 to the Sunday worked"),
        pytest.param("2024-04-16", "2024-05-06", id="past Labour Day 2024"),
        pytest.param("2024-05-26", "2024-06-11", id="past Dragon Boat 2024"),
        pytest.param("2024-08-31", "2024-09-18", id="past Mid-Autumn 2024"),
        pytest.param("2024-09-20", "2024-10-08", id="past National Day 2024"),
        pytest.param("2024-12-17", "2025-01-02", id="past New Year 2025"),
        pytest.param("2025-01-15", "2025-02-05", id="past the Spring Festival 2025"),
        pytest.param("2025-03-20", "2025-04-07", id="past Qingming 2025"),
        pytest.param("2025-09-23", "2025-10-09", id="past National Day 2025"),
        pytest.param("2026-02-02", "2026-02-24", id="past the Spring Festival 2026"),
        pytest.param("2026-06-05", "2026-06-22", id="past Dragon Boat 2026"),
        pytest.param("2026-09-05", "2026-09-20", id="not past a Sunday that is worked"),
        pytest.param("2026-09-16", "2026-10-08", id="past National Day 2026"),
    ],
)
def test_who_received_a_decision_sues_within_fifteen_days(served_on: str, until: str) -> None:
    """收到复议决定书之日起十五日内起诉 (ALL 45)."""
    answer = ask(QUESTION, served_on=served_on, outcome="upheld", on=served_on)
    assert (answer.result, answer.values["sue_until"]) == ("sue", until)


@pytest.mark.parametrize(
    ("on", "result"),
    [
        pytest.param("2026-10-08", "sue", id="the last day is still in time"),
        pytest.param("2026-10-09", "suit_over", id="the next is too late"),
    ],
)
def test_a_suit_is_in_time_until_the_last_day(on: str, result: str) -> None:
    """起诉期限届满 (ALL 45)."""
    assert ask(QUESTION, served_on="2026-09-16", on=on).result == result


@pytest.mark.parametrize(
    ("learnt_on", "until"),
    [
        pytest.param("2025-12-01", "2025-12-16", id="fifteen days from learning the period"),
        pytest.param("2026-03-05", "2026-03-10", id="but a year from the decision at most"),
        pytest.param(None, "2026-03-10", id="and a year where nobody knows it yet"),
    ],
)
def test_who_was_not_told_the_period(learnt_on: str | None, until: str) -> None:
    """复议决定未告知起诉期限 (ALI 64)."""
    facts: dict[str, Any] = {
        "served_on": "2025-03-10",
        "told_suit": False,
        "learnt_suit_on": learnt_on,
    }
    answer = ask(QUESTION, on="2025-12-02", **facts)
    assert (answer.values["sue_until"], "ALI 64(2)" in cited(answer)) == (until, True)


@pytest.mark.parametrize(
    ("paper", "compulsory", "article"),
    [
        pytest.param("declined", True, "ARL 34", id="declined, where it comes first"),
        pytest.param("dismissed", True, "ARL 34", id="dismissed, where it comes first"),
        pytest.param("overdue", True, "ARL 34", id="overdue, where it comes first"),
        pytest.param("overdue", False, "ALL 45", id="overdue, where there was a choice"),
        pytest.param("declined", False, "ALL 45", id="declined, where there was a choice"),
    ],
)
def test_without_a_decision_the_way_to_court_is_open_too(
    paper: str, compulsory: object, article: str
) -> None:
    """不予受理、驳回申请、逾期不作答复 (ARL 34, 35; ALL 45)."""
    facts: dict[str, Any] = {"paper": paper, "compulsory": compulsory, "on": "2025-10-01"}
    answer = ask(QUESTION, served_on="2025-09-30", **facts)
    assert last_days(answer) == {article: "2025-10-15"}
    assert "ARL 35" in cited(answer)


@pytest.mark.parametrize(
    ("facts", "defendant", "article"),
    [
        pytest.param(
            {"outcome": "upheld"}, "both", "ALL 26(2)", id="who maintains is sued with the organ"
        ),
        pytest.param(
            *({"outcome": "changed"}, "authority", "ALL 26(2)"),
            id="who changes is sued alone, in an intermediate court",
        ),
        pytest.param(
            *({"outcome": "request_dismissed"}, "both", "ALI 133"),
            id="to dismiss the request is to maintain",
        ),
        pytest.param(
            *({"outcome": "application_dismissed"}, "authority", "ALI 133"),
            id="to dismiss an application that was not receivable is not",
        ),
        pytest.param(
            *({"outcome": "confirmed_illegal"}, "authority", "ALI 22(3)"),
            id="to find illegal is to change",
        ),
        pytest.param(
            *({"outcome": "confirmed_illegal", "by_procedure": True}, "both", "ALI 22(3)"),
            id="unless only for its procedure",
        ),
        pytest.param(
            {"paper": "overdue"}, "choice", "ALL 26(3)", id="for silence there is a choice"
        ),
    ],
)
def test_whom_to_sue(facts: dict[str, Any], defendant: str, article: str) -> None:
    """被告 (ALL 26; ALI 22, 133)."""
    answer = ask(QUESTION, served_on="2026-11-10", **facts)
    assert (answer.values["defendant"], article in cited(answer)) == (defendant, True)


@pytest.mark.parametrize(
    ("outcome", "article"),
    [
        pytest.param("changed", "ALL 15 item 1", id="over a government an intermediate court"),
        pytest.param("upheld", "ALI 134(3)", id="over both, by the organ that acted"),
    ],
)
def test_in_which_court(outcome: str, article: str) -> None:
    """管辖法院 (ALL 15; ALI 134)."""
    assert article in cited(ask(QUESTION, served_on="2026-11-10", outcome=outcome))


def test_a_final_ruling_is_not_sued_over() -> None:
    """最终裁决 (ARL 10)."""
    answer = ask(QUESTION, served_on="2026-11-10", final=True)
    assert (answer.result, answer.values["sue_until"]) == ("final", None)


def test_over_a_provinces_own_act_the_state_council_may_be_asked() -> None:
    """可以起诉，也可以申请国务院裁决 (ARL 26)."""
    answer = ask(QUESTION, served_on="2026-11-10", own_act=True)
    assert (answer.result, "ARL 26" in cited(answer)) == ("sue_or_council", True)


@pytest.mark.parametrize(
    ("facts", "enforcer", "article"),
    [
        pytest.param({"outcome": "upheld"}, "organ", "ARL 78 item 1", id="maintained: the organ"),
        pytest.param(
            {"outcome": "changed"}, "authority", "ARL 78 item 2", id="changed: the authority"
        ),
        pytest.param(
            {"paper": "mediation"}, "authority", "ARL 78 item 3", id="mediated: the authority"
        ),
    ],
)
def test_who_enforces(facts: dict[str, Any], enforcer: str, article: str) -> None:
    """强制执行 (ARL 78)."""
    answer = ask(QUESTION, **facts)
    assert (answer.values["enforcer"], article in cited(answer)) == (enforcer, True)


def test_who_is_enforced_against_is_called_by_what_it_does_not_perform() -> None:
    """逾期不起诉又不履行决定的，不履行最终裁决、调解书的，各照其名 (ARL 10, 78)."""
    usual = says(ask(QUESTION, outcome="upheld"))
    final = says(ask(QUESTION, outcome="upheld", final=True))
    mediated = says(ask(QUESTION, paper="mediation"))
    assert "申请人、第三人逾期不起诉又不履行的，由作出行政行为的行政机关" in usual
    assert "申请人、第三人不履行最终裁决的，由作出行政行为的行政机关" in final
    assert "申请人、第三人不履行调解书的，由行政复议机关" in mediated
    assert ("逾期不起诉" in final, "逾期不起诉" in mediated) == (False, False)


def test_of_what_was_revoked_nobody_enforces_anything_against_the_applicant() -> None:
    """撤销的决定没有申请人的义务 (ARL 78)."""
    assert ask(QUESTION, outcome="revoked").values["enforcer"] is None


def test_an_application_to_enforce_comes_within_three_months_of_the_suit_period() -> None:
    """起诉期限届满三个月内申请，催告十日后 (COERCION 53, 54, 69)."""
    answer = ask(QUESTION, served_on="2026-05-06", outcome="upheld", urged_on="2026-09-22")
    assert last_days(answer) == {
        "ALL 45": "2026-05-21",
        "COERCION 53": "2026-08-21",
        "COERCION 54": "2026-10-13",
    }


def test_an_opinion_letter_is_answered_within_sixty_days() -> None:
    """六十日内报送纠正情况 (ARL 76), past Dragon Boat 2025."""
    answer = ask(QUESTION, paper="opinion", respondent_served_on="2025-04-02")
    assert (answer.result, last_days(answer)) == ("none", {"ARL 76": "2025-06-03"})


def test_a_new_act_is_made_within_sixty_days_and_may_be_attacked_again() -> None:
    """重新作出 (ARR2026 58; ARL 64)."""
    facts: dict[str, Any] = {
        "outcome": "revoked",
        "redo": True,
        "respondent_served_on": "2026-10-20",
    }
    answer = ask(QUESTION, **facts)
    assert last_days(answer) == {"ARR2026 58(1)": "2026-12-21"}
    assert "ARL 64(2)" in cited(answer)


@pytest.mark.parametrize("paper", ["decision", "mediation", "opinion"])
def test_who_does_not_perform_is_ordered_to(paper: str) -> None:
    """责令限期履行、约谈、通报批评 (ARL 77, 83)."""
    failing = cited(ask(QUESTION, paper=paper, failing=True))
    assert {"ARL 77(2)", "ARL 83"} <= set(failing)
    assert "ARL 77(2)" not in cited(ask(QUESTION, paper=paper))


@pytest.mark.parametrize(
    ("paper", "department", "copied"),
    [
        pytest.param("decision", True, True, id="a decision about a department"),
        pytest.param("opinion", True, True, id="an opinion letter to one"),
        pytest.param("decision", False, False, id="not one about a lower government"),
        pytest.param("mediation", True, False, id="nor a mediation document"),
    ],
)
def test_the_department_above_gets_a_copy(paper: str, department: object, copied: object) -> None:
    """抄告上一级主管部门 (ARL 79)."""
    facts: dict[str, Any] = {"paper": paper, "respondent_department": department}
    assert ask(QUESTION, **facts).values["copy_to_superior"] is copied


def test_the_result_about_a_document_is_attacked_with_the_decision() -> None:
    """规范性文件随行政行为一并审查 (ARL 59; ALL 53)."""
    answer = ask(QUESTION, paper="document")
    assert (answer.result, "ALL 53(1)" in cited(answer)) == ("none", True)


def test_without_a_day_of_service_nothing_is_reckoned() -> None:
    """送达之日不明 (ALL 45)."""
    answer = ask(QUESTION, outcome="upheld")
    assert answer.result == "unknown"
    assert "served_on" in {each.field for each in answer.assumed}


@pytest.mark.parametrize(
    ("served_on", "settled", "bar"),
    [
        pytest.param("2026-06-30", False, "ARR2007 38(2)", id="any withdrawal until June 2026"),
        pytest.param("2026-07-01", False, None, id="none without a settlement since July"),
        pytest.param("2026-07-01", True, "ARL 74(2)", id="but one after a settlement"),
    ],
)
def test_a_withdrawal_bars_a_second_application(
    served_on: str, settled: object, bar: str | None
) -> None:
    """不得再以同一事实和理由申请，仍可以起诉 (ARL 74; ARR2007 38; ALI 58)."""
    facts: dict[str, Any] = {"paper": "terminated", "settled": settled}
    codes = cited(ask(QUESTION, served_on=served_on, **facts))
    assert [code for code in codes if code in {"ARR2007 38(2)", "ARL 74(2)"}] == [bar] * bool(bar)
    assert "ALI 58" in codes
