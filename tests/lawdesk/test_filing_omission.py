"""申请期限 of a duty that was not performed (ARL 11, 20, 21; ARR2007 16; ARR2026 24)."""

import pytest

from services.reconsideration.lawdesk.filing import QUESTION
from tests.lawdesk.reconsidering import ask, cited, last_days


def test_a_duty_without_a_period_is_omitted_sixty_days_after_the_request_came_in() -> None:
    """没有履行期限规定的，自收到申请满六十日起算 (ARR2026 24)."""
    facts = {"act": "inaction", "requested_on": "2026-05-11"}
    assert ask(QUESTION, **facts, filed_on="2026-07-10").result == "early"
    answer = ask(QUESTION, **facts, filed_on="2026-07-13")
    assert (answer.result, last_days(answer)["ARR2026 24"]) == ("in_time", "2026-09-08")


def test_those_sixty_days_of_the_organ_pass_over_labour_day_as_well() -> None:
    """履行期限末日遇休假日顺延 (ARR2007 16; CPL 85)."""
    answer = ask(QUESTION, "2026-06-10", act="inaction", requested_on="2026-03-02")
    assert [each.reckoning.last_day.isoformat() for each in answer.proofs] == [
        "2026-05-06",
        "2026-07-06",
    ]


def test_a_duty_with_a_period_is_omitted_when_that_is_over() -> None:
    """有履行期限规定的，自届满之日起算 (ARR2026 24)."""
    facts = {"act": "licence", "omission": True, "requested_on": "2026-09-01"}
    answer = ask(QUESTION, **facts, perform_within="20wd")
    assert (answer.values["starts_on"], answer.values["last_day"]) == ("2026-09-29", "2026-11-30")


def test_a_request_for_information_is_to_be_answered_in_twenty_working_days() -> None:
    """信息公开申请二十个工作日内答复 (OGI 33)."""
    answer = ask(QUESTION, act="disclosure", omission=True, requested_on="2026-09-01")
    assert last_days(answer)["OGI 33(2)"] == "2026-09-29"


def test_an_omission_has_neither_a_notice_of_remedies_nor_a_long_stop() -> None:
    """没有作出行政行为的，不适用一年和五年的期限 (ARL 20, 21; ARR2026 24)."""
    facts = {"act": "benefit", "omission": True, "perform_by": "2026-08-03"}
    answer = ask(QUESTION, **facts, told_remedies=False, done_on="2021-08-03")
    assert last_days(answer) == {"ARR2026 24": "2026-10-08"}


def test_in_an_emergency_nobody_waits_for_the_period_of_the_organ() -> None:
    """紧急情况下不受履行期限的限制 (ARR2026 24)."""
    facts = {"act": "inaction", "requested_on": "2026-09-28", "filed_on": "2026-09-29"}
    assert ask(QUESTION, **facts).result == "early"
    urgent = ask(QUESTION, **facts, urgent=True)
    assert (urgent.result, "ARR2026 24(2)" in cited(urgent)) == ("in_time", True)
    before = {"act": "inaction", "perform_by": "2026-06-20", "filed_on": "2026-06-15"}
    assert "ARR2007 16(2)" in cited(ask(QUESTION, **before, urgent=True))
    licence = {**facts, "act": "licence", "omission": True, "urgent": True}
    assert (
        ask(QUESTION, **licence).result,
        "ARR2026 24(2)" in cited(ask(QUESTION, **licence)),
    ) == (*("early", False),)


@pytest.mark.parametrize(
    ("act", "caveat"),
    [
        pytest.param("agreement", "第三项、第十一项、第十二项", id="an agreement is not named"),
        pytest.param("penalty", "第三项、第十一项、第十二项", id="nor is a penalty"),
        pytest.param("disclosure", "第十四项", id="disclosure is read alike"),
        pytest.param("licence", "", id="a licence is head 3"),
        pytest.param("inaction", "", id="protection is head 11"),
        pytest.param("benefit", "", id="a benefit is head 12"),
    ],
)
def test_the_period_of_an_omission_is_set_for_three_heads_alone(act: str, caveat: str) -> None:
    """只规定第3、11、12项，其他各项参照 (ARL 11; ARR2026 24)."""
    answer = ask(QUESTION, act=act, omission=True, requested_on="2026-07-06")
    told = [each.text for each in answer.reasons if each.text.startswith("注意")]
    assert len(told) == bool(caveat)
    assert all(caveat in each for each in told)


@pytest.mark.parametrize(
    ("filed_on", "article"), [("2026-06-30", "ARR2007 16"), ("2026-07-01", "ARR2026 24")]
)
def test_the_day_of_filing_says_which_regulation_governs_an_omission(
    filed_on: str, article: str
) -> None:
    """依提出申请之日的条例 (ARR2007 16; ARR2026 24, 77)."""
    answer = ask(QUESTION, act="inaction", perform_by="2026-06-01", filed_on=filed_on)
    assert last_days(answer) == {article: "2026-07-31"}
