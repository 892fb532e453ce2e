"""导出: a board or a list as XLSX or CSV: real numbers and days, how it is reckoned beside them.

Text of others never becomes a formula: in XLSX it is written as text, in CSV it is set off.
"""

import asyncio
import csv
import tempfile
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from typing import IO, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from deploy.boards.sheet import Board, Cell, Light, Number, Reckoned, Row, Share, Sheet
from shared.frame.words import moment

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

MARK: Final = "\ufeff"
"""Without it spreadsheets take UTF-8 for GBK."""

CHUNK: Final = 64 * 1024
PERCENT: Final = "0.0%"
DAY: Final = "yyyy-mm-dd"

Value = str | int | float | date | None
Words = Sequence[tuple[str, str]]


class Percent(float):
    """A share of one that is shown in per cent."""


def flat(cell: Cell) -> tuple[Value, ...]:
    """A cell as the columns of a file; a share is three of them."""
    match cell:
        case Number(n=n):
            return (n,)
        case Share(numerator=n, denominator=d, value=value):
            return (n.n, d.n, None if value is None else Percent(value))
        case Light(says=says):
            return (says,)
        case _:
            return (cell,)


def table(sheet: Sheet) -> Iterator[list[Value]]:
    """A sheet's rows, its heading first, its note last."""
    rows = [*sheet.rows, *([sheet.total] if sheet.total else [])]
    head: list[Value] = [sheet.of]
    for at, called in enumerate(sheet.head):
        shares = any(isinstance(row.cells[at], Share) for row in rows)
        head += [f"{called}：分子", f"{called}：分母", called] if shares else [called]
    yield head
    for row in rows:
        yield _row(row)
    if sheet.note:
        yield [sheet.note]


def _row(row: Row) -> list[Value]:
    return [row.name, *(value for cell in row.cells for value in flat(cell))]


def reckoned(board: Board) -> list[Reckoned]:
    """怎么算的, once each."""
    return list(dict.fromkeys(one for sheet in board.sheets for one in sheet.reckoned))


def notes(words: Words, found: Iterable[Reckoned]) -> Iterator[list[Value]]:
    """The conditions, and how each number is reckoned."""
    yield ["条件", "内容"]
    for name, said in words:
        yield [name, said]
    yield []
    yield ["项目", "算法", "分母", "来源", "依据"]
    for one in found:
        yield [one.term, one.how, one.denominator, one.source, one.basis]


def words_of(board: Board, title: str, said: Words) -> Words:
    """What the second sheet says first."""
    return [("看板", title), ("截至", moment(board.as_of)), *said]


# -- CSV


def line(values: Sequence[Value]) -> str:
    """A line of CSV."""
    out = StringIO()
    csv.writer(out).writerow([_plain(value) for value in values])
    return out.getvalue()


def _plain(value: Value) -> str | int | float:
    if isinstance(value, Percent):
        return f"{value:.4f}"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return "" if value is None else f"{value}" if isinstance(value, date) else value


def board_csv(board: Board, title: str, said: Words) -> Iterator[str]:
    """A board: its tables, then how they are reckoned."""
    yield MARK
    for sheet in board.sheets:
        yield line([sheet.title])
        for values in table(sheet):
            yield line(values)
        yield line([])
    for values in notes(words_of(board, title, said), reckoned(board)):
        yield line(values)


# -- XLSX


class Book:
    """A workbook that is written row by row and never held in memory."""

    def __init__(self) -> None:
        self._book = Workbook(write_only=True)
        self._sheet: Any = None

    def sheet(self, title: str) -> None:
        """The next sheet; signs that no name of a sheet may hold are left out."""
        name = "".join(sign for sign in title if sign not in "[]:*?/\\")[:31]
        self._sheet = self._book.create_sheet(name)
        self._sheet.freeze_panes = "A2"

    def widths(self, *widths: int) -> None:
        """How wide columns are, before the first row."""
        for at, width in enumerate(widths):
            self._sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at]].width = width

    def row(self, values: Sequence[Value], *, bold: bool = False) -> None:
        """One more row."""
        self._sheet.append([self._cell(value, bold=bold) for value in values])

    def _cell(self, value: Any, *, bold: bool) -> Any:  # noqa: ANN401 - openpyxl's own
        cell = WriteOnlyCell(self._sheet, value=None if isinstance(value, str) else value)
        if isinstance(value, str):
            cell.value = "".join(sign for sign in value if sign.isprintable() or sign == "\n")
            cell.data_type = "s"  # whatever it begins with, it is text
        if isinstance(value, Percent):
            cell.number_format = PERCENT
        elif isinstance(value, date):
            cell.number_format = DAY
        if bold:
            cell.font = Font(bold=True)
        return cell

    def rows(self, found: Iterable[Sequence[Value]]) -> None:
        """Rows of which the first is the heading."""
        for n, values in enumerate(found):
            self.row(values, bold=n == 0)

    async def sent(self) -> AsyncIterator[bytes]:
        """The file, in pieces; it is packed aside, so that others are answered meanwhile."""
        file: IO[bytes]
        with tempfile.TemporaryFile() as file:
            await asyncio.to_thread(self._book.save, file)
            file.seek(0)
            while piece := file.read(CHUNK):
                yield piece


def board_book(board: Board, title: str, said: Words) -> Book:
    """A board: a sheet a table, then how they are reckoned."""
    book = Book()
    for sheet in board.sheets:
        book.sheet(sheet.title)
        book.widths(28, *[14] * 12)
        book.rows(table(sheet))
    explain(book, words_of(board, title, said), reckoned(board))
    return book


def explain(book: Book, words: Words, found: Iterable[Reckoned]) -> None:
    """The sheet that says how numbers are reckoned, and what they were narrowed to."""
    book.sheet("怎么算的")
    book.widths(20, 60, 30, 40, 24)
    book.rows(notes(words, found))
