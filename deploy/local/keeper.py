"""看护: keeps a service running; one that died is started again, with back-off."""

import itertools
import threading
import time
from collections.abc import Callable
from typing import Any, Final, Protocol

from deploy.local import Server
from deploy.local.part import exit_facts

FIRST_PAUSE_SECONDS: Final = 0.5
LONGEST_PAUSE_SECONDS: Final = 30.0
STEADY_SECONDS: Final = 60.0
"""Whoever ran so long is trusted anew: its next pause is the first one again."""
_LOOK_SECONDS: Final = 0.1

Tell = Callable[..., None]
"""Takes an event, and fields that explain it."""


class Service(Protocol):
    """What can be kept running: a server, or a part of the hub."""

    @property
    def name(self) -> str:
        """What the log calls it."""
        ...

    @property
    def pid(self) -> int | None:
        """Its process, while it lives."""
        ...

    def start(self) -> None:
        """Start it."""
        ...

    def alive(self) -> bool:
        """Whether it runs."""
        ...

    def stop(self) -> None:
        """End it in order; silent when nothing runs."""
        ...

    def how_it_ended(self) -> dict[str, object]:
        """Exit code or signal of its last process, as log fields."""
        ...


class KeptServer:
    """A server of one machine as a service; it says how it ended."""

    def __init__(self, server: Any, **options: bool) -> None:  # noqa: ANN401  # each starts its own way
        self._server: Server = server
        self._start: Callable[[], None] = lambda: server.start(**options)
        self.name = server.name

    @property
    def pid(self) -> int | None:
        """Its process, while it lives."""
        return self._server.pid

    def start(self) -> None:
        """Start it and wait until it serves."""
        self._start()

    def alive(self) -> bool:
        """Whether it runs."""
        return self._server.alive()

    def stop(self) -> None:
        """End it in order."""
        self._server.stop()

    def how_it_ended(self) -> dict[str, object]:
        """Exit code or signal; the rest stands in the server's own log."""
        process = self._server._process  # noqa: SLF001  # told nowhere else
        return exit_facts(process.poll() if process else None)


class Keeper:
    """Starts a service, looks after it in a thread of its own, and starts it again."""

    def __init__(self, service: Service, tell: Tell, ended: Callable[[str, int], None]) -> None:
        """`ended` is called with name and process number of whatever died."""
        self.service = service
        self._tell = tell
        self._ended = ended
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep, name=service.name, daemon=True)

    def begin(self) -> None:
        """Look after the service from now on; it is started if it does not run yet."""
        self._thread.start()

    def stop(self, patience_seconds: float = 30.0) -> None:
        """End the service in order, and the looking after."""
        self._stopping.set()
        self.service.stop()
        if self._thread.is_alive():
            self._thread.join(patience_seconds)

    def _keep(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        lives = itertools.count()
        while not self._stopping.is_set():
            since = time.monotonic()
            why = self._one_life(again=next(lives) > 0)
            if self._stopping.is_set():
                break
            if time.monotonic() - since > STEADY_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            self._tell("ended", part=self.service.name, pause_seconds=pause, **why)
            self._stopping.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        self.service.stop()  # it may have been started after it was told to stop

    def _one_life(self, *, again: bool) -> dict[str, object]:
        """Start the service if need be and wait for its end; why it ended."""
        try:
            if not self.service.alive():
                self.service.start()
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told and tried again
            return {"words": str(error)}
        if again:
            self._tell("started", part=self.service.name)
        pid = self.service.pid
        while self.service.alive():
            if self._stopping.wait(_LOOK_SECONDS):
                return {}
        if pid is not None:
            self._ended(self.service.name, pid)
        return self.service.how_it_ended()
