"""受理: conditions, supplement, declining, dismissal (ARL 29 to 33), on the real calendar."""

import pytest

from services.reconsideration.lawdesk.admissibility import QUESTION
from tests.lawdesk.applied import BEFORE, GOOD, SINCE, filed, last_day, unmet
from tests.lawdesk.reconsidering import ask, cited


def test_an_application_that_meets_all_seven_conditions_must_be_accepted() -> None:
    """符合七项条件的，应当受理 (ARL 30)."""
    answer = filed()
    assert (answer.result, list(answer.values["conditions"].values())) == ("accept", [True] * 7)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        pytest.param("2024-02-05", "2024-02-18", id="over the Spring Festival to a Sunday worked"),
        pytest.param("2024-04-02", "2024-04-10", id="past Qingming 2024, a Sunday worked"),
        pytest.param("2024-04-26", "2024-05-07", id="past Labour Day 2024, a Sunday worked"),
        pytest.param("2024-09-12", "2024-09-20", id="past Mid-Autumn 2024, a Saturday worked"),
        pytest.param("2025-01-24", "2025-02-07", id="past the Spring Festival, another one"),
        pytest.param("2025-05-28", "2025-06-05", id="past Dragon Boat 2025"),
        pytest.param("2025-09-26", "2025-10-10", id="past National Day 2025"),
        pytest.param("2025-12-31", "2026-01-08", id="past New Year 2026, a Sunday worked"),
        pytest.param("2026-02-12", "2026-02-26", id="past the Spring Festival 2026"),
        pytest.param("2026-09-21", "2026-09-29", id="past Mid-Autumn 2026"),
        pytest.param("2026-09-23", "2026-10-08", id="past Mid-Autumn and National Day 2026"),
    ],
)
def test_the_authority_has_five_working_days_and_silence_is_acceptance(on: str, last: str) -> None:
    """五个工作日内审查，届满未作不予受理决定的，视为受理 (ARL 30, 88)."""
    answer = ask(QUESTION, **GOOD, served_on=on, filed_on=on)
    assert last_day(answer, "审查期限") == last
    assert answer.values["deemed_accepted_on"] == last


def test_a_late_application_is_declined() -> None:
    """逾期提出的，不予受理 (ARL 30)."""
    answer = filed(served_on="2026-06-01")
    assert (answer.result, unmet(answer)) == ("decline", ["time"])
    assert {"ARL 30(1)(4)", "ARL 30(2)"} <= set(cited(answer))


@pytest.mark.parametrize(
    "missing",
    [
        pytest.param(({"interest": "none"}, "interest"), id="no interest"),
        pytest.param(({"interest": "public_complainant"}, "interest"), id="a stranger's complaint"),
        pytest.param(({"request_clear": False}, "request"), id="no request"),
        pytest.param(({"earlier": "on_hand"}, "untried"), id="under review already"),
        pytest.param(({"outside": "state"}, "scope"), id="an act of state"),
    ],
)
def test_one_condition_that_is_missing_is_enough_to_decline(
    missing: tuple[dict[str, object], str],
) -> None:
    """不符合任何一项条件的，不予受理 (ARL 30)."""
    facts, condition = missing
    answer = filed(**facts)
    assert (answer.result, unmet(answer)) == ("decline", [condition])


def test_what_cannot_be_judged_is_to_be_supplemented_on_one_notice_in_five_days() -> None:
    """材料不足以判断的，五日内一次性书面通知补正 (ARL 31)."""
    answer = filed(complete=False)
    assert (answer.result, "ARL 31(1)" in cited(answer)) == ("supplement", True)
    assert last_day(answer, "审查期限") == "2026-09-29"


def test_nobody_is_asked_to_supplement_twice() -> None:
    """补正通知应当一次性载明；收到补正后依照第三十条处理 (ARL 31)."""
    answer = filed(complete=False, notice_received_on="2026-09-28", supplemented_on="2026-10-08")
    assert (answer.result, "ARL 31(3)" in cited(answer)) == ("unclear", True)


@pytest.mark.parametrize(
    ("today", "result"), [("2026-10-15", "supplement"), ("2026-10-16", "abandoned")]
)
def test_who_does_not_supplement_in_ten_working_days_has_abandoned_the_application(
    today: str, result: str
) -> None:
    """无正当理由逾期不补正的，视为放弃行政复议申请，并记录在案 (ARL 31)."""
    answer = filed(complete=False, notice_received_on="2026-09-24", today=today)
    assert (answer.result, "ARL 31(2)" in cited(answer)) == (result, True)


def test_the_applicant_has_ten_working_days_and_then_the_review_runs_anew() -> None:
    """十日内补正，收到后依照第三十条处理 (ARL 31)."""
    noticed = filed(complete=False, notice_received_on="2026-09-24")
    assert last_day(noticed, "补正期限") == "2026-10-15"
    assert noticed.values["deemed_accepted_on"] is None
    again = filed(notice_received_on="2026-09-24", supplemented_on="2026-10-09")
    assert last_day(again, "补正后的审查期限") == "2026-10-15"
    assert again.values["deemed_accepted_on"] == "2026-10-15"


def test_after_acceptance_a_missing_condition_means_dismissal() -> None:
    """受理后发现不符合条件的，驳回申请 (ARL 33)."""
    answer = filed(accepted=True, interest="none")
    assert (answer.result, "ARL 33" in cited(answer)) == ("dismiss", True)
    assert answer.values["deemed_accepted_on"] is None


@pytest.mark.parametrize(
    ("ground", "item"), [("groundless", 1), ("beyond_powers", 2), ("confirmed", 3)]
)
def test_three_grounds_to_dismiss_came_with_the_regulation_of_2026(ground: str, item: int) -> None:
    """受理后应当驳回申请的情形 (ARR2026 37)."""
    since, before = (
        filed(on, accepted=True, groundless=ground, found_on=on) for on in (SINCE, BEFORE)
    )
    assert (since.result, f"ARR2026 37(1)({item})" in cited(since)) == ("dismiss", True)
    assert before.result == "go_on"


def test_the_organ_that_punished_has_five_days_to_forward_or_to_correct_itself() -> None:
    """五日内转送；自行纠正的五个工作日 (ARL 32; ARR2026 38)."""
    answer = filed("2026-10-09", handed_in_on="2026-09-24")
    assert last_day(answer, "转送期限") == "2026-10-09"
    assert last_day(answer, "自行纠正期限") == "2026-10-09"
    assert last_day(answer, "审查期限") == "2026-10-15"


def test_an_omission_is_not_complained_of_before_the_time_to_perform_is_over() -> None:
    """履行期限未满的，还没有不履行职责的行为 (ARR2026 24)."""
    facts = {"act": "inaction", "served": None, "served_on": None, "requested_on": "2026-08-31"}
    assert unmet(filed(**facts)) == ["request"]


def test_once_accepted_the_applicant_may_not_sue_meanwhile() -> None:
    """受理后在行政复议期间不得起诉 (ARL 29)."""
    assert "ARL 29(1)" in cited(filed())
    assert "ARL 29(1)" not in cited(filed(interest="none"))


def test_who_is_declined_may_turn_to_the_superior() -> None:
    """无正当理由不予受理的，可以向上级行政机关反映 (ARL 35)."""
    assert "ARL 35" in cited(filed(interest="none"))
    assert "ARL 35" not in cited(filed())


def test_while_the_period_stands_still_nobody_is_late() -> None:
    """障碍未消除的，期限停止计算 (ARL 20)."""
    answer = filed(obstacle_from="2026-09-10")
    assert (answer.result, answer.values["conditions"]["time"]) == ("accept", True)
    assert not any("9999" in each.text for each in answer.reasons)


def test_an_act_of_june_that_is_contested_in_july_is_flagged() -> None:
    """跨越新旧规定的予以提示 (ARR2026 77)."""
    assert "ARR2026 77" in cited(filed(SINCE))
    assert "ARR2026 77" not in cited(filed("2026-09-21"))


def test_what_was_not_told_is_presumed_and_named() -> None:
    """未说明的事实，按符合处理并列明."""
    answer = ask(QUESTION, learnt_on="2026-09-01", filed_on="2026-09-21")
    assert answer.result == "accept"
    fields = {each.field for each in answer.assumed}
    assert {"interest", "request_clear", "act", "respondent", "authority", "earlier"} <= fields
