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
import re
from collections.abc import Callable, Mapping
from typing import Final

import httpx

from services.notification.sending.addresses import GATEWAY
from services.notification.sending.channel import Outcome, Outgoing, Result
from shared.clock import Clock

PATIENCE_SECONDS: Final = 10.0
AGAIN: Final = frozenset({401, 403, 408, 425, 429})
"""Answers below 500 that ask to come again, or that speak of us and not of what was sent."""

SERVER_ERROR: Final = 500
MOST_READ: Final = 65_536
WORD: Final = re.compile(r"[\w.-]{1,32}", re.ASCII)
"""What of an answer is kept: a code, never what somebody wrote."""


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
        return _result(answer)

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


def _result(answer: httpx.Response) -> Result:
    status = answer.status_code
    if status >= SERVER_ERROR or status in AGAIN:
        return Result(Outcome.RETRY, str(status))
    if not answer.is_success:  # a redirection is not followed
        return Result(Outcome.REFUSED, str(status))
    if fault := _fault(answer.content):
        return Result(Outcome.RETRY, f"{status} {fault}")
    return Result(Outcome.SENT, str(status))


def _fault(body: bytes) -> str:
    """What a body says against the 200 above it; empty where it says nothing of the kind.

    Gateways that answer every post with 200 tell in the body how it ended. What is doubtful is no
    success: it is posted again under the same key, and in the end stands among what did not go out.
    """
    if len(body) > MOST_READ:
        return ""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    if not isinstance(told, dict):
        return ""
    for name, is_fault in FAULTS.items():
        if name in told and is_fault(told[name]):
            code = str(told[name])
            return f"{name}={code}" if WORD.fullmatch(code) else name
    return ""


def _is_no_success(code: object) -> bool:
    """A number, also a written one, that is neither 0 nor of the two hundreds."""
    said = str(code)
    return said.lstrip("-").isdecimal() and int(said) != 0 and not 200 <= int(said) < 300  # noqa: PLR2004 - as of HTTP


FAULTS: Final[Mapping[str, Callable[[object], bool]]] = {
    "success": lambda said: said is False,
    "ok": lambda said: said is False,
    "errcode": _is_no_success,
    "code": _is_no_success,
    "error": bool,
}
"""Fields by which gateways say in the body that it went wrong, and when they say it."""
