"""Through the organ that fined 通过处罚机关申请 (ARL 32; ARR2026 38)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.basics import TOLD_NOTHING, Told, keep_with_application
from services.reconsideration.commands.capacity import state_with_application
from services.reconsideration.commands.filing import county_of
from services.reconsideration.commands.higher import under
from services.reconsideration.commands.pages import head_of, not_before, paper, turn
from services.reconsideration.domain import forwarding
from services.reconsideration.domain.application import Application
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons, apply_online
from services.reconsideration.domain.stated import Stated
from services.reconsideration.store import CASES
from shared.contracts.reconsideration.forwarding import Correction, Fine
from shared.errors import Malformed
from shared.work import Work


def hand_in(
    work: Work,
    case_id: UUID,
    dispute_id: UUID,
    said: Application,
    fine: Fine,
    *,
    text: str,
    by: str,
    persons: Persons = None,
    stated: Stated | None = None,
    told: Told = TOLD_NOTHING,
) -> Case:
    """通过处罚机关申请: the organ has the file from the first day, to deal with it (ARL 32).

    Args:
        work: The unit of work.
        case_id: The file, as `application.file_of` gives it.
        dispute_id: The dispute that it belongs to.
        said: What the applicant says; received is the day on which the organ has it.
        fine: Which of the two kinds of penalty it is.
        text: Request, facts and reasons 申请书正文.
        by: Who took it in.
        persons: Those of a party that applies by itself, online.
        stated: In whose name it is made and who acts, where it says so.
        told: What it says of who applies and where papers reach it (ARR2026 27).
    """
    county = county_of(work.directory, said)
    labels = {
        **under(work, said.authority),
        "county": county,
        "applicants": " ".join(map(str, said.applicants)),
        "departments": said.respondent,
    }
    case = work.open(CASES, case_id, dispute_id, on=said.received_on, labels=labels)
    if case.state is not None:
        return case
    head = work.head(case, by=by, on=said.received_on)
    apply_online(said, head, persons)
    text_id = paper(work, case, "application", text)
    case = work.record(case, forwarding.hand_in(head, said, fine, county, text_id))
    case = keep_with_application(work, case, told, by=by, on=head.on, persons=persons)
    return state_with_application(work, case, stated, text_id, by=by, on=head.on)


def forward(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    received_on: date | None = None,
) -> Case:
    """转送; handed over at once, its receipt is the next page (ARL 32).

    Args:
        work: The unit of work.
        case_id: The file.
        text: The letter 转送函.
        by: Who acts.
        on: The day on which it was sent on; today if not said.
        received_on: The day on which the authority had it, where that is known.
    """
    case, head = turn(work, case_id, by, on)
    letter_id = paper(work, case, "forwarding_letter", text)
    case = work.record(case, forwarding.forward(case, head, letter_id))
    if received_on is None:
        return case
    not_before(head.on, received_on, "转送", "received_on")
    received = head_of(work, case, by, received_on)
    return work.record(case, forwarding.receive_forwarded(case, received))


def receive_forwarded(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Case:
    """行政复议机关收到转送的申请; its own five days to review run (ARL 30, 32).

    Raises:
        Malformed: The day lies before the one on which it was sent on.
    """
    case, head = turn(work, case_id, by, on)
    not_before(work.started_on(case_id, forwarding.RECEIPT), head.on, "转送")
    return work.record(case, forwarding.receive_forwarded(case, head))


def correct(
    work: Work,
    case_id: UUID,
    correction: Correction,
    *,
    text: str,
    by: str,
    on: date | None = None,
    told_on: date | None = None,
) -> Case:
    """自行纠正, told to applicant and authority by the notice `text` (ARR2026 38)."""
    case, head = turn(work, case_id, by, on)
    told = told_on or head.on
    if not head.on <= told <= work.today:
        raise Malformed("告知申请人之日不得早于纠正之日，也不得晚于今天", "told_on")
    letter_id = paper(work, case, "correction_notice", text)
    return work.record(case, forwarding.correct(case, head, correction, told, letter_id))
