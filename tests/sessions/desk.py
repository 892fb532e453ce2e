"""A desk in front of a real database, and a browser that keeps cookies."""

import re
from datetime import datetime

import httpx
from fastapi import FastAPI

from deploy.web import make_app
from shared.auth import Role, token_book
from shared.clock import CITY, StillClock
from shared.sessions import AccountIn
from shared.settings import Settings
from shared.signin import SignIn, install_sign_in
from shared.work import Hub

MORNING = datetime(2026, 11, 23, 9, tzinfo=CITY)
ORIGIN = "http://hub"
WINDOW = AccountIn("甘州区综治中心1号窗口", frozenset({Role.WINDOW}), "620702-window-1")
CHIEF = AccountIn("系统管理员", frozenset({Role.ADMINISTRATOR}), "620700-centre")


class Desk:
    """The application, its clock, and the accounts in it."""

    def __init__(
        self, hub: Hub, settings: Settings | None = None, **more: httpx.AsyncClient
    ) -> None:
        settings = settings or Settings(secret="s" * 40)
        self.clock = StillClock(MORNING)
        self.app: FastAPI = make_app(settings)
        self.app.state.hub = hub
        self.app.state.tokens = token_book(settings, clock=self.clock, **more)
        install_sign_in(self.app, hub.pool, settings, self.app.state.tokens, self.clock)
        self.sign_in: SignIn = self.app.state.sign_in
        self.pool = hub.pool

    async def post_of(self, code: str, said: AccountIn = WINDOW) -> str:
        """An account whose first passphrase needs no change; the passphrase."""
        given = await self.sign_in.accounts.add(code, said, by="chief")
        await self.pool.execute("UPDATE hub.account SET must_change = false")
        return given

    async def browser(self, code: str = "", said: AccountIn = WINDOW) -> "Browser":
        """A browser; with a code, one in which that post is signed in."""
        browser = Browser(self.app)
        if code:
            secret = await self.sign_in.sessions.begin(
                said.identity(code), title=said.title, by_account=False
            )
            browser.carry(secret)
        return browser

    async def events(self) -> list[tuple[str, str, str]]:
        """The log, oldest first: account, event, by whom."""
        rows = await self.pool.fetch(
            "SELECT code, event, by FROM hub.account_log ORDER BY entry_id"
        )
        return [tuple(row) for row in rows]


class Browser(httpx.AsyncClient):
    """A browser: it keeps cookies, says where a form stood, and sends what stands in it."""

    def __init__(self, app: FastAPI) -> None:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        super().__init__(transport=transport, base_url=ORIGIN)

    @property
    def secret(self) -> str:
        """What it carries; empty when it carries nothing."""
        return str(self.cookies.get("hub_session") or "")

    def carry(self, secret: str) -> None:
        """Carry the cookie of a session."""
        self.cookies.set("hub_session", secret, domain="hub.local")  # as its jar writes `hub`

    async def token(self, path: str = "/desk") -> str:
        """What the forms of a page carry."""
        page = await self.get(path)
        found = re.search(r'name="csrf-token" content="([^"]*)"', page.text)
        assert found, page.text
        return found[1]

    async def fill(self, path: str, of: str = "/desk", **typed: object) -> httpx.Response:
        """Send the form of a page."""
        headers = {"Referer": f"{ORIGIN}{of}", "Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
        return await self.post(path, data={"_csrf": await self.token(of), **typed}, headers=headers)

    async def sign_in(self, code: str, passphrase: str, then: str = "") -> httpx.Response:
        """Send the form of the sign-in page."""
        headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
        typed = {"code": code, "passphrase": passphrase, "next": then}
        return await self.post("/sign-in", data=typed, headers=headers)
