"""受理审查的经过: what goes with its periods, and who the near relatives are (ARL 14, 30, 31)."""

from typing import Any

import pytest
from pydantic import ValidationError

from services.reconsideration.lawdesk.admissibility import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask, cited

KNOWN = {"act": "penalty", "served": "direct", "interest": "addressee"}


def reviewed(served_on: str, filed_on: str, **facts: object) -> Answer:
    """An application that came on that day."""
    return ask(QUESTION, **KNOWN, served_on=served_on, filed_on=filed_on, **facts)


def text(answer: Answer, article: str) -> str:
    return "；".join(r.text for r in answer.reasons if r.article and r.article.code == article)


@pytest.mark.parametrize(
    ("served_on", "filed_on", "deemed"),
    [
        pytest.param("2026-08-31", "2026-09-21", "2026-09-29", id="past Mid-Autumn 2026"),
        pytest.param("2026-06-08", "2026-06-15", "2026-06-23", id="past Dragon Boat 2026"),
    ],
)
def test_silence_is_told_to_be_acceptance_with_its_day(
    served_on: str, filed_on: str, deemed: str
) -> None:
    """审查期限届满未决定不予受理的，届满之日起视为受理 (ARL 30)."""
    assert f"自{deemed}起视为受理" in text(reviewed(served_on, filed_on), "ARL 30(3)")


def test_of_what_was_accepted_nothing_is_deemed_any_more() -> None:
    """已经受理的，不再视为受理 (ARL 30)."""
    accepted = reviewed("2026-08-31", "2026-09-21", accepted=True)
    assert "ARL 30(3)" not in cited(accepted)


def test_who_cannot_supplement_in_time_for_a_good_reason_gets_longer() -> None:
    """有正当理由的，可以延长合理的补正期限 (ARL 31)."""
    asked: dict[str, Any] = {"complete": False, "notice_received_on": "2026-11-20"}
    assert "可以延长" in text(reviewed("2026-11-02", "2026-11-16", **asked), "ARL 31(2)")
    mended = reviewed("2026-11-02", "2026-11-16", **asked, supplemented_on="2026-11-23")
    assert "可以延长" not in text(mended, "ARL 31(2)")


@pytest.mark.parametrize(
    ("served_on", "filed_on", "notice_on", "spoken"),
    [
        pytest.param("2026-05-06", "2026-06-01", "2026-06-05", True, id="until June 2026"),
        pytest.param("2026-06-08", "2026-07-01", "2026-07-03", False, id="dropped since July"),
    ],
)
def test_time_to_supplement_was_left_out_of_the_review_until_june_2026(
    served_on: str, filed_on: str, notice_on: str, *, spoken: bool
) -> None:
    """补正时间不计入审理期限 (ARR2007 29); 新条例没有再规定."""
    asked: dict[str, Any] = {"complete": False, "notice_received_on": notice_on}
    assert ("ARR2007 29" in cited(reviewed(served_on, filed_on, **asked))) is spoken


@pytest.mark.parametrize(("filed_on", "spoken"), [("2026-06-30", False), ("2026-07-01", True)])
def test_an_organ_that_corrects_itself_tells_both(filed_on: str, *, spoken: bool) -> None:
    """自行纠正的，告知申请人和行政复议机关 (ARR2026 38)."""
    facts = {"handed_in_on": filed_on}
    answer = reviewed("2026-06-08", filed_on, **facts)
    assert ("告知申请人和行政复议机关" in text(answer, "ARR2026 38(1)")) is spoken


def test_near_relatives_are_listed_since_july_2026() -> None:
    """近亲属的范围 (ARR2026 11)."""
    now = reviewed("2026-06-08", "2026-07-01", applicant="relative")
    before = reviewed("2026-05-06", "2026-06-30", applicant="relative")
    assert "祖父母" in text(now, "ARR2026 11")
    assert "ARR2026 11" not in cited(before)
    assert any("没有列明近亲属" in each.text for each in before.reasons)
    assert "ARR2026 11" not in cited(reviewed("2026-06-08", "2026-07-01"))


@pytest.mark.parametrize("ground", ["groundless", "beyond_powers", "confirmed"])
def test_what_is_found_after_june_2026_is_dismissed_however_early_it_was_accepted(
    ground: str,
) -> None:
    """受理在2026年7月1日前、其后才发现的，按驳回之日的规定，并提示跨越新旧规定 (ARR2026 37, 77)."""
    asked: dict[str, Any] = {"accepted": True, "groundless": ground}
    late = reviewed("2026-05-11", "2026-06-10", **asked, found_on="2026-07-01")
    assert (late.result, late.values["straddles"]) == ("dismiss", True)
    assert any(code.startswith("ARR2026 37(1)") for code in cited(late))
    early = reviewed("2026-05-11", "2026-06-10", **asked, found_on="2026-06-30")
    assert (early.result, early.values["straddles"]) == ("go_on", False)
    assert any("没有列明这些驳回情形" in each.text for each in early.reasons)


def test_nothing_is_found_after_acceptance_before_the_application_came() -> None:
    """受理后发现之日不早于收到申请之日 (ARL 33)."""
    with pytest.raises(ValidationError, match="found_on不得早于"):
        reviewed("2026-08-31", "2026-09-21", accepted=True, found_on="2026-09-18")
    with pytest.raises(ValidationError, match="应当填写accepted"):
        reviewed("2026-08-31", "2026-09-21", found_on="2026-09-22")
