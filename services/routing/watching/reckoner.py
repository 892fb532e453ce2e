"""The reckoning of hot spots in a process of its own: a look takes seconds, and no fact waits."""

import asyncio
import os
import signal
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Final, Self, TypeAlias

from services.routing.hotspots.heat import Heat
from services.routing.hotspots.message import Key, Message
from services.routing.hotspots.spots import Spot, spots
from services.routing.hotspots.words import shared_words

BEHIND: Final = 10
"""How far its turn comes behind the worker's, as `nice` counts."""

AT_ONCE: Final = 200
"""Messages handed over in one piece; the worker stands still while it packs them."""


_Pipe: TypeAlias = "Connection[Any, Any]"


class Reckoner:
    """Holds the same messages as the watcher's memory, in another process; it ends with this one.

    The process is begun when first asked, and anew after it broke off, which whoever asked is told
    by `EOFError` or `OSError`. One question at a time.
    """

    def __init__(self) -> None:
        self._running: tuple[BaseProcess, _Pipe] | None = None
        self._told: set[Key] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """End the process; a question that still waits for its answer gets `EOFError`."""
        if self._running is not None:
            process, _ = self._running
            process.kill()
            process.join()
        self._running, self._told = None, set()

    @property
    def pid(self) -> int | None:
        """The process, if there is one."""
        return self._running[0].pid if self._running else None

    async def spots(self, messages: Collection[Message], today: date, heat: Heat) -> list[Spot]:
        """Every trouble of which these speak, the hottest first."""
        new = [one for one in messages if one.key not in self._told]
        gone = self._told.difference(one.key for one in messages)
        found: list[Spot] = await self._ask(_Forget(gone), *_pieces(new), _Spots(today, heat))
        self._told = {one.key for one in messages}
        return found

    async def shared_words(
        self, spot: Spot, share: float, names: Collection[str]
    ) -> tuple[str, ...]:
        """The words that tell a spot from the other messages last looked at."""
        words: tuple[str, ...] = await self._ask(_Words(spot, share, names))
        return words

    async def _ask(self, *questions: "_Question") -> Any:  # noqa: ANN401 - as the last one says
        if self._running is None:
            self._running = _begun()
        try:
            return await asyncio.to_thread(_exchange, self._running[1], questions)
        except BaseException:
            self.end()  # who knows what it holds now
            raise


def _begun() -> tuple[BaseProcess, _Pipe]:
    context = get_context("spawn")  # a fork would take the worker's threads and locks along
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()  # so that each side hears when the other is gone
    return process, ours


@dataclass(frozen=True, slots=True)
class _Take:
    """Keep these messages."""

    messages: Sequence[Message]

    def answered(self, held: dict[Key, Message]) -> None:
        held.update((one.key, one) for one in self.messages)


@dataclass(frozen=True, slots=True)
class _Forget:
    """Forget these messages."""

    keys: Collection[Key]

    def answered(self, held: dict[Key, Message]) -> None:
        for key in self.keys:
            del held[key]


@dataclass(frozen=True, slots=True)
class _Spots:
    """What stands out of all that is held?"""

    today: date
    heat: Heat

    def answered(self, held: dict[Key, Message]) -> list[Spot]:
        return spots(held.values(), self.today, self.heat)


@dataclass(frozen=True, slots=True)
class _Words:
    """Which words tell this spot from all other troubles that are held?"""

    spot: Spot
    share: float
    names: Collection[str]

    def answered(self, held: dict[Key, Message]) -> tuple[str, ...]:
        own = set(self.spot.disputes) | self.spot.before
        others = [one for one in held.values() if one.dispute_id not in own]
        return shared_words(self.spot.members, others, self.share, self.names)


_Question = _Take | _Forget | _Spots | _Words


def _pieces(messages: Sequence[Message]) -> list[_Take]:
    starts = range(0, len(messages), AT_ONCE)
    return [_Take(messages[start : start + AT_ONCE]) for start in starts]


def _exchange(pipe: _Pipe, questions: Sequence[_Question]) -> Any:  # noqa: ANN401 - see _ask
    """Ask one after the other; the answer to the last."""
    answer = None
    for question in questions:
        pipe.send(question)
        answer = pipe.recv()
        if isinstance(answer, Exception):
            raise answer
    return answer


def _serve(pipe: _Pipe) -> None:
    """Answer until the worker is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the worker hears it, and ends this one
    os.nice(BEHIND)
    Thread(target=_end_with_the_worker, daemon=True).start()
    held: dict[Key, Message] = {}
    with suppress(EOFError, OSError):
        while True:
            question: _Question = pipe.recv()
            try:
                answer: object = question.answered(held)
            except Exception as error:  # noqa: BLE001 - told to whoever asked
                answer = error
            pipe.send(answer)


def _end_with_the_worker() -> None:
    """Also in the middle of a look, however the worker ended."""
    worker = parent_process()
    assert worker is not None  # noqa: S101 - we were begun by it
    wait([worker.sentinel])
    os._exit(0)
