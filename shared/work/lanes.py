"""Lanes: acts of web requests and of mailrooms that arrive together are gathered into one batch."""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Final, Protocol

from shared.work.act import Act

TOGETHER: Final = 64
"""So many acts make a batch; fewer are gathered with those of other requests or mailrooms."""

LANES: Final = 2
"""Batches of gathered acts at work at once; what comes meanwhile is gathered."""


class Runner(Protocol):
    """Who runs a batch."""

    async def run(self, acts: Sequence[Act]) -> None:
        """Run the acts; each is left with its result or its error."""


class Lanes:
    """Gathers acts, and has them run batch by batch."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._waiting: deque[tuple[Sequence[Act], asyncio.Future[None]]] = deque()
        self._serving: set[asyncio.Task[None] | None] = set()

    async def together(self, acts: Sequence[Act]) -> None:
        """Run a few acts in one batch with others that arrive at the same time; many, alone."""
        if len(acts) >= TOGETHER:
            return await self._runner.run(acts)
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((acts, done))
        if len(self._serving) < LANES:
            self._serving.add(asyncio.create_task(self._serve()))
        return await done

    async def _serve(self) -> None:
        try:
            await self._serve_all()
        finally:  # and no later: whoever came meanwhile would wait for a lane that serves no more
            self._serving.discard(asyncio.current_task())

    async def _serve_all(self) -> None:
        while self._waiting:
            found = [self._waiting.popleft()]
            while self._waiting and sum(len(acts) for acts, _ in found) < TOGETHER:
                found.append(self._waiting.popleft())
            batch = [act for acts, _ in found for act in acts]
            try:
                await self._runner.run(batch)
            except Exception as error:  # noqa: BLE001 - whoever waits must be told
                for act in batch:  # also one that was refused: its refusal was not written
                    act.reset()
                    act.error = error
            for _, done in found:
                if not done.done():
                    done.set_result(None)
