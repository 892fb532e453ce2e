import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from jwt.algorithms import ECAlgorithm

from shared.auth import Identity, Role, Unauthenticated, token_book
from shared.clock import CITY, StillClock
from shared.errors import Away
from shared.settings import Settings

ISSUER = "https://id.example/realms/city"
START = datetime(2026, 11, 23, 9, tzinfo=CITY)
CLAIMS = {
    "iss": ISSUER,
    "aud": ["hub", "other"],
    "sub": "o-9",
    "exp": int((START + timedelta(hours=1)).timestamp()),
    "realm_access": {"roles": ["复议处", "window", "offline_access"]},
    "org": "620702-government",
}


class Issuer:
    """An OIDC issuer in memory: it signs, turns its keys over, and may be away."""

    def __init__(self) -> None:
        self.clock = StillClock(START)
        self.keys = {"k1": generate_private_key(SECP256R1())}
        self.away = False
        self.name = ISSUER
        self.asked = 0
        told = Settings(
            oidc_issuer=ISSUER,
            oidc_audience="hub",
            oidc_roles_claim="realm_access.roles",
            oidc_organ_claim="org",
            oidc_role_names={"复议处": "reconsideration"},
        )
        client = httpx.AsyncClient(transport=httpx.MockTransport(self._answer))
        self.book = token_book(told, clock=self.clock, client=client)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        if self.away:
            raise httpx.ConnectError("away", request=request)
        if request.url.path.endswith("/.well-known/openid-configuration"):
            return httpx.Response(200, json={"issuer": self.name, "jwks_uri": f"{ISSUER}/keys"})
        keys = [
            json.loads(ECAlgorithm.to_jwk(key.public_key())) | {"kid": kid, "use": "sig"}
            for kid, key in self.keys.items()
        ]
        return httpx.Response(200, json={"keys": keys})

    def sign(self, kid: str = "k1", **claims: object) -> str:
        return jwt.encode(CLAIMS | claims, self.keys[kid], "ES256", headers={"kid": kid})

    async def who(self, kid: str = "k1", **claims: object) -> Identity:
        return await self.book.verify(self.sign(kid, **claims))


async def test_an_issuers_claims_become_an_identity() -> None:
    who = await Issuer().who()
    assert who == Identity(
        "o-9",
        frozenset({Role.RECONSIDERATION, Role.WINDOW}),
        organ="620702-government",
        county="620702",
    )


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another"},
        {"iss": "https://elsewhere.example"},
        {"exp": int((START - timedelta(hours=1)).timestamp())},
        {"nbf": int((START + timedelta(minutes=30)).timestamp())},
        {"exp": "soon"},
        {"sub": "clock"},
        {"disputes": ["no-uuid"]},
        {"persons": ["no-uuid"]},
    ],
)
async def test_a_token_for_others_or_out_of_time_does_not_hold(claims: dict[str, Any]) -> None:
    with pytest.raises(Unauthenticated):
        await Issuer().who(**claims)


async def test_keys_are_asked_for_once() -> None:
    issuer = Issuer()
    await issuer.who()
    await issuer.who()
    assert issuer.asked == 2  # discovery and keys


async def test_a_new_key_is_found_and_a_made_up_one_asks_no_more_than_twice_a_minute() -> None:
    issuer = Issuer()
    await issuer.who()
    issuer.keys["k2"] = generate_private_key(SECP256R1())
    with pytest.raises(Unauthenticated):
        await issuer.who("k2")
    assert issuer.asked == 2
    issuer.clock.forward(timedelta(seconds=31))
    assert (await issuer.who("k2")).code == "o-9"


async def test_a_withdrawn_key_stops_holding_within_the_hour() -> None:
    issuer = Issuer()
    lasting = int((START + timedelta(days=1)).timestamp())
    token = issuer.sign(exp=lasting)
    await issuer.book.verify(token)
    issuer.keys = {"k2": generate_private_key(SECP256R1())}
    issuer.clock.forward(timedelta(hours=1))
    with pytest.raises(Unauthenticated):
        await issuer.book.verify(token)


async def test_a_key_changed_under_its_old_name_ends_the_tokens_that_are_known() -> None:
    issuer = Issuer()
    token = issuer.sign(exp=int((START + timedelta(days=1)).timestamp()))
    await issuer.book.verify(token)
    issuer.keys = {"k1": generate_private_key(SECP256R1())}
    issuer.clock.forward(timedelta(hours=1))
    with pytest.raises(Unauthenticated):
        await issuer.book.verify(token)


async def test_a_known_token_of_an_issuer_ends_with_its_time() -> None:
    issuer = Issuer()
    token = issuer.sign()
    assert await issuer.book.verify(token) is await issuer.book.verify(token)
    issuer.clock.forward(timedelta(hours=1, minutes=1))
    with pytest.raises(Unauthenticated, match="已过期"):
        await issuer.book.verify(token)


async def test_known_keys_hold_while_the_issuer_is_away() -> None:
    issuer = Issuer()
    await issuer.who()
    issuer.away = True
    issuer.clock.forward(timedelta(hours=2))
    lasting = int((START + timedelta(days=1)).timestamp())
    assert (await issuer.who(exp=lasting)).code == "o-9"


def _away(issuer: Issuer) -> None:
    issuer.away = True


def _another_name(issuer: Issuer) -> None:
    issuer.name = "https://elsewhere.example"


@pytest.mark.parametrize("spoil", [_away, _another_name])
async def test_without_any_keys_nobody_is_judged(spoil: Callable[[Issuer], None]) -> None:
    issuer = Issuer()
    spoil(issuer)
    for _ in range(2):
        with pytest.raises(Away):
            await issuer.who()


async def test_a_token_signed_with_a_public_key_as_password_does_not_hold() -> None:
    issuer = Issuer()
    forged = jwt.encode(CLAIMS, b"k" * 32, "HS256", headers={"kid": "k1"})
    with pytest.raises(Unauthenticated):
        await issuer.book.verify(forged)
    with pytest.raises(Unauthenticated):
        await issuer.book.verify("no token at all")
