"""The shelf of reconsideration files."""

from typing import Final

from services.reconsideration import tables
from services.reconsideration.domain import filing
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
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
