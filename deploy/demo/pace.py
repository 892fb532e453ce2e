"""快慢: how the time of the city passes in a demonstration; forward only, or not moved at all."""

import asyncio
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Final, Protocol

from asyncpg import InterfaceError, PostgresError

from deploy.cli.clock import advance, shift
from deploy.run_file import NoHub
from shared.clock import WallClock

HOUR: Final = 3600.0
_TICK_SECONDS: Final = 0.5
_SETTLE_SECONDS: Final = 1.5
"""How long a night's lapses are given to be recorded, before the morning goes on."""


class Broken(Exception):
    """The hub does not answer as a hub does; says in Chinese how."""


class CityClock(Protocol):
    """The hub's clock, as far as a demonstration has to do with it."""

    async def now(self) -> datetime:
        """What time it is for the hub."""
        ...

    async def forward(self, span: timedelta) -> None:
        """Move it on."""
        ...

    async def settle(self) -> None:
        """Let the hub record what fell due meanwhile."""
        ...


class HubClock:
    """The clock of the hub that runs."""

    async def now(self) -> datetime:
        """What time it is for the hub."""
        return WallClock().now() + await _asked(shift())

    async def forward(self, span: timedelta) -> None:
        """Move it on."""
        await _asked(advance(span))

    async def settle(self) -> None:
        """Let the hub record what fell due meanwhile."""
        await asyncio.sleep(_SETTLE_SECONDS)


async def _asked(clock: Awaitable[timedelta]) -> timedelta:
    """What the clock answers.

    Raises:
        Broken: The hub is gone, and its clock with it.
    """
    try:
        return await clock
    except (NoHub, OSError, PostgresError, InterfaceError):
        raise Broken("枢纽已经停止，或者数据库没有应答") from None


class Pace:
    """How fast it goes: an hour of the city in so many seconds; None leaves the clock alone."""

    def __init__(self, clock: CityClock, seconds_an_hour: float | None) -> None:
        self._clock = clock
        self._seconds = seconds_an_hour

    @property
    def moves(self) -> bool:
        """Whether the clock is moved at all."""
        return self._seconds is not None

    async def now(self) -> datetime:
        """What time it is for the hub."""
        return await self._clock.now()

    async def reach(self, moment: datetime) -> None:
        """Let time pass until `moment`; nights, in which nobody does anything, are leapt over."""
        if self._seconds is None:
            return
        while (left := moment - (now := await self._clock.now())) > timedelta():
            if moment.date() > now.date():
                await self._clock.forward(left)
                await self._clock.settle()
            elif not self._seconds:
                await self._clock.forward(left)
            else:
                await self._tick(left, self._seconds)

    async def _tick(self, left: timedelta, seconds_an_hour: float) -> None:
        slept = min(_TICK_SECONDS, left.total_seconds() / HOUR * seconds_an_hour)
        await asyncio.sleep(slept)
        ahead = slept * (HOUR / seconds_an_hour - 1)  # the wall's clock has gone on by itself
        await self._clock.forward(timedelta(seconds=max(ahead, 0.0)))
