"""公钥: the keys of an OIDC issuer, found by discovery and kept for an hour."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

import httpx
import jwt

from shared.auth.identity import Unauthenticated
from shared.clock import Clock
from shared.errors import Away
from shared.logging import logger

_LOG = logger(__name__)

KEPT: Final = timedelta(hours=1)
"""After this long the keys are asked for again, so that a withdrawn one stops holding."""

PAUSE: Final = timedelta(seconds=30)
"""Between two questions to the issuer; tokens with made-up keys do not become a flood to it."""


class IssuerKeys:
    """The keys that an issuer signs with, by their `kid`."""

    def __init__(self, issuer: str, clock: Clock, client: httpx.AsyncClient) -> None:
        self._issuer = issuer
        self._clock = clock
        self._client = client
        self._keys: dict[str | None, jwt.PyJWK] = {}
        self._about: dict[str, Any] = {}
        self._fetched: datetime | None = None
        self._asked: datetime | None = None
        self._lock = asyncio.Lock()

    async def find(self, kid: str | None) -> jwt.PyJWK:
        """The key of that name.

        Raises:
            Unauthenticated: The issuer has no such key.
            Away: The issuer does not answer, and nothing is known yet.
        """
        if kid not in self._keys or self._older_than(self._fetched, KEPT):
            async with self._lock:
                if kid not in self._keys or self._older_than(self._fetched, KEPT):
                    await self._ask()
        if kid not in self._keys:
            raise Unauthenticated("令牌无效：签名密钥未知")
        return self._keys[kid]

    async def about(self) -> Mapping[str, Any]:
        """What the issuer says of itself, its addresses among it.

        Raises:
            Away: It does not answer, and nothing is known yet.
        """
        if not self._about or self._older_than(self._fetched, KEPT):
            async with self._lock:
                if not self._about or self._older_than(self._fetched, KEPT):
                    await self._ask()
        return self._about

    async def exchange(self, form: Mapping[str, str], secret: str = "") -> Mapping[str, Any]:
        """What the issuer gives for a code, at its token endpoint.

        Raises:
            Unauthenticated: It does not take the code.
            Away: It does not answer.
        """
        about = await self.about()
        known = [quote(word, safe="") for word in (form["client_id"], secret)]
        auth = httpx.BasicAuth(*known) if secret else httpx.USE_CLIENT_DEFAULT
        try:
            answer = await self._client.post(about["token_endpoint"], data=dict(form), auth=auth)
            if answer.is_client_error:
                # A wrong secret or way back is refused like a used code; operators must see it.
                _LOG.warning("issuer.refused", status=answer.status_code)
                raise Unauthenticated("身份提供方没有确认这次登录，请重新登录")
            answer.raise_for_status()
            said = answer.json()
        except (httpx.HTTPError, ValueError, KeyError):
            raise Away("身份提供方暂时无法访问，请稍后再试") from None
        if not isinstance(said, dict):
            raise Away("身份提供方暂时无法访问，请稍后再试")
        return said

    async def _ask(self) -> None:
        if not self._older_than(self._asked, PAUSE):
            if not self._keys:
                raise Away("身份提供方暂时无法访问，请稍后再试")
            return
        self._asked = self._clock.now()
        try:
            keys = await self._fetch()
        except (httpx.HTTPError, ValueError, KeyError, TypeError, jwt.PyJWTError):
            if not self._keys:
                raise Away("身份提供方暂时无法访问，请稍后再试") from None
            return  # Keys already known hold until the issuer answers again.
        self._keys, self._fetched = keys, self._asked

    async def _fetch(self) -> dict[str | None, jwt.PyJWK]:
        about = await self._get(f"{self._issuer.rstrip('/')}/.well-known/openid-configuration")
        if about["issuer"] != self._issuer:
            raise ValueError("the issuer calls itself by another name")
        self._about = about
        found = jwt.PyJWKSet.from_dict(await self._get(about["jwks_uri"]))
        return {key.key_id: key for key in found.keys if key.public_key_use in (None, "sig")}

    async def _get(self, url: str) -> dict[str, Any]:
        answer = await self._client.get(url)
        answer.raise_for_status()
        said: dict[str, Any] = answer.json()
        return said

    def _older_than(self, moment: datetime | None, span: timedelta) -> bool:
        return moment is None or self._clock.now() - moment >= span
