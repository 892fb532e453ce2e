"""A reader of a stream, as the server of an application sees it."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, Self
from urllib.parse import urlencode

from starlette.types import ASGIApp


class Watcher:
    """Asks an ASGI application for a stream and keeps what it gets."""

    def __init__(self, app: ASGIApp, path: str, token: str = "", **asked: str) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.text = ""
        self.blocked = asyncio.Event()
        self.blocked.set()
        self._news = asyncio.Event()
        self._leaving = asyncio.Event()
        last = asked.pop("last_event_id", None)
        cookie = asked.pop("cookie", "")
        headers = [(b"cookie", cookie.encode())] if cookie else []
        headers += [(b"authorization", f"Bearer {token}".encode())] if token else []
        headers += [(b"last-event-id", last.encode())] if last else []
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
            "path": path, "raw_path": path.encode(), "root_path": "", "scheme": "http",
            "query_string": urlencode(asked).encode(), "headers": headers, "app": app,
        }  # fmt: skip
        self.task = asyncio.create_task(app(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self._leaving.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        await self.blocked.wait()
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            self.text += message.get("body", b"").decode()
        self._news.set()

    @property
    def events(self) -> list[dict[str, Any]]:
        """The data of every event so far."""
        lines = self.text.splitlines()
        return [json.loads(line.removeprefix("data: ")) for line in lines if "data: " in line[:6]]

    @property
    def positions(self) -> list[int]:
        """The positions of the events so far."""
        return [event["position"] for event in self.events]

    async def until(self, wanted: Callable[[Self], bool]) -> None:
        """Wait until `wanted` of this watcher is true."""
        async with asyncio.timeout(10):
            while not wanted(self):
                self._news.clear()
                await self._news.wait()

    async def leave(self) -> None:
        """Go away."""
        self.blocked.set()
        self._leaving.set()
        async with asyncio.timeout(10):
            await self.task
