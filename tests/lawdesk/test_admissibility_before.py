"""受理: what went before may bar an application (ARL 29, 30, 74; ARR2026 26, 37)."""

import pytest

from tests.lawdesk.applied import BEFORE, filed
from tests.lawdesk.reconsidering import cited


@pytest.mark.parametrize(
    ("facts", "result", "article"),
    [
        pytest.param({"earlier": "declined"}, "accept", "ARL 30(1)(7)", id="declined before"),
        pytest.param({"earlier": "abandoned"}, "accept", "ARL 30(1)(7)", id="given up before"),
        pytest.param({"earlier": "taken_back"}, "accept", "ARL 30(1)(7)", id="never accepted"),
        pytest.param({"earlier": "withdrawn"}, "decline", "ARL 30(1)(7)", id="withdrawn later"),
        pytest.param({"earlier": "settled"}, "decline", "ARL 74(2)", id="settled"),
        pytest.param(
            {"earlier": "settled", "against_will": True},
            "accept",
            "ARL 74(2)",
            id="settled against one's true will",
        ),
        pytest.param({"earlier": "suit"}, "decline", "ARL 29(2)", id="a court has it"),
        pytest.param({"earlier": "suit_refused"}, "accept", "ARL 30(1)(7)", id="no court took it"),
        pytest.param(
            {"earlier": "suit_dismissed", "compulsory": True},
            "accept",
            "ARR2026 26",
            id="a court dismissed it because reconsideration comes first",
        ),
        pytest.param(
            {"earlier": "suit_dismissed"}, "unclear", "ARL 30(1)(7)", id="dismissed otherwise"
        ),
        pytest.param({"earlier": "same_day"}, "accept", "ALI 57", id="chosen on the same day"),
        pytest.param(
            {"earlier": "same_day", "chosen": False}, "decline", "ALI 57", id="suit chosen"
        ),
        pytest.param(
            {"earlier": "decided", "new_facts": True}, "decline", "ARL 30(1)(7)", id="decided"
        ),
        pytest.param(
            {"earlier": "decided"}, "not_again", "ARR2026 37(2)", id="decided, nothing new"
        ),
        pytest.param(
            {"earlier": "judged"}, "decline", "ARL 30(1)(7)", id="sued over, never reconsidered"
        ),
        pytest.param(
            {"earlier": "judged", "accepted": True},
            "dismiss",
            "ARR2026 37(1)(3)",
            id="confirmed by a court, and accepted",
        ),
    ],
)
def test_what_went_before_may_bar_an_application(
    facts: dict[str, object], result: str, article: str
) -> None:
    """受理过的不再受理 (ARL 29, 30, 74; ARR2026 26, 37; ALI 57)."""
    answer = filed(**facts)
    assert (answer.result, article in cited(answer)) == (result, True)


def test_a_suit_that_was_judged_is_declined_by_a_decision_and_not_merely_noted() -> None:
    """曾经起诉、从未申请复议的，决定不予受理并说明理由，不是不再处理 (ARL 30(1)(7), 30(2))."""
    answer = filed(earlier="judged")
    assert "ARL 30(2)" in cited(answer)
    assert "ARR2026 37(2)" not in cited(answer)


@pytest.mark.parametrize(("facts", "asked"), [({}, True), ({"new_facts": False}, False)])
def test_whether_there_is_anything_new_is_asked_of_who_comes_again(
    facts: dict[str, object],
    asked: bool,  # noqa: FBT001 - what the test is about
) -> None:
    """再次申请的，新的事实和理由未说明的列为未说明 (ARR2026 37)."""
    answer = filed(earlier="decided", **facts)
    assert ("new_facts" in [each.field for each in answer.assumed]) is asked


def test_before_july_2026_a_withdrawal_barred_the_same_facts_by_the_old_regulation() -> None:
    """撤回后不得以同一事实和理由再申请 (ARR2007 38)."""
    answer = filed(BEFORE, earlier="withdrawn")
    assert (answer.result, "ARR2007 38(2)" in cited(answer)) == ("decline", True)
    assert filed(BEFORE, earlier="withdrawn", against_will=True).result == "accept"


def test_since_july_2026_a_withdrawal_without_settlement_bars_only_as_an_application_accepted() -> (
    None
):
    """和解以外的撤回不再单独禁止再申请，受理过的仍不符合受理条件 (ARL 30, 74; ARR2007 38)."""
    barred = {
        earlier: [r.text for r in filed(earlier=earlier).reasons if r.met is False]
        for earlier in ("withdrawn", "settled")
    }
    assert barred["settled"] == ["撤回后不得以同一事实和理由再申请"]
    assert barred["withdrawn"] == [
        "和解以外的撤回不再另行禁止再申请，但是撤回的申请已经受理过，同一行为不再受理"
    ]


def test_before_july_2026_the_old_conditions_are_told_as_overtaken() -> None:
    """2007年条例的受理条件自2024年让位于法律 (ARL 30; ARR2007 28)."""
    assert "ARR2007 28" in cited(filed(BEFORE))
    assert "ARR2007 28" not in cited(filed())


def test_before_july_2026_the_same_matter_again_was_declined() -> None:
    """不再处理，2026年7月1日起 (ARR2026 37)."""
    assert filed(BEFORE, earlier="decided").result == "decline"
