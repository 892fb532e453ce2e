"""The cells of a ledger file, row by row: CSV in the encodings offices use, or XLSX."""

import codecs
import csv
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Final, Protocol, TextIO, TypeAlias, cast

from openpyxl import load_workbook

from services.intake.ledger.row import LedgerError

Cell: TypeAlias = "str | datetime"
Cells: TypeAlias = "list[Cell]"
Numbered: TypeAlias = "tuple[int, Cells | csv.Error]"

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0"
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHUNK: Final = 1 << 20
SURELY_UTF8: Final = 8
"""So many Chinese characters in a row are not UTF-8 by chance."""
LOST: Final = 1e15
"""From here on a spreadsheet has dropped the last digits of a number."""
HEAD: Final = 50
"""Rows among which a header must be."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """工作表: its name (empty for CSV), its separator, its rows."""

    name: str
    rows: Iterator[Numbered]
    separator: str = ""


class ReadSheet(Protocol):
    """What openpyxl gives when it only reads; its types name the writing kind."""

    def reset_dimensions(self) -> None:
        """Forgets the range that the file says it fills."""

    def iter_rows(self, *, values_only: bool) -> Iterator[tuple[object, ...]]:
        """The values, row by row."""


@contextmanager
def open_sheets(
    path: Path, is_header: Callable[[Sequence[object]], bool]
) -> Iterator[Iterator[Sheet]]:
    """Opens a ledger; `is_header` tells which separator a CSV has.

    Raises:
        LedgerError: There is no such file, or it is of no kind that can be read.
    """
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise LedgerError(f"打不开台账文件 {path}") from error
    if start == OLE:
        raise LedgerError(f"{path.name} 是旧版或加密的表格，请另存为不加密的 xlsx 或 CSV")
    if start == ZIP:
        with _workbook(path) as sheets:
            yield sheets
        return
    encoding = find_encoding(path)
    separator = _separator(path, encoding, is_header)
    with path.open(encoding=encoding, errors="replace", newline="") as text:
        yield iter([Sheet("", _records(text, separator), separator)])


def find_encoding(path: Path) -> str:
    """编码: UTF-8, UTF-16 with its mark, else GB18030."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    seen = ""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            marked = None if seen else next((e for m, e in MARKS if chunk.startswith(m)), None)
            if marked:
                return marked
            try:
                seen = decoder.decode(chunk) or seen
            except UnicodeDecodeError as error:
                seen += error.object[: error.start].decode(errors="ignore")
                return "utf-8" if _han(seen) >= SURELY_UTF8 else "gb18030"
    return "utf-8"


def _han(text: str) -> int:
    return sum("\u4e00" <= character <= "\u9fff" for character in text)


def _separator(path: Path, encoding: str, is_header: Callable[[Sequence[object]], bool]) -> str:
    for separator in (",", "\t", ";"):
        with path.open(encoding=encoding, errors="replace", newline="") as text:
            head = islice(_records(text, separator), HEAD)
            if any(isinstance(cells, list) and is_header(cells) for _, cells in head):
                return separator
    return ","


def _records(text: TextIO, separator: str) -> Iterator[Numbered]:
    reader = csv.reader(text, delimiter=separator)
    line = 0
    while True:
        line += 1
        try:
            cells: list[Cell] = [*next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            yield line, error
        else:
            yield line, cells


@contextmanager
def _workbook(path: Path) -> Iterator[Iterator[Sheet]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of decorations that it leaves out
        try:
            book = load_workbook(path, read_only=True, data_only=True)
        except Exception as error:
            raise LedgerError(f"{path.name} 不是能读的 xlsx 表格") from error
        try:
            # A hidden sheet holds lists to choose from, never disputes.
            visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            yield (Sheet(sheet.title, _lines(cast("ReadSheet", sheet))) for sheet in visible)
        finally:
            book.close()


def _lines(sheet: ReadSheet) -> Iterator[Numbered]:
    sheet.reset_dimensions()  # other programs write a wrong range, and rows would be missing
    for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield line, [_shown(value) for value in row]


def _shown(value: object) -> Cell:
    match value:
        case str() | datetime():
            return value
        case date():
            return datetime.combine(value, time())
        case int() | float():
            return _written(value)
        case _:
            return "" if value is None else str(value)


def _written(number: float) -> str:
    if abs(number) >= LOST:
        return f"{number:E}"
    return str(int(number)) if number == int(number) else str(number)
