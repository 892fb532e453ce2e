"""附件: pictures and scans that acts name by their SHA-256, byte for byte as they were taken.

A file is handed in before the act that names it, so that a bad line costs one file and not the
whole act; handed in again it is the same one. What no page of its case names within a day is
cleared away. Nothing is ever changed in a file, also not the place a camera wrote into it: it is
evidence. Each reading is on record, and each handing in by a party.
"""

from shared.attachments.keeping import (
    NAMED,
    Kept,
    carry_over,
    keep,
    must_be_stored,
    stored_of,
)
from shared.attachments.offering import own_of
from shared.attachments.reading import read_attachment

__all__ = [
    "NAMED",
    "Kept",
    "carry_over",
    "keep",
    "must_be_stored",
    "own_of",
    "read_attachment",
    "stored_of",
]
