"""消息网关: a post to the city's gateway, signed, with a key by which it knows what comes again.

```
POST <HUB_GATEWAY>
Idempotency-Key: <id of the sending, the same at each attempt>
Hub-Signature: t=<seconds>,v1=<hex of HMAC-SHA256 over "<seconds>." and the body>
```
"""

import hashlib
import hmac
import json
from typing import Final

import httpx

from services.notification.sending.addresses import GATEWAY
from services.notification.sending.channel import Outcome, Outgoing, Result
from shared.clock import Clock

PATIENCE_SECONDS: Final = 10.0
AGAIN: Final = frozenset({408, 425, 429})
"""Answers below 500 that ask to come again."""

CLIENT_ERROR, SERVER_ERROR = 400, 500


class Gateway:
    """消息网关."""

    name = GATEWAY
    repeatable = True

    def __init__(self, url: str, secret: str, clock: Clock) -> None:
        self._url = url
        self._secret = secret.encode()
        self._clock = clock

    async def send(self, one: Outgoing) -> Result:
        """Post it; whatever is not known to have been taken may be posted again."""
        body = json.dumps(_body(one), ensure_ascii=False, separators=(",", ":")).encode()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Idempotency-Key": str(one.sending_id),
            "Hub-Signature": self.signature(body),
        }
        try:
            async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
                answer = await client.post(self._url, content=body, headers=headers)
        except httpx.HTTPError as error:
            return Result(Outcome.RETRY, type(error).__name__)
        return Result(_outcome(answer.status_code), str(answer.status_code))

    def signature(self, body: bytes) -> str:
        """What proves that it comes from the hub, and when."""
        seconds = str(int(self._clock.now().timestamp()))
        signed = hmac.new(self._secret, seconds.encode() + b"." + body, hashlib.sha256)
        return f"t={seconds},v1={signed.hexdigest()}"


def _body(one: Outgoing) -> dict[str, str]:
    return {
        "id": str(one.sending_id),
        "to": one.address,
        "weight": one.weight,
        "subject": one.subject,
        "text": one.text,
        "link": one.link,
    }


def _outcome(status: int) -> Outcome:
    if status >= SERVER_ERROR or status in AGAIN:
        return Outcome.RETRY
    return Outcome.REFUSED if status >= CLIENT_ERROR or status >= 300 else Outcome.SENT  # noqa: PLR2004 - a redirection is not followed
