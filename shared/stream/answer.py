"""The answer to a reader of a stream: shared bytes, written as they come, until it is let go."""

import asyncio
import contextlib
from typing import Final

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from shared import metrics
from shared.sessions.session import ENDED
from shared.stream.broadcast import Closed, Reader, Readers, TooSlow
from shared.stream.service import Stream
from shared.stream.wants import Wants

LONGEST_SECONDS: Final = 3600.0
"""After an hour a reader comes back and shows its token again."""

RETRY_MS: Final = 1000
LAST_WORD_SECONDS: Final = 2.0

OVER: Final = f"event: ended\ndata: {ENDED}\n\n".encode()
"""What a reader is told whose session has ended."""


class EventStream(Response):
    """Server-sent events 服务器推送事件; one task waits for news, one for the reader to leave."""

    media_type = "text/event-stream"

    def __init__(
        self, stream: Stream, wants: Wants, after: int | None, session: bytes | None = None
    ) -> None:
        super().__init__(
            headers={"cache-control": "no-store", "x-accel-buffering": "no", "connection": "close"}
        )
        del self.headers["content-length"]
        self._stream = stream
        self._wants = wants
        self._after = after
        self._session = session
        """Key of the session in which it was asked for; None for a token."""
        self._is_over = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as ASGI calls it
        """Write until the reader leaves, is too slow, is signed out, or an hour is over."""
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        await send(start)
        limit = asyncio.timeout(LONGEST_SECONDS)
        leaving = asyncio.create_task(_left(receive, limit))
        try:
            with self._stream.sittings.sitting(self._session, lambda: self._sign_out(limit)):
                async with limit:
                    await self._write(send, limit)
        except (TimeoutError, Closed):
            pass
        except TooSlow:
            metrics.count("hub_stream_let_go_total")
        finally:
            leaving.cancel()
        await _end(send, OVER if self._is_over else b"")

    def _sign_out(self, limit: asyncio.Timeout) -> None:
        self._is_over = True
        _expire(limit)

    async def _write(self, send: Send, limit: asyncio.Timeout) -> None:
        broadcast = self._stream.broadcast
        floor = broadcast.position if self._after is None else self._after
        await _say(send, f"retry: {RETRY_MS}\nid: {floor}\n\n".encode())
        missed = self._stream.books.missed(self._wants, floor, lambda: broadcast.position)
        async for reached, piece in missed:
            floor = reached
            if piece:
                await _say(send, piece)
        readers, reader = broadcast.join(self._wants, floor)
        reader.stuck = lambda: _expire(limit)
        try:
            # A task of its own, or each waking would come down through every layer around us.
            await asyncio.create_task(_follow(send, readers, reader))
        finally:
            broadcast.leave(readers, reader)


async def _follow(send: Send, readers: Readers, reader: Reader) -> None:
    while True:
        await _say(send, await readers.news(reader))


async def _say(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _left(receive: Receive, limit: asyncio.Timeout) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    _expire(limit)


def _expire(limit: asyncio.Timeout) -> None:
    with contextlib.suppress(RuntimeError):  # it is over already
        limit.reschedule(0)


async def _end(send: Send, word: bytes) -> None:
    """Close in order; a reader whose line is blocked is not waited for long."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LAST_WORD_SECONDS):
            await send({"type": "http.response.body", "body": word, "more_body": False})
