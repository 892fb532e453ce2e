"""The file and the head of its next page, which every act begins with."""

from datetime import date
from uuid import UUID

from services.mediation.domain.mediation import Mediation
from services.mediation.store import MEDIATIONS
from shared.contracts.fact import Head
from shared.errors import Malformed
from shared.work import Work


def turn(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Mediation, Head]:
    """The file as it stands, and the head of the page that `by` writes, of legal day `on`.

    Raises:
        Unknown: There is no such file here.
        Malformed: The day lies before every period that runs, so before the step that began it.
    """
    case = work.take(MEDIATIONS, case_id)
    head = work.head(case, by=by, on=on)
    begun = min((one.started_on for one, _ in work.running(case_id)), default=None)
    if begun and head.on < begun:
        raise Malformed(f"日期不得早于前一步骤之日{begun}", "on")
    return case, head
