"""Cases with third persons and with many applicants, for tests."""

from uuid import UUID

import pytest

from services.reconsideration.domain import people_acts as acts
from services.reconsideration.domain.people_acts import TakingOver
from shared.contracts.reconsideration.people import (
    ApplicantSucceeded,
    Kin,
    Succession,
)
from shared.law.article import Article
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    PAPER,
    Walk,
    accepted,
)

CARL = UUID(int=6)
TWELVE = tuple(UUID(int=100 + n) for n in range(12))


def of_many(count: int, on: str = "2026-09-01") -> Walk:
    return accepted(on, applicants=TWELVE[:count])


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def succeed(walk: Walk, on: str, **said: object) -> ApplicantSucceeded:
    fields: dict[str, object] = {
        "applicant_id": ANNA,
        "successors": (BERT,),
        "succession": Succession.RELATIVES,
        "relation": Kin.SPOUSE,
    }
    return acts.succeed(
        walk.case,
        walk.head(on),
        TakingOver(**(fields | said)),  # type: ignore[arg-type]  # by name
        PAPER,
    )
