"""The stream of a web process: its source, its broadcast and its books, and their upkeep."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Final

from shared import metrics
from shared.db import Pool
from shared.logging import logger
from shared.sessions import Sessions
from shared.stream.books import Books
from shared.stream.broadcast import Broadcast
from shared.stream.sitting import Sittings
from shared.stream.source import Source
from shared.stream.wants import Wants
from shared.work import LOST

GAP_SECONDS: Final = 1.0
"""A gap that is older than this is filled from the outbox."""

LOOK_SECONDS: Final = 0.25
BEAT_SECONDS: Final = 15.0
"""How often a reader hears that we are here; as often the outbox is asked for its last page."""

BOARD_SECONDS: Final = 0.4
"""Between two rounds of boards; a round that takes longer is followed by as long a rest."""

Board = Callable[[Wants], Awaitable[bytes]]
"""The event that tells a class of readers how things stand now; the same bytes if they still do."""

SITTING_SECONDS: Final = 5.0
"""How often it is asked which sessions still hold: a stream outlives its session by no more."""

_log = logger(__name__)


async def no_board(_: Wants) -> bytes:
    """Where nobody keeps one."""
    return b""


class Stream:
    """Everything that happened, to whoever may follow it. One for each web process."""

    def __init__(
        self,
        pool: Pool,
        kafka: str,
        topics: Sequence[str],
        *,
        sessions: Sessions | None = None,
        board: Board = no_board,
    ) -> None:
        self.broadcast = Broadcast()
        self.sittings = Sittings(sessions)
        self.books = Books(pool)
        self._board = board
        # Without a broker the outbox alone tells what happened.
        self._source = Source(kafka, topics, self.broadcast.feed, self._look_up) if kafka else None

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Stream"]:
        """Start, and stop with every reader let go."""
        self.broadcast.begin(await self.books.last())
        tasks = [asyncio.create_task(self._keep()), asyncio.create_task(self._tell_boards())]
        if self._source is not None:
            tasks.append(asyncio.create_task(self._source.run()))
        try:
            yield self
        finally:
            self.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def close(self) -> None:
        """Let every reader go; a server that stops waits for its answers to end."""
        self.broadcast.close()

    async def _look_up(self) -> None:
        """Learn how far the outbox has come: what Kafka does not bring is a gap at the end."""
        try:
            self.broadcast.hear_of(await self.books.last())
        except LOST as error:
            _log.warning("stream.books_away", exc_info=error)

    async def _keep(self) -> None:
        """Fill gaps that have grown old, beat, and let go whoever is stuck or signed out."""
        loop = asyncio.get_running_loop()
        beaten = moved = asked = loop.time()
        stood = self.broadcast.position
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            now = loop.time()
            if not self.broadcast.behind_gap or self.broadcast.position != stood:
                stood, moved = self.broadcast.position, now
            elif now - moved >= GAP_SECONDS:
                await self.fill()
            if now - beaten >= BEAT_SECONDS:
                beaten = now
                self.broadcast.beat()
                await self._look_up()
            if now - asked >= SITTING_SECONDS:
                asked = now
                await self._ask_after_sessions()
            self.let_go()

    async def _tell_boards(self) -> None:
        """Tell every class that looks on how things stand: reckoned once, however many look."""
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            await self.tell_boards()
            await asyncio.sleep(max(BOARD_SECONDS, loop.time() - began))

    async def tell_boards(self) -> None:
        """Tell each class once."""
        for readers in self.broadcast.looking_on():
            try:
                readers.say_aside(await self._board(readers.wants))
            except LOST as error:
                _log.warning("stream.board_away", exc_info=error)

    async def _ask_after_sessions(self) -> None:
        """End the streams of sessions that have ended; what cannot be asked now is asked later."""
        try:
            await self.sittings.look()
        except LOST as error:
            _log.warning("stream.sessions_away", exc_info=error)

    async def fill(self) -> None:
        """Read what is missing from the outbox."""
        try:
            while self.broadcast.behind_gap:
                at = self.broadcast.position
                self.broadcast.feed(await self.books.between(at, self.broadcast.known))
                if self.broadcast.position == at:
                    return  # it is not there yet
        except LOST as error:
            _log.warning("stream.books_away", exc_info=error)

    def let_go(self) -> None:
        """End readers whose line is blocked and who have fallen behind."""
        for reader in self.broadcast.left_behind():
            if reader.stuck is not None:
                reader.stuck()
                metrics.count("hub_stream_let_go_total")
