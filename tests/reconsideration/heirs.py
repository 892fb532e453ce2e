"""Decided cases with a third person, for tests about who is no more and who takes over."""

from typing import Any
from uuid import UUID

from services.reconsideration.domain.heirless import Lost
from shared.contracts.reconsideration import (
    Outcome,
)
from shared.contracts.reconsideration.heirless import Ending
from shared.contracts.reconsideration.people import (
    ThirdPersonJoined,
)
from tests.reconsideration.afterwards import (  # noqa: F401 - fixtures
    HEAD,
    LABELS,
    case,
    done,
    follows,
    held,
    served,
    to,
)
from tests.reconsideration.makers import BERT, Walk, accepted, day, decided
from tests.reconsideration.test_drafting_doors import clock, door, examined  # noqa: F401 - fixtures

HEIR = UUID(int=9)


def with_third(walk: Walk, on: str = "2026-03-06") -> Walk:
    """The same file, with Bert as third person."""
    there = Walk.of(walk.case)
    return there.then(ThirdPersonJoined, on)


def third_decided() -> Walk:
    walk = with_third(accepted())
    return Walk.of(
        walk.but(state=decided().case.state, decided_on=day("2026-04-17"), outcome=Outcome.UPHELD)
    )


def lost(person: Any = BERT, on: str = "2026-04-18") -> Lost:  # noqa: ANN401 - an id
    return Lost(person_id=person, ending=Ending.DIED, gone_on=day(on))
