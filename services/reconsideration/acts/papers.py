"""Doors to the papers 文书 of a file, which are numbered in files of their own (RULES 69)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.numbering import PaperNumbered

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/papers/numbers/{sort}": (PaperNumbered,),
}
"""By the path of the door."""
