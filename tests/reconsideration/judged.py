"""Findings and drafts of decisions, and what refuses them, for tests."""

import pytest

from shared.contracts.reconsideration import Outcome
from shared.law.article import Article
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, drafted
from tests.reconsideration.makers import Walk, examined

OLD, NEW = "2026-04-17", "2026-07-06"
O = Outcome  # noqa: E741 - a table of outcomes is read, not searched


def refused(draft: Draft, on: str = OLD, walk: Walk | None = None) -> Article:
    """The article that refuses the draft."""
    with pytest.raises(Refused) as refusal:
        drafted(walk or examined(), draft, on)
    return refusal.value.article
