"""回执二维码: the address that a receipt carries, sealed with the hub's key.

A receipt is lost, thrown away, photographed. So the link opens nothing by itself: it spares typing
the number, and whoever holds it still says the last four digits of a party's telephone. Its seal
lets so short a word suffice, for numbers can be guessed and seals cannot.
"""

import hmac
from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

Hasher = Callable[[str], str | None]
"""The keyed hash of the hub (`Hub.hasher`)."""

SIGNS: Final = 24
"""Hexadecimal signs of a seal: 96 bits, and the code stays small enough to print."""


def link(number: str, hasher: Hasher) -> str:
    """The path that a dispute's receipt carries, to be put behind the address of the hub."""
    return f"/party?{urlencode({'number': number, 'seal': seal('receipt', number, hasher)})}"


def is_sealed(number: str, said: str, hasher: Hasher) -> bool:
    """Whether the number with this seal was printed by the hub."""
    return hmac.compare_digest(seal("receipt", number, hasher).encode(), said.encode())


def seal(purpose: str, text: str, hasher: Hasher) -> str:
    """A seal on a text, good for one purpose only."""
    return (hasher(f"{purpose} seal of the party pages:{text}") or "")[:SIGNS]
