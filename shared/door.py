"""The door 门口: what every request meets before any route: measured, asked who, shown the way.

The first two stand before the application, not in it: a stranger's body is not read, not even to
be told that it is malformed, and what no route knows is measured too.
"""

import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter
from fastapi.security.utils import get_authorization_scheme_param
from starlette.requests import Request
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared import metrics, tracing
from shared.auth import Identity, Tokens, Unauthenticated
from shared.errors import HubError
from shared.problem import answer, problem_of

PUBLIC: Final = frozenset({"/livez", "/readyz", "/metrics", "/openapi.json", "/asyncapi.json"})
"""What is answered without a token; everything else but the law desk asks who it is."""

LAW_DESK: Final = "/law"
"""法律服务台, where anyone may ask about the law; nothing under it reads a file or makes a fact."""

SPAN: Final = "hub.span"
"""Where the span of a request stands in its scope, while it is traced."""

BROKEN: Final = 500
"""What an error that nobody caught is answered with; from here on it is the hub's fault."""

GAP: Final = "{}"
"""Stands for a word of a path that may be anything."""


OPEN: Final = ("/static/", "/sign-in", "/party")
"""页面中对所有人开放的部分: how the paths of pages begin that a stranger may read."""


def is_public(path: str) -> bool:
    """Whether a path is answered without a token."""
    return (
        path in PUBLIC
        or path == LAW_DESK
        or path.startswith((f"{LAW_DESK}/", *OPEN))
        or path == "/"
    )


async def identify(request: Request) -> Identity:
    """Who is asking; verified once a request.

    Raises:
        Unauthenticated: There is no token, or it does not hold.
        Away: The issuer's keys cannot be had just now.
    """
    known: Identity | None = getattr(request.state, "who", None)
    if known is not None:
        return known
    said = request.headers.get("Authorization")
    scheme, token = get_authorization_scheme_param(said)
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated("请先登录：请求须带有令牌")
    tokens: Tokens = request.app.state.tokens
    found = await tokens.verify(token)
    request.state.who = found
    return found


class Guarded:
    """Asks for an identity on every path but the public ones."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let pass who is known, or what is public."""
        if scope["type"] == "http" and not is_public(scope["path"]):
            request = Request(scope)
            try:
                await identify(request)
            except HubError as error:
                await answer(problem_of(error, request))(scope, receive, send)
                return
        await self._app(scope, receive, send)


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


class Signpost:
    """Hands each request to a router of the few routes that its path can be for.

    A router tries its routes one after another. The signpost tells by the first and the last word
    of a path which of them can match; what matches, 404 and 405 stay the router's own.
    """

    def __init__(self, whole: APIRouter) -> None:
        """Know the way to all routes of a router, as they are now.

        Raises:
            ValueError: A route may begin with anything, or may end in several words.
        """
        self._whole = whole
        streets: dict[str, list[tuple[str, BaseRoute]]] = defaultdict(list)
        for route in whole.routes:
            first, last = _words(_template(route))
            streets[first].append((last, route))
        self._ways = {
            (first, end): _router([route for last, route in street if last in (end, GAP)])
            for first, street in streets.items()
            for end in {last for last, _ in street} | {GAP}
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; what no way is known for, the whole router answers."""
        way = self._whole
        if scope["type"] == "http":  # the start and the end of a process are the whole one's
            first, last = _words(scope["path"])
            way = self._ways.get((first, last)) or self._ways.get((first, GAP)) or self._whole
        scope["router"] = self._whole
        # Not the router itself: the whole one would come back here.
        await way.app(scope, receive, send)


def _router(routes: Sequence[BaseRoute]) -> APIRouter:
    few = APIRouter(redirect_slashes=False)
    few.routes.extend(routes)
    return few


def _template(route: BaseRoute) -> str:
    path: str = getattr(route, "path", GAP)
    gaps = [word for word in path.split("/") if "{" in word]
    if path.startswith(("{", "/{")) or any(":" in gap or gap[0] != "{" for gap in gaps):
        raise ValueError(f"no signpost leads there: {path}")
    return "/".join(GAP if "{" in word else word for word in path.split("/"))


def _words(path: str) -> tuple[str, str]:
    """The first word, and the last of those after it."""
    first, _, rest = path[1:].partition("/")
    return first, rest.rpartition("/")[2]


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
