"""Tokens held 已验令牌: what was verified once is not verified again while it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from shared.auth.identity import Identity, Unauthenticated

LEEWAY: Final = timedelta(seconds=60)
"""How far the clocks of issuer and hub may lie apart."""

HELD: Final = 4096
"""How many tokens a process holds at most; whoever has not asked for longest is verified anew."""


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when a token holds, in seconds of the epoch."""

    begins: float
    expires: float

    @classmethod
    def of(cls, claims: Mapping[str, Any]) -> "Span":
        """What the claims say of it.

        Raises:
            Unauthenticated: They say nothing that can be read.
        """
        try:
            return cls(float(claims.get("nbf", 0)), float(claims["exp"]))
        except (TypeError, ValueError):
            raise Unauthenticated("令牌无效：有效期无法识别") from None

    def check(self, now: datetime) -> None:
        """Let pass who is in time.

        Raises:
            Unauthenticated: The token has expired, or does not hold yet.
        """
        if now.timestamp() >= self.expires + LEEWAY.total_seconds():
            raise Unauthenticated("令牌已过期，请重新登录")
        if now.timestamp() < self.begins - LEEWAY.total_seconds():
            raise Unauthenticated("令牌尚未生效")


@dataclass(frozen=True, slots=True)
class HeldToken:
    """A token whose signature and claims were found good; its time is asked at each showing."""

    who: Identity
    span: Span
    kid: str | None = None
    """Which key of the issuer it was signed with."""

    key: object = None
    """That key itself: under another one, even of the same name, it is verified anew."""


class HeldTokens:
    """The tokens that were last shown, by their text."""

    def __init__(self, most: int = HELD) -> None:
        self._most = most
        self._held: dict[str, HeldToken] = {}

    def find(self, token: str, now: datetime) -> HeldToken | None:
        """What is known of this token; None when it was not shown lately.

        Raises:
            Unauthenticated: It is known, and out of time.
        """
        held = self._held.pop(token, None)
        if held is not None:
            held.span.check(now)
            self._held[token] = held  # again at the end: a dict keeps its order
        return held

    def keep(self, token: str, held: HeldToken) -> Identity:
        """Hold it, and let go of the one that was not shown for longest when there are too many."""
        self._held[token] = held
        if len(self._held) > self._most:
            del self._held[next(iter(self._held))]
        return held.who
