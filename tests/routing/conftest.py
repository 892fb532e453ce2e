"""What tests of routing have in common."""

from collections.abc import Iterator

import pytest

from services.routing.hotspots.heat import HEAT
from services.routing.watching.reckoner import Reckoner
from tests.routing.messages import TODAY


@pytest.fixture(scope="session")
def reckoning() -> Iterator[Reckoner]:
    """The process that reckons hot spots; it begins with the first test that needs it."""
    with Reckoner() as one:
        yield one


@pytest.fixture
async def reckoner(reckoning: Reckoner) -> Reckoner:
    """The same with nothing in its memory: each test's hub has pages of its own."""
    await reckoning.spots([], TODAY, HEAT)
    return reckoning
