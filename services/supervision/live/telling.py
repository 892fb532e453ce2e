"""态势的播报: the board as an event on the stream, reckoned once for all who may see the same."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from services.supervision.live.counting import Board, By
from services.supervision.live.reading import Narrowed, board_at, kept_to
from shared.auth import Role
from shared.frame.words import moment
from shared.stream.wants import Wants
from shared.work import Hub

WATCHERS: Final = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""To whom the picture of the city is open."""

STALE: Final = timedelta(seconds=15)
"""So long a board stands although nothing happens: periods run out by themselves."""

NAMES: Final = {By.COUNTY: "counties", By.CENTRE: "centres", By.DEPARTMENT: "departments"}
"""How the event calls its lines."""

MOST: Final = 200
"""Boards that are remembered, one for each narrowing."""


@dataclass(frozen=True, slots=True)
class Told:
    """A board as it was told last."""

    position: int
    at: datetime
    event: bytes

    def stands(self, position: int, now: datetime) -> bool:
        """Whether it need not be reckoned again."""
        return self.position == position and self.at <= now < self.at + STALE


class BoardTeller:
    """Makes the events of the board for a web process."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._told: dict[tuple[Narrowed, By], Told] = {}

    async def __call__(self, wants: Wants) -> bytes:
        """The event `board`: `{"position", "clock", "counties": {code: counts}}`.

        Or `centres`, or `departments`, for readers who look on by these.

        Nothing for readers to whom the picture of the city is not open.
        """
        if wants.sight.roles.isdisjoint(WATCHERS):
            return b""
        narrowed, by = Narrowed.to(wants), By(wants.by or By.COUNTY)
        now = await self._hub.now()
        async with self._hub.pool.acquire() as conn:
            position = await kept_to(conn)
            told = self._told.get((narrowed, by))
            if told is None or not told.stands(position, now):
                board = await board_at(conn, position, now, narrowed, by)
                told = Told(position, now, _event(position, now, board, by))
        self._told.pop((narrowed, by), None)
        self._told[narrowed, by] = told  # the one not asked for longest is the first to go
        if len(self._told) > MOST:
            del self._told[next(iter(self._told))]
        return told.event


def _event(position: int, now: datetime, board: Board, by: By) -> bytes:
    lines = {line: counts.told(by) for line, counts in board.items()}
    said = {"position": position, "clock": moment(now), NAMES[by]: lines}
    return f"event: board\ndata: {json.dumps(said, ensure_ascii=False)}\n\n".encode()
