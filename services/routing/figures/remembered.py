"""What files add, remembered in a process from one board to the next.

A file adds something by its pages alone, whatever time has passed since the last (RULES 61), so
what was drawn from its pages up to one of them holds for ever. Only what has moved since the last
board is read and folded again; which files there are, and up to which page, is asked anew.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final
from uuid import UUID
from weakref import WeakKeyDictionary

from services.routing.figures.entries import Entry, Spent

MOST: Final = 20_000
"""Files remembered, each with some twenty entries; beyond that the one asked for longest ago goes.
"""

Key = tuple[UUID, int, int]
"""A file, the version of its last page that is counted, and how many are."""

Entries = Sequence[Entry | Spent]


class Remembered:
    """What files add, by file and last page."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[Key, Entries] = OrderedDict()

    def of(self, key: Key) -> Entries | None:
        """What the file adds; None when it is not remembered."""
        if (found := self._known.get(key)) is not None:
            self._known.move_to_end(key)
        return found

    def keep(self, key: Key, entries: Entries) -> None:
        """Remember what it adds."""
        self._known[key] = entries
        if len(self._known) > self._most:
            self._known.popitem(last=False)


_here: Final[WeakKeyDictionary[asyncio.AbstractEventLoop, Remembered]] = WeakKeyDictionary()


def remembered() -> Remembered:
    """That of the running loop: one process reads one database."""
    return _here.setdefault(asyncio.get_running_loop(), Remembered())
