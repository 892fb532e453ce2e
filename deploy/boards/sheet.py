"""看板的表: what a board shows, in one value from which page, chart and export are all made.

So a number on the page, in the chart and in the file cannot differ, and each carries with it what
opens the cases that make it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, Literal

from services.routing.figures.odds import wilson


@dataclass(frozen=True, slots=True)
class Number:
    """A count, and what the list of its cases is asked for; nothing opens a zero."""

    kind: ClassVar = "number"
    n: int
    behind: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """A ratio with its numerator, denominator and interval; no value without a denominator."""

    kind: ClassVar = "share"
    numerator: Number
    denominator: Number
    low: float | None = None
    high: float | None = None

    @property
    def value(self) -> float | None:
        """Of one."""
        return self.numerator.n / self.denominator.n if self.denominator.n else None


@dataclass(frozen=True, slots=True)
class Light:
    """A light with its word."""

    kind: ClassVar = "light"
    level: str
    says: str


Cell = str | date | Number | Share | Light


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is of, and its cells."""

    name: str
    cells: tuple[Cell, ...]
    href: str = ""
    """Where what it is of has a page of its own."""


@dataclass(frozen=True, slots=True)
class Chart:
    """图: the same numbers drawn; the table beside it says all that it says."""

    kind: Literal["bar", "stack", "span"]
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | str | None, ...]], ...]
    unit: str = ""

    def data(self, title: str) -> dict[str, Any]:
        """As the script takes it."""
        return {
            "title": title,
            "kind": self.kind,
            "labels": self.labels,
            "series": [{"name": name, "data": values} for name, values in self.series],
            "unit": self.unit,
        }


@dataclass(frozen=True, slots=True)
class Reckoned:
    """怎么算的: of one number: its definition, source, denominator and basis."""

    term: str
    how: str
    source: str
    denominator: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a board."""

    title: str
    of: str
    """What its rows are."""
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    reckoned: tuple[Reckoned, ...]
    empty: str
    """What it means that there are no rows, and what to do."""
    chart: Chart | None = None
    total: Row | None = None
    note: str = ""
    sorts: Mapping[str, str] = field(default_factory=dict)
    """The columns by which the reader may have its rows stand, each with its name in addresses."""
    next: str = ""
    """The word for the rows that come after these; empty where these are all."""


@dataclass(frozen=True, slots=True)
class Board:
    """看板: its tables, and as of when they are."""

    as_of: datetime
    sheets: Sequence[Sheet]


def share(numerator: Number, denominator: Number) -> Share:
    """A share with its interval."""
    found = wilson(numerator.n, denominator.n)
    return Share(numerator, denominator, found.low, found.high)


def bars(sheet_rows: Sequence[Row], columns: Mapping[str, int], *, stacked: bool = False) -> Chart:
    """A chart of some columns of these rows, by name and place; shares in per cent."""
    return Chart(
        kind="stack" if stacked else "bar",
        labels=tuple(row.name for row in sheet_rows),
        series=tuple(
            (name, tuple(_drawn(row.cells[at]) for row in sheet_rows))
            for name, at in columns.items()
        ),
        unit="%"
        if any(isinstance(r.cells[a], Share) for r in sheet_rows for a in columns.values())
        else "件",
    )


def _drawn(cell: Cell) -> float | None:
    match cell:
        case Number():
            return cell.n
        case Share():
            return None if cell.value is None else round(cell.value * 100, 1)
        case _:
            return None
