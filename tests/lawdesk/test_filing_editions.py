"""申请期限: what only one of the two regulations says (ARR2007 15; ARR2026 38)."""

import pytest

from services.reconsideration.lawdesk.filing import QUESTION
from tests.lawdesk.reconsidering import ask, cited


@pytest.mark.parametrize(("filed_on", "spoken"), [("2026-06-30", True), ("2026-07-01", False)])
def test_a_paper_that_was_never_served_was_not_known_until_june_2026(
    filed_on: str, *, spoken: bool
) -> None:
    """应当送达而未送达的，视为不知道 (ARR2007 15); 新条例没有再规定."""
    answer = ask(QUESTION, filed_on=filed_on)
    assert answer.result == "unknown"
    assert ("ARR2007 15(2)" in cited(answer)) is spoken


@pytest.mark.parametrize(("filed_on", "spoken"), [("2026-06-30", False), ("2026-07-01", True)])
def test_who_still_contests_a_corrected_penalty_is_told_where_to(
    filed_on: str, *, spoken: bool
) -> None:
    """自行纠正后仍坚持申请的，告知有管辖权的机关 (ARR2026 38)."""
    answer = ask(
        QUESTION,
        learnt_on="2026-05-06",
        told_remedies=True,
        handed_in_on="2026-06-01",
        corrected_told_on="2026-06-05",
        filed_on=filed_on,
    )
    told = any("告知向有管辖权的机关申请" in each.text for each in answer.reasons)
    assert told is spoken


@pytest.mark.parametrize(("filed_on", "spoken"), [("2026-06-30", True), ("2026-07-01", False)])
def test_who_learnt_of_an_act_by_hearsay_is_told_that_it_had_to_be_served(
    filed_on: str, *, spoken: bool
) -> None:
    """没有送达而自行得知的，提示应当送达而未送达视为不知道 (ARR2007 15)."""
    asked = {"told_remedies": True, "filed_on": filed_on}
    assert ("ARR2007 15(2)" in cited(ask(QUESTION, learnt_on="2026-05-06", **asked))) is spoken
    served = ask(QUESTION, served="direct", served_on="2026-05-06", **asked)
    assert "ARR2007 15(2)" not in cited(served)


@pytest.mark.parametrize(
    ("filed_on", "article", "known"),
    [
        pytest.param("2026-06-30", "ARR2007 15(1)(6)", "证明知道该行政行为", id="that one knew"),
        pytest.param(
            *("2026-07-01", "ARR2026 23(2)", "证明知道或者应当知道"), id="or should have known"
        ),
    ],
)
def test_until_june_2026_only_knowledge_could_be_proved(
    filed_on: str, article: str, known: str
) -> None:
    """被申请人证明知道；2026年7月1日起也可以证明应当知道 (ARR2007 15; ARR2026 23)."""
    answer = ask(QUESTION, proved_on="2026-05-06", told_remedies=True, filed_on=filed_on)
    assert [r for r in answer.reasons if r.article and r.article.code == article]
    assert any(known in each.because for each in answer.proofs)
