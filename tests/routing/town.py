"""A whole hub on a real database whose offices hear each other, without a broker."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

import httpx

from deploy.compose import offices
from deploy.doors import routers
from services.routing.store import routing_of
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.law.casefile import derived
from shared.law.period import CITY
from shared.office import Heard
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Act, Hub, Work
from shared.work.clockfile import Refusal

FACTS: Final = "SELECT seq, kind, body, labels FROM hub.outbox WHERE seq > $1 ORDER BY seq"
GOVERNMENT: Final = "620702-government"


@dataclass
class Town:
    """The hub's doors, and a mailroom that brings every fact to whoever hears it."""

    hub: Hub
    clock: StillClock
    web: httpx.AsyncClient
    tokens: LocalTokens
    heard: int = 0

    async def do(
        self,
        path: str,
        role: Role,
        organ: str,
        /,
        *,
        key: str = "",
        **body: Any,  # noqa: ANN401 - any body
    ) -> dict[str, Any]:
        """An act that the law allows, and everything that follows from it."""
        answer = await self.ask(path, role, organ, key=key, **body)
        assert answer.status_code in (200, 201), answer.text
        await self.hear()
        said: dict[str, Any] = answer.json()
        return said

    async def ask(
        self,
        path: str,
        role: Role,
        organ: str,
        /,
        *,
        key: str = "",
        **body: Any,  # noqa: ANN401 - any body
    ) -> httpx.Response:
        """What is answered to an act."""
        headers = {**self._as(role, organ), "Idempotency-Key": key or "town-0001"}
        return await self.web.post(path, json=body, headers=headers)

    async def get(
        self,
        path: str,
        role: Role = Role.WINDOW,
        organ: str = "620702-window-1",
        **who: Any,  # noqa: ANN401
    ) -> httpx.Response:
        return await self.web.get(path, headers=self._as(role, organ, **who))

    async def register(self, **more: Any) -> tuple[str, UUID]:  # noqa: ANN401 - fields of the form
        """A dispute at a window: its number and its id."""
        said = {
            "channel": "window",
            "matter": "linli",
            "place": "甘州区东街街道",
            "subject": "宅旁空地归谁使用",
            "content": "双方均称空地由自家使用多年。",
            "demand": "请求对方停止占用。",
            "parties": [
                {"side": "applicant", "name": "赵某", "phone": "13700000000"},
                {"side": "opponent", "name": "钱某"},
            ],
        }
        told = await self.do("/disputes", Role.WINDOW, "620702-window-1", **{**said, **more})
        return told["number"], UUID(told["dispute_id"])

    async def at(self, day: str) -> None:
        """Let it be ten o'clock on that day, everything swept and heard that was due by then."""
        self.clock.move_to(datetime.combine(date.fromisoformat(day), time(10), CITY))
        await Sweep(self.hub).once()
        await self.hear()

    async def hear(self) -> None:
        """Let every office hear what has been recorded, in order, until nobody has more to say."""
        while rows := await self.hub.pool.fetch(FACTS, self.heard):
            for row in rows:
                self.heard = row["seq"]
                fact = read(row["kind"], row["body"])
                for office in offices():
                    if heard := office.listens.get(type(fact)):
                        await self._tell(office.name, heard, fact, json.loads(row["labels"]))

    async def _tell(self, office: str, heard: Heard, fact: Fact, labels: dict[str, str]) -> None:
        act = Act(
            do=partial(_handle, heard, fact),
            files=tuple(heard.files(fact)),
            labels=labels,
            refusal=Refusal(self.hub.shelf(office, "clock"), fact),
        )
        await self.hub.run([act])

    async def pages(self, case_id: UUID) -> list[dict[str, Any]]:
        """The pages of a file."""
        rows = await self.hub.pool.fetch(
            "SELECT body FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
        )
        return [json.loads(row["body"]) for row in rows]

    async def kinds(self, case_id: UUID) -> list[str]:
        """What the pages of a file are, without office and version."""
        return [page["kind"].split(".")[1] for page in await self.pages(case_id)]

    async def runs(self, case_id: UUID) -> dict[tuple[str, str], date]:
        """The last days of the periods that run in a file, by name and subject."""
        rows = await self.hub.pool.fetch(
            "SELECT name, subject, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL",
            case_id,
        )
        return {
            (row["name"], row["subject"]): (
                row["until"].astimezone(CITY) - timedelta(days=1)
            ).date()
            for row in rows
        }

    def _as(self, role: Role, organ: str, **who: Any) -> dict[str, str]:  # noqa: ANN401 - parts of a token
        told = {"organ": organ, "county": organ[:6], **who}
        token = self.tokens.issue("o-1", [role], lasting=timedelta(days=4000), **told)
        return {"Authorization": f"Bearer {token}"}


@asynccontextmanager
async def town(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    """The hub, with all its doors."""
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="枢纽", routers=routers(), hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Town(hub, clock, web, tokens)


# -- what the tests of a road and its dates share

WINDOW: Final = (Role.WINDOW, "620702-window-1")
PENALTY: Final = {
    "matter": "chufa",
    "act": ActKind.PENALTY,
    "respondent": "620702-chengguan",
    "happened_on": "2026-10-10",
    "learnt_on": "2026-10-12",
}
APPLY, SUE = ("apply", "reconsideration"), ("sue", "reconsideration")


def mediation_of(dispute_id: UUID) -> UUID:
    return derived(dispute_id, "mediation")


def adjudication_of(dispute_id: UUID) -> UUID:
    return derived(dispute_id, "adjudication")


def door(dispute_id: UUID, act: str) -> str:
    return f"/routings/{routing_of(dispute_id)}/{act}"


async def persons(place: Town, number: str) -> dict[str, str]:
    """The parties, by side."""
    told = await place.get(f"/disputes/{number}/parties?purpose=申请裁决")
    return {one["side"]: one["person_id"] for one in told.json()}


async def apply_for_reconsideration(
    place: Town, number: str, dispute_id: UUID, *, key: str = ""
) -> dict[str, Any]:
    who = await persons(place, number)
    return await place.do(
        "/reconsiderations",
        *WINDOW,
        key=key,
        dispute_id=str(dispute_id),
        authority=GOVERNMENT,
        applicants=[who["applicant"]],
        respondent="620702-chengguan",
        act="penalty",
        received_on=place.clock.now().date().isoformat(),
        act_done_on="2026-10-10",
        learnt_on="2026-10-12",
        text="请求撤销处罚决定。",
    )


TO_ADJUDICATION: Final = {
    "road": "adjudication",
    "matter": "tudi",
    "article": "LAL 14",
    "reason": "查明为土地使用权争议。",
}


def _handle(heard: Heard, fact: Fact, work: Work) -> None:
    heard.handler(work, fact)
