"""Somebody who reads case files over HTTP, and disputes that are registered and routed."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient, Response

from services.intake.commands import Taken, take_in
from services.routing.office import OFFICE as ROUTING
from shared.auth import LocalTokens, Role
from shared.casepage.routes import router
from shared.clock import WallClock
from shared.contracts.catalogue import read
from shared.web import web_app
from shared.work import Act, Hub
from tests.intake.entries import entry

SECRET = b"x" * 40
MANY = """
WITH made AS (SELECT gen_random_uuid() AS id FROM generate_series(1, 2000)), filed AS (
  INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
  SELECT CASE office WHEN 'intake' THEN id ELSE gen_random_uuid() END, office, 'some', '', id, 1,
         'open', '{"county": "620702", "window": "620702-window-1"}'
  FROM made CROSS JOIN unnest(ARRAY['intake', 'routing']) AS of(office))
INSERT INTO hub.outbox
  (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
SELECT id, 1, id, 'intake', 'intake.registered.v1', '2026-11-23', now(), 'o', 0, '{}', '', '{}'
FROM made
"""


class Reader:
    """Somebody who reads over HTTP."""

    def __init__(self, client: AsyncClient, tokens: LocalTokens) -> None:
        self.client = client
        self._tokens = tokens

    async def get(
        self, path: str, role: Role = Role.SUPERVISOR, organ: str = "620700-centre", **headers: str
    ) -> Response:
        token = self._tokens.issue("o-1", [role], organ=organ)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.get(path, headers={"Authorization": f"Bearer {token}", **told})


@pytest.fixture
async def reader(hub: Hub) -> AsyncIterator[Reader]:
    tokens = LocalTokens(SECRET, WallClock())
    app = web_app(title="案卷", routers=[router], hub=hub, tokens=tokens)
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://hub") as client:
        yield Reader(client, tokens)


async def register(hub: Hub, n: int = 1, **said: str) -> Taken:
    [taken] = await take_in(
        hub, [entry(hub, f"key-{n:07}", name=f"甲{n}", phone=f"1380000{n:04}", **said)]
    )
    assert isinstance(taken, Taken)
    return taken


async def route(hub: Hub, taken: Taken) -> None:
    """Let routing hear that the dispute was registered."""
    row = await hub.pool.fetchrow(
        "SELECT kind, body FROM hub.outbox WHERE case_id = $1", taken.case_id
    )
    fact = read(row["kind"], row["body"])
    heard = ROUTING.listens[type(fact)]
    labels = {"county": "620702", "window": "620702-window-1"}
    await hub.act(Act(lambda w: heard.handler(w, fact), files=heard.files(fact), labels=labels))


def rows_read(plan: dict[str, Any]) -> int:
    """How many rows are read for a plan, those that were of no use too."""
    inner = plan.get("Plans", [])
    own = plan["Actual Rows"] * (not inner) + plan.get("Rows Removed by Filter", 0)
    return int(own * plan["Actual Loops"]) + sum(rows_read(one) for one in inner)
