"""A party's telephone: a browser without script, with cookies, that fills in forms."""

import json
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from html import unescape
from typing import Any
from uuid import UUID

import httpx

from deploy.compose import offices
from deploy.web import make_app
from services.intake.commands import Party, Taken, take_in
from services.reconsideration.commands import filing
from services.reconsideration.commands.numbering import number_paper
from services.reconsideration.domain.numbering import Kind
from services.reconsideration.papers.reading import read_outgoing
from services.reconsideration.store import aftermath_of, numbered_of, numbers_of
from shared.auth import LocalTokens
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact
from shared.contracts.intake import Side
from shared.contracts.reconsideration.numbering import Series
from shared.labels import labels_in
from shared.people import Person
from shared.settings import Settings
from shared.signin import install_sign_in
from shared.work import Act, Hub, Work
from shared.work.act import Message
from tests.intake.entries import entry
from tests.reconsideration.makers import AUTHORITY

APPLICANT, OPPONENT = "13811112222", "13933334444"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


class Telephone:
    """Opens pages and sends forms, as a browser does whose script is switched off."""

    def __init__(self, hub: Hub, web: httpx.AsyncClient) -> None:
        self.hub = hub
        self.web = web

    async def look_up(self, number: str, phone: str, **more: str) -> httpx.Response:
        return await self.web.post("/party", data={"number": number, "phone": phone, **more})

    async def sign_in(self, number: str, phone: str = APPLICANT) -> "Telephone":
        answer = await self.look_up(number, phone)
        assert (answer.status_code, answer.headers["location"]) == (303, "/party/case")
        return self

    async def get(self, path: str = "/party/case") -> httpx.Response:
        return await self.web.get(path)

    async def fill(self, path: str, **typed: str | list[str]) -> httpx.Response:
        """Open a form, and send it with this typed into it."""
        page = await self.get(path)
        assert page.status_code == 200, page.text
        return await self.send(path, page, **typed)

    async def send(
        self,
        path: str,
        page: httpx.Response,
        files: Sequence[tuple[str, bytes]] = (),
        **typed: str | list[str],
    ) -> httpx.Response:
        """Send the form of a page with what it carries unseen, and files if it takes any."""
        inner = page.text[page.text.index("<main") :]
        carried: dict[str, list[str]] = {}
        for name, value in HIDDEN.findall(inner):
            carried.setdefault(name, []).append(unescape(value))
        chosen = [("attachments", (name, content)) for name, content in files]
        return await self.web.post(path, data={**carried, **typed}, files=chosen or None)

    async def hand_in(self, path: str, content: bytes, name: str = "现场.jpg") -> httpx.Response:
        """What the script of a form does with a file that was chosen."""
        page = await self.get(path)
        return await self.send_file(f"{path}/files", page, content, name)

    async def send_file(
        self, path: str, page: httpx.Response, content: bytes, name: str = "现场.jpg"
    ) -> httpx.Response:
        """Hand in a file with the word that the form of a page carries."""
        word = dict(HIDDEN.findall(page.text))["_csrf"]
        return await self.web.post(path, data={"_csrf": word}, files={"files": (name, content)})

    async def done(self, path: str, **typed: str | list[str]) -> str:
        """The same for what is done; the receipt that it leads to."""
        answer = await self.fill(path, **typed)
        assert answer.status_code == 303, answer.text
        assert answer.headers["location"].startswith("/party/receipt/")
        receipt = await self.get(answer.headers["location"])
        assert receipt.status_code == 200, receipt.text
        return receipt.text


@asynccontextmanager
async def telephone(hub: Hub, address: str = "198.51.100.7") -> AsyncIterator[Telephone]:
    """A telephone, and behind the wire the whole web."""
    app = make_app(Settings())
    app.state.hub = hub
    tokens = LocalTokens(b"a secret of tests, long enough to be one", hub.clock)
    install_sign_in(app, hub.pool, Settings(), tokens)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, client=(address, 4711))
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Telephone(hub, web)


async def registered(
    hub: Hub,
    key: str = "key-0000001",
    *,
    learnt_on: date | None = None,
    more: tuple[Party, ...] = (),
    **said: str,
) -> Taken:
    """A dispute of two, each with a telephone, and maybe more, that a window has taken in."""
    made = entry(hub, key, phone=APPLICANT, name="马某", **said)
    other = Party(Side.OPPONENT, Person("牛某", phone=OPPONENT))
    known = replace(made.known, learnt_on=learnt_on)
    [taken] = await take_in(
        hub, [replace(made, known=known, parties=(*made.parties, other, *more))]
    )
    assert isinstance(taken, Taken)
    return taken


async def officer(hub: Hub, command: Callable[..., object], case_id: UUID, **said: object) -> None:
    """What the office of a file does in it."""
    await hub.act(
        Act(
            do=lambda work: command(work, case_id, by="o-1", **said),
            files=[case_id, aftermath_of(case_id)],
        )
    )


async def number(hub: Hub, case_id: UUID, sort: str, kind: str, word: str) -> None:
    """The body numbers the newest paper of a sort."""
    page = await hub.pool.fetchval(PAGE, case_id, kind)
    series = Kind(Series.PAPER, word, sort)
    files = [numbered_of(case_id, sort, page), numbers_of(AUTHORITY)]
    await hub.act(
        Act(
            do=lambda work: number_paper(work, case_id, AUTHORITY, series, page, by="o-1"),
            files=files,
        )
    )


async def taken_at_the_window(hub: Hub, case_id: UUID) -> None:
    """The notice to supplement is numbered and handed over at once (ARL 31; RULES 130)."""
    await number(hub, case_id, "supplement", "reconsideration.supplement_notified.v1", "复补字")
    going = await read_outgoing(hub, case_id)
    [notice] = [one for one in going.papers if one.sort == "supplement"]
    await officer(hub, filing.receive_supplement_notice, case_id, notice=notice)


PAGE = "SELECT version FROM hub.outbox WHERE case_id = $1 AND kind = $2"


async def last(hub: Hub, kind: str) -> dict[str, Any]:
    """The newest fact of a kind."""
    body = await hub.pool.fetchval(LAST, kind)
    assert body is not None, kind
    said: dict[str, Any] = json.loads(body)
    return said


LAST = "SELECT body FROM hub.outbox WHERE kind = $1 ORDER BY seq DESC LIMIT 1"


async def settle(hub: Hub) -> None:
    """Let every office hear what it has not heard, until there is nothing new."""
    while await _hear(hub):
        pass


async def _hear(hub: Hub) -> bool:
    heard = False
    for office in offices():
        consumer = f"hub.{office.name}.office"
        kinds = {kind.kind_name(): kind for kind in office.listens}
        for row in await hub.pool.fetch(UNHEARD, list(kinds), consumer):
            fact = read(row["kind"], row["body"])
            hears = office.listens[type(fact)]
            act = Act(
                do=partial(_handle, hears.handler, fact),
                files=tuple(hears.files(fact)),
                labels=labels_in(row["labels"]),
                heard=Message(consumer, fact.head.case_id, fact.head.version),
            )
            await hub.run([act])
            heard = True
    return heard


UNHEARD = """
SELECT o.kind, o.body, o.labels FROM hub.outbox o
WHERE o.kind = ANY($1::text[]) AND NOT EXISTS (
  SELECT FROM hub.inbox i
  WHERE i.consumer = $2 AND i.case_id = o.case_id AND i.version = o.version)
ORDER BY o.seq
"""


def _handle(handler: "object", fact: Fact, work: Work) -> None:
    assert callable(handler)
    handler(work, fact)
