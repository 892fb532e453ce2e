"""What tests of reconsideration have in common."""

from collections.abc import AsyncIterator

import httpx
import pytest

from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens
from shared.clock import StillClock
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.makers import DISPUTE
from tests.reconsideration.test_routes import Door
from tests.registering import take_in


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    """The doors of the office, over a fresh database in which the dispute is registered."""
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)
