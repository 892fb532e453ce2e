"""What signing in stands on in an application: sessions, and accounts or the issuer."""

from dataclasses import dataclass
from datetime import timedelta

from fastapi import FastAPI
from starlette.requests import Request

from shared.auth import CodeFlow, IssuerTokens, Tokens
from shared.clock import Clock, WallClock
from shared.db import Pool
from shared.sessions import Accounts, Sessions
from shared.settings import Settings


@dataclass(frozen=True, slots=True)
class SignIn:
    """登录, by accounts on the embedded default, else by the issuer."""

    sessions: Sessions
    accounts: Accounts
    by_account: bool
    """Whether the hub's own accounts hold; never beside an issuer, never in production."""
    flow: CodeFlow | None
    """None where the issuer does not know the desks as a client."""


def install_sign_in(
    app: FastAPI, pool: Pool, settings: Settings, tokens: Tokens, clock: Clock | None = None
) -> None:
    """Let an application know sessions; time is that of the wall, never a moved clock."""
    clock = clock or WallClock()
    by_account = not (settings.production or settings.oidc_issuer)
    sessions = Sessions(
        pool,
        clock,
        idle=timedelta(minutes=settings.session_idle_minutes),
        longest=timedelta(hours=settings.session_longest_hours),
        accounts_hold=by_account,
    )
    flow = None
    if isinstance(tokens, IssuerTokens) and settings.oidc_client_id:
        flow = CodeFlow(settings, tokens, clock)
    app.state.sessions = sessions
    app.state.sign_in = SignIn(
        sessions=sessions,
        accounts=Accounts(pool, clock, sessions),
        by_account=by_account,
        flow=flow,
    )


def sign_in_of(request: Request) -> SignIn:
    """That of the application that serves a request."""
    found: SignIn = request.app.state.sign_in
    return found
