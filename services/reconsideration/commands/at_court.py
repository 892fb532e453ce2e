"""人民法院: a suit while a case is open (ARL 29), and what it ruled afterwards (COERCION 56-59)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.aftermath import paper, turn_in_force
from services.reconsideration.domain import court_acts as acts
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.court_acts import Ruling
from services.reconsideration.domain.suits import note_suit as suit_noted
from services.reconsideration.store import CASES
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration.at_court import CourtRefusal
from shared.work import Work


def note_suit(
    work: Work, case_id: UUID, filed_on: date, applicant: UUID | None = None, *, on: date
) -> None:
    """记载有起诉记录 in a case that is open; done again, it is on record already (ARL 29, 33)."""
    case = work.find(CASES, case_id)
    if case is None:
        return
    head = work.head(case, by=CLOCK, on=on)
    if fact := suit_noted(case, head, filed_on, applicant):
        work.record(case, fact)


def note_refusal(
    work: Work,
    case_id: UUID,
    court_refusal: CourtRefusal,
    received_on: date,
    person_id: UUID | None = None,
    *,
    text: str,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """收到不予受理、不予执行的裁定; as below, `department` acts for itself (COERCION 56, 58)."""
    file, head = turn_in_force(work, case_id, by, on)
    ruling_id = paper(work, file, "court_refusal", text)
    said = Ruling(refusal=court_refusal, received_on=received_on, ruling_id=ruling_id)
    fact = acts.note_refusal(file, head, person_id, said, work.calendar, department=department)
    return work.record(file, fact)


def ask_above(
    work: Work,
    case_id: UUID,
    person_id: UUID | None = None,
    *,
    text: str,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """向上一级人民法院申请复议, by the paper `text` (COERCION 56, 58)."""
    file, head = turn_in_force(work, case_id, by, on)
    paper_id = paper(work, file, "court_above_application", text)
    fact = acts.ask_above(file, head, person_id, paper_id, department=department)
    return work.record(file, fact)


def ask_at_once(
    work: Work,
    case_id: UUID,
    person_id: UUID | None = None,
    *,
    reason: str,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """申请人民法院立即执行; `reason` says what is urgent, and for whose safety (COERCION 59)."""
    file, head = turn_in_force(work, case_id, by, on)
    urgency_id = paper(work, file, "enforcement_urgency", reason)
    fact = acts.ask_at_once(file, head, person_id, urgency_id, department=department)
    return work.record(file, fact)


def note_ruling(
    work: Work,
    case_id: UUID,
    ruled_on: date,
    person_id: UUID | None = None,
    *,
    text: str,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """人民法院裁定立即执行, by its ruling `text` (COERCION 59)."""
    file, head = turn_in_force(work, case_id, by, on)
    ruling_id = paper(work, file, "enforcement_ruling", text)
    said = (file, head, person_id, ruled_on, ruling_id)
    return work.record(file, acts.note_ruling(*said, department=department))
