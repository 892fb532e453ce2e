"""Pages of a list: a place in it, a word for that place, and what is told of a word of others."""

import base64
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
    return as_word(json.dumps(said))


def as_word(text: str) -> str:
    """A text as one word, without signs that an address would change."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def as_text(word: str) -> str:
    """The text of a word.

    Raises:
        ValueError: It is none of ours.
    """
    return base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)).decode()


def said_by(word: str) -> Sequence[str | None]:
    """What a word says.

    Raises:
        ValueError: It is none of ours.
    """
    said = json.loads(as_text(word))
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
    with reading_place():
        until, case_id = said_by(cursor)
        return moment_in(until), UUID(str(case_id))


@contextmanager
def reading_place() -> Iterator[None]:
    """Within, a word is read that may be none of ours.

    Raises:
        Malformed: It is none, or says no place.
    """
    try:
        yield
    except (ValueError, TypeError, OverflowError):
        raise Malformed("下一页的标记无法识别，请从第一页重新查询", "cursor") from None
