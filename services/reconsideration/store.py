"""The shelf of reconsideration files."""

from typing import Final

from services.reconsideration import tables
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ORDINARY
from shared.work import Shelf

CASES: Final = Shelf(
    office="reconsideration",
    name=ORDINARY.name,
    value=Case,
    editions=(ORDINARY,),
    table=tables.ORDINARY,
)
"""行政复议案卷 in the ordinary procedure."""
