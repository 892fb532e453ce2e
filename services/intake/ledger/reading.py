"""Reads a ledger 台账 row by row: what can be registered, and what must be mended first."""

import csv
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from services.intake.ledger.columns import Columns, read_columns
from services.intake.ledger.dates import read_moment
from services.intake.ledger.row import (
    EXTRA,
    FORMULA,
    LATER,
    Field,
    LedgerError,
    Origin,
    Reject,
    Row,
)
from services.intake.ledger.sheets import HEAD, Cell, Sheet, open_sheets
from shared.law.period import parse_period
from shared.law.written import code_of

INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]+")
GAP: Final = re.compile(r"\s+")
ROUNDED: Final = re.compile(r"[-+]?\d(?:\.\d+)?[Ee]\+\d+")
DAMAGED: Final = "\ufffd"
GUARDED: Final = tuple(f"'{sign}" for sign in FORMULA)
"""How a rejects file writes a text that a spreadsheet would take for a formula."""
YES_NO: Final = {"是": True, "true": True, "否": False, "false": False}
NO_COLUMNS: Final = Columns((), 0, {}, ())


class Unfit(ValueError):
    """不能登记: which field, and why."""

    def __init__(self, field: Field, reason: str) -> None:
        super().__init__(reason)
        self.field = field


def read_ledger(
    path: Path, mapping: Mapping[str, str] | None = None, *, now: datetime
) -> Iterator[Row | Reject]:
    """台账 from first row to last; of a CSV no more than a row is held in memory.

    Args:
        path: CSV in UTF-8, UTF-16 or GB18030, or XLSX with any number of sheets.
        mapping: Column name to field, beside and before the names known anyway.
        now: The moment after which nothing can have been received.

    Raises:
        LedgerError: The file cannot be read at all, or has no header; with the first row.
    """
    known = mapping or {}
    headed = False
    with open_sheets(path, lambda cells: read_columns(cells, known) is not None) as sheets:
        for sheet in sheets:
            reader = SheetReader(sheet, known, now)
            yield from reader.items()
            headed = headed or reader.columns is not NO_COLUMNS
    if not headed:
        raise LedgerError(f"{path.name} 前 {HEAD} 行没有认得的表头，请用栏目对照文件说明各栏含义")


def count_rows(path: Path, mapping: Mapping[str, str] | None = None) -> int:
    """行数 below the header that are not empty, for a progress bar."""
    count = 0
    with open_sheets(path, lambda cells: read_columns(cells, mapping or {}) is not None) as sheets:
        for sheet in sheets:
            headed = False
            for _, cells in sheet.rows:
                if isinstance(cells, csv.Error):
                    count += 1
                elif any(cells):
                    count += headed
                    headed = headed or read_columns(cells, mapping or {}) is not None
    return count


class SheetReader:
    """One sheet: title rows above the header are passed by, empty rows too."""

    def __init__(self, sheet: Sheet, mapping: Mapping[str, str], now: datetime) -> None:
        self.sheet = sheet
        self.columns = NO_COLUMNS
        self._mapping = mapping
        self._now = now

    def items(self) -> Iterator[Row | Reject]:
        """The rows; a sheet with content but no header is one reject, so nothing is lost unseen."""
        filled = 0
        for line, cells in self.sheet.rows:
            if isinstance(cells, csv.Error):
                yield Reject(self._origin(line, []), "", "本行读不出：引号不配对，或有一栏过长")
            elif not any(cells) or self._is_header(cells):
                continue
            elif self.columns is NO_COLUMNS:
                filled += 1
                if filled > HEAD:
                    break
            elif item := self._read(line, cells):
                yield item
        if filled and self.columns is NO_COLUMNS and self.sheet.name:
            yield Reject(
                self._origin(1, []), "", f"工作表“{self.sheet.name}”没有认得的表头，整表未读"
            )

    def _is_header(self, cells: Sequence[Cell]) -> bool:
        if self.columns is not NO_COLUMNS and str(cells[0]).strip() != self.columns.names[0]:
            return False
        columns = read_columns(cells, self._mapping)
        self.columns = columns or self.columns
        return columns is not None

    def _origin(self, line: int, cells: Sequence[Cell]) -> Origin:
        width = self.columns.width
        beyond = cells[width + len(EXTRA) :] if self.columns.mended else cells[width:]
        own = [*cells[:width], *beyond] if any(beyond) else cells[:width]
        return Origin(line, self.sheet.name, self.columns.names, tuple(map(str, own)))

    def _read(self, line: int, cells: Sequence[Cell]) -> Row | Reject | None:
        origin = self._origin(line, cells)
        if not any(map(clean, origin.cells)):
            return None
        if fault := self._fault(origin):
            return Reject(origin, "", fault)
        try:
            return make_row(origin, cells, self.columns, self._now)
        except Unfit as error:
            return Reject(origin, self.columns.name(error.field), str(error))

    def _fault(self, origin: Origin) -> str:
        """What is wrong with the row as a whole: then its columns cannot be trusted."""
        width, separator = self.columns.width, self.sheet.separator
        if len(origin.cells) > width:
            return (
                f"本行有 {len(origin.cells)} 栏，表头只有 {width} 栏：内容里的分隔符可能没有加引号"
            )
        if any(DAMAGED in cell for cell in origin.cells):
            return "有不能识别的字符，请核对文件编码或原文"
        if separator and any("\n" in cell and self._swallows(cell) for cell in origin.cells):
            return "引号可能不配对，把后面的行并进了本行"
        return ""

    def _swallows(self, cell: str) -> bool:
        """Whether a line within a cell looks like a row of its own, its date in its place."""
        at = self.columns.at.get(Field.RECEIVED)
        for line in cell.split("\n")[1:]:
            parts = line.split(self.sheet.separator)
            if at is None or len(parts) < self.columns.width:
                continue
            try:
                read_moment(parts[at], self._now)
            except ValueError:
                continue
            return True
        return False


def make_row(origin: Origin, cells: Sequence[Cell], columns: Columns, now: datetime) -> Row:
    """可登记行 of a row's cells.

    Raises:
        Unfit: A field cannot be read, or there is nothing to register.
    """
    text = {
        field: clean(str(cells[at])) if at < len(cells) else "" for field, at in columns.at.items()
    }
    for field in (Field.SOURCE_NUMBER, Field.PHONE, Field.ID_NUMBER):
        text[field] = _number(field, text.get(field, ""))
    subject = GAP.sub(" ", text.get(Field.SUBJECT, ""))
    body = text.get(Field.TEXT, "")
    if not subject and not body:
        raise Unfit(Field.TEXT if Field.TEXT in columns.at else Field.SUBJECT, "主题和内容都没有")
    received = _moment(Field.RECEIVED, cells, columns, now)
    return Row(
        origin=origin,
        source_number=text[Field.SOURCE_NUMBER] or digest(text),
        subject=subject,
        text=body,
        sender=GAP.sub("", text.get(Field.SENDER, "")),
        received=received,
        happened=_day(Field.HAPPENED, cells, columns, now),
        learnt=_day(Field.LEARNT, cells, columns, now),
        place="".join(
            GAP.sub("", clean(str(cells[at]))) for at in columns.places if at < len(cells)
        ),
        phone=text[Field.PHONE],
        id_number=text[Field.ID_NUMBER].upper(),
        channel=GAP.sub("", text.get(Field.CHANNEL, "")),
        matter=GAP.sub("", text.get(Field.MATTER, "")),
        organ=GAP.sub("", text.get(Field.ORGAN, "")),
        act=GAP.sub("", text.get(Field.ACT, "")),
        omission=_truth(Field.OMISSION, text),
        requested=_day(Field.REQUESTED, cells, columns, now),
        duty_within=_period(text),
        urgent=bool(_truth(Field.URGENT, text)),
    )


def clean(value: str) -> str:
    """A cell without white space around it and invisible signs; paragraphs stay."""
    if value[:1] == "'" and value[1:2] in FORMULA:
        value = value[
            1:
        ]  # put there by a rejects file, so that no spreadsheet takes it for a formula
    if value.isprintable():
        return value.strip()
    lines = (GAP.sub(" ", line).strip() for line in INVISIBLE.sub("", value).splitlines())
    return "\n".join(line for line in lines if line)


def digest(text: Mapping[Field, str]) -> str:
    """来源编号 for a row that has none: the same row twice has the same."""
    told = sorted(text.keys() - LATER)
    said = "\x1f".join(f"{field}={GAP.sub('', text[field])}" for field in told)
    return "row-" + hashlib.sha256(said.encode()).hexdigest()[:24]


def _number(field: Field, value: str) -> str:
    number = GAP.sub("", unicodedata.normalize("NFKC", value)) if value else ""
    if ROUNDED.fullmatch(number):
        raise Unfit(field, f"“{number}”被表格软件改成了近似数，请按文本格式重填")
    return number.removesuffix(".0")


def _truth(field: Field, text: Mapping[Field, str]) -> bool | None:
    """是或者否; None where the ledger says neither."""
    if not (said := GAP.sub("", text.get(field, ""))):
        return None
    if said not in YES_NO:
        raise Unfit(field, f"“{said}”应为是或者否")
    return YES_NO[said]


def _period(text: Mapping[Field, str]) -> str | None:
    """规定的履行期限 as a code."""
    said = text.get(Field.DUTY_WITHIN, "")
    try:
        return parse_period(str(code_of(said))).code if said else None
    except ValueError:
        reason = f"“{said}”不是期限，可写作 20个工作日"
        raise Unfit(Field.DUTY_WITHIN, reason) from None


def _moment(
    field: Field, cells: Sequence[Cell], columns: Columns, now: datetime
) -> datetime | None:
    at = columns.at.get(field, len(cells))
    value = cells[at] if at < len(cells) else ""
    value = clean(value) if isinstance(value, str) else value
    if not value:
        return None
    try:
        return read_moment(value, now)
    except ValueError as error:
        raise Unfit(field, str(error)) from None


def _day(field: Field, cells: Sequence[Cell], columns: Columns, now: datetime) -> date | None:
    moment = _moment(field, cells, columns, now)
    return moment.date() if moment else None


def read_row(columns: Sequence[str], cells: Sequence[str], *, now: datetime) -> Row | Reject:
    """One row under its header 更正后的一行, read as a whole ledger would be."""
    lines: list[tuple[int, list[Cell] | csv.Error]] = [(1, [*columns]), (2, [*cells])]
    found = list(SheetReader(Sheet("", iter(lines)), {}, now).items())
    if found:
        return found[0]
    return Reject(Origin(2, "", tuple(columns), tuple(cells)), "", "本行是空的，或者表头不认得")
