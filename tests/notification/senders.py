"""Departments that were told in the page, and what is sent out of it."""

from typing import Any

import pytest

from services.notification.sending.channel import Channel
from services.notification.sending.queue import Queue
from services.notification.sending.sender import Sender
from shared.contracts.intake import Urgency
from shared.work import Hub
from tests.notification.telling import tell
from tests.routing.cases import registered
from tests.routing.hearing import hear, hear_all

FROM = "hub@hub.example.gov.cn"
SECRET = "s" * 40
LEAD = "620702-sifa"
MAILED = {"mail": {LEAD: "zhiban@sifa.example.gov.cn"}, "gateway": {}}
POSTED = {"mail": {}, "gateway": {LEAD: "sifa-zhiban"}}


@pytest.fixture
async def told(hub: Hub) -> Hub:
    """A whistle was blown, and the departments were told in the page."""
    await hear(hub, registered(urgency=Urgency.URGENT))
    await hear_all(hub)
    await tell(hub)
    return hub


async def queued(hub: Hub, addresses: Any) -> Queue:  # noqa: ANN401 - by channel and organ
    queue = Queue(hub.pool, "https://hub.example.gov.cn")
    while await queue.plan(addresses, await hub.now()):
        pass
    return queue


async def standing(hub: Hub) -> list[tuple[str, int, str]]:
    rows = await hub.pool.fetch(
        "SELECT state, attempts, result FROM notification.sending ORDER BY made_at, sending_id"
    )
    return [(row["state"], row["attempts"], row["result"]) for row in rows]


async def attempts(hub: Hub) -> list[tuple[int, str]]:
    rows = await hub.pool.fetch(
        "SELECT attempt, outcome FROM notification.attempt ORDER BY sending_id, attempt"
    )
    return [(row["attempt"], row["outcome"]) for row in rows]


async def send(hub: Hub, queue: Queue, channel: Channel) -> int:
    return await Sender(hub, queue, channel).once()
