"""当事人会话: who has shown to be a party of one dispute, for an hour at a time.

It is a cookie of its own under `/party`, sealed and stateless: an officer's session and a party's
never mix in one browser, any web process reads it, and it tells nothing but ids.
"""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Annotated, Final
from uuid import UUID

from fastapi import Depends
from starlette.responses import Response

from shared.auth import Identity, Role, Unauthenticated
from shared.contracts.intake import Side
from shared.frame import Form, Page, PageDep
from shared.party_link import Hasher, seal
from shared.people import Proved

COOKIE: Final = "hub_party"
LASTS: Final = timedelta(hours=1)
"""Since the last page: long enough to write an application, short on a telephone lent to others."""


@dataclass(frozen=True, slots=True)
class PartySession:
    """Who a party is, in which dispute, and until when the browser is believed."""

    number: str
    dispute_id: UUID
    persons: frozenset[UUID]
    side: Side
    until: datetime
    csrf: str = ""

    @property
    def who(self) -> Identity:
        """The identity under which a party reads and acts, and which stands in facts."""
        code = f"party-{min(self.persons).hex}"
        return Identity.of(code, [Role.PARTY], disputes=[self.dispute_id], persons=self.persons)


def begun(number: str, proved: Proved, now: datetime) -> PartySession:
    """A session of whoever was found to be a party."""
    return PartySession(number, proved.dispute_id, proved.persons, proved.side, now + LASTS)


def written(session: PartySession, hasher: Hasher) -> str:
    """The cookie of a session."""
    said = {
        "number": session.number,
        "dispute": str(session.dispute_id),
        "persons": sorted(map(str, session.persons)),
        "side": session.side.value,
        "until": session.until.isoformat(),
    }
    text = urlsafe_b64encode(json.dumps(said).encode()).decode()
    return f"{text}.{_seal('session', text, hasher)}"


def read(cookie: str, hasher: Hasher, now: datetime) -> PartySession | None:
    """The session of a cookie; None where it is not ours or its time is over."""
    text, _, sealed = cookie.partition(".")
    if not hmac.compare_digest(sealed.encode(), _seal("session", text, hasher).encode()):
        return None
    said = json.loads(urlsafe_b64decode(text))
    session = PartySession(
        number=said["number"],
        dispute_id=UUID(said["dispute"]),
        persons=frozenset(map(UUID, said["persons"])),
        side=Side(said["side"]),
        until=datetime.fromisoformat(said["until"]),
        # By dispute and person, not by the cookie, which is new on every page.
        csrf=_seal("form", f"{said['dispute']}{said['persons']}", hasher),
    )
    return session if now < session.until else None


def _seal(purpose: str, text: str, hasher: Hasher) -> str:
    # Hashed first: the hub's keyed hash reads some signs as the same, a seal must not.
    return seal(purpose, sha256(text.encode()).hexdigest(), hasher)


def keep(page: Page, answer: Response, session: PartySession) -> Response:
    """Let the browser be believed from now on for as long again."""
    hub = page.hub
    fresh = PartySession(
        session.number,
        session.dispute_id,
        session.persons,
        session.side,
        hub.clock.now() + LASTS,
    )
    answer.set_cookie(
        COOKIE,
        written(fresh, hub.hasher),
        max_age=int(LASTS.total_seconds()),
        path="/party",
        httponly=True,
        samesite="strict",
        secure=page.request.url.scheme == "https",
    )
    return answer


class PartyPage:
    """A page of a party that has shown who it is."""

    def __init__(self, page: Page, session: PartySession) -> None:
        self.page = page
        self.session = session
        self.who = session.who
        page.request.state.who = self.who
        page.request.state.session = session

    def show(self, template: str, *, title: str, status: int = 200, **values: object) -> Response:
        """Render a page of the party's."""
        told = {"party": self.session, **values}
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
        said = str((await self.page.request.form()).get("_csrf", ""))
        if not hmac.compare_digest(said.encode(), self.session.csrf.encode()):
            raise Unauthenticated("这张表不是从您自己打开的网页提交的，请重新打开后再填")
        return await self.page.form()


async def _party(page: PageDep) -> PartyPage:
    hub = page.hub
    cookie = page.request.cookies.get(COOKIE, "")
    session = read(cookie, hub.hasher, hub.clock.now()) if cookie else None
    if session is None:
        raise Unauthenticated("请先输入纠纷编号和手机号，查询本人的纠纷")
    return PartyPage(page, session)


PartyDep = Annotated[PartyPage, Depends(_party)]
"""The page of a request of a party; whoever has shown nothing is sent to show it."""
