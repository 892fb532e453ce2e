"""台账导入: a ledger's rows become disputes, the same row once however often it is read."""

from services.intake.importing.guess import Guesser
from services.intake.importing.reading import Reader
from services.intake.importing.run import ImportOptions, ImportResult, import_ledger, own_source

__all__ = [
    "Guesser",
    "ImportOptions",
    "ImportResult",
    "Reader",
    "import_ledger",
    "own_source",
]
