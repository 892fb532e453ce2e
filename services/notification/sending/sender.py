"""Sends what is due, a loop for each channel and one that plans; one worker is at it at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final

from services.notification.sending.addresses import (
    Addresses,
    BadAddresses,
    load_addresses,
)
from services.notification.sending.channel import Channel, Outcome, Outgoing, Result
from services.notification.sending.gateway import Gateway
from services.notification.sending.mail import Mail
from services.notification.sending.queue import Queue
from shared import metrics
from shared.db import LOST, Conn
from shared.logging import logger
from shared.settings import Settings, settings
from shared.work import Hub

TOGETHER: Final = 8
"""So many are sent at once by one channel."""

LOOK_EVERY_SECONDS: Final = 1.0
STAND_BY_SECONDS: Final = 5.0
LOCK: Final = (0x6E6F, 0)
"""The lock by which one worker sends at a time."""

Work = Callable[[], Awaitable[None]]
"""What goes on for ever."""

TRY: Final = "SELECT pg_try_advisory_lock($1, $2)"
FREE: Final = "SELECT pg_advisory_unlock($1, $2)"

_log = logger(__name__)


async def send_out(hub: Hub) -> None:
    """外发通知, for ever; without channels or addresses there is nothing to do."""
    told = settings()
    addresses = open_addresses(told, hub)
    if not any(addresses.values()):
        await asyncio.Event().wait()
    queue, ways = queue_of(hub, told), channels(told, hub)
    works = [planning(hub, queue, addresses), *(Sender(hub, queue, way).work for way in ways)]
    while True:
        try:
            await _at_work(hub, works)
        except* LOST as errors:
            _log.warning("notices.waits", exc_info=errors)
        await asyncio.sleep(STAND_BY_SECONDS)


def open_addresses(told: Settings, hub: Hub) -> Addresses:
    """The addresses of the channels that are set up; none where the file of them is wrong."""
    try:
        addresses = load_addresses(told.addresses, hub.directory)
    except BadAddresses as error:  # hearing and pages go on: the page of what goes out says why
        _log.error("notices.bad_addresses", reason=str(error))
        addresses = {}
    return {way.name: addresses.get(way.name, {}) for way in channels(told, hub)}


def queue_of(hub: Hub, told: Settings) -> Queue:
    """The queue of a hub."""
    return Queue(hub.pool, told.public_url)


def channels(told: Settings, hub: Hub) -> Sequence[Channel]:
    """The ways out that the settings declare."""
    found: list[Channel] = []
    if told.smtp:
        found.append(Mail(told.smtp.get_secret_value(), told.smtp_from, hub.clock))
    if told.gateway and told.gateway_secret:
        found.append(Gateway(told.gateway, told.gateway_secret.get_secret_value(), hub.clock))
    return found


def planning(hub: Hub, queue: Queue, addresses: Addresses) -> Work:
    """What plans notices, again and again."""

    async def work() -> None:
        while True:
            if not await queue.plan(addresses, await hub.now()):
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    return work


class Sender:
    """Sends what is due by one channel."""

    def __init__(self, hub: Hub, queue: Queue, channel: Channel) -> None:
        self._hub = hub
        self._queue = queue
        self._channel = channel

    async def work(self) -> None:
        """Take up what was left, then send what falls due."""
        await self._queue.take_up(self._channel, await self._hub.now())
        while True:
            if not await self.once():
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def once(self) -> int:
        """Send what is due now, at most `TOGETHER`; how many were tried."""
        due = await self._queue.claim(self._channel.name, await self._hub.now(), TOGETHER)
        await asyncio.gather(*(self._send(one) for one in due))
        return len(due)

    async def _send(self, one: Outgoing) -> None:
        result = await self._result(one)
        await self._record(one, result)
        metrics.count("hub_notices_total", channel=self._channel.name, result=result.outcome)
        if result.outcome is not Outcome.SENT:
            _log.warning(
                "notices.unsent",
                channel=self._channel.name,
                sending=str(one.sending_id),
                outcome=result.outcome,
                answer=result.answer,
            )

    async def _result(self, one: Outgoing) -> Result:
        """How sending ended; a fault of ours holds up neither the others nor itself for ever."""
        try:
            return await self._channel.send(one)
        except Exception as error:  # noqa: BLE001 - as above
            _log.error("notices.broke", sending=str(one.sending_id), exc_info=error)
            outcome = Outcome.RETRY if self._channel.repeatable else Outcome.UNKNOWN
            return Result(outcome, type(error).__name__)

    async def _record(self, one: Outgoing, result: Result) -> None:
        """Keep how it ended, however long the database is away: only the end of all forgets it."""
        while True:
            try:
                return await self._queue.record(one, result, await self._hub.now())
            except LOST as error:
                _log.warning("notices.waits", exc_info=error)
                await asyncio.sleep(LOOK_EVERY_SECONDS)


async def _at_work(hub: Hub, works: Sequence[Work]) -> None:
    """Be the one at work, if no other is; each work goes on when another fails."""
    async with hub.pool.acquire() as conn:
        if not await conn.fetchval(TRY, *LOCK):
            return
        try:
            async with asyncio.TaskGroup() as group:
                for work in works:
                    group.create_task(_again(work))
                group.create_task(_holding(conn))
        finally:
            with suppress(*LOST):  # the locks of a lost connection are free already
                await conn.execute(FREE, *LOCK)


async def _again(work: Work) -> None:
    while True:
        try:
            await work()
        except LOST as error:
            _log.warning("notices.waits", exc_info=error)
        except Exception as error:  # noqa: BLE001 - hearing and other channels go on
            _log.error("notices.failed", exc_info=error)
        await asyncio.sleep(STAND_BY_SECONDS)


async def _holding(conn: Conn) -> None:
    """End when the connection that holds the lock is lost: another may be at work by then."""
    while True:
        await conn.fetchval("SELECT 1")
        await asyncio.sleep(STAND_BY_SECONDS)
