"""数字背后的案卷: the lists that a number opens; their rows, as often as they count, make it."""

import base64
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from deploy.boards.asked import Scope
from deploy.boards.lists import Behind, Item, Kind, Stretch, unread
from deploy.boards.of_periods import PERIODS
from deploy.boards.of_reconsideration import RECONSIDERATIONS
from deploy.boards.of_routing import FIGURES, OF_HOTSPOT, ON_ROADS
from shared.errors import Unknown

AT_ONCE: Final = 500
"""Rows that an export reads at a time."""

KINDS: Final[Mapping[str, Kind]] = {
    "figures": FIGURES,
    "roads": ON_ROADS,
    "periods": PERIODS,
    "hotspot": OF_HOTSPOT,
    "reconsiderations": RECONSIDERATIONS,
}


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list."""

    items: Sequence[Item]
    next: str


def kind_of(asked: Behind) -> Kind:
    """The kind of list that is asked for.

    Raises:
        Unknown: There is none of this name.
    """
    if asked.of not in KINDS:
        raise Unknown("没有这份清单，请从看板的数字打开")
    return KINDS[asked.of]


async def listing(scope: Scope, asked: Behind, limit: int) -> Listing:
    """A page of the cases behind a number."""
    after = _place(asked.cursor) if asked.cursor else None
    found = await kind_of(asked).read(scope, asked, Stretch(after, limit, _down(asked)))
    page = found[:limit]
    return Listing(page, _cursor(page[-1].mark) if len(found) > limit else "")


async def every(scope: Scope, asked: Behind, most: int) -> AsyncIterator[list[Item]]:
    """All of them, a stretch at a time, but no more than `most` and one: the caller tells so."""
    kind, read = kind_of(asked), 0
    after: tuple[str, ...] | None = None
    while read <= most:
        found = await kind.read(scope, asked, Stretch(after, AT_ONCE, _down(asked)))
        page = found[: min(AT_ONCE, most + 1 - read)]
        yield page
        if len(found) <= AT_ONCE:
            return
        after, read = _said(page[-1].mark), read + len(page)


def _down(asked: Behind) -> bool:
    return asked.sort.startswith("-")


def _said(mark: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(one.isoformat() if isinstance(one, date) else str(one) for one in mark)


def _cursor(mark: tuple[Any, ...]) -> str:
    text = json.dumps(_said(mark))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _place(cursor: str) -> tuple[str, ...]:
    try:
        said = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        return tuple(map(str, json.loads(said)))
    except (ValueError, TypeError):
        raise unread() from None
