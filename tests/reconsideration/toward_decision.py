"""What tests of decisions decide, and what refuses it."""

import pytest

from shared.contracts.reconsideration import (
    Outcome,
)
from shared.law.article import Article
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    Walk,
)

REVOKE, UPHOLD = Draft(outcome=Outcome.REVOKED), Draft(outcome=Outcome.UPHELD)


def refused(walk: Walk, draft: Draft, on: str = "2026-04-17") -> Article:
    """The article that refuses this decision."""
    with pytest.raises(Refused) as refusal:
        decide(walk, draft, on)
    return refusal.value.article
