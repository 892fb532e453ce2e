"""What boards count in tests: a scope, what fills it, and how its numbers are read."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

import httpx
import pytest

from deploy.boards.asked import Scope
from deploy.boards.behind import every, kind_of
from deploy.boards.lists import Behind
from deploy.boards.sheet import Board, Number, Row, Share
from deploy.web import make_app
from services.intake.commands import Taken, take_in
from services.reconsideration.store import CASES
from services.routing.office import OFFICE as ROUTING
from shared.auth import Identity, LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    DecisionMade,
    DecisionOverdue,
)
from shared.settings import Settings
from shared.work import Act, Hub, Work
from tests.conftest import MORNING
from tests.intake.entries import entry
from tests.reconsideration.makers import FIELDS
from tests.routing.figures.files import together
from tests.routing.figures.test_doors import PAGES, put
from tests.routing.figures.test_kept import LADDERS

CITY = Identity.of("s-1", [Role.SUPERVISOR], organ="620700-centre")
COUNTY = Identity.of("s-2", [Role.SUPERVISOR], organ="620702-centre")
OTHER = Identity.of("s-3", [Role.SUPERVISOR], organ="620725-centre")
TODAY = MORNING.date()


def scope(hub: Hub, who: Identity = CITY, **more: Any) -> Scope:  # noqa: ANN401 - any field
    said: dict[str, Any] = {
        "county": "" if who.is_city else who.county,
        "start": TODAY - timedelta(days=60),
        "until": TODAY,
        "road": "",
        "now": MORNING,
    }
    return Scope(hub=hub, who=who, **said | more)


ROADS = ("peoples_mediation", "adjudication")
ROUTED = """
INSERT INTO routing.routing (case_id, dispute_id, version, state, compulsory, provisional)
SELECT gen_random_uuid(), dispute_id, 1, 'routed', '', false
FROM (SELECT dispute_id FROM hub.outbox EXCEPT SELECT dispute_id FROM routing.routing) o
"""
ON_ROADS = """
WITH found AS (
  SELECT case_id, ($1::text[])[1 + row_number() OVER (
    PARTITION BY (SELECT string_agg(DISTINCT kind, ' ') FROM hub.outbox o
                  WHERE o.dispute_id = r.dispute_id AND kind ~ 'registered|blown|checked|lapsed')
    ORDER BY dispute_id
  ) % 3] AS road
  FROM routing.routing r
), filed AS (
  UPDATE hub.file f SET labels = labels || jsonb_build_object('road', coalesce(v.road, ''))
  FROM found v WHERE v.case_id = f.case_id
)
UPDATE routing.routing r SET road = v.road FROM found v WHERE v.case_id = r.case_id
"""
"""Every third dispute of a kind on each of two roads, the others on none."""


SPOT = """
INSERT INTO routing.hotspot (case_id, dispute_id, version, state, county, place, count, parties,
                             expected, score, swell, matters, disputes, found_on, told_on)
SELECT gen_random_uuid(), gen_random_uuid(), 1, 'hot', '620702', '620702100', 3, 3, 0.5, 6 + n, 2,
       '["linli"]', (SELECT jsonb_agg(dispute_id ORDER BY number) FROM intake.dispute),
       $1::date - n, $1::date + n
FROM generate_series(0, 1) n
"""
"""Two hot spots of which all registered disputes speak; the later found was told earlier."""


async def filled(hub: Hub) -> None:
    """Whistles, ladders and registered disputes of the figures; disputes in hand; reviews."""
    await put(hub.pool, [*PAGES, *together(LADDERS)])
    for n in range(3):
        [taken] = await take_in(
            hub, [entry(hub, f"key-{n:07}", name=f"甲{n}", phone=f"1380000{n:04}")]
        )
        assert isinstance(taken, Taken)
        await heard(hub, taken.case_id)
        await reviewed(hub, taken.case_id, n)
    await hub.pool.execute(ROUTED)
    await hub.pool.execute(ON_ROADS, ROADS)
    await hub.pool.execute(SPOT, TODAY - timedelta(days=1))


async def heard(hub: Hub, case_id: UUID) -> None:
    """What routing does with a registered dispute."""
    row = await hub.pool.fetchrow("SELECT kind, body FROM hub.outbox WHERE case_id = $1", case_id)
    fact = read(row["kind"], row["body"])
    hears = ROUTING.listens[type(fact)]
    labels = {"county": "620702", "window": "620702-window-1"}
    await hub.act(Act(lambda w: hears.handler(w, fact), files=hears.files(fact), labels=labels))


async def reviewed(hub: Hub, dispute: UUID, n: int) -> None:
    """A reconsideration: decided in time, decided late, or late without a decision."""
    case_id = uuid5(dispute, "review")
    kinds = [
        (ApplicationReceived, ApplicationAccepted, DecisionMade),
        (ApplicationReceived, ApplicationAccepted, DecisionOverdue, DecisionMade),
        (ApplicationReceived, ApplicationAccepted, DecisionOverdue),
    ][n]

    def walk(work: Work) -> None:
        file = work.open(CASES, case_id, dispute)
        for kind in kinds:
            head = work.head(file, by="clock" if kind is DecisionOverdue else "officer-7")
            fact = kind.model_validate({"head": head, **FIELDS.get(kind, {})})
            file = work.record(file, fact)

    await hub.act(Act(walk, files=(case_id,), labels={"county": "620702"}))


def numbers(board: Board) -> list[Number]:
    """Every number of a board that opens something."""
    rows = [row for sheet in board.sheets for row in (*sheet.rows, *_total(sheet.total))]
    found: list[Number] = []
    for row in rows:
        for cell in row.cells:
            if isinstance(cell, Number):
                found.append(cell)
            elif isinstance(cell, Share):
                found += [cell.numerator, cell.denominator]
    return found


def _total(row: Row | None) -> list[Row]:
    return [row] if row else []


async def counted(asked: Scope, number: Number) -> int:
    """The sum of the rows behind a number."""
    behind = Behind(**number.behind)
    narrowed = replace(asked.on(kind_of(behind).road), county=behind.county or asked.county)
    return sum([item.times async for items in every(narrowed, behind, 1000) for item in items])


class Desk:
    """A browser of a supervisor."""

    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client, self._tokens = client, tokens

    async def get(self, path: str, organ: str = "620700-centre") -> httpx.Response:
        token = self._tokens.issue("s-1", [Role.SUPERVISOR], organ=organ)
        return await self._client.get(path, headers={"Authorization": f"Bearer {token}"})


@pytest.fixture
async def desk(hub: Hub, clock: StillClock) -> AsyncIterator[Desk]:
    app = make_app(Settings())
    app.state.tokens = tokens = LocalTokens(b"k" * 40, clock)
    app.state.hub = hub
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Desk(client, tokens)
