"""A window that talks to the hub over HTTP, and the form that it sends."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
from httpx import ASGITransport, AsyncClient

from services.intake.routes import router
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.web import web_app
from shared.work import Hub

WINDOW = "620702-window-1"
FORM: dict[str, Any] = {
    "channel": "window",
    "matter": "wuye",
    "place": "甘州区",
    "subject": "小区电梯停运两周",
    "content": "三号楼电梯停运两周，物业公司一直未修。",
    "demand": "请求尽快修复电梯。",
    "parties": [{"side": "applicant", "name": "张某", "phone": "138 0000 0000"}],
}


class Window:
    """A window that talks to the hub."""

    def __init__(self, client: AsyncClient, tokens: LocalTokens) -> None:
        self.client = client
        self._tokens = tokens

    def signed(self, role: Role = Role.WINDOW, organ: str = WINDOW) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._tokens.issue('officer-1', [role], organ=organ)}"}

    def party(self, dispute: str, person: UUID) -> dict[str, str]:
        token = self._tokens.issue(
            "party-1", [Role.PARTY], disputes=[UUID(dispute)], persons=[person]
        )
        return {"Authorization": f"Bearer {token}"}

    async def register(
        self, key: str | None = "key-00001", organ: str = WINDOW, **fields: object
    ) -> Any:  # noqa: ANN401 - an answer of httpx
        headers = self.signed(organ=organ) | ({"Idempotency-Key": key} if key else {})
        form = {name: value for name, value in {**FORM, **fields}.items() if value is not None}
        return await self.client.post("/disputes", json=form, headers=headers)


@pytest.fixture
async def window(hub: Hub, clock: StillClock) -> AsyncIterator[Window]:
    tokens = LocalTokens(b"x" * 40, clock)
    app = web_app(title="登记", routers=[router], hub=hub, tokens=tokens)
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://hub") as client:
        yield Window(client, tokens)
