"""排序: by which column a list is read and from which end, as its address says it.

An address says `county`, or `-county` from the other end; `ui.sorted_by` writes those addresses
into the heads of columns, and a list that is read page by page goes on with `Order`.
"""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Order:
    """One column, and from which end."""

    by: str
    down: bool = False

    @classmethod
    def of(cls, said: str, usual: str) -> Self:
        """What the address says, or the usual where it says nothing."""
        word = said or usual
        return cls(word.removeprefix("-"), word.startswith("-"))

    def __str__(self) -> str:
        return f"-{self.by}" if self.down else self.by

    @property
    def turn(self) -> str:
        """As SQL sorts by it."""
        return "DESC" if self.down else "ASC"

    @property
    def beyond(self) -> str:
        """What comes after a place, as SQL compares."""
        return "<" if self.down else ">"
