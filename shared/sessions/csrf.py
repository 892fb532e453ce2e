"""跨站请求防护: what changes something is taken only from a page of the same session."""

import hmac
from typing import Final, Protocol

from starlette.requests import Request

from shared.auth import Unauthenticated

HEADER: Final = "X-CSRF-Token"
"""How scripts carry it to the JSON doors; forms carry it as `_csrf`."""

STALE: Final = "页面打开之后重新登录过，或者不是从本系统的页面提交，请回到原页面再提交一次"


def csrf_token(request: Request) -> str:
    """What forms and scripts of a session carry; empty where there is no session."""
    session = _session_of(request)
    return session.csrf if session is not None else ""


def check_csrf(request: Request, token: str) -> None:
    """Let pass what a page of the same session sent; of strangers, what a page of this hub sent.

    Whoever shows a bearer token has no cookie that a foreign page could borrow.

    Raises:
        Unauthenticated: It came from elsewhere, or from a page of an earlier session.
    """
    session = _session_of(request)
    if session is not None:
        if not hmac.compare_digest(session.csrf.encode(), token.encode()):
            raise Unauthenticated(STALE)
    elif getattr(request.state, "who", None) is None and not _is_from_here(request):
        raise Unauthenticated(STALE)


class _WithToken(Protocol):
    """A session of any kind: an officer's, or a party's own."""

    @property
    def csrf(self) -> str: ...


def _session_of(request: Request) -> _WithToken | None:
    return getattr(request.state, "session", None)


def _is_from_here(request: Request) -> bool:
    """By what browsers say of the page that sends; whatever is no browser says nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("Host")
