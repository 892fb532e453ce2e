"""A page 页面 while it is made: who asks, what was typed, the hub's own doors, the answer."""

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, Final
from urllib.parse import quote, unquote, urlencode, urlsplit

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from shared.auth import Identity
from shared.frame.calling import Answer, call
from shared.frame.typed import Form
from shared.problem.model import FieldFault, Problem
from shared.sessions import Session, Sessions, check_csrf, csrf_token
from shared.sessions.cookie import own_path
from shared.sessions.session import SEEN_EVERY
from shared.work import Hub

if TYPE_CHECKING:
    from shared.frame.frame import Frame

__all__ = ["Answer", "Form", "Page", "PageDep", "page_router"]

TOLD: Final = "hub_told"
"""Cookie of what was done just now, told on the next page and then forgotten."""

THEME: Final = "hub_theme"

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""No script and no style but our own files: what a citizen typed can become neither."""

HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}
"""No page is kept by the browser: the next one at the counter is somebody else."""

PART: Final = "part"
"""Word of an address by which a script asks for a part of a page, to put it into an open one."""

FIRSTS: Final[Mapping[str, str]] = {"page": "1", "after": "0", "skip": "0", "cursor": ""}
"""How addresses call the page of a list that they show → what they call the first one."""

MOST_FILES: Final = 20
MOST_FIELDS: Final = 2000


class NotShown(Exception):
    """A door gave no answer of which a page could be made; its problem is the page."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.title)
        self.problem = problem


class Page:
    """A page being made for one request."""

    def __init__(self, request: Request) -> None:
        self.request = request
        # Before anything is looked up: what comes later than this goes out on the stream.
        stream = getattr(request.app.state, "stream", None)
        self._position: int | str = stream.broadcast.position if stream else ""

    def news_of(self, *offices: str) -> str:
        """Where a list of this page hears that there is something new since it was made.

        Args:
            offices: Whose facts concern the list; none for all that the reader may see.
        """
        asked = {"brief": "true", "office": ",".join(offices), "after": self._position}
        return f"/stream?{urlencode({name: said for name, said in asked.items() if said != ''})}"

    @property
    def who(self) -> Identity | None:
        """Who is signed in."""
        return getattr(self.request.state, "who", None)

    @property
    def session(self) -> Session | None:
        """The session of the officer who is signed in; None where they showed a token."""
        found = getattr(self.request.state, "session", None)
        return found if isinstance(found, Session) else None

    @property
    def idle_seconds(self) -> int:
        """After how long without work the sign-in ends at the earliest; 0 where there is none.

        Whoever must change their passphrase has no other page, and is told nothing meanwhile.
        """
        if self.session is None or self.session.must_change:
            return 0
        sessions: Sessions = self.request.app.state.sessions
        return int((sessions.idle - SEEN_EVERY).total_seconds())

    @property
    def came_from(self) -> str:
        """The hub's own page from which this was asked; else the first one of the desk."""
        return own_path(self._asked_on)

    @property
    def form_at(self) -> str:
        """Of a page that answers a form: the page on which the form stood; else nothing.

        Its own address may take forms only: whoever reloads it, or signs in and comes back, would
        find nothing there.
        """
        asked_on = self._asked_on if self.request.method == "POST" else ""
        return asked_on if asked_on and own_path(asked_on) == asked_on else ""

    @property
    def _asked_on(self) -> str:
        parts = urlsplit(self.request.headers.get("Referer", ""))
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return path if parts.netloc == self.request.headers.get("Host") else ""

    @property
    def is_secure(self) -> bool:
        """Whether what the browser is to keep goes over TLS only."""
        return self.frame.over_tls or self.request.url.scheme == "https"

    def address_of(self, path: str) -> str:
        """A page's address as a browser outside reaches it, whatever this one asked for."""
        return (self.frame.address or str(self.request.base_url)).rstrip("/") + path

    @property
    def csrf(self) -> str:
        """What forms and scripts of this page carry."""
        return csrf_token(self.request)

    @property
    def hub(self) -> Hub:
        """The hub."""
        hub: Hub = self.request.app.state.hub
        return hub

    @property
    def frame(self) -> "Frame":
        """The frame of the application."""
        frame: Frame = self.request.app.state.frame
        return frame

    @cached_property
    def query(self) -> Mapping[str, str]:
        """What the address says."""
        return dict(self.request.query_params)

    @property
    def narrowed(self) -> Mapping[str, str]:
        """What the address says, but for the part of the page that a script asked for."""
        return {name: value for name, value in self.query.items() if name != PART}

    def with_query(self, **changed: object) -> str:
        """This page's address with some of what it says changed; None takes it away.

        What a script asked for a part of the page with is no part of the address.
        """
        said = {**self.narrowed, **changed}
        kept = {name: str(value) for name, value in said.items() if value not in (None, "")}
        return f"{self.request.url.path}?{urlencode(kept)}" if kept else self.request.url.path

    def first_page(self, *names: str) -> str:
        """The address of a list's first page, where this one is of a later page; else nothing.

        Args:
            names: What the address calls the page of that list; none for the usual names.
        """
        said = {name: self.query.get(name, "") for name in names or FIRSTS}
        is_first = all(one in ("", FIRSTS.get(name, "1")) for name, one in said.items())
        return "" if is_first else self.with_query(**dict.fromkeys(said))

    async def form(self) -> Form:
        """What was typed.

        Raises:
            Unauthenticated: It did not come from a page of the same session.
        """
        got: FormData = await self.request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
        self.request.scope["fastapi_middleware_astack"].push_async_callback(got.close)
        check_csrf(self.request, str(got.get("_csrf", "")))
        values: dict[str, list[str]] = {}
        files: dict[str, list[UploadFile]] = {}
        for name, value in got.multi_items():
            if isinstance(value, UploadFile):
                if value.filename:
                    files.setdefault(name, []).append(value)
            elif name != "_csrf":
                values.setdefault(name, []).append(value)
        return Form(values, files)

    async def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        query: Mapping[str, object] | None = None,
        if_match: int | str | None = None,
        key: str = "",
    ) -> Answer:
        """Ask one of the hub's own doors as whoever is signed in; nothing goes over a wire."""
        return await call(self.request, method, path, body, query=query, if_match=if_match, key=key)

    async def read(self, path: str, **query: object) -> Any:  # noqa: ANN401 - any JSON
        """What one of the hub's own doors has to read.

        Raises:
            NotShown: It has nothing for this reader, or cannot be asked just now.
        """
        answer = await self.call("GET", path, query=query)
        if answer.problem is not None:
            raise NotShown(answer.problem)
        return answer.body

    def show(
        self, template: str, *, title: str, status: int = 200, block: str = "", **values: object
    ) -> Response:
        """Render a template; only one of its blocks where htmx asked for that part."""
        shown = self.frame.templates.get_template(template)
        told = "" if block else unquote(self.request.cookies.get(TOLD, ""))
        context = shown.new_context(self._context(title, told) | values)
        parts = shown.blocks[block](context) if block else shown.root_render_func(context)
        answer = HTMLResponse("".join(parts), status, headers=dict(HEADERS))
        if told:
            answer.delete_cookie(TOLD, path="/")
        return answer

    def _context(self, title: str, told: str) -> dict[str, Any]:
        theme = self.request.cookies.get(THEME, "")
        return {
            "page": self,
            "title": title,
            "told": told,
            "who": self.who,
            "menu": self.frame.menu(self.who),
            "bell": self.frame.bell(self.who),
            "here": self.request.url.path,
            "csrf_token": self.csrf,
            "theme": theme if theme in {"light", "dark"} else "",
            "faults": (),
            "typed": Form(),
        }

    def go(self, path: str, *, told: str = "") -> Response:
        """To another page, where `told` is said once."""
        answer = RedirectResponse(path, 303)
        if told:
            self.keep(answer, TOLD, quote(told), seconds=60)
        return answer

    def keep(self, answer: Response, name: str, value: str, *, seconds: int) -> None:
        """Let the browser keep something that no script reads."""
        answer.set_cookie(
            name, value, max_age=seconds, httponly=True, samesite="lax", secure=self.is_secure
        )

    def fault(self, problem: Problem) -> Response:
        """A problem as a page."""
        template = self.frame.fault(self.request.url.path)
        answer = self.show(template, title=problem.title, status=problem.status, problem=problem)
        if problem.status == HTTPStatus.UNAUTHORIZED:
            answer.headers["WWW-Authenticate"] = "Bearer"
        return answer

    def json(self, value: object, status: int = 200) -> Response:
        """Data for a script of a page."""
        text = json.dumps(value, ensure_ascii=False, default=str)
        return Response(text, status, dict(HEADERS), "application/json")


def faults_of(fields: Sequence[FieldFault]) -> dict[str, str]:
    """What is wrong, by the name of the field."""
    return {one.pointer.removeprefix("#/"): one.message for one in fields}


async def _page(request: Request) -> Page:
    return Page(request)


PageDep = Annotated[Page, Depends(_page)]
"""The page of a request."""


def page_router() -> APIRouter:
    """A router of pages: the description of the doors does not tell of them."""
    return APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
