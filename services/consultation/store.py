"""The shelf of consultation files."""

from typing import Final

from services.consultation import tables
from services.consultation.domain.case import Consultation
from services.consultation.domain.opinion import CONSULTATION
from shared.work import Shelf

CONSULTATIONS: Final = Shelf(
    office="consultation",
    name=CONSULTATION.name,
    value=Consultation,
    editions=(CONSULTATION,),
    table=tables.CONSULTATION,
)
"""咨询案卷."""
