"""从身份提供方登录: authorization code with PKCE, state and nonce, at a small issuer of our own."""

import base64
import hashlib
import json
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from jwt.algorithms import ECAlgorithm

from shared.settings import Settings
from shared.work import Hub
from tests.sessions.desk import MORNING, Browser, Desk

ISSUER = "https://id.example"
SECRET = "s-e/c:ret"  # noqa: S105 - a test's own
TOLD = Settings(
    secret="s" * 40,
    oidc_issuer=ISSUER,
    oidc_audience="hub",
    oidc_client_id="hub-desks",
    oidc_client_secret=SECRET,
    oidc_scopes="openid profile",
)


class Issuer:
    """An issuer in memory: it gives codes once, and asks for the verifier and the secret."""

    def __init__(self) -> None:
        self.key = generate_private_key(SECP256R1())
        self.codes: dict[str, dict[str, str]] = {}
        self.id_claims: dict[str, Any] = {"roles": ["window"], "organ": "620702-window-1"}
        self.access: dict[str, Any] = {}
        self.away = False
        self.client = httpx.AsyncClient(transport=httpx.MockTransport(self._answer))

    def authorize(self, address: str) -> str:
        """Somebody signs in at the issuer; where it sends the browser back to."""
        parts = urlsplit(address)
        asked = dict(parse_qsl(parts.query))
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{ISSUER}/auth"
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert (asked["client_id"], asked["scope"]) == ("hub-desks", "openid profile")
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?code={code}&state={asked['state']}"

    def sign(self, **claims: object) -> str:
        """A token of this issuer."""
        common = {"iss": ISSUER, "sub": "o-9", "exp": int(MORNING.timestamp()) + 600}
        return jwt.encode(common | claims, self.key, "ES256", headers={"kid": "k1"})

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if self.away:
            raise httpx.ConnectError("away", request=request)
        match request.url.path:
            case "/.well-known/openid-configuration":
                return httpx.Response(
                    200,
                    json={
                        "issuer": ISSUER,
                        "jwks_uri": f"{ISSUER}/keys",
                        "authorization_endpoint": f"{ISSUER}/auth",
                        "token_endpoint": f"{ISSUER}/token",
                        "end_session_endpoint": f"{ISSUER}/end",
                    },
                )
            case "/keys":
                key = json.loads(ECAlgorithm.to_jwk(self.key.public_key()))
                return httpx.Response(200, json={"keys": [key | {"kid": "k1", "use": "sig"}]})
            case _:
                return self._give(request)

    def _give(self, request: httpx.Request) -> httpx.Response:
        said = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        asked = self.codes.pop(said["code"], None)
        basic = base64.b64encode(b"hub-desks:s-e%2Fc%3Aret").decode()
        proved = hashlib.sha256(said["code_verifier"].encode()).digest()
        if (
            asked is None
            or request.headers["authorization"] != f"Basic {basic}"
            or base64.urlsafe_b64encode(proved).decode().rstrip("=") != asked["code_challenge"]
            or said["redirect_uri"] != asked["redirect_uri"]
        ):
            return httpx.Response(400, json={"error": "invalid_grant"})
        claims = {"aud": "hub-desks", "nonce": asked["nonce"]} | self.id_claims
        given = {"id_token": self.sign(**claims), "token_type": "Bearer"}
        if self.access:
            given["access_token"] = self.sign(**({"aud": "hub"} | self.access))
        return httpx.Response(200, json=given)


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
def desk(hub: Hub, issuer: Issuer) -> Desk:
    return Desk(hub, TOLD, client=issuer.client)


async def signed_in(browser: Browser, issuer: Issuer, then: str = "/desk") -> httpx.Response:
    """From the sign-in page to the issuer and back."""
    sent = await browser.get("/sign-in/issuer", params={"next": then})
    return await browser.get(issuer.authorize(sent.headers["location"]))


async def test_who_signs_in_at_the_issuer_comes_back_to_the_page_that_was_wanted(
    desk: Desk, issuer: Issuer
) -> None:
    """在身份提供方登录后回到原来要去的页面，角色、机构以其令牌为准."""
    browser = await desk.browser()
    page = await browser.get("/sign-in?next=/desk/disputes")
    assert 'href="/sign-in/issuer?next=/desk/disputes"' in page.text
    assert 'name="passphrase"' not in page.text
    issuer.id_claims |= {"name": "一号窗口登记员"}
    went = await signed_in(browser, issuer, "/desk/disputes")
    assert (went.status_code, went.headers["location"]) == (303, "/desk/disputes")
    home = await browser.get("/desk")
    assert "窗口人员" in home.text
    assert "甘州区综治中心1号窗口" in home.text
    assert "一号窗口登记员" in home.text, "called by name, not by the code o-9"
    assert await desk.events() == [("o-9", "signed_in", "o-9")]


async def test_roles_that_only_the_access_token_names_hold_too(desk: Desk, issuer: Issuer) -> None:
    """身份令牌不写角色的，以访问令牌为准，两者须是同一人."""
    issuer.id_claims = {}
    issuer.access = {"roles": ["department"], "organ": "620702-gongan"}
    browser = await desk.browser()
    assert (await signed_in(browser, issuer)).status_code == 303
    assert "部门承办人员" in (await browser.get("/desk")).text
    issuer.access = {"roles": ["administrator"], "sub": "somebody-else"}
    other = await desk.browser()
    assert (await signed_in(other, issuer)).status_code == 401
    assert not other.secret


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of another time"},
        {"aud": "another-client"},
        {"aud": ["hub-desks", "other"], "azp": "other"},
        {"iss": "https://elsewhere.example"},
        {"exp": int((MORNING - timedelta(hours=1)).timestamp())},
        {"roles": []},
        {"sub": "620102198001011234"},
    ],
)
async def test_an_id_token_that_is_not_for_this_signing_in_opens_nothing(
    desk: Desk, issuer: Issuer, claims: dict[str, Any]
) -> None:
    """身份令牌不是为这次登录签发的，不予登录."""
    issuer.id_claims |= claims
    browser = await desk.browser()
    assert (await signed_in(browser, issuer)).status_code == 401
    assert not browser.secret
    assert await desk.pool.fetchval("SELECT count(*) FROM hub.session") == 0


async def test_a_return_that_this_browser_did_not_begin_opens_nothing(
    desk: Desk, issuer: Issuer
) -> None:
    """登录须由同一浏览器发起：换了浏览器、改了状态、超过十分钟、用第二次，都不予登录."""
    browser, other = await desk.browser(), await desk.browser()
    sent = await browser.get("/sign-in/issuer")
    back = issuer.authorize(sent.headers["location"])
    assert (await other.get(back)).status_code == 401
    assert (await browser.get(f"{back}x")).status_code == 401
    carried = browser.cookies["hub_signing_in"]
    assert (await browser.get(back)).status_code == 303
    browser.cookies.set("hub_signing_in", carried, domain="hub.local", path="/sign-in")
    assert (await browser.get(back)).status_code == 401
    sent = await other.get("/sign-in/issuer")
    desk.clock.forward(timedelta(minutes=10))
    assert (await other.get(issuer.authorize(sent.headers["location"]))).status_code == 401
    assert not other.secret


async def test_the_cookie_of_a_signing_in_cannot_be_made_up(desk: Desk, issuer: Issuer) -> None:
    """登录途中所带的内容有签名，改不得."""
    browser = await desk.browser()
    sent = await browser.get("/sign-in/issuer")
    content, _, seal = browser.cookies["hub_signing_in"].partition(".")
    forged = content[:-4] + "AAAA" + "." + seal
    browser.cookies.set("hub_signing_in", forged, domain="hub.local", path="/sign-in")
    assert (await browser.get(issuer.authorize(sent.headers["location"]))).status_code == 401


async def test_an_issuer_that_says_no_or_is_away_is_told_as_such(
    desk: Desk, issuer: Issuer
) -> None:
    """身份提供方不确认或者无法访问的，如实说明."""
    browser = await desk.browser()
    denied = await browser.get("/sign-in/return?error=access_denied&state=x")
    assert denied.status_code == 401
    assert "没有确认" in denied.text
    issuer.away = True
    away = await browser.get("/sign-in/issuer")
    assert away.status_code == 503
    assert "身份提供方暂时无法访问" in away.text


async def test_signing_out_offers_the_end_of_the_issuers_session(
    desk: Desk, issuer: Issuer
) -> None:
    """退出后可以一并退出身份提供方."""
    browser = await desk.browser()
    await signed_in(browser, issuer)
    await browser.fill("/sign-out")
    assert "/sign-in/leave" in (await browser.get("/sign-in/out")).text
    left = urlsplit((await browser.get("/sign-in/leave")).headers["location"])
    assert f"{left.scheme}://{left.netloc}{left.path}" == f"{ISSUER}/end"
    assert dict(parse_qsl(left.query)) == {
        "client_id": "hub-desks",
        "post_logout_redirect_uri": "http://hub/sign-in",
    }
