"""Pages of a list that is in memory whole: so many of it, and where the next ones begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """One page of a list: its rows, how many rows there are, and the next page's `after`."""

    rows: Sequence[T]
    total: int
    next: int | None
    """None on the last page."""

    @classmethod
    def of(cls, found: Sequence[T], after: int, size: int) -> Self:
        """The `size` rows behind the first `after` ones."""
        end = after + size
        return cls(found[after:end], len(found), end if end < len(found) else None)
