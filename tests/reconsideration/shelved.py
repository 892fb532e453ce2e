"""Files that derive from a case, and their papers as they are printed, for tests."""

from collections.abc import Sequence
from dataclasses import replace

from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionMade
from shared.paper import Paper
from tests.reconsideration.papered import (
    cells,
    made_of,
)


def of_file(own: Sequence[Fact], **more: object) -> Matter:
    """A file that derives from a case that was decided, with these pages."""
    return replace(made_of(DecisionMade), own=tuple(own), **more)  # type: ignore[arg-type]  # by name


def written(sort: str, matter: Matter) -> Paper:
    return paper_of(SORTS[sort], matter)


def signed_by(sort: str, matter: Matter) -> list[str]:
    """Who signs the receipts 送达回证 of a paper."""
    return [cells(one)["受送达人"] for one in receipts_of(SORTS[sort], matter)]
