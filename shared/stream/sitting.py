"""Who sits at the streams 在看的人: the sessions of those that browsers follow, and their end.

A stream is opened once and goes on, so its session may end meanwhile. One question for all streams
of the process asks which sessions still hold; whoever follows in one that does not is let go.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from shared.sessions import Sessions

End = Callable[[], None]


class Sittings:
    """The streams of a process that stand on a session, by its key."""

    def __init__(self, sessions: Sessions | None) -> None:
        self._sessions = sessions
        self._open: dict[bytes, set[End]] = {}

    @contextmanager
    def sitting(self, key: bytes | None, end: End) -> Iterator[None]:
        """One more, while the block lasts; `end` ends it. A token has no key, and is not asked."""
        if key is None:
            yield
            return
        self._open.setdefault(key, set()).add(end)
        try:
            yield
        finally:
            self._open[key].discard(end)
            if not self._open[key]:
                del self._open[key]

    async def look(self) -> None:
        """End those whose session has ended or run out."""
        if self._sessions is None or not self._open:
            return
        asked = list(self._open)
        held = await self._sessions.holding(asked)
        for key in asked:
            if key not in held:
                for end in tuple(self._open.get(key, ())):
                    end()
