"""Doors of the committee with its secretary, its members and its roster, for tests."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.consultation.agents import LISTENS
from services.consultation.commands import file_of
from services.consultation.routes import consultations, rosters
from shared.auth import LocalTokens, Role
from shared.casepage.private import router as papers
from shared.clock import StillClock
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ConsultationGround, ConsultationRequested
from shared.law.period import CITY, day_of_expiry
from shared.web import web_app
from shared.work import Act, Hub, Work
from tests.consultation.makers import (
    AUTHORITY,
    DISPUTE,
    EXPERTS,
    PAPER,
    RESPONDENT,
    day,
)

SECRETARY = {"code": "secretary-1", "roles": [Role.SECRETARY], "organ": "620702-committee"}
BODY = {"code": "officer-7", "roles": [Role.RECONSIDERATION], "organ": AUTHORITY}
ASKING = """
WITH file AS (
  INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
  VALUES ($1, 'reconsideration', 'ordinary', '2024-01-01', $2, 9, 'replied', $3)
)
INSERT INTO hub.documents (document_id, case_id, dispute_id, kind, text, sha256, at)
VALUES ($4, $1, $2, 'consultation_question', '裁量是否适当', '', now())
"""
LABELS = {"authority": AUTHORITY, "county": "620702", "departments": RESPONDENT}
LAW = {"speciality": "law"}


def member(code: str) -> dict[str, Any]:
    return {"code": code, "roles": [Role.COMMITTEE], "organ": "620702-committee"}


@dataclass
class Door:
    web: httpx.AsyncClient
    hub: Hub
    tokens: LocalTokens
    rooms: list[UUID] = field(default_factory=list)

    def _shows(self, who: dict[str, Any]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens.issue(**who, lasting=timedelta(days=99))}"}

    async def post(self, path: str, who: dict[str, Any], **body: object) -> httpx.Response:
        return await self.web.post(path, json=body, headers=self._shows(who))

    async def get(self, path: str, who: dict[str, Any]) -> httpx.Response:
        return await self.web.get(path, headers=self._shows(who))

    async def enrol(self, *more: dict[str, Any]) -> str:
        """Three experts and more on the roster; its path."""
        for said in (*EXPERTS, *more):
            answer = await self.post("/rosters", SECRETARY, **said)
            assert answer.status_code == 201, answer.text
        return f"/rosters/{answer.json()['case_id']}"

    async def asked(
        self, request: UUID | None = None, dispute: UUID = DISPUTE, question: UUID = PAPER
    ) -> str:
        """A consultation that reconsideration asks for; its path."""
        request, now = request or uuid4(), self.hub.clock.now()
        fact = ConsultationRequested(
            head=Head(
                dispute_id=dispute, case_id=request, version=9, on=now.date(), at=now, by="o-7"
            ),
            authority=AUTHORITY,
            county="620702",
            ground=ConsultationGround.TECHNICAL,
            question_id=question,
        )
        heard = LISTENS[ConsultationRequested]

        def hear(work: Work) -> None:
            heard.handler(work, fact)

        await self.hub.act(Act(do=hear, files=list(heard.files(fact)), labels=LABELS))
        return f"/consultations/{file_of(request)}"

    async def until(self, name: str) -> str:
        """The last day of the period of this name that was opened last."""
        said = await self.hub.pool.fetchval(
            "SELECT until FROM hub.deadline WHERE name = $1 ORDER BY until LIMIT 1", name
        )
        return day_of_expiry(said.astimezone(CITY)).isoformat()


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="咨询", routers=[consultations, rosters, papers], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, tokens)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-20"), time(9), CITY))
