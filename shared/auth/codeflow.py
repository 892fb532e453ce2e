"""授权码流程: signing in at an OIDC issuer, by authorization code with PKCE, state and nonce.

What a signing in must remember until the browser comes back travels with the browser, signed: any
web process can finish what another began, and nothing is kept of those that nobody finishes.
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from shared.auth.identity import Identity, Unauthenticated
from shared.auth.tokens import IssuerTokens
from shared.clock import Clock, WallClock
from shared.errors import Away
from shared.settings import Settings

LASTING: Final = timedelta(minutes=10)
"""How long somebody may take at the issuer."""

STRANGE: Final = "这次登录没有从这里开始，或者已经超过十分钟，请重新登录"


@dataclass(frozen=True, slots=True)
class Begun:
    """A signing in under way."""

    state: str
    nonce: str
    verifier: str
    then: str
    """Where the browser wanted to go."""
    until: float
    """Seconds of the epoch."""


class CodeFlow:
    """The desks as a client of an issuer."""

    def __init__(
        self, settings: Settings, tokens: IssuerTokens, clock: Clock | None = None
    ) -> None:
        secret = settings.oidc_client_secret
        self._client = settings.oidc_client_id or ""
        self._secret = secret.get_secret_value() if secret else ""
        self._scopes = settings.oidc_scopes
        self._tokens = tokens
        self._clock = clock or WallClock()
        self._key = hmac.new(settings.key(), b"hub signing in", hashlib.sha256).digest()

    async def begin(self, back: str, then: str) -> tuple[str, str]:
        """The issuer's address to send the browser to, and what the browser carries meanwhile.

        Raises:
            Away: The issuer does not answer.
        """
        token = secrets.token_urlsafe
        until = (self._clock.now() + LASTING).timestamp()
        begun = Begun(token(24), token(24), token(48), then, until)
        challenge = hashlib.sha256(begun.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._client,
            "redirect_uri": back,
            "scope": self._scopes,
            "state": begun.state,
            "nonce": begun.nonce,
            "code_challenge": _text(challenge),
            "code_challenge_method": "S256",
        }
        return f"{await self._address('authorization_endpoint')}?{urlencode(asked)}", (
            self._sealed(begun)
        )

    async def finish(
        self, carried: str, *, state: str, code: str, back: str
    ) -> tuple[Identity, str, str]:
        """Who signed in, what they are called, and where they wanted to go.

        Raises:
            Unauthenticated: It was not begun in this browser, or the issuer does not confirm it.
            Away: The issuer does not answer.
        """
        begun = self._opened(carried, self._clock.now())
        if not hmac.compare_digest(begun.state.encode(), state.encode()) or not code:
            raise Unauthenticated(STRANGE)
        asked = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self._client,
            "code_verifier": begun.verifier,
        }
        given = await self._tokens.keys.exchange(asked, self._secret)
        return *await self._who(given, begun.nonce), begun.then

    async def _who(self, given: Mapping[str, Any], nonce: str) -> tuple[Identity, str]:
        """The ID token says who it is; where it names no role, the access token does."""
        who, title = await self._tokens.signed_in(
            str(given.get("id_token", "")), client=self._client, nonce=nonce
        )
        if not who.roles and (access := given.get("access_token")):
            by_access = await self._tokens.verify(str(access))
            if by_access.code != who.code:
                raise Unauthenticated("身份提供方给出的两个令牌不是同一人的")
            who = by_access
        if not who.roles:
            raise Unauthenticated("身份提供方没有授予本系统的任何角色，请联系系统管理员")
        return who, title

    async def leave(self, then: str) -> str | None:
        """The issuer's address at which its own session ends; None where it offers none.

        Raises:
            Away: The issuer does not answer.
        """
        about = await self._tokens.keys.about()
        if not (address := about.get("end_session_endpoint")):
            return None
        asked = {"client_id": self._client, "post_logout_redirect_uri": then}
        return f"{address}?{urlencode(asked)}"

    async def _address(self, name: str) -> str:
        about = await self._tokens.keys.about()
        if name not in about:
            raise Away("身份提供方暂时无法访问，请稍后再试")
        return str(about[name])

    def _sealed(self, begun: Begun) -> str:
        content = _text(json.dumps(asdict(begun)).encode())
        return f"{content}.{_text(self._seal(content))}"

    def _opened(self, carried: str, now: datetime) -> Begun:
        content, _, seal = carried.partition(".")
        if not hmac.compare_digest(_text(self._seal(content)).encode(), seal.encode()):
            raise Unauthenticated(STRANGE)
        said: dict[str, Any] = json.loads(base64.urlsafe_b64decode(f"{content}=="))
        begun = Begun(**said)
        if now.timestamp() >= begun.until:
            raise Unauthenticated(STRANGE)
        return begun

    def _seal(self, content: str) -> bytes:
        return hmac.new(self._key, content.encode(), hashlib.sha256).digest()


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")
