"""Cases at their end and what follows them, for tests of each thing that may follow."""

import pytest

from services.reconsideration.domain import aftermath_acts as acts
from services.reconsideration.domain import annulling
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import (
    DecisionAnnulled,
)
from shared.law.article import Article
from shared.law.procedure import Refused
from tests.reconsideration.following import ABOVE, Following
from tests.reconsideration.makers import (
    PAPER,
    RESPONDENT,
    day,
)

CITY = "620700-government"


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def copy(file: Following, organ: str = ABOVE, above: str | None = ABOVE) -> Fact:
    return acts.copy_decision(file.file, file.head("2026-07-22"), organ, {RESPONDENT: above})


def annul(file: Following, organ: str = CITY, **said: object) -> DecisionAnnulled:
    anew = day(str(said["anew"])) if "anew" in said else None
    head = file.head("2026-08-03")
    return annulling.annul(file.file, head, organ, PAPER, above={CITY}, decide_anew_by=anew)
