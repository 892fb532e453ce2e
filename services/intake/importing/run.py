"""The import of a ledger: batch after batch, each whole or not at all, rejects in a file.

A row is known by its source and source number, so an import that was stopped is simply started
again: what is in is found by one query a batch and passed over.
"""

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from services.intake.commands import NewApplicants, Taken, take_in
from services.intake.importing.reading import Reader
from services.intake.ledger import LedgerError, Reject, RejectFile, Row, read_ledger
from services.intake.queries import moment
from shared.errors import Away, HubError
from shared.law.procedure import Refused
from shared.logging import logger
from shared.work import Hub

T = TypeVar("T")

_LOG: Final = logger(__name__)
_REJECTS: Final = ".rejects"
NEWCOMERS: Final = "新的申请人"
"""The column of what a row leaves open: what becomes of applicants who are new (RULES 168)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """How a ledger is taken in."""

    window: str
    """Organ code of the window that answers for what comes in 首问负责."""
    source: str
    """Name under which source numbers count: the same name again finds the same disputes."""
    rejects: Path
    mapping: Mapping[str, str] = field(default_factory=dict)
    history: bool = False
    """历史台账: no period is opened."""
    batch: int = 500


@dataclass(slots=True)
class ImportResult:
    """导入结果, as far as it has come."""

    read: int = 0
    registered: int = 0
    repeated: int = 0
    known: int = 0
    rejected: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Rows a second."""
        return self.read / self.seconds if self.seconds else 0.0

    def count(self, taken: Taken) -> None:
        """Count what became of a row."""
        if taken.again:
            self.known += 1
        elif taken.repeat:
            self.repeated += 1
        else:
            self.registered += 1


def own_source(path: Path) -> str:
    """The source name of a ledger that is given none; a mended rejects file is of its ledger."""
    return path.stem.removesuffix(_REJECTS)


async def import_ledger(
    hub: Hub,
    path: Path,
    options: ImportOptions,
    progress: Callable[[ImportResult], None] = lambda _: None,
) -> ImportResult:
    """导入台账; `progress` is told after each batch.

    Raises:
        LedgerError: The ledger or the window cannot be used at all.
        Away: The database does not answer; started again, the import goes on.
    """
    _check(hub, path, options)
    result, began = ImportResult(), time.perf_counter()
    reader = Reader(
        hub.directory,
        hub.hasher,
        window=options.window,
        source=options.source,
        history=options.history,
    )
    with RejectFile(options.rejects) as rejects, _rare_collections():
        for items in _batches(read_ledger(path, options.mapping, now=await moment(hub)), options):
            for reject in await take_in_rows(hub, reader, items, result):
                rejects.add(reject)
            result.read += len(items)
            result.rejected = rejects.count
            result.seconds = time.perf_counter() - began
            progress(result)
    return result


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Look for cycles of garbage seldom: a batch leaves none, and looking costs a third of it."""
    usual = gc.get_threshold()
    gc.set_threshold(100 * usual[0], *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _check(hub: Hub, path: Path, options: ImportOptions) -> None:
    try:
        hub.directory.organ(options.window)
    except LookupError:
        raise LedgerError(f"窗口 {options.window} 不在组织名录中") from None
    if options.rejects.absolute() == path.absolute():
        raise LedgerError("退回文件不能与台账是同一个文件")


def _batches(items: Iterable[T], options: ImportOptions) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, options.batch)):
        yield batch


async def take_in_rows(
    hub: Hub, reader: Reader, items: Sequence[Row | Reject], result: ImportResult
) -> list[Reject]:
    """Take rows in, count what became of each, and tell those that could not be.

    Raises:
        Away: The database does not answer; what came in until then is found again.
    """
    rows = [item for item in items if isinstance(item, Row)]
    ended = dict(
        zip(map(id, rows), await take_in(hub, [reader.entry(row) for row in rows]), strict=True)
    )
    rejects = []
    for item in items:
        if isinstance(item, Reject):
            rejects.append(item)
        elif isinstance(taken := ended[id(item)], Taken):
            result.count(taken)
        else:
            column = NEWCOMERS if isinstance(taken, NewApplicants) else ""
            rejects.append(item.reject(column, _said(taken)))
    return rejects


def _said(error: BaseException) -> str:
    if isinstance(error, Away):
        raise error
    if isinstance(error, (HubError, Refused)):
        return str(error)
    _LOG.error("import", exc_info=error)
    return "登记时出错，本行未登记；原因已记入日志"
