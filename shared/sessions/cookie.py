"""会话 Cookie: how a browser carries the secret of its session, and where it goes afterwards."""

from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

COOKIE: Final = "hub_session"

HOME: Final = "/desk"


def secret_of(request: Request) -> str:
    """The secret that the browser carries; empty when it carries none."""
    return request.cookies.get(COOKIE, "")


def give(answer: Response, secret: str, *, secure: bool) -> None:
    """Let the browser carry it until it is closed: the hub, not the browser, knows the end."""
    answer.set_cookie(COOKIE, secret, path="/", httponly=True, samesite="lax", secure=secure)


def take_away(answer: Response, *, secure: bool) -> None:
    """Let the browser forget it."""
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax", secure=secure)


def own_path(said: str) -> str:
    """Where to go after signing in: a page of the hub's own, else the first page of the desk."""
    if not said.startswith("/") or said.startswith(("//", "/sign-")):
        return HOME
    if any(sign in said for sign in "\\\r\n\t") or not said.isprintable():
        return HOME  # browsers read \ as /, and leave out what cannot be seen
    try:
        parts = urlsplit(said)
    except ValueError:
        return HOME
    return HOME if parts.scheme or parts.netloc else said
