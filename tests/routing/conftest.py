"""What tests of routing have in common."""

from collections.abc import AsyncIterator, Iterator

import pytest

from services.routing.hotspots.heat import HEAT
from services.routing.watching.reckoner import Reckoner
from shared.clock import StillClock
from shared.work import Hub
from tests.routing.desks import Desk, open_desk
from tests.routing.messages import TODAY
from tests.routing.town import Town, town


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


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> AsyncIterator[Desk]:
    """The doors of routing."""
    async with open_desk(hub, clock) as found:
        yield found


@pytest.fixture
async def place(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    """The town in which a road is put right."""
    async with town(hub, clock) as found:
        yield found
