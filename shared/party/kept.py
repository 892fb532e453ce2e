"""填到一半会话结束: what was typed waits, sealed, in the page that asks again who one is.

It goes back into the browser that sent it and is not kept here. The seal is an encryption bound to
the form's own word, which is one party's in one dispute: whoever has the telephone next reads
nothing of it, and looked up as anybody else it does not open.
"""

import json
import os
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartParser
from starlette.requests import Request

from shared.frame import Form, Page
from shared.party_link import Hasher

LASTS: Final = timedelta(days=1)
"""How long it opens: who was called away in the evening goes on in the morning."""

NONCE_BYTES: Final = 12

_FORMS: Final = re.compile(
    r"/party/(?:act/[^/]+/[^/]+|co-application/[^/]+|mediation|adjudication|reconsideration)"
)
_OF_THE_PAGE: Final = frozenset({"_csrf", "version", "go"})
"""What a form carries of its own, and makes anew."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed, and into which form."""

    path: str
    typed: Form


async def keep_typed(page: Page, got: FormData | None = None) -> None:
    """Let the page that answers this form carry what was typed (`kept` of the request's state).

    `got` is the form, where it has been read.
    """
    path = page.request.url.path
    if page.request.method != "POST" or not _FORMS.fullmatch(path):
        return
    got = await _as_much_as_arrives(page.request) if got is None else got
    said = [(name, value) for name, value in got.multi_items() if isinstance(value, str)]
    typed: dict[str, list[str]] = {}
    for name, value in said:
        if name not in _OF_THE_PAGE and value.strip():
            typed.setdefault(name, []).append(value)
    if typed:
        word = next((value for name, value in said if name == "_csrf"), "")
        page.request.state.kept = _sealed(path, typed, word, page.hub.hasher, page.hub.clock.now())


def opened(sealed: str, word: str, hasher: Hasher, now: datetime) -> Kept | None:
    """What was kept, for the party whose forms carry `word`; None for others, and too late."""
    try:
        raw = urlsafe_b64decode(sealed)
        text = AESGCM(_key(hasher)).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], word.encode())
    except (InvalidTag, ValueError):
        return None
    said = json.loads(zlib.decompress(text))
    if now >= datetime.fromisoformat(said["at"]) + LASTS:
        return None
    return Kept(said["path"], Form(said["typed"]))


async def _as_much_as_arrives(request: Request) -> FormData:
    """A form; of one with files, what is before more comes than is read of a stranger.

    A browser without script sends the files with the form, and they come after the words.
    """
    if not request.headers.get("Content-Type", "").startswith("multipart/"):
        return await request.form()
    parser = MultiPartParser(request.headers, request.stream())
    try:
        got = await parser.parse()
    except HTTPException:  # the bound; the parser has closed its files
        return FormData(parser.items)
    await got.close()
    return got


def _sealed(
    path: str, typed: Mapping[str, Sequence[str]], word: str, hasher: Hasher, now: datetime
) -> str:
    said = json.dumps({"path": path, "typed": typed, "at": now.isoformat()})
    nonce = os.urandom(NONCE_BYTES)
    text = AESGCM(_key(hasher)).encrypt(nonce, zlib.compress(said.encode()), word.encode())
    return urlsafe_b64encode(nonce + text).decode()


def _key(hasher: Hasher) -> bytes:
    return bytes.fromhex(hasher("what was typed on the party pages") or "")
