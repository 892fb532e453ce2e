"""台账: reads the ledgers that offices keep, and writes back what must be mended."""

from services.intake.ledger.columns import load_mapping
from services.intake.ledger.reading import count_rows, read_ledger, read_row
from services.intake.ledger.rejects import RejectFile, write_rejects
from services.intake.ledger.row import Field, LedgerError, Origin, Reject, Row

__all__ = [
    "Field",
    "LedgerError",
    "Origin",
    "Reject",
    "RejectFile",
    "Row",
    "count_rows",
    "load_mapping",
    "read_ledger",
    "read_row",
    "write_rejects",
]
