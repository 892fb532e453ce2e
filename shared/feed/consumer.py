"""The Kafka consumer of a Faust agent: rests between fetches, and spares what Faust wastes.

Faust looks after a consumer that hangs, and only ever writes lines about it. In looking it asserts
that every partition has a position; one that is being found anew, after its topic has lost records
in a broker's crash, has none, and the assertion ends the app. Our watchdog looks by itself.

For each record Faust also makes four tasks, to wait until a queue has taken it. The queue mostly
has room, so whether it takes the record at once is tried first. And most records of a topic are
none of an office's business: Faust makes no events of them.
"""

import types
from collections.abc import Callable, Coroutine, Generator
from functools import partial
from typing import Any, Final

import faust
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer
from faust.types import TP
from mode.services import WaitResults

from shared.feed.passed_over import PassedOver
from shared.stream.resting import rest_between_fetches

REST_SECONDS: Final = 0.02
"""Between two fetches under load; what comes alone is heard of at once."""


class RestingThread(AIOKafkaConsumerThread):
    """The thread in which an app fetches."""

    async def on_start(self) -> None:
        """Start as Faust does, and rest from now on."""
        await super().on_start()
        rest_between_fetches(self._consumer, REST_SECONDS)

    def verify_event_path(self, now: float, tp: TP) -> None:
        """Look at nothing."""


class RestingConsumer(Consumer):
    """Fetches in a thread that rests, and hands on without tasks what is taken at once."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Faust's own
        callback: Callable[[Any], Coroutine[Any, Any, None]],
        wants: Callable[[Any], bool],
        **more: Any,  # noqa: ANN401 - as above
    ) -> None:
        """`wants` says of a record whether its office would hear it; the others end here."""
        super().__init__(*args, callback=partial(self._take, callback, wants), **more)
        self._passed = PassedOver(super().ack)

    async def _take(
        self,
        hand_on: Callable[[Any], Coroutine[Any, Any, None]],
        wants: Callable[[Any], bool],
        message: Any,  # noqa: ANN401 - faust carries no types
    ) -> None:
        wanted = wants(message)
        self._passed.came(message, wanted=wanted)
        if wanted:
            await hand_on(message)

    def ack(self, message: Any) -> bool:  # noqa: ANN401 - as above
        """Acknowledge a record, and what was passed over right behind it."""
        done = super().ack(message)
        self._passed.go_on(message.tp)
        return done

    def _new_consumer_thread(self) -> RestingThread:
        return RestingThread(self, loop=self.loop, beacon=self.beacon)

    async def wait_first(self, *coros: Any, timeout: Any = None) -> WaitResults:  # noqa: ANN401, ASYNC109 - Faust's own
        """Wait for the first to end, as Faust does, unless the first one named ends at once."""
        first, *others = coros
        if isinstance(first, Coroutine):
            try:
                first = _go_on(first, first.send(None))
            except StopIteration as done:
                for other in others:
                    if isinstance(other, Coroutine):
                        other.close()
                return WaitResults([coros[0]], [done.value], stopped=False)
        return await super().wait_first(first, *others, timeout=timeout)


async def _go_on(begun: Coroutine[Any, Any, Any], waits_for: object) -> Any:  # noqa: ANN401 - as above
    """Go on with a coroutine that has been begun and waits for something."""
    return await _steps(begun, waits_for)


@types.coroutine
def _steps(begun: Coroutine[Any, Any, Any], waits_for: object) -> Generator[Any, Any, Any]:
    try:
        while True:
            try:
                told = yield waits_for
            except BaseException as error:  # noqa: BLE001 - handed on, whatever it is
                waits_for = begun.throw(error)
            else:
                waits_for = begun.send(told)
    except StopIteration as done:
        return done.value


def let_rest(app: faust.App, wants: Callable[[Any], bool]) -> None:
    """Give an app that has not started a consumer that rests and drops what nobody wants."""
    transport: Any = app.transport
    transport.Consumer = partial(RestingConsumer, wants=wants)
