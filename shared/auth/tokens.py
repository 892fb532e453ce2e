"""令牌: bearer tokens, taken from an OIDC issuer, or signed here on the embedded default."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, Final, Protocol
from uuid import UUID, uuid4

import httpx
import jwt
from jwt.types import Options

from shared.auth.held import HeldToken, HeldTokens, Span
from shared.auth.identity import LONGEST_TITLE, Identity, Role, Unauthenticated
from shared.auth.keys import IssuerKeys
from shared.clock import Clock, WallClock
from shared.settings import BadSettings, Settings

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "EdDSA")
"""How an issuer may sign. A key of its own that it shares with nobody, so no HS256."""

_LOCAL: Final = "HS256"
_OURS: Final = "hub"
_OPTIONS: Final[Options] = {
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
    "require": ["exp", "iss", "aud"],
}
# PyJWT would read the machine's time by itself; a `Span` asks the clock.


class Tokens(Protocol):
    """Whoever can tell from a token who is asking."""

    async def verify(self, token: str) -> Identity:
        """Who shows this token.

        Raises:
            Unauthenticated: It does not hold.
            Away: The issuer's keys cannot be had just now.
        """
        ...


class LocalTokens:
    """Tokens that the hub signs itself, for one machine and demonstrations; never in production."""

    def __init__(self, secret: bytes, clock: Clock) -> None:
        # Not the secret itself: the same one keys the hashes of `people`.
        self._key = hmac.new(secret, b"hub tokens", hashlib.sha256).digest()
        self._clock = clock
        self._held = HeldTokens()

    def issue(
        self,
        code: str,
        roles: Iterable[Role],
        *,
        organ: str = "",
        county: str = "",
        disputes: Iterable[UUID] = (),
        persons: Iterable[UUID] = (),
        lasting: timedelta = timedelta(hours=12),
    ) -> str:
        """Sign a token for this identity.

        Raises:
            Unauthenticated: The code may not stand in a fact.
        """
        who = Identity.of(
            code, roles, organ=organ, county=county, disputes=disputes, persons=persons
        )
        now = self._clock.now()
        claims = {
            "iss": _OURS,
            "aud": _OURS,
            "sub": who.code,
            "iat": int(now.timestamp()),
            "exp": int((now + lasting).timestamp()),
            "jti": str(uuid4()),
            "roles": sorted(who.roles),
            "organ": who.organ,
            "county": who.county,
            "disputes": sorted(map(str, who.dispute_ids)),
            "persons": sorted(map(str, who.person_ids)),
        }
        return jwt.encode(claims, self._key, _LOCAL)

    async def verify(self, token: str) -> Identity:
        """Who shows this token, if the hub signed it and it is in time."""
        now = self._clock.now()
        if (held := self._held.find(token, now)) is not None:
            return held.who
        claims = _decoded(token, self._key, (_LOCAL,), _OURS, _OURS)
        span = Span.of(claims)
        span.check(now)
        return self._held.keep(token, HeldToken(_identity(claims, _OWN_CLAIMS, {}), span))


class IssuerTokens:
    """Tokens of an OIDC issuer, with its keys and its names for roles."""

    def __init__(self, settings: Settings, keys: IssuerKeys, clock: Clock) -> None:
        self._issuer = settings.oidc_issuer or ""
        self._audience = settings.oidc_audience or ""
        self._claims = {
            "code": settings.oidc_code_claim,
            "roles": settings.oidc_roles_claim,
            "organ": settings.oidc_organ_claim,
            "county": settings.oidc_county_claim,
            "disputes": settings.oidc_disputes_claim,
            "persons": settings.oidc_persons_claim,
        }
        self._title = settings.oidc_title_claim
        self._names = settings.oidc_role_names
        self.keys = keys
        self._clock = clock
        self._held = HeldTokens()

    async def verify(self, token: str) -> Identity:
        """Who shows this token, if the issuer signed it for this hub and it is in time."""
        held = self._held.find(token, self._clock.now())
        kid = held.kid if held is not None else _kid(token)
        key = await self.keys.find(kid)  # asked each time: a withdrawn key stops holding
        if held is not None and held.key is key:
            return held.who
        claims = _decoded(token, key, ALGORITHMS, self._issuer, self._audience)
        span = Span.of(claims)
        span.check(self._clock.now())
        who = _identity(claims, self._claims, self._names)
        return self._held.keep(token, HeldToken(who, span, kid, key))

    async def signed_in(self, id_token: str, *, client: str, nonce: str) -> tuple[Identity, str]:
        """Who signs in with this ID token, given to this client for this one signing in.

        Also what they are called there, empty where the issuer does not say.

        Raises:
            Unauthenticated: It is not the issuer's, another's, out of time or of another time.
            Away: The issuer's keys cannot be had just now.
        """
        key = await self.keys.find(_kid(id_token))
        claims = _decoded(id_token, key, ALGORITHMS, self._issuer, client)
        Span.of(claims).check(self._clock.now())
        if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
            raise Unauthenticated("这次登录已经用过或者不是从这里开始的，请重新登录")
        if claims.get("azp", client) != client:
            raise Unauthenticated("令牌无效：签名、签发方或者受众不符")
        title = str(_claim(claims, self._title) or "").strip()[:LONGEST_TITLE]
        return _identity(claims, self._claims, self._names), title


def token_book(
    settings: Settings, *, clock: Clock | None = None, client: httpx.AsyncClient | None = None
) -> LocalTokens | IssuerTokens:
    """The tokens that hold under these settings; time is that of the wall, never a moved clock.

    Raises:
        BadSettings: Production asks for an issuer.
    """
    clock = clock or WallClock()
    if settings.oidc_issuer:
        keys = IssuerKeys(settings.oidc_issuer, clock, client or httpx.AsyncClient(timeout=5))
        return IssuerTokens(settings, keys, clock)
    if settings.production:
        raise BadSettings("生产模式下不签发本地令牌 / no tokens are signed here in production mode")
    return LocalTokens(settings.key(), clock)


_OWN_CLAIMS: Final = {
    "code": "sub",
    "roles": "roles",
    "organ": "organ",
    "county": "county",
    "disputes": "disputes",
    "persons": "persons",
}


def _kid(token: str) -> str | None:
    try:
        kid: str | None = jwt.get_unverified_header(token).get("kid")
    except jwt.InvalidTokenError:
        raise Unauthenticated("令牌无法识别") from None
    return kid


def _decoded(
    token: str, key: bytes | jwt.PyJWK, algorithms: Iterable[str], issuer: str, audience: str
) -> dict[str, Any]:
    try:
        return jwt.decode(
            token,
            key,
            algorithms=list(algorithms),
            issuer=issuer,
            audience=audience,
            options=_OPTIONS,
        )
    except jwt.InvalidTokenError:
        raise Unauthenticated("令牌无效：签名、签发方或者受众不符") from None


def _identity(
    claims: Mapping[str, Any], named: Mapping[str, str], names: Mapping[str, str]
) -> Identity:
    known = {str(role) for role in Role}
    roles = {names.get(word, word) for word in _words(_claim(claims, named["roles"]))}
    try:
        disputes, persons = (
            [UUID(word) for word in _words(_claim(claims, named[claim]))]
            for claim in ("disputes", "persons")
        )
    except ValueError:
        raise Unauthenticated("令牌无效：纠纷或者当事人标识无法识别") from None
    return Identity.of(
        str(_claim(claims, named["code"]) or ""),
        [Role(word) for word in roles & known],
        organ=str(_claim(claims, named["organ"]) or ""),
        county=str(_claim(claims, named["county"]) or ""),
        disputes=disputes,
        persons=persons,
    )


def _claim(claims: Mapping[str, Any], path: str) -> object:
    """A claim by its name, or by a path of names with dots between them."""
    if path in claims:
        return claims[path]
    here: object = claims
    for name in path.split("."):
        here = here.get(name) if isinstance(here, Mapping) else None
    return here


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        return value.replace(",", " ").split()
    return [str(one) for one in value] if isinstance(value, list) else []
