"""Somebody at a desk without a browser: pages over HTTP, as any role."""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from html import unescape

import httpx
from fastapi import FastAPI

from deploy.web import make_app
from shared.auth import LocalTokens, Role
from shared.clock import WallClock
from shared.settings import Settings
from shared.work import Hub

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


class Visitor:
    """One officer, who opens pages and sends forms."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client = client
        self._headers = {"Authorization": f"Bearer {token}"}

    async def get(self, path: str) -> httpx.Response:
        return await self._client.get(path, headers=self._headers)

    async def fill(self, path: str, **typed: str | list[str]) -> httpx.Response:
        """Open the page of a form, and send it with this typed into it."""
        page = await self.get(path)
        assert page.status_code == 200, page.text
        return await self.send(path, {**hidden(page), **typed})

    async def send(self, path: str, typed: Mapping[str, str | list[str]]) -> httpx.Response:
        return await self._client.post(path, data=dict(typed), headers=self._headers)

    async def upload(
        self, path: str, typed: Mapping[str, str], field: str, name: str, content: bytes
    ) -> httpx.Response:
        """Send a form with a file in it."""
        return await self.send_files(path, [(field, (name, content))], typed)

    async def send_files(
        self,
        path: str,
        files: Sequence[tuple[str, tuple[str, bytes]]],
        typed: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        return await self._client.post(
            path, data=dict(typed or {}), files=list(files), headers=self._headers
        )


def hidden(page: httpx.Response) -> dict[str, str]:
    """What the form of a page carries unseen."""
    inner = page.text[page.text.index("<main") :]
    return {name: unescape(value) for name, value in HIDDEN.findall(inner) if name != "back"}


async def two_pages(who: Visitor, path: str) -> str:
    """What a list of two pages shows; the second one keeps what the address said."""
    first = await who.get(path)
    [following] = re.findall(r'href="([^"]+)" rel="next"', first.text)
    assert unescape(following).startswith(path)
    second = await who.get(unescape(following))
    assert 'rel="next"' not in second.text
    return first.text + second.text


class Building:
    """The whole web over one hub."""

    def __init__(self, app: FastAPI, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self.app = app
        self.client = client
        self._tokens = tokens

    def visitor(self, *roles: Role, organ: str = "620702-window-1", code: str = "o-1") -> Visitor:
        return Visitor(self.client, self._tokens.issue(code, roles, organ=organ))

    def headers_of(self, *roles: Role, organ: str = "620702-window-1") -> dict[str, str]:
        return {"Authorization": f"Bearer {self._tokens.issue('o-1', roles, organ=organ)}"}


def leads(page: httpx.Response) -> dict[str, str]:
    """Where the lines of what went wrong lead, each to something that is there."""
    found = {}
    for name in re.findall(r'<li><a href="#([^"]+)"', page.text):
        [tag] = re.findall(rf'<(\w+) [^>]*id="{name}"', page.text)
        found[name] = tag
    return found


@asynccontextmanager
async def building(hub: Hub) -> AsyncIterator[Building]:
    """The whole web over one hub, without a stream and without a wire."""
    app = make_app(Settings())
    tokens = LocalTokens(b"k" * 40, WallClock())
    app.state.hub, app.state.tokens = hub, tokens
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Building(app, client, tokens)
