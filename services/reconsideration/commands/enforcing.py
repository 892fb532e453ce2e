"""强制执行 against an applicant or third person, in the file of what follows (ARL 78)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.aftermath import paper, turn_in_force
from services.reconsideration.domain import enforcing_acts as acts
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.finality import is_final
from services.reconsideration.store import AFTERMATHS, CASES
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration.enforcing import NoNeed
from shared.work import Work


def state_time(
    work: Work,
    case_id: UUID,
    perform_by: date | None = None,
    person_id: UUID | None = None,
    *,
    request: str | None = None,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """载明当事人应当履行、履行期限; here as below `department` acts for itself alone (ARL 78)."""
    file, head = turn_in_force(work, case_id, by, on)
    request_id = paper(work, file, "performance_request", request) if request else None
    said = (file, head, person_id, perform_by, work.calendar)
    fact = acts.state_time(*said, request_id=request_id, department=department)
    return work.record(file, fact)


def note_suit(
    work: Work, case_id: UUID, filed_on: date, applicant: UUID | None = None, *, on: date
) -> None:
    """记载有起诉记录, as the routing file of the dispute tells it (ARL 78; RULES 58).

    No court takes a suit over 最终裁决, so that none bars its enforcement (ARL 10; ALL 13).
    """
    file = work.find(AFTERMATHS, case_id)
    if file is None or file.final or (file.about and is_final(work.take(CASES, file.about))):
        return
    head = work.head(file, by=CLOCK, on=on)
    if fact := acts.note_suit(file, head, filed_on, applicant):
        work.record(file, fact)


def urge(
    work: Work,
    case_id: UUID,
    person_id: UUID | None = None,
    *,
    text: str,
    perform_until: date | None = None,
    not_sued: bool = False,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """催告, by the demand `text`, dated when it was served (COERCION 35, 54)."""
    file, head = turn_in_force(work, case_id, by, on)
    demand_id = paper(work, file, "performance_demand", text)
    fact = acts.urge(
        *(file, head, person_id, demand_id, work.calendar),
        perform_until=perform_until,
        not_sued=not_sued,
        department=department,
    )
    return work.record(file, fact)


def apply(
    work: Work,
    case_id: UUID,
    person_id: UUID | None = None,
    *,
    text: str,
    late_reason: str | None = None,
    not_sued: bool = False,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """申请人民法院强制执行, by the paper `text` (ARL 78; COERCION 53)."""
    file, head = turn_in_force(work, case_id, by, on)
    paper_id = paper(work, file, "enforcement_application", text)
    late_id = paper(work, file, "late_enforcement", late_reason) if late_reason else None
    said = (file, head, person_id, paper_id, late_id)
    fact = acts.apply(*said, calendar=work.calendar, not_sued=not_sued, department=department)
    return work.record(file, fact)


def enforce(
    work: Work,
    case_id: UUID,
    person_id: UUID | None = None,
    *,
    text: str,
    concealment: str | None = None,
    not_sued: bool = False,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """强制执行完毕; `text` says by what power, and how it went (ARL 78)."""
    file, head = turn_in_force(work, case_id, by, on)
    record_id = paper(work, file, "enforcement_record", text)
    hidden_id = paper(work, file, "concealment", concealment) if concealment else None
    fact = acts.enforce(
        *(file, head, person_id, record_id, hidden_id), not_sued=not_sued, department=department
    )
    return work.record(file, fact)


def perform(
    work: Work,
    case_id: UUID,
    performed_on: date,
    person_id: UUID | None = None,
    *,
    evidence: str,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """当事人履行 (ARL 78)."""
    file, head = turn_in_force(work, case_id, by, on)
    evidence_id = paper(work, file, "performance_evidence", evidence)
    fact = acts.perform(*(file, head, person_id, performed_on, evidence_id), department=department)
    return work.record(file, fact)


def spare(
    work: Work,
    case_id: UUID,
    no_need: NoNeed,
    person_id: UUID | None = None,
    *,
    reason: str,
    sued_on: date | None = None,
    refused_on: date | None = None,
    docketing: str | None = None,
    by: str,
    on: date | None = None,
    department: str = "",
) -> Aftermath:
    """不需要强制执行: a page for each of those of whom it is said (ARL 78)."""
    file, head = turn_in_force(work, case_id, by, on)
    reason_id = paper(work, file, "no_enforcement", reason)
    taken_id = paper(work, file, "docketing", docketing) if docketing else None
    for one in acts.of_whom(file, person_id, no_need):
        page = work.head(file, by=by, on=head.on)
        fact = acts.spare(
            *(file, page, one, no_need, reason_id),
            calendar=work.calendar,
            sued_on=sued_on,
            refused_on=refused_on,
            docketing_id=taken_id,
            department=department,
        )
        file = work.record(file, fact)
    return file
