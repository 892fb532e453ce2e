"""当事人会话: who has shown to be a party of one dispute, for an hour at a time.

It is a cookie of its own under `/party`, sealed and stateless: an officer's session and a party's
never mix in one browser, any web process reads it, and it tells nothing but ids. It is over where
the telephone by which it began was corrected since (RULES 163).
"""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated, Final
from uuid import UUID

from fastapi import Depends
from starlette.datastructures import FormData
from starlette.responses import Response

from shared.auth import Identity, Role, Unauthenticated
from shared.auth.identity import PARTY_CODE
from shared.contracts.intake import Side
from shared.frame import Answer, Form, Page, PageDep
from shared.frame.page import MOST_FIELDS, MOST_FILES
from shared.party.kept import keep_typed
from shared.party_link import Hasher, seal
from shared.people import Proved, corrected_since

COOKIE: Final = "hub_party"
GONE_ON: Final = "刚才填的都在，请看一遍再交"
LASTS: Final = timedelta(hours=1)
"""Since the last page: long enough to write an application, short on a telephone lent to others."""

UNKNOWN: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""When somebody was proved by a cookie of before, which does not say: earlier than anything."""


@dataclass(frozen=True, slots=True)
class PartySession:
    """Who a party is, in which dispute, and until when the browser is believed."""

    number: str
    dispute_id: UUID
    persons: frozenset[UUID]
    side: Side
    until: datetime
    csrf: str = ""
    whole: bool = True
    """Whether they are parties of the dispute, and not of some of its files only."""
    proved: datetime = UNKNOWN
    """When they showed who they are, by the hub's clock, however far it was moved.

    What was corrected since then ends the session.
    """

    @property
    def who(self) -> Identity:
        """The identity under which a party reads and acts, and which stands in facts."""
        code = f"{PARTY_CODE}{min(self.persons).hex}"
        disputes = [self.dispute_id] if self.whole else []
        return Identity.of(code, [Role.PARTY], disputes=disputes, persons=self.persons)


def begun(
    number: str, found: Proved, hasher: Hasher, now: datetime, *, proved: datetime
) -> PartySession:
    """A session of whoever was found to be a party.

    Args:
        number: The number of the dispute.
        found: Who they are.
        hasher: The hub's.
        now: By the clock of the wall, which moves no browser's hour.
        proved: When it was asked who they are, by the hub's clock, as acts are recorded.
    """
    word = _csrf(found.dispute_id, found.persons, hasher)
    return PartySession(
        number=number,
        dispute_id=found.dispute_id,
        persons=found.persons,
        side=found.side,
        until=now + LASTS,
        csrf=word,
        whole=found.whole,
        proved=proved,
    )


def written(session: PartySession, hasher: Hasher) -> str:
    """The cookie of a session."""
    said = {
        "number": session.number,
        "dispute": str(session.dispute_id),
        "persons": sorted(map(str, session.persons)),
        "side": session.side.value,
        "until": session.until.isoformat(),
        "whole": session.whole,
        "proved": session.proved.isoformat(),
    }
    text = urlsafe_b64encode(json.dumps(said).encode()).decode()
    return f"{text}.{_seal('session', text, hasher)}"


def read(cookie: str, hasher: Hasher, now: datetime) -> PartySession | None:
    """The session of a cookie; None where it is not ours or its time is over."""
    text, _, sealed = cookie.partition(".")
    if not hmac.compare_digest(sealed.encode(), _seal("session", text, hasher).encode()):
        return None
    said = json.loads(urlsafe_b64decode(text))
    dispute_id, persons = UUID(said["dispute"]), frozenset(map(UUID, said["persons"]))
    session = PartySession(
        number=said["number"],
        dispute_id=dispute_id,
        persons=persons,
        side=Side(said["side"]),
        until=datetime.fromisoformat(said["until"]),
        csrf=_csrf(dispute_id, persons, hasher),
        whole=said.get("whole", True),  # a cookie of before says nothing
        proved=datetime.fromisoformat(said["proved"]) if "proved" in said else UNKNOWN,
    )
    return session if now < session.until else None


def _csrf(dispute_id: UUID, persons: frozenset[UUID], hasher: Hasher) -> str:
    # By dispute and person, not by the cookie, which is new on every page.
    return _seal("form", f"{dispute_id}{sorted(map(str, persons))}", hasher)


def _seal(purpose: str, text: str, hasher: Hasher) -> str:
    # Hashed first: the hub's keyed hash reads some signs as the same, a seal must not.
    return seal(purpose, sha256(text.encode()).hexdigest(), hasher)


def keep(page: Page, answer: Response, session: PartySession) -> Response:
    """Let the browser be believed from now on for as long again."""
    hub = page.hub
    fresh = replace(session, until=hub.clock.now() + LASTS)
    answer.set_cookie(
        COOKIE,
        written(fresh, hub.hasher),
        max_age=int(LASTS.total_seconds()),
        path="/party",
        httponly=True,
        samesite="strict",
        secure=page.is_secure,
    )
    return answer


class PartyPage:
    """A page of a party that has shown who it is."""

    def __init__(self, page: Page, session: PartySession) -> None:
        self.page = page
        self.session = session
        self.who = session.who
        self.typed = Form()
        """What was typed before the session ended, to be gone on with."""
        self._answers: dict[str, Answer] = {}
        page.request.state.who = self.who
        page.request.state.session = session

    async def get(self, path: str) -> Answer:
        """What a door has to read for this party: asked once a request, however many ask."""
        if path not in self._answers:
            self._answers[path] = await self.page.call("GET", path)
        return self._answers[path]

    async def post(self, path: str, body: object, *, if_match: str | None = None) -> Answer:
        """Do something at a door; whatever was read before is read anew."""
        self._answers.clear()
        return await self.page.call("POST", path, body, if_match=if_match)

    def show(self, template: str, *, title: str, status: int = 200, **values: object) -> Response:
        """Render a page of the party's."""
        idle = int(LASTS.total_seconds())
        told = {"party": self.session, "idle": idle, **values}
        if self.typed.values:
            told["told"] = GONE_ON
        answer = self.page.show(template, title=title, status=status, block="", **told)
        return keep(self.page, answer, self.session)

    def go(self, path: str, *, told: str = "") -> Response:
        """To another page of the party's."""
        return keep(self.page, self.page.go(path, told=told), self.session)

    async def form(self) -> Form:
        """What was typed.

        Raises:
            Unauthenticated: It did not come from a page of the same session.
        """
        got = await _read(self.page)
        said = str(got.get("_csrf", ""))
        if not hmac.compare_digest(said.encode(), self.session.csrf.encode()):
            await keep_typed(self.page, got)
            raise Unauthenticated("这张表不是从您自己打开的网页提交的，请重新打开后再填")
        return await self.page.form()


async def _read(page: Page) -> FormData:
    """The form of a request, read once; its words are there for the page of a fault, too."""
    request = page.request
    if not hasattr(request.state, "again"):
        got = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
        request.scope["fastapi_middleware_astack"].push_async_callback(got.close)
        request.state.again = [one for one in got.multi_items() if isinstance(one[1], str)]
    return await request.form()


async def _party(page: PageDep) -> PartyPage:
    hub = page.hub
    cookie = page.request.cookies.get(COOKIE, "")
    session = read(cookie, hub.hasher, hub.clock.now()) if cookie else None
    if session is None:
        await keep_typed(page)
        raise Unauthenticated("请先输入纠纷编号和手机号，查询本人的纠纷")
    if await corrected_since(hub.pool, session.persons, session.proved):
        await keep_typed(page)
        raise Unauthenticated("所留的手机号已经在窗口更正，请用更正后的手机号查询")
    party = PartyPage(page, session)  # of a party more is read than of a stranger
    if page.request.method == "POST":
        await _read(page)  # before anything can fail, so that the page of a fault has it
    return party


PartyDep = Annotated[PartyPage, Depends(_party)]
"""The page of a request of a party; whoever has shown nothing is sent to show it."""
