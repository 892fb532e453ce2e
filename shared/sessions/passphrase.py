"""口令: kept as scrypt hashes; made at random where the hub gives one."""

import asyncio
import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from typing import Final

SHORTEST: Final = 10
"""Characters of a passphrase at least."""

LONGEST: Final = 128

_COST, _BLOCK, _LANES = 1 << 14, 8, 5
"""What a hash costs: 16 MB and about a fifth of a second."""

_MEMORY_BYTES: Final = 64 << 20
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for one another when read aloud or copied by hand."""

_turn = asyncio.Semaphore(2)
# Whoever tries passphrases in bulk takes no more than this from those who work.


def new_passphrase() -> str:
    """A passphrase made at random, 59 bits, in three groups."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))


def hash_of(passphrase: str) -> str:
    """The hash under which it is kept, with its salt and what it costs."""
    salt = secrets.token_bytes(16)
    made = _scrypt(passphrase, salt, _COST, _BLOCK, _LANES)
    return f"scrypt${_COST}${_BLOCK}${_LANES}${_text(salt)}${_text(made)}"


def is_hash_of(kept: str, passphrase: str) -> bool:
    """Whether a kept hash is that of this passphrase."""
    _, cost, block, lanes, salt, made = kept.split("$")
    tried = _scrypt(passphrase, b64decode(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(tried, b64decode(made))


async def hashed(passphrase: str) -> str:
    """`hash_of` in another thread: it would hold up everybody else."""
    async with _turn:
        return await asyncio.to_thread(hash_of, passphrase)


async def matches(kept: str, passphrase: str) -> bool:
    """`is_hash_of` in another thread."""
    async with _turn:
        return await asyncio.to_thread(is_hash_of, kept, passphrase)


def _scrypt(passphrase: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    words = passphrase.encode()
    return hashlib.scrypt(
        words, salt=salt, n=cost, r=block, p=lanes, maxmem=_MEMORY_BYTES, dklen=32
    )


def _text(content: bytes) -> str:
    return b64encode(content).decode()
