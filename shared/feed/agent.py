"""A Faust agent: how offices hear in daily work.

An exception that leaves a Faust agent acknowledges and loses its batch, so none leaves it: the
mailroom waits, parks or refuses, and comes back only when the batch may be acknowledged. Faust can
be left half-dead, alive but no longer consuming; a watchdog thread ends the process then, which
neither acknowledges nor commits, and whoever supervises it starts it again.
"""

import asyncio
import os
import threading
import time
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any, Final

import faust
from faust.transport import consumer as faust_consumer
from faust.types import TP

from shared.feed.consumer import let_rest
from shared.feed.cuts import EVERY_SECONDS, Cuts
from shared.logging import logger
from shared.mailroom import Mailroom
from shared.parked import KIND, Letter, said
from shared.work import LOST

BATCH: Final = 500
"""Messages of a batch at most, and messages that wait for the next one."""

LOOK_EVERY_SECONDS: Final = 0.5
STALE_SECONDS: Final = 20.0
"""A loop that has not turned for this long is taken for dead."""

HALF_DEAD: Final = 70
"""Exit code of a worker that the watchdog ended."""

# At each commit Faust draws a table of offsets for a line of a level below all that it ever logs.
faust_consumer.terminal = SimpleNamespace(  # type: ignore[attr-defined, assignment]  # a module
    logtable=lambda *_, **__: ""
)

_log = logger(__name__)


def make_app(mailroom: Mailroom, kafka: str, topics: Sequence[str], cuts: Cuts) -> faust.App:
    """A Faust app with one agent, that feeds one office's mailroom.

    It has no name of its own at the broker (static membership): a member that takes the place of
    its killed predecessor is given its partitions without a new generation, and Faust then reads
    nothing at all.
    """
    app = faust.App(
        mailroom.consumer,
        broker=[f"kafka://{one}" for one in kafka.split(",")],
        value_serializer="raw",
        key_serializer="raw",
        web_enabled=False,
        topic_allow_declare=False,
        topic_disable_leader=True,
        consumer_auto_offset_reset="earliest",
        broker_commit_interval=1.0,  # what is heard again after an end does nothing
        broker_session_timeout=6.0,  # the least that a broker grants unless told otherwise
        broker_heartbeat_interval=2.0,
        broker_rebalance_timeout=60.0,
        producer_request_timeout=60.0,
        stream_buffer_maxsize=4096,
        agent_supervisor="mode.CrashingSupervisor",
    )
    let_rest(app, lambda message: mailroom.wants(_said_kind(message)))
    source = app.topic(*topics, value_serializer="raw", key_serializer="raw")

    async def hear(stream: Any) -> None:  # noqa: ANN401 - faust carries no types
        arrived: asyncio.Queue[Any] = asyncio.Queue(BATCH)
        async with asyncio.TaskGroup() as group:
            handing = group.create_task(_hand_on(arrived, mailroom))
            async for event in stream.noack().events():
                await arrived.put(event)
            handing.cancel()

    app.agent(source, name=f"{mailroom.consumer}.hear", concurrency=1)(hear)

    @app.task  # type: ignore[untyped-decorator]  # faust carries no types
    async def go_back() -> None:
        while not app.should_stop:
            try:
                await _go_back(app, cuts)
            except LOST as error:
                _log.warning("feed.waits", consumer=mailroom.consumer, exc_info=error)
            await asyncio.sleep(EVERY_SECONDS)

    return app


async def _hand_on(arrived: "asyncio.Queue[Any]", mailroom: Mailroom) -> None:
    """Hand on, in order, what has arrived by now; acknowledged is what the mailroom has dealt with.

    Faust's own batches (`take_events`) turn by a timer, which costs a worker half its time when
    nothing happens, and makes each message wait for it.
    """
    while True:
        events = [await arrived.get()]
        while len(events) < BATCH:
            if arrived.empty():
                await asyncio.sleep(0)  # Faust lets one message through at each turn of the loop
                if arrived.empty():
                    break
            events.append(arrived.get_nowait())
        await mailroom.take_in([_letter(event.message) for event in events])
        for event in events:
            event.ack()


def _headers(message: Any) -> Iterable[tuple[str, bytes]]:  # noqa: ANN401 - faust carries no types
    headers = message.headers or ()
    return headers.items() if isinstance(headers, dict) else headers


def _said_kind(message: Any) -> str:  # noqa: ANN401 - as above
    return next((said(value) for name, value in _headers(message) if name == KIND), "")


def _letter(message: Any) -> Letter:  # noqa: ANN401 - as above
    place = (message.topic, message.partition, message.offset)
    return Letter.read(*place, _headers(message), message.value)


async def _go_back(app: faust.App, cuts: Cuts) -> None:
    """Read again from where a topic has lost its records."""
    consumer: Any = app.consumer
    given = consumer.assignment()
    if not given:
        return
    ids, back = await cuts.unseen({(tp.topic, tp.partition) for tp in given})
    for part, offset in back.items():
        tp = TP(*part)
        # Kafka's client may have gone back by itself, to the beginning; Faust still drops whatever
        # lies below what it has read last, and that is something else now.
        read = consumer._read_offset[tp] or 0  # noqa: SLF001 - nothing public tells
        if max(await consumer.position(tp) or 0, read) > offset:
            await consumer.seek(tp, offset)
            consumer._committed_offset[tp] = offset - 1  # noqa: SLF001 - or the old one stays
            await consumer._commit({tp: offset})  # noqa: SLF001 - or the next start goes on from it
    if ids:
        await cuts.seen(ids)


class Watchdog(threading.Thread):
    """Ends the process when Faust is alive and no longer consumes."""

    def __init__(self, apps: Sequence[faust.App]) -> None:
        super().__init__(name="watchdog", daemon=True)
        self._apps = apps
        self._beat = time.monotonic()

    async def beat(self) -> None:
        """Let the loop show that it turns."""
        while True:
            self._beat = time.monotonic()
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    def run(self) -> None:
        """Look twice a second."""
        while True:
            time.sleep(LOOK_EVERY_SECONDS)
            if reason := self.reason():
                _log.critical("worker.half_dead", error=reason, exit_code=HALF_DEAD)
                os._exit(HALF_DEAD)

    def reason(self) -> str:
        """Why the process must end; empty while all is well."""
        if time.monotonic() - self._beat > STALE_SECONDS:
            return "the loop stands still"
        for app in self._apps:
            if reason := symptom(app):
                return f"{app.conf.id}: {reason}"
        return ""


def symptom(app: faust.App) -> str:
    """What Faust keeps to itself when its consumer has died; empty when it is well."""
    consumer = app._consumer  # noqa: SLF001 - nothing public tells
    thread = getattr(consumer, "_thread", None)
    if thread is None:
        return ""
    if thread.crashed:
        return "its consumer crashed"
    # While it starts there is a consumer without a coordinator, for as long as the broker takes.
    coordinator = getattr(getattr(thread, "_consumer", None), "_coordinator", None)
    pending = coordinator._pending_exception if coordinator else None  # noqa: SLF001 - as above
    return f"its coordinator failed: {type(pending).__name__}" if pending else ""
