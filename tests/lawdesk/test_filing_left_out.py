"""申请期限: obstacles, suits and corrections that are not counted (ARL 20; ARR2026 26, 38)."""

import pytest

from services.reconsideration.lawdesk.filing import QUESTION
from tests.lawdesk.applying import until
from tests.lawdesk.reconsidering import ask, cited


@pytest.mark.parametrize(
    ("obstacle", "last"),
    [
        pytest.param(("2026-01-20", "2026-01-29"), "2026-03-16", id="ten days lost are ten more"),
        pytest.param(("2026-02-25", "2026-05-20"), "2026-06-01", id="ten days left run on"),
        pytest.param(("2026-03-10", "2026-03-20"), "2026-03-06", id="none is lost after the end"),
        pytest.param(("2025-12-20", "2026-01-04"), "2026-03-06", id="nor before the start"),
    ],
)
def test_after_an_obstacle_the_rest_of_the_period_runs_on(
    obstacle: tuple[str, str], last: str
) -> None:
    """申请期限自障碍消除之日起继续计算 (ARL 20)."""
    begun, gone = obstacle
    assert until(learnt_on="2026-01-05", obstacle_from=begun, obstacle_until=gone) == last


def test_while_the_obstacle_lasts_the_period_stands_still() -> None:
    """障碍未消除的，期限停止计算 (ARL 20)."""
    answer = ask(QUESTION, "2026-03-20", learnt_on="2026-01-05", obstacle_from="2026-02-25")
    assert (answer.result, answer.values["last_day"]) == ("open", None)
    assert answer.values["standing_still"] is True


def test_an_obstacle_does_not_move_the_year() -> None:
    """最长一年不因障碍延长 (ARL 20)."""
    facts = {"learnt_on": "2025-03-10", "told_remedies": False, "remedies_learnt_on": "2026-02-24"}
    obstacle = {"obstacle_from": "2026-03-01", "obstacle_until": "2026-03-31"}
    assert until(**facts, **obstacle) == "2026-03-10"


def test_the_days_of_a_suit_brought_without_reconsideration_are_not_counted() -> None:
    """起诉之日至驳回起诉裁定送达之日不计入 (ARR2026 26)."""
    suit = {"sued_on": "2026-08-03", "ruling_served_on": "2026-09-10"}
    answer = ask(QUESTION, learnt_on="2026-07-06", **suit)
    assert (answer.values["last_day"], "ARR2026 26" in cited(answer)) == ("2026-10-13", True)


def test_before_july_2026_such_a_suit_was_another_good_reason() -> None:
    """此前作为其他正当理由 (ARL 20)."""
    suit = {"sued_on": "2026-02-02", "ruling_served_on": "2026-03-12"}
    answer = ask(QUESTION, learnt_on="2026-01-05", filed_on="2026-04-14", **suit)
    assert (answer.result, answer.values["last_day"]) == ("in_time", "2026-04-14")
    assert "ARL 20(2)" in cited(answer)


def test_the_days_in_which_the_organ_corrected_itself_are_not_counted() -> None:
    """自行纠正期间不计入 (ARR2026 38)."""
    answer = ask(
        QUESTION,
        served="on_the_spot",
        served_on="2026-08-10",
        handed_in_on="2026-08-31",
        corrected_told_on="2026-09-04",
        filed_on="2026-10-14",
    )
    assert (answer.result, answer.values["last_day"]) == ("in_time", "2026-10-14")
    assert "ARR2026 38(2)" in cited(answer)


@pytest.mark.parametrize(
    ("filed_on", "code"), [("2026-06-30", "ARL 20(2)"), ("2026-07-01", "ARR2026 38(2)")]
)
def test_time_spent_on_a_correction_is_left_out_by_the_edition_of_the_day(
    filed_on: str, code: str
) -> None:
    """自行纠正的期间不计入 (ARR2026 38)；此前按其他正当理由 (ARL 20)."""
    answer = ask(
        QUESTION,
        learnt_on="2026-05-06",
        told_remedies=True,
        handed_in_on="2026-06-01",
        corrected_told_on="2026-06-05",
        filed_on=filed_on,
    )
    assert code in [article.code for article in answer.articles]
