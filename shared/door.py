"""The door 门口: what every request meets before any route: it is measured, and asked who it is.

Both stand before the application, not in it: a stranger's body is not read, not even to be told
that it is malformed, and what no route knows is measured too.
"""

import time
from typing import Final

from fastapi.security.utils import get_authorization_scheme_param
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared import metrics, tracing
from shared.auth import Identity, Tokens, Unauthenticated
from shared.errors import HubError
from shared.problem import answer, problem_of

PUBLIC: Final = frozenset({"/livez", "/readyz", "/metrics", "/openapi.json", "/asyncapi.json"})
"""What is answered without a token; everything else asks who it is."""

SPAN: Final = "hub.span"
"""Where the span of a request stands in its scope, while it is traced."""

BROKEN: Final = 500
"""What an error that nobody caught is answered with; from here on it is the hub's fault."""


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
        if scope["type"] == "http" and scope["path"] not in PUBLIC:
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
