"""What a ledger 台账 yields: a row that can be registered, or one that must be mended first."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class LedgerError(ValueError):
    """台账不能读: the file as a whole, in Chinese."""


class Field(StrEnum):
    """栏目含义: what a column of a ledger may stand for."""

    SOURCE_NUMBER = "source_number"
    SUBJECT = "subject"
    TEXT = "text"
    SENDER = "sender"
    RECEIVED = "received"
    HAPPENED = "happened"
    LEARNT = "learnt"
    PLACE = "place"
    PHONE = "phone"
    ID_NUMBER = "id_number"
    CHANNEL = "channel"
    MATTER = "matter"
    ORGAN = "organ"
    ACT = "act"
    OMISSION = "omission"
    REQUESTED = "requested"
    DUTY_WITHIN = "duty_within"
    URGENT = "urgent"


LATER: Final = frozenset(
    {Field.ACT, Field.OMISSION, Field.REQUESTED, Field.DUTY_WITHIN, Field.URGENT}
)
"""What a ledger could not say from the beginning; it does not tell one row from another."""


EXTRA: Final = ("行号", "栏目", "原因")
"""Columns that a rejects file has behind the ledger's own."""

FORMULA: Final = "=+-@"
"""What a spreadsheet takes for the beginning of a formula."""


@dataclass(frozen=True, slots=True)
class Origin:
    """出处: where in the file a row stands, with its cells as they were."""

    line: int
    """Row number as a spreadsheet shows it, title and empty rows counted."""
    sheet: str
    """工作表; empty for CSV."""
    columns: tuple[str, ...]
    cells: tuple[str, ...] = field(repr=False)

    @property
    def place(self) -> str:
        """行号, with the sheet where there is one."""
        return f"{self.sheet}!{self.line}" if self.sheet else str(self.line)


@dataclass(frozen=True, slots=True)
class Reject:
    """退回行: why a row cannot be taken, and in which column."""

    origin: Origin
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """可登记行: what a ledger says of one dispute; a part that it does not give is empty.

    Who and what it says is left out of its repr, so that no log line shows it.
    """

    origin: Origin
    source_number: str
    """来源编号; a digest of the row when the ledger gives none."""
    subject: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    sender: str = field(default="", repr=False)
    received: datetime | None = None
    happened: date | None = None
    learnt: date | None = None
    place: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    id_number: str = field(default="", repr=False)
    channel: str = ""
    matter: str = ""
    organ: str = ""
    act: str = ""
    """行政行为 as the ledger calls it."""
    omission: bool | None = None
    """没有处理履职申请 (ARR2026 24)."""
    requested: date | None = None
    """行政机关收到履职申请之日."""
    duty_within: str | None = None
    """规定的履行期限 as a code."""
    urgent: bool = False

    def reject(self, column: str, reason: str) -> Reject:
        """退回 the row after all, as when registering it is refused."""
        return Reject(self.origin, column, reason)
