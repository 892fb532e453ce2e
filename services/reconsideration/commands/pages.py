"""What every act begins with: the file, and the head of its next page."""

from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.higher_acts import refuse_while_handed_over
from services.reconsideration.domain.ordinary.pauses import HANDING_OVER, STANDSTILL
from services.reconsideration.domain.pausing_acts import refuse_while_suspended
from services.reconsideration.store import CASES
from shared.contracts.fact import Fact, Head
from shared.errors import Malformed
from shared.work import Work


def turn(
    work: Work, case_id: UUID, by: str, on: date | None, act: type[Fact] | None = None
) -> tuple[Case, Head]:
    """The file and the head of a new page.

    Args:
        work: The unit of work.
        case_id: The file.
        by: Who acts.
        on: The day of the act; today if not said.
        act: What the page will be, where that may be done while a case is suspended 中止, or handed
            over to the authority above 移送, too.

    Raises:
        Unknown: There is no such file.
        Malformed: The day lies before the application, or before its acceptance.
        Refused: The case is suspended, or was on that day (ARL 39), or is to be handed over
            (ARR2026 40).
    """
    case = work.take(CASES, case_id)
    head = head_of(work, case, by, on)
    if act not in STANDSTILL.meanwhile:
        refuse_while_suspended(case, head.on)
    if act not in HANDING_OVER.meanwhile:
        refuse_while_handed_over(case)
    return case, head


def head_of(work: Work, case: Case, by: str, on: date | None) -> Head:
    """Head of the next page of a file that one act turns several pages of."""
    head = work.head(case, by=by, on=on)
    begun = case.accepted_on or case.received_on or case.handed_in_on
    if begun and head.on < begun:
        raise Malformed(
            f"日期不得早于{'受理' if case.accepted_on else '收到申请'}之日{begun}", "on"
        )
    return head


def not_before(sent_on: date | None, had_on: date, term: str, field: str = "on") -> None:
    """Nothing comes before it went out; None where the file does not know the day.

    Raises:
        Malformed: The day of receipt lies before it.
    """
    if sent_on and had_on < sent_on:
        raise Malformed(f"收到{term}之日不得早于发出之日{sent_on}", field)


def paper(work: Work, case: Case, kind: str, text: str) -> UUID:
    """Keep a paper of this file."""
    return work.document(case.case_id, case.dispute_id, kind, text)
