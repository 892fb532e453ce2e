"""Pages of a list that is read by due time: a place in it, and a word for that place."""

import base64
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from shared.errors import Malformed
from shared.law.day import CITY

NOBODY: Final = UUID(int=0)
EVERYBODY: Final = UUID(int=2**128 - 1)
FIRST: Final = datetime(1, 1, 2, tzinfo=CITY)
NEVER: Final = datetime(9000, 1, 1, tzinfo=CITY)
"""Stands for the end of what stands still: after everything that ends."""

Place = tuple[datetime, UUID]


def cursor_of(until: datetime | None, case_id: UUID) -> str:
    """The word for a place, as addresses carry it."""
    return word_for([until.isoformat() if until else None, str(case_id)])


def word_for(said: Sequence[str | None]) -> str:
    """What says a place, as one word."""
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


def said_by(word: str) -> Sequence[str | None]:
    """What a word says.

    Raises:
        ValueError: It is none of ours.
    """
    said = json.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    if not isinstance(said, list):
        raise ValueError(word)  # noqa: TRY004 - what a stranger typed, no mistake of a caller
    return said


def moment_in(said: str | None) -> datetime:
    """The moment at which something ends; what stands still ends after everything else.

    Raises:
        ValueError: It is no moment.
    """
    found = datetime.fromisoformat(said) if said else NEVER
    if found.tzinfo is None:
        raise ValueError(said)
    return found


def place_of(cursor: str) -> Place:
    """The place of a word.

    Raises:
        Malformed: It is none of ours.
    """
    try:
        until, case_id = said_by(cursor)
        return moment_in(until), UUID(str(case_id))
    except (ValueError, TypeError):
        raise Malformed("下一页的标记无法识别，请从第一页重新查询", "cursor") from None
