"""办案事项: who is liable for what, and to whom facts go (ARL 80 to 86; ARR2026 71 to 73)."""

import pytest

from tests.lawdesk.conducting import NEW, OLD, conduct, found
from tests.lawdesk.reconsidering import cited


@pytest.mark.parametrize(
    ("deed", "aggravated", "article", "sanction"),
    [
        pytest.param("duty_neglected", False, "ARL 80", "light", id="an authority that fails"),
        pytest.param("duty_neglected", True, "ARL 80", "heavy", id="that goes on after urging"),
        pytest.param("abuse", False, "ARL 81", "light", id="its staff"),
        pytest.param("abuse", True, "ARL 81", "heavy", id="its staff, gravely"),
        pytest.param("no_reply", True, "ARL 82", "light", id="no reply knows nothing graver"),
        pytest.param("application_obstructed", None, "ARL 82", "light", id="obstruction"),
        pytest.param("retaliation", None, "ARL 82", "heavy", id="retaliation is always grave"),
        pytest.param("not_performed", False, "ARL 83", "light", id="a decision not performed"),
        pytest.param("not_performed", True, "ARL 83", "heavy", id="though it was ordered"),
        pytest.param("evidence_obstructed", None, "ARL 84", "general", id="evidence obstructed"),
        pytest.param("order_disturbed", None, "ARL 84", "general", id="order disturbed"),
    ],
)
def test_who_is_liable_for_what(deed: str, aggravated: object, article: str, sanction: str) -> None:
    """处分的轻重 (ARL 80 to 84)."""
    answer = conduct("liability", deed=deed, aggravated=aggravated)
    assert (answer.values["sanction"], article in cited(answer)) == (sanction, True)


def test_graver_sanctions_are_named() -> None:
    """降级、撤职、开除 (ARL 83)."""
    assert "警告、记过、记大过" in conduct("liability", deed="not_performed").says
    assert "降级、撤职、开除" in conduct("liability", deed="not_performed", aggravated=True).says


@pytest.mark.parametrize(
    ("on", "article"),
    [pytest.param(OLD, "ARR2007 62", id="until June"), pytest.param(NEW, "ARR2026 71", id="now")],
)
def test_a_wrong_new_act_is_a_decision_not_performed(on: str, article: str) -> None:
    """违反规定重新作出的，依不履行追究 (ARR2026 71; ARR2007 62; ARL 83)."""
    assert {article, "ARL 83"} <= set(cited(conduct("liability", on, deed="wrong_redo")))


def test_attacks_on_reviewers_have_an_article_since_july_2026() -> None:
    """报复、侮辱、威胁复议人员及其近亲属 (ARR2026 72)."""
    now, before = (conduct("liability", on, deed="reviewer_attacked") for on in (NEW, OLD))
    assert (now.result, "ARR2026 72" in cited(now)) == ("must", True)
    assert (before.result, cited(before)) == ("silent", [])


@pytest.mark.parametrize(
    ("facts", "to"),
    [
        pytest.param(
            {"deed": "no_reply"}, ["supervisory", "appointing"], id="an organ's staff, as it may"
        ),
        pytest.param({"deed": "order_disturbed"}, ["police"], id="anybody, to the police"),
        pytest.param(
            *({"deed": "order_disturbed", "official": True},),
            *(["supervisory", "appointing", "police"],),
            id="an official among them",
        ),
    ],
)
def test_to_whom_facts_are_handed(facts: dict[str, object], to: list[str]) -> None:
    """可以移送监察机关或者任免机关 (ARL 85)."""
    answer = conduct("liability", **facts)
    assert answer.values["hand_to"] == to
    assert ("ARL 85" in cited(answer)) is ("supervisory" in to)


def test_a_clue_of_official_crime_must_go_to_the_supervisory_organ() -> None:
    """职务违法、职务犯罪的线索应当移送监察机关 (ARL 86)."""
    with_clue = conduct("liability", deed="abuse", duty_crime=True)
    without = conduct("liability", deed="abuse", duty_crime=False)
    assert (found(with_clue, "ARL 86"), found(without, "ARL 86")) == ([True], [False])
    assert "supervisory" in with_clue.values["hand_to"]


def test_until_june_2026_a_sanction_could_be_proposed() -> None:
    """处分建议 (ARR2007 65); 贯通协同 (ARR2026 73)."""
    before, now = (conduct("liability", on, deed="no_reply") for on in (OLD, NEW))
    assert ("ARR2007 65" in cited(before), "ARR2007 65" in cited(now)) == (True, False)
    assert "ARR2026 73" in cited(now)


def test_without_a_deed_every_one_is_listed_that_had_an_article_that_day() -> None:
    """没有说明行为的，列出各种行为 (ARL 80 to 84)."""
    before, now = (conduct("liability", on) for on in (OLD, NEW))
    assert before.result == now.result == "unclear"
    assert (len(before.reasons), len(now.reasons)) == (9, 10)


@pytest.mark.parametrize("deed", ["abuse", "no_reply", "retaliation", "order_disturbed"])
def test_what_amounts_to_a_crime_is_prosecuted(deed: str) -> None:
    """构成犯罪的，依法追究刑事责任 (ARL 81, 82, 84)."""
    answer = conduct("liability", deed=deed, criminal=True)
    assert any(each.met and "刑事责任" in each.text for each in answer.reasons)


def test_who_does_not_perform_is_disciplined_and_not_prosecuted_by_this_law() -> None:
    """不履行决定的，只规定处分 (ARL 83)."""
    answer = conduct("liability", deed="not_performed", criminal=True)
    assert not any("刑事责任" in each.text for each in answer.reasons)


def test_a_clue_about_the_act_itself_goes_to_the_supervisory_organ() -> None:
    """不限于第80条至第84条的行为，职务违法、职务犯罪线索都应当移送监察机关 (ARL 86)."""
    answer = conduct("liability", deed="duty_crime")
    assert (answer.values["hand_to"], answer.result) == (["supervisory"], "must")
    assert "ARL 86" in cited(answer)
