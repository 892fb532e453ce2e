"""The file and the head of its next page, which every act begins with."""

from datetime import date
from uuid import UUID

from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.store import shelf_of
from shared.contracts.fact import Head
from shared.errors import Malformed, Unknown
from shared.work import Work


def find(work: Work, case_id: UUID) -> Adjudication | None:
    """The file on whichever shelf it stands; None if it was never opened."""
    shelf = shelf_of(work.labels_of(case_id))
    return work.find(shelf, case_id) if shelf else None


def turn(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Adjudication, Head]:
    """The file as it stands, and the head of the page that `by` writes, of legal day `on`.

    Raises:
        Unknown: There is no such file here.
        Malformed: The day lies before every period that runs, so before the step that began it.
    """
    case = find(work, case_id)
    if case is None:
        raise Unknown("没有这份案卷")
    head = work.head(case, by=by, on=on)
    begun = min((one.started_on for one, _ in work.running(case_id)), default=None)
    if begun and head.on < begun:
        raise Malformed(f"日期不得早于前一步骤之日{begun}", "on")
    return case, head


def paper(work: Work, case: Adjudication, kind: str, text: str) -> UUID:
    """Keep the words of an act on this file."""
    return work.document(case.case_id, case.dispute_id, kind, text)
