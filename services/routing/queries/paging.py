"""Pages of a list that is read by due time: a place in it, and a word for that place."""

import base64
import json
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
    said = [until.isoformat() if until else None, str(case_id)]
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


def place_of(cursor: str) -> Place:
    """The place of a word.

    Raises:
        Malformed: It is none of ours.
    """
    try:
        until, case_id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return (datetime.fromisoformat(until) if until else NEVER), UUID(case_id)
    except (ValueError, TypeError):
        raise Malformed("下一页的标记无法识别，请从第一页重新查询", "cursor") from None
