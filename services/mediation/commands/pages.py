"""The file and the head of its next page, which every act begins with."""

from datetime import date
from uuid import UUID

from services.mediation.domain.mediation import Mediation
from services.mediation.store import MEDIATIONS
from shared.contracts.fact import Head
from shared.work import Work


def turn(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Mediation, Head]:
    """The file as it stands, and the head of the page that `by` writes, of legal day `on`."""
    case = work.take(MEDIATIONS, case_id)
    return case, work.head(case, by=by, on=on)
