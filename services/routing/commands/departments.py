"""部门办理: what a department does under a whistle, in its own name (RULES 4, 11, 20 to 29)."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from services.routing.commands.in_force import times_in_force
from services.routing.commands.naming import callable_department, name_of, provision
from services.routing.domain import answering, competence, extending
from services.routing.domain.whistle_case import Whistle
from services.routing.store import WHISTLES
from shared.contracts.fact import CLOCK, Head
from shared.contracts.routing import Finding
from shared.law.period import Period
from shared.work import Work


def _taken(work: Work, case_id: UUID, by: str) -> tuple[Whistle, Head]:
    file = work.take(WHISTLES, case_id)
    return file, work.head(file, by=by, moment=work.now)


def check_in(work: Work, case_id: UUID, department: str, *, by: str) -> Whistle:
    """报到 (RULES 4)."""
    file, head = _taken(work, case_id, by)
    return work.record(file, answering.check_in(file, department, head=head))


def visit(
    work: Work,
    case_id: UUID,
    department: str,
    record: str,
    pictures: Sequence[str],
    *,
    at: datetime | None = None,
    by: str,
) -> Whistle:
    """到场核实, at the moment that the officer names, or now (RULES 20)."""
    file = work.take(WHISTLES, case_id)
    when = at or work.now
    answering.must_be_time_to_visit(file, department, when, work.now)
    head = work.head(file, by=by, moment=when)
    paper = work.document(case_id, file.dispute_id, "site_record", record)
    page = answering.visit(file, department, paper, pictures, head=head)
    return work.record(file, page)


def answer(
    work: Work, case_id: UUID, department: str, finding: Finding, opinion: str, *, by: str
) -> Whistle:
    """反馈 (RULES 11)."""
    file, head = _taken(work, case_id, by)
    paper = work.document(case_id, file.dispute_id, "opinion", opinion)
    file = work.record(file, answering.answer(file, department, finding, paper, head=head))
    if dropped := extending.dropped(file, department, head=work.head(file, by=CLOCK)):
        file = work.record(file, dropped)
    follows = answering.after_answer(file, department, head=work.head(file, by=CLOCK))
    return work.record(file, follows) if follows else file


def progress(work: Work, case_id: UUID, department: str, report: str, *, by: str) -> Whistle:
    """阶段反馈 (RULES 11)."""
    file, head = _taken(work, case_id, by)
    paper = work.document(case_id, file.dispute_id, "progress", report)
    return work.record(file, answering.progress(file, department, paper, head=head))


def finish(
    work: Work,
    case_id: UUID,
    department: str,
    evidence: str,
    attachments: Sequence[str] = (),
    *,
    by: str,
) -> Whistle:
    """部门办结; the lead's opens the callback (RULES 24)."""
    file, head = _taken(work, case_id, by)
    paper = work.document(case_id, file.dispute_id, "evidence", evidence)
    file = work.record(
        file,
        answering.finish(
            file,
            department,
            paper,
            attachments,
            head=head,
            called=partial(name_of, work.directory),
        ),
    )
    if department != file.lead:
        return file
    head = work.head(file, by=by, moment=work.now)
    return work.record(file, answering.finished(file, paper, times_in_force(work), head=head))


def refuse(
    work: Work, case_id: UUID, department: str, *, basis: str, reason: str, by: str
) -> Whistle:
    """拒绝承办 (RULES 26)."""
    file, head = _taken(work, case_id, by)
    paper = work.document(case_id, file.dispute_id, "objection", reason)
    times = times_in_force(work)
    page = competence.refuse(
        file, department, times, basis=provision(basis), reason_id=paper, head=head
    )
    return work.record(file, page)


def dispute(
    work: Work,
    case_id: UUID,
    department: str,
    *,
    competent: str,
    basis: str,
    reason: str,
    by: str,
) -> Whistle:
    """权属异议 (RULES 26)."""
    file, head = _taken(work, case_id, by)
    other = callable_department(work.directory, competent)
    paper = work.document(case_id, file.dispute_id, "objection", reason)
    times = times_in_force(work)
    page = competence.dispute(
        file, department, other, times, basis=provision(basis), reason_id=paper, head=head
    )
    return work.record(file, page)


def wait(work: Work, case_id: UUID, department: str, what: str, *, by: str) -> Whistle:
    """等待当事人 (RULES 28)."""
    file, head = _taken(work, case_id, by)
    paper = work.document(case_id, file.dispute_id, "waited_for", what)
    page = answering.wait(file, department, paper, times_in_force(work), head=head)
    return work.record(file, page)


def go_on(work: Work, case_id: UUID, department: str, *, by: str) -> Whistle:
    """当事人已配合 (RULES 28)."""
    file, head = _taken(work, case_id, by)
    return work.record(file, answering.go_on(file, department, head=head))


def ask_for_more(
    work: Work, case_id: UUID, department: str, more: Period, reason: str, *, by: str
) -> Whistle:
    """申请延期 (RULES 29)."""
    file, head = _taken(work, case_id, by)
    paper = work.document(case_id, file.dispute_id, "extension_reason", reason)
    times = times_in_force(work)
    page = extending.ask_for_more(file, department, more, paper, times, head=head)
    return work.record(file, page)
