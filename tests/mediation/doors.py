"""A hub with its web, as somebody at a desk meets it, on days that the test sets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import httpx

from shared.auth import LocalTokens
from shared.clock import StillClock
from shared.contracts.fact import CLOCK, Fact, Head
from shared.law.period import CITY
from shared.office import Listens
from shared.sweep import Sweep
from shared.work import Act, Hub, Work
from tests.registering import take_in

Who = dict[str, Any]


@dataclass
class Door:
    """The hub's web, with tokens for whoever a test names."""

    web: httpx.AsyncClient
    hub: Hub
    clock: StillClock
    tokens: LocalTokens

    def on(self, text: str) -> "Door":
        """Let it be ten o'clock on that day."""
        self.clock.move_to(datetime.combine(date.fromisoformat(text), time(10), CITY))
        return self

    async def post(self, path: str, who: Who, **body: object) -> httpx.Response:
        return await self.web.post(path, json=body, headers=self._as(who))

    async def get(self, path: str, who: Who) -> httpx.Response:
        return await self.web.get(path, headers=self._as(who))

    async def done(self, path: str, who: Who, **body: object) -> dict[str, Any]:
        """The same for an act that the law allows."""
        answer = await self.post(path, who, **body)
        assert answer.status_code == 201, answer.text
        said: dict[str, Any] = answer.json()
        return said

    async def registered(self) -> UUID:
        """A dispute that a window has taken in."""
        return await take_in(self.hub, uuid4())

    async def hear(self, listens: Listens, fact: Fact, **labels: str) -> Exception | None:
        """What the mailroom does with a fact; the error if the law or the hub refused."""
        heard = listens[type(fact)]
        act = Act(do=partial(_hear, heard.handler, fact), files=heard.files(fact), labels=labels)
        await self.hub.run([act])
        error = act.error
        assert error is None or isinstance(error, Exception)
        return error

    async def sweep(self) -> None:
        """Record what is over by now."""
        await Sweep(self.hub).once()

    async def pages(self, case_id: str | UUID) -> list[str]:
        """The kinds of the pages of a file, without office and version."""
        rows = await self.hub.pool.fetch(
            "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", UUID(str(case_id))
        )
        return [row["kind"].split(".")[1] for row in rows]

    async def running(self, case_id: str | UUID) -> dict[str, date]:
        """The last days of the periods that run in a file, by name."""
        rows = await self.hub.pool.fetch(
            "SELECT name, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL",
            UUID(str(case_id)),
        )
        return {
            row["name"]: (row["until"] - timedelta(microseconds=1)).astimezone(CITY).date()
            for row in rows
        }

    def _as(self, who: Who) -> dict[str, str]:
        token = self.tokens.issue(**who, lasting=timedelta(days=400))
        return {"Authorization": f"Bearer {token}"}


def heard(dispute_id: UUID, on: str) -> Head:
    """Head of a page that another office wrote."""
    moment = datetime.combine(date.fromisoformat(on), time(9), CITY)
    return Head(
        dispute_id=dispute_id, case_id=uuid4(), version=1, on=moment.date(), at=moment, by=CLOCK
    )


def _hear(handler: Callable[[Work, Any], None], fact: Fact, work: Work) -> None:
    handler(work, fact)
