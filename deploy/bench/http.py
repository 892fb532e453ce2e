"""A client of HTTP/1.1 that costs little: one connection kept open, one request at a time."""

import asyncio
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final, Self, cast
from urllib.parse import urlencode

from deploy.local.ports import LOOPBACK

_END: Final = b"\r\n\r\n"
_LENGTH: Final = b"\r\ncontent-length: "


class Answered(Exception):
    """A request was answered otherwise than it should have been."""


class Client(asyncio.Protocol):
    """A connection to a web process."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None

    @classmethod
    async def connect(cls, port: int) -> Self:
        """A new connection."""
        _, client = await asyncio.get_running_loop().create_connection(cls, LOOPBACK, port)
        return client

    async def post(self, path: str, token: str, body: object, *, key: str = "") -> Any:  # noqa: ANN401 - JSON
        """Post JSON; the answer's body.

        Raises:
            Answered: The answer is no 2xx.
        """
        text = json.dumps(body).encode()
        more = f"Idempotency-Key: {key}\r\n" if key else ""
        status, answer = await self._ask(
            f"POST {path} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {token}\r\n{more}"
            f"Content-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n".encode()
            + text
        )
        if status // 100 != 2:  # noqa: PLR2004 - any 2xx
            raise Answered(f"POST {path}: {status} {answer.decode()[:500]}")
        return json.loads(answer)

    async def get(self, path: str, token: str) -> Any:  # noqa: ANN401 - JSON
        """The JSON at a path.

        Raises:
            Answered: The answer is no 200.
        """
        return json.loads(await self._get(path, token))

    async def page(
        self, path: str, token: str, *, cookie: str = "", form: Mapping[str, str] | None = None
    ) -> str:
        """The page at a path, or what answers a form that is sent there.

        Raises:
            Answered: The answer is no 200.
        """
        said = urlencode(form or {})
        told = f"Cookie: {cookie}\r\n" if cookie else f"Authorization: Bearer {token}\r\n"
        if form is not None:
            told += "Content-Type: application/x-www-form-urlencoded\r\n"
            told += f"Content-Length: {len(said)}\r\n"
        return (await self._page("GET" if form is None else "POST", path, told, said)).decode()

    async def _get(self, path: str, token: str) -> bytes:
        return await self._page("GET", path, f"Authorization: Bearer {token}\r\n", "")

    async def _page(self, method: str, path: str, told: str, said: str) -> bytes:
        status, answer = await self._ask(
            f"{method} {path} HTTP/1.1\r\nHost: hub\r\n{told}\r\n{said}".encode()
        )
        if status != HTTPStatus.OK:
            raise Answered(f"{method} {path}: {status} {answer.decode()[:500]}")
        return answer

    async def _ask(self, request: bytes) -> tuple[int, bytes]:
        assert self._transport is not None  # noqa: S101 - connected
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer

    def close(self) -> None:
        """End the connection."""
        if self._transport:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection stands."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody will answer any more."""
        if self._answer and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError())

    def data_received(self, data: bytes) -> None:
        """A piece of an answer, mostly all of it."""
        self._buffer += data
        end = self._buffer.find(_END)
        if end < 0:
            return
        head = self._buffer[: end + 2].lower()
        at = head.find(_LENGTH)
        length = int(head[at + len(_LENGTH) : head.index(b"\r", at + 2)]) if at > 0 else 0
        whole = end + len(_END) + length
        if len(self._buffer) < whole:
            return
        body, self._buffer = self._buffer[end + len(_END) : whole], self._buffer[whole:]
        if self._answer and not self._answer.done():
            self._answer.set_result((int(head[9:12]), body))
