"""Broadcast 广播: pages in, in any order; out in order of position, to every class of readers.

A class keeps its newest events once, as bytes, and each reader only a place among them. Whoever
falls behind what is kept is let go, and comes back by the last position that it got.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from shared import metrics
from shared.stream.page import Page
from shared.stream.wants import Wants

KEPT: Final = 4096
"""Events that a class keeps at most."""

KEPT_BYTES: Final = 4 * 1024 * 1024
"""Bytes that a class keeps at most."""

PIECE_BYTES: Final = 64 * 1024
"""About as much is written at once to a reader who has fallen behind."""

ASIDE_SECONDS: Final = 0.2
"""So long what is said aside waits for an event to go along with: one line out instead of two."""

WAITING: Final = 20_000
"""Pages that wait behind a gap at most; beyond that they are read from the outbox again."""


class TooSlow(Exception):
    """This reader has fallen behind what its class keeps."""


class Closed(Exception):
    """This process stops, and its readers go elsewhere."""


class Reader:
    """A reader's place among the events of its class."""

    __slots__ = ("aside", "floor", "place", "stuck", "woken")

    def __init__(self, place: int, floor: int) -> None:
        self.place = place
        self.floor = floor
        """Positions up to here it has already got, elsewhere."""
        self.aside = b""
        """What was last said aside to it."""
        self.woken: asyncio.Future[None] | None = None
        self.stuck: Callable[[], None] | None = None
        """Ends it where it waits for its line."""


class Readers:
    """One class of readers, and the newest events that it gets."""

    def __init__(self, wants: Wants, *, closed: bool) -> None:
        self.wants = wants
        self.closed = closed
        self.present: set[Reader] = set()
        self._aside = b""
        self._said: asyncio.TimerHandle | None = None
        self._kept: deque[tuple[int, bytes]] = deque()
        self._bytes = 0
        self._first = 0
        self._pieces: dict[tuple[int, bool], tuple[bytes, int]] = {}

    @property
    def end(self) -> int:
        """The place after the newest event."""
        return self._first + len(self._kept)

    def put(self, position: int, event: bytes) -> None:
        """Keep an event and let go of the oldest."""
        self._kept.append((position, event))
        self._bytes += len(event)
        while len(self._kept) > KEPT or (self._bytes > KEPT_BYTES and len(self._kept) > 1):
            self._bytes -= len(self._kept.popleft()[1])
            self._first += 1
        self._pieces.clear()

    def say_aside(self, event: bytes) -> None:
        """Say beside the pages how things stand now: only the newest is kept, for whoever comes.

        It goes out with the next event, or by itself where none comes soon.
        """
        if event == self._aside:
            return
        self._aside = event
        self._pieces.clear()
        if self._said is None:
            loop = asyncio.get_running_loop()
            self._said = loop.call_later(ASIDE_SECONDS, self._wake_for_aside)

    def _wake_for_aside(self) -> None:
        self._said = None
        _wake(reader for reader in self.present if reader.aside != self._aside)

    def wake(self) -> None:
        """Tell every reader that there is news, or that it is over."""
        _wake(self.present)

    async def news(self, reader: Reader) -> bytes:
        """What is new for this reader, waiting for it.

        Raises:
            TooSlow: Some of it is no longer kept.
            Closed: There will be no more.
        """
        while True:
            if self.closed:
                raise Closed
            if reader.place < self._first:
                raise TooSlow
            if reader.place < self.end:
                if piece := self._piece(reader):
                    return piece
                continue
            if reader.aside != self._aside:
                reader.aside = self._aside
                return reader.aside
            reader.woken = asyncio.get_running_loop().create_future()
            await reader.woken

    def is_left_behind(self, reader: Reader) -> bool:
        """Whether some of its news is no longer kept."""
        return reader.place < self._first

    def _piece(self, reader: Reader) -> bytes:
        """What is said aside and the events from a reader's place on; mostly shared by all."""
        if self._kept[reader.place - self._first][0] <= reader.floor:
            reader.place += 1
            return b""
        aside = b"" if reader.aside == self._aside else self._aside
        key = reader.place, bool(aside)
        if (made := self._pieces.get(key)) is None:
            events, end = self._join(reader.place)
            made = self._pieces[key] = aside + events, end
        reader.aside = self._aside
        piece, reader.place = made
        return piece

    def _join(self, place: int) -> tuple[bytes, int]:
        parts: list[bytes] = []
        size = 0
        while place < self.end and size < PIECE_BYTES:
            parts.append(self._kept[place - self._first][1])
            size += len(parts[-1])
            place += 1
        return (parts[0] if len(parts) == 1 else b"".join(parts)), place


def _wake(readers: Iterable[Reader]) -> None:
    for reader in readers:
        if reader.woken is not None and not reader.woken.done():
            reader.woken.set_result(None)


class Broadcast:
    """All classes of readers of this process, and the order in which pages are let out."""

    def __init__(self) -> None:
        self.position = 0
        """The last position let out."""
        self.known = 0
        """The highest position of which we have heard."""
        self._early: dict[int, Page] = {}
        self._classes: dict[Wants, Readers] = {}
        self._closed = False

    def begin(self, position: int) -> None:
        """Start after `position`; what lies before is answered from the outbox."""
        self.position = self.known = position

    def hear_of(self, position: int) -> None:
        """There is a page of this position somewhere."""
        self.known = max(self.known, position)

    def feed(self, pages: Iterable[Page]) -> None:
        """Take pages in, in any order and as often as they come; let out those without a gap."""
        for page in pages:
            if page.position > self.position:
                self._early[page.position] = page
                self.hear_of(page.position)
        touched: set[Readers] = set()
        while (next_one := self._early.pop(self.position + 1, None)) is not None:
            self.position += 1
            touched.update(self._let_out(next_one))
        if len(self._early) > WAITING:
            self._early.clear()
        for readers in touched:
            readers.wake()

    def _let_out(self, page: Page) -> Iterable[Readers]:
        for readers in self._classes.values():
            if readers.wants.take(page):
                readers.put(page.position, readers.wants.said(page))
                yield readers

    @property
    def behind_gap(self) -> bool:
        """Whether a page is known that cannot be let out yet."""
        return self.known > self.position

    def join(self, wants: Wants, floor: int) -> tuple[Readers, Reader]:
        """A new reader of a class, who has got everything up to `floor` or the present position."""
        readers = self._classes.get(wants)
        if readers is None:
            readers = self._classes[wants] = Readers(wants, closed=self._closed)
        reader = Reader(readers.end, floor)
        readers.present.add(reader)
        self._count()
        return readers, reader

    def leave(self, readers: Readers, reader: Reader) -> None:
        """A reader has gone; with the last one its class goes too."""
        readers.present.discard(reader)
        if not readers.present and self._classes.get(readers.wants) is readers:
            del self._classes[readers.wants]
        self._count()

    def _count(self) -> None:
        metrics.gauge("hub_stream_readers", sum(len(c.present) for c in self._classes.values()))

    def beat(self) -> None:
        """Say to every reader that we are here, and up to where it has everything."""
        heart = f": {self.position}\nid: {self.position}\n\n".encode()
        for readers in self._classes.values():
            # It comes after the page of this position: also for whoever has that one already.
            readers.put(self.position + 1, heart)
            readers.wake()
        metrics.gauge("hub_stream_position", self.position)

    def looking_on(self) -> Iterable[Readers]:
        """The classes that asked for the board beside the pages."""
        return [readers for readers in self._classes.values() if readers.wants.board]

    def left_behind(self) -> Iterable[Reader]:
        """Readers who do not even wake to learn that they are too slow."""
        for readers in self._classes.values():
            yield from (r for r in readers.present if readers.is_left_behind(r))

    def close(self) -> None:
        """Let every reader go, because this process stops."""
        self._closed = True
        for readers in self._classes.values():
            readers.closed = True
            readers.wake()
