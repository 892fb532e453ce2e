"""A desk under test: the doors of routing and a browser that may come as anybody."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import UUID

import httpx
from fastapi import APIRouter

from services.routing.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.clock import Clock
from shared.web import web_app
from shared.work import Hub
from tests.routing.cases import DISPUTE


class Desk:
    """A browser that may come as anybody."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client = client
        self._tokens = tokens

    async def get(self, path: str, role: Role, organ: str) -> httpx.Response:
        return await self._client.get(path, headers=self._headers(role, organ))

    async def post(
        self, path: str, role: Role, organ: str, body: object = None, **headers: str
    ) -> httpx.Response:
        return await self._client.post(
            path, json=body, headers={**self._headers(role, organ), **headers}
        )

    async def as_party(
        self, path: str, persons: Sequence[UUID], body: object = None
    ) -> httpx.Response:
        """Come as a party of the dispute of these tests, who is these persons in it."""
        token = self._tokens.issue("party-1", [Role.PARTY], disputes=[DISPUTE], persons=persons)
        return await self._client.post(
            path, json=body, headers={"Authorization": f"Bearer {token}"}
        )

    def _headers(self, role: Role, organ: str) -> dict[str, str]:
        token = self._tokens.issue(f"{role}-1", [role], organ=organ)
        return {"Authorization": f"Bearer {token}"}


@asynccontextmanager
async def open_desk(
    hub: Hub, clock: Clock, routers: Sequence[APIRouter] = ()
) -> AsyncIterator[Desk]:
    """The doors of the office, or some of others."""
    tokens = LocalTokens(b"k" * 40, clock)
    doors = routers or [load() for load in OFFICE.routers]
    app = web_app(title="分流", routers=doors, hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Desk(client, tokens)
