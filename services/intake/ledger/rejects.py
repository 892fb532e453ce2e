"""退回文件: what could not be read, in a form that can be mended and imported again."""

import csv
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Self

from services.intake.ledger.row import EXTRA, FORMULA, Reject


class RejectFile:
    """退回文件, made when the first row comes: no rejects, no file."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        self.path = path
        self.count = 0
        self._append = append
        self._file: TextIOWrapper | None = None
        self._columns: tuple[str, ...] | None = None

    def add(self, reject: Reject) -> None:
        """Writes a row as it was, and behind it where and why."""
        self._file = self._file or self._open()
        origin, writer = reject.origin, csv.writer(self._file)
        if origin.columns != self._columns:
            self._columns = origin.columns
            writer.writerow([*origin.columns, *EXTRA])
        width = len(origin.columns)
        cells = [_guarded(cell) for cell in origin.cells]
        own = [*cells, *[""] * width][:width]
        writer.writerow([*own, origin.place, reject.column, reject.reason, *cells[width:]])
        self.count += 1

    def _open(self) -> TextIOWrapper:
        file = self.path.open("a" if self._append else "w", encoding="utf-8", newline="")
        if file.tell() == 0:
            file.write("\ufeff")  # without it spreadsheets take UTF-8 for GBK
        return file

    def close(self) -> None:
        """Closes the file, if one was made."""
        if self._file:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _guarded(cell: str) -> str:
    """A citizen's text is no formula, whatever it begins with."""
    return f"'{cell}" if cell[:1] and cell[:1] in FORMULA else cell


def write_rejects(path: Path, rejects: Iterable[Reject], *, append: bool = False) -> int:
    """退回文件: UTF-8 with its mark, the ledger's own columns and three more; how many rows."""
    with RejectFile(path, append=append) as file:
        for reject in rejects:
            file.add(reject)
    return file.count
