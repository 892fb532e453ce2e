"""清单: what the lists behind numbers have in common: what is asked, their rows, their pages."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from pydantic import Field

from deploy.boards.asked import ANY_ROAD, Asked, Scope
from deploy.boards.sheet import Cell
from shared.errors import Malformed

T = TypeVar("T")


class Behind(Asked):
    """What a list is of: which kind, and what the number was narrowed to."""

    of: str = Field("", max_length=20)
    measure: str = Field("", max_length=200)
    township: str = Field("", max_length=12)
    department: str = Field("", max_length=80)
    matter: str = Field("", max_length=40)
    level: str = Field("", max_length=20)
    centre: str = Field("", max_length=80)
    on: str = Field("", max_length=40)
    open: str = Field("", max_length=5)
    how: str = Field("", max_length=40)
    office: str = Field("", max_length=40)
    organ: str = Field("", max_length=80)
    act: str = Field("", max_length=40)
    day: str = Field("", max_length=10)
    hotspot: str = Field("", max_length=40)
    sort: str = Field("", max_length=10)
    cursor: str = Field("", max_length=400)


@dataclass(frozen=True, slots=True)
class Item:
    """One row: the dispute that it opens, what is told of it, and how often it counts."""

    number: str
    dispute_id: UUID
    cells: tuple[Cell, ...]
    times: int
    mark: tuple[Any, ...]
    """Where it stands in the list."""


def measures_in(asked: Behind, known: Collection[str]) -> list[str]:
    """The measures that a list is of, separated by commas in the address.

    Raises:
        Malformed: One is none of those known.
    """
    measures = asked.measure.split(",")
    if unknown := [one for one in measures if one not in known]:
        raise Malformed(f"没有计数项目“{unknown[0]}”", "measure")
    return measures


def unread() -> Malformed:
    """A mark of the next page that is none of ours."""
    return Malformed("下一页的标记无法识别，请从第一页重新查询", "cursor")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which part of a list is asked for: behind which row, how many, from which end."""

    after: tuple[str, ...] | None
    limit: int
    down: bool
    """The last first."""

    def by_day(self, second: Callable[[str], T]) -> tuple[date, T] | None:
        """The row behind which it begins, where lists go by day and something else."""
        if self.after is None:
            return None
        try:
            day, other = self.after
            return date.fromisoformat(day), second(other)
        except ValueError:
            raise unread() from None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of list: its columns, which one sorts, and where its rows come from."""

    head: tuple[str, ...]
    sorts: str
    """The column by which it is sorted."""
    title: Callable[[Scope, Behind], str]
    read: Callable[[Scope, Behind, Stretch], Awaitable[list[Item]]]
    """One more row than is asked for, if there is."""
    road: str = ANY_ROAD
    """The road of its rows, as that of a board."""
