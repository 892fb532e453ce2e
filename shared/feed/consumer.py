"""The Kafka consumer of a Faust agent, with a rest between fetches and without Faust's own watch.

Faust looks after a consumer that hangs, and only ever writes lines about it. In looking it asserts
that every partition has a position; one that is being found anew, after its topic has lost records
in a broker's crash, has none, and the assertion ends the app. Our watchdog looks by itself.
"""

from typing import Any, Final

import faust
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer
from faust.types import TP

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
    """Fetches in a thread that rests."""

    def _new_consumer_thread(self) -> RestingThread:
        return RestingThread(self, loop=self.loop, beacon=self.beacon)


def let_rest(app: faust.App) -> None:
    """Give an app that has not started a consumer that rests."""
    transport: Any = app.transport
    transport.Consumer = RestingConsumer
