"""Doors to the papers 文书 of a file: numbered and served in files of their own (RULES 69, 130)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.numbering import PaperNumbered
from shared.contracts.reconsideration.served import PaperServed

SERVICE: Final = "/reconsiderations/{case_id}/paper-service"
AGAIN: Final = "/reconsiderations/{case_id}/paper-service-again"
RECEIPT: Final = "/reconsiderations/{case_id}/paper-receipt"

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/papers/numbers/{sort}": (PaperNumbered,),
    SERVICE: (PaperServed,),
    AGAIN: (PaperServed,),
    RECEIPT: (PaperServed,),
}
"""By the path of the door."""
