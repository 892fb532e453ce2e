"""What kind of file some bytes are: told by the bytes, never by what the sender calls them."""

from typing import Final

JPEG, PNG, WEBP, HEIC, PDF = (
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/heic",
    "application/pdf",
)

ENDINGS: Final = {JPEG: "jpg", PNG: "png", WEBP: "webp", HEIC: "heic", PDF: "pdf"}
"""How the name of a file of each kind ends; no other kinds are taken."""

SHOWN: Final = frozenset({JPEG, PNG, WEBP})
"""Kinds that a browser shows by itself and in which nothing can run; others are saved to disk."""

_BEGINNINGS: Final = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF))
_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})


def media_type_of(content: bytes) -> str | None:
    """The kind of a file; None where it is none that is taken."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return HEIC
    return None
