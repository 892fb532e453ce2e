"""表格: columns that line up, a Chinese character as wide as two letters."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

LONGEST = 64
"""Cells of a column at most; what is longer is cut."""


def columns(titles: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table as text; numbers stand to the right."""
    told = [list(titles), *([_cut(str(cell)) for cell in row] for row in rows)]
    widths = [max(cell_len(line[n]) for line in told) for n in range(len(titles))]
    right = [
        bool(rows) and all(isinstance(row[n], int) for row in rows) for n in range(len(titles))
    ]
    lines = ("  ".join(map(_placed, line, widths, right)).rstrip() for line in told)
    return "\n".join(lines)


def _placed(cell: str, width: int, to_the_right: bool) -> str:  # noqa: FBT001 - mapped over columns
    room = " " * (width - cell_len(cell))
    return room + cell if to_the_right else cell + room


def _cut(cell: str) -> str:
    return cell if cell_len(cell) <= LONGEST else set_cell_size(cell, LONGEST - 2).rstrip() + "…"
