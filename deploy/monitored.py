"""监测端口: a worker or a relay that runs alone answers monitors on a small port of its own.

It is the loop at work that answers, so one that stands still is not taken for alive.
"""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from shared import metrics

PATIENCE_SECONDS: Final = 5.0

Answer = tuple[str, str, bytes]
"""Status, content type, body."""


@asynccontextmanager
async def monitored(door: socket.socket | None) -> AsyncIterator[None]:
    """Answer on a listening socket meanwhile, if there is one."""
    if door is None:
        yield
        return
    async with await asyncio.start_server(_serve, sock=door):
        yield


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            head = await reader.readuntil(b"\r\n\r\n")
            status, kind, body = _answer(head.partition(b"\r\n")[0].split(b" ")[:2])
            writer.write(
                f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
                "Connection: close\r\n\r\n".encode()
                + body
            )
            await writer.drain()
    except (TimeoutError, ConnectionError, EOFError, asyncio.LimitOverrunError):
        pass  # who asks badly or not to the end goes without and sees it; errors of ours go on
    finally:
        writer.close()


def _answer(asked: list[bytes]) -> Answer:
    match asked:
        case [b"GET", b"/livez"]:
            return "200 OK", "application/json", b'{"status":"ok"}'
        case [b"GET", b"/metrics"]:
            return "200 OK", metrics.CONTENT_TYPE, metrics.render()
        case _:
            return "404 Not Found", "text/plain", b""
