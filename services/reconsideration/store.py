"""The shelves of reconsideration files and of registers of document numbers."""

from typing import Final
from uuid import UUID

from services.reconsideration import tables
from services.reconsideration.domain import filing
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.numbering import NUMBERING, Numbers
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from shared.law.casefile import derived
from shared.work import Shelf

CASES: Final = Shelf(
    office="reconsideration",
    name=ORDINARY.name,
    value=Case,
    editions=(ORDINARY_2007, ORDINARY),
    table=tables.ORDINARY,
    proofs=filing.found_on,
)
"""行政复议案卷 in the ordinary procedure."""

NUMBERS: Final = Shelf(
    office="reconsideration",
    name=NUMBERING.name,
    value=Numbers,
    editions=(NUMBERING,),
    table=tables.NUMBERS,
)
"""文号登记, a file for each authority."""

OWN: Final = UUID("0d6f3a52-6f7b-4a53-9a45-2f1f4f2f8f69")


def numbers_of(authority: str) -> UUID:
    """The register of an authority."""
    return derived(OWN, authority)
