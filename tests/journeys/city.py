"""The whole hub in one process, on a real database and a real broker, with a clock that stands."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from deploy.compose import NAMES, make_hub, offices
from deploy.doors import routers
from deploy.topics import ensure_topics
from shared.auth import LocalTokens, Role
from shared.clock import StillClock, WallClock
from shared.db import Pool
from shared.feed.cuts import Cuts
from shared.feed.plain import PlainFeed
from shared.mailroom import Mailroom
from shared.outbox import Waker
from shared.relay import Address, Relay
from shared.settings import Settings
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Hub

SECRET = b"x" * 40

UNHEARD = """
SELECT count(*) FROM hub.outbox o
WHERE o.kind = ANY($2::text[]) AND NOT EXISTS (
  SELECT FROM hub.inbox i
  WHERE i.consumer = $1 AND i.case_id = o.case_id AND i.version = o.version)
"""


@dataclass
class City:
    """What a journey does: ask as somebody, wait until all is heard, let time pass."""

    hub: Hub
    clock: StillClock
    prefix: str
    """With which the names of its topics begin."""
    client: httpx.AsyncClient
    consumers: dict[str, list[str]]
    tokens: LocalTokens = field(default_factory=lambda: LocalTokens(SECRET, WallClock()))

    async def ask(
        self, role: Role, organ: str, method: str, path: str, body: object = None, **headers: str
    ) -> httpx.Response:
        """Send a request as somebody of this role and organ."""
        token = self.tokens.issue(f"{role}-7", [role], organ=organ)
        said = {"Authorization": f"Bearer {token}", **headers}
        return await self.client.request(method, path, json=body, headers=said)

    async def post(
        self, role: Role, organ: str, path: str, body: object = None, **headers: str
    ) -> dict[str, Any]:
        """Post what must be taken; the answer."""
        answer = await self.ask(role, organ, "POST", path, body or {}, **headers)
        assert answer.status_code in {200, 201}, (path, answer.status_code, answer.text)
        found: dict[str, Any] = answer.json()
        return found

    async def settle(self) -> None:
        """Wait until everything was sent and everybody has heard what they listen to."""
        async with asyncio.timeout(15):
            while await self._unheard():  # noqa: ASYNC110 - only the books tell
                await asyncio.sleep(0.02)

    async def _unheard(self) -> int:
        waiting = await self.hub.pool.fetchval("SELECT count(*) FROM hub.unsent")
        for consumer, kinds in self.consumers.items():
            waiting += await self.hub.pool.fetchval(UNHEARD, consumer, kinds)
        assert not await self.hub.pool.fetch("SELECT * FROM hub.parked"), "nothing is parked"
        return int(waiting)

    async def let_pass(self, span: timedelta) -> None:
        """Let time pass; what is over lapses, and everybody hears of it."""
        self.clock.forward(span)
        sweep = Sweep(self.hub)
        while await sweep.once():
            await self.settle()
        await self.settle()

    async def until(self, day: date) -> None:
        """Let time pass until nine in the morning of a day."""
        morning = datetime.combine(day, datetime.min.time(), self.clock.now().tzinfo)
        await self.let_pass(morning + timedelta(hours=9) - self.clock.now())

    async def pages(self, case_id: UUID) -> list[tuple[str, date, str]]:
        """Kind, legal day and author of each page of a file, in order."""
        rows = await self.hub.pool.fetch(
            "SELECT kind, legal_on, by FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
        )
        return [(row["kind"], row["legal_on"], row["by"]) for row in rows]

    async def kinds(self, case_id: UUID) -> list[str]:
        """The kinds of a file's pages, in order."""
        return [kind for kind, _, _ in await self.pages(case_id)]

    async def running(self, case_id: UUID) -> dict[tuple[str, str], date]:
        """The last day of what runs in a file, by name and subject."""
        rows = await self.hub.pool.fetch(
            "SELECT name, subject, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL",
            case_id,
        )
        zone = self.clock.now().tzinfo
        return {
            (r["name"], r["subject"]): (r["until"] - timedelta(seconds=1)).astimezone(zone).date()
            for r in rows
        }


@asynccontextmanager
async def open_city(
    db: Pool, kafka: str, clock: StillClock, *, elsewhere: Collection[str] = ()
) -> AsyncIterator[City]:
    """A city with a database and topics of its own; who hears `elsewhere` does not hear here."""
    settings = Settings(topic_prefix=f"t{uuid4().hex[:12]}", kafka=kafka, partitions=4)
    await ensure_topics(settings, kafka)
    waker = Waker(db)
    hub = make_hub(db, clock=clock, secret=SECRET, partitions=4, poke=waker.poke)
    address = Address(_url(db), kafka, settings.topic_prefix, NAMES)
    running = [asyncio.create_task(waker.run()), asyncio.create_task(Relay(address).run())]
    consumers = {}
    for office in offices():
        if not office.listens or office.name in elsewhere:
            continue
        consumer = f"{settings.topic_prefix}.{office.name}.office"
        consumers[consumer] = [fact.kind_name() for fact in office.listens]
        heard = [f"{settings.topic_prefix}.{name}" for name in sorted(office.hears)]
        feed = PlainFeed(Mailroom(hub, office, consumer), kafka, heard, Cuts(db, consumer, heard))
        running.append(asyncio.create_task(feed.run()))
    app = web_app(title="test", routers=routers(), hub=hub, tokens=LocalTokens(SECRET, WallClock()))
    transport = httpx.ASGITransport(app=app)
    try:
        async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
            yield City(hub, clock, settings.topic_prefix, client, consumers)
    finally:
        for task in running:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*running, return_exceptions=True)


def _url(db: Pool) -> str:
    url: str = db._connect_args[0]  # noqa: SLF001 - the pool does not tell otherwise
    return url
