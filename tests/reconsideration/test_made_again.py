"""重作的相同行为: an act made again is revoked where any act would be (ARL 64, 65; ARR2026 58)."""

from collections.abc import Mapping
from typing import Any, Final

import pytest

from shared.contracts.reconsideration import Outcome
from shared.law.article import ARL, Article
from tests.reconsideration.deciding import RIGHT, Draft, decide
from tests.reconsideration.judged import refused
from tests.reconsideration.makers import examined
from tests.reconsideration.test_judging import judged

OLD, NEW = "2026-06-30", "2026-07-06"
O = Outcome  # noqa: E741 - a table of outcomes is read, not searched
AGAIN: Final[Mapping[str, Any]] = {
    "repeats": True,
    "repeated_number": "甘政复决字〔2025〕9号",
    "repeated_outside": True,
}


@pytest.mark.parametrize("on", [OLD, NEW])
@pytest.mark.parametrize(
    ("kept", "article"),
    [
        ({"harms_public": True}, ARL[65].par(1, 1)),
        ({"nothing_to_revoke": True}, ARL[65].par(2, 1)),
        ({"respondent_changed": True}, ARL[65].par(2, 2)),
    ],
    ids=str,
)
def test_an_act_made_again_is_only_found_unlawful_where_any_act_would_be(
    on: str, kept: dict[str, Any], article: Article
) -> None:
    """重作的相同行为，不撤销、不需要撤销的，确认违法 (ARL 64, 65; ARR2026 58)."""
    judgment = judged(on, repeats=True, **kept)
    assert (judgment.open_to, judgment.article) == ((O.CONFIRMED_ILLEGAL,), article)
    assert judged(on, repeats=True).open_to == (O.REVOKED,)


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        pytest.param(O.CONFIRMED_ILLEGAL, {"respondent_changed": True}, id="taken back by itself"),
        pytest.param(O.CONFIRMED_ILLEGAL, {"harms_public": True}, id="to keep from grave harm"),
        pytest.param(O.CONFIRMED_INVALID, {"grave": True, "asks_invalid": True}, id="void"),
        pytest.param(O.APPLICATION_DISMISSED, {"qualifies": False}, id="no application"),
        pytest.param(O.APPLICATION_DISMISSED, {"hopeless": "confirmed"}, id="hopeless"),
    ],
)
def test_nothing_is_ordered_anew_where_the_act_made_again_is_not_revoked(
    outcome: Outcome, found: Mapping[str, Any]
) -> None:
    """重作的相同行为不撤销的，不责令重新作出 (ARL 33, 64, 65, 67; ARR2026 37, 58)."""
    again = {**RIGHT, "procedure": "violated", **AGAIN, "duty": None, "qualifies": True, **found}
    plain = Draft(outcome=outcome, found=again)
    assert decide(examined(), plain, NEW).case.outcome is outcome
    assert refused(Draft(outcome=outcome, redo=True, found=again), NEW) == ARL[64].par(1)


def test_an_act_made_again_that_nobody_answers_for_is_found_unlawful_where_nothing_is_left() -> (
    None
):
    """没有答复举证、又不具有可撤销内容的，确认违法，不责令重作 (ARL 65, 70; ARR2026 58)."""
    gone = {**AGAIN, "nothing_to_revoke": True, "evidence_submitted": False}
    plain = Draft(outcome=O.CONFIRMED_ILLEGAL, found=gone)
    assert decide(examined(), plain, NEW).case.outcome is O.CONFIRMED_ILLEGAL
