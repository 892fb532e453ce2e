"""The door 门口: what every request meets before any route: measured, and asked who it is.

Both stand before the application, not in it: a stranger's body is not read, not even to
be told that it is malformed, and what no route knows is measured too.
"""

import time
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from fastapi.security.utils import get_authorization_scheme_param
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared import metrics, tracing
from shared.auth import Identity, Tokens, Unauthenticated
from shared.bounds import bounded
from shared.db import LOST
from shared.errors import Away, HubError
from shared.pages import is_page
from shared.sessions import Session, Sessions, check_csrf
from shared.sessions.cookie import secret_of
from shared.sessions.csrf import HEADER as CSRF

PUBLIC: Final = frozenset({"/livez", "/readyz", "/metrics", "/openapi.json", "/asyncapi.json"})
"""What is answered without a token; everything else but the law desk asks who it is."""

LAW_DESK: Final = "/law"
"""法律服务台, where anyone may ask about the law; nothing under it reads a file or makes a fact."""

SPAN: Final = "hub.span"
"""Where the span of a request stands in its scope, while it is traced."""

BROKEN: Final = 500
"""What an error that nobody caught is answered with; from here on it is the hub's fault."""

BY_ITSELF: Final = "Hub-Waiting"
"""Header of what an open page asks for by itself, while nobody may be at the desk."""

OPENING: Final = "navigate"
"""How a browser asks for a page that somebody opens."""

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

CHANGE: Final = "/desk/passphrase"
"""修改口令: the one page for whoever must change theirs first."""

OPEN: Final = ("/static/", "/sign-in", "/sign-out", "/party")
"""页面中对所有人开放的部分: how the paths of pages begin that a stranger may read."""

GREETING: Final = ("/sign-in", "/sign-out")
"""Of those, the ones that know whom they have before them, if it is anybody."""


def is_public(path: str) -> bool:
    """Whether a path is answered without a token."""
    return (
        path in PUBLIC
        or path == LAW_DESK
        or path.startswith((f"{LAW_DESK}/", *OPEN))
        or path == "/"
    )


async def identify(request: Request) -> Identity:
    """Who is asking, by token or else by session; verified once a request.

    A session is put at `request.state.session`.

    Raises:
        Unauthenticated: There is neither, or it does not hold.
        Away: The issuer's keys cannot be had just now.
    """
    known: Identity | None = getattr(request.state, "who", None)
    if known is not None:
        return known
    said = request.headers.get("Authorization")
    scheme, token = get_authorization_scheme_param(said)
    if scheme.lower() == "bearer" and token:
        tokens: Tokens = request.app.state.tokens
        request.state.who = await tokens.verify(token)
    elif said is None and (secret := secret_of(request)):
        request.state.session = await _session(request, secret)
        request.state.who = request.state.session.who
    else:
        raise Unauthenticated("请先登录：请求须带有令牌")
    found: Identity = request.state.who
    return found


async def _session(request: Request, secret: str) -> Session:
    sessions: Sessions = request.app.state.sessions
    return await sessions.find(secret, use=not _looks_again(request))


class Guarded:
    """Asks for an identity on every path but the public ones.

    A stranger who opens a page of the desks is led to the signing in, and back to it afterwards.
    What a stranger sends is refused, and told as such, so that what was typed is not lost.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let pass who is known, or what is public."""
        app: ASGIApp = self._app
        if scope["type"] == "http" and not _is_for_all(scope["path"]):
            request = Request(scope)
            try:
                await _admit(request)
            except _Elsewhere as leads:
                app = RedirectResponse(leads.path, 303, headers={"Cache-Control": "no-store"})
            except (HubError, *LOST) as error:
                app = await _told(request, error)
        await app(scope, bounded(scope, receive), send)


class _Elsewhere(Exception):
    """This request is answered with another page."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def _is_for_all(path: str) -> bool:
    """Whether it is of no consequence who asks; parties have sessions of their own."""
    return is_public(path) and path != "/" and not path.startswith(GREETING)


async def _admit(request: Request) -> None:
    path = request.url.path
    try:
        await identify(request)
    except Unauthenticated:
        if is_public(path):
            return
        if is_page(path) and _is_opening(request):
            raise _Elsewhere(f"/sign-in?next={quote(_asked(request), safe='/')}") from None
        raise
    session: Session | None = getattr(request.state, "session", None)
    if session is None:
        return
    if request.method not in SAFE and not is_page(path):
        check_csrf(request, request.headers.get(CSRF, ""))
    if session.must_change and not is_public(path) and path != CHANGE:
        if is_page(path) and _is_opening(request):
            raise _Elsewhere(CHANGE)
        raise Unauthenticated("请先修改口令，再办理业务")


def _looks_again(request: Request) -> bool:
    """Whether a page asks by itself: a stream that comes back, a script that looks for news.

    That is nobody at work; else a desk that somebody left would stay open as long as it shows a
    number that is kept up.
    """
    asked = request.method == "GET" and _is_by_script(request)
    asked = asked or BY_ITSELF in request.headers  # part after part of what was begun once
    return asked or "text/event-stream" in request.headers.get("Accept", "")


def _is_by_script(request: Request) -> bool:
    """By what it says itself, and what browsers say of it over TLS; htmx asks by a click."""
    headers = request.headers
    # Not by its destination: what a service worker hands on has none, though somebody opened it.
    says = BY_ITSELF in headers or headers.get("Sec-Fetch-Mode", OPENING) != OPENING
    return says and "HX-Request" not in headers


def _is_opening(request: Request) -> bool:
    """Whether a browser opens a page, and does not send a form or ask for a part of one."""
    by_itself = "HX-Request" in request.headers or _is_by_script(request)
    return request.method == "GET" and not by_itself


def _asked(request: Request) -> str:
    query = request.url.query
    return f"{request.url.path}?{query}" if query else request.url.path


async def _told(request: Request, error: Exception) -> ASGIApp:
    """The error as the application tells it: on a page as a page."""
    kind = HubError if isinstance(error, HubError) and not isinstance(error, Away) else Away
    handlers: Mapping[type[Exception], Any] = request.app.exception_handlers
    told: ASGIApp = await handlers[kind](request, error)
    return told


class Watched:
    """Measures each request until its answer begins, and traces it, under its route's template."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status: int | None = None

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _measure(scope, status, time.perf_counter() - began)
            await send(message)

        if tracing.is_on():
            said = dict(scope["headers"]).get(b"traceparent", b"").decode("latin-1")
            scope[SPAN] = tracing.begin(scope["method"], said)
        try:
            await self._app(scope, receive, watched)
        except Exception:
            if status is None:
                _measure(scope, BROKEN, time.perf_counter() - began)
            raise
        finally:
            _end_span(scope, status or BROKEN)


def _route_of(scope: Scope) -> str:
    """The template of a route: what is asked for itself holds ids, and anything at all."""
    template = getattr(scope.get("route"), "path", "unknown")
    return scope["path"] if scope["path"] in PUBLIC else template


def _measure(scope: Scope, status: int, seconds: float) -> None:
    metrics.observe(
        "hub_http_seconds",
        seconds,
        route=_route_of(scope),
        method=scope["method"],
        status=f"{status // 100}xx",
    )


def _end_span(scope: Scope, status: int) -> None:
    if (span := scope.get(SPAN)) is not None:
        span.update_name(f"{scope['method']} {_route_of(scope)}")
        tracing.end(span, failed=status >= BROKEN, status=status)
