"""The agreement, its performance and its confirmation by a court (PML 28 to 33)."""

from datetime import date
from uuid import UUID

from services.mediation.commands.pages import turn
from services.mediation.domain import agreement
from services.mediation.domain.agreement import Hands
from services.mediation.domain.mediation import Mediation
from shared.contracts.intake import Side
from shared.contracts.mediation import Form
from shared.work import Work


def agree_orally(
    work: Work,
    case_id: UUID,
    content: str,
    *,
    perform_by: date | None,
    by: str,
    on: date | None = None,
) -> Mediation:
    """口头协议, in force from the day on which the parties agreed (PML 28, 30)."""
    case, head = turn(work, case_id, by, on)
    content_id = work.document(case_id, case.dispute_id, "oral_agreement", content)
    page = agreement.agree(case, Form.ORAL, content_id, perform_by=perform_by, head=head)
    return work.record(case, page)


def agree_in_writing(
    work: Work,
    case_id: UUID,
    content: str,
    *,
    hands: Hands,
    perform_by: date | None,
    by: str,
) -> Mediation:
    """调解协议书, in force from the day of the last hand put to it (PML 28, 29)."""
    case, head = turn(work, case_id, by, hands.effective_on)
    content_id = work.document(case_id, case.dispute_id, "written_agreement", content)
    page = agreement.agree(case, Form.WRITTEN, content_id, perform_by=perform_by, head=head)
    return work.record(case, page)


def perform(
    work: Work,
    case_id: UUID,
    *,
    performed_on: date | None,
    by: str,
    on: date | None = None,
) -> Mediation:
    """履行完毕 (PML 31)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, agreement.perform(case, performed_on, head=head))


def not_perform(
    work: Work, case_id: UUID, *, partly: bool, by: str, on: date | None = None
) -> Mediation:
    """未履行 (PML 32, 33)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, agreement.not_perform(case, partly=partly, head=head))


def apply_for_confirmation(
    work: Work,
    case_id: UUID,
    sides: tuple[Side, ...],
    *,
    court: str,
    by: str,
    on: date | None = None,
) -> Mediation:
    """共同申请司法确认 (PML 33; CPL 205)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, agreement.apply_for_confirmation(case, sides, court, head=head))


def rule_on_confirmation(
    work: Work, case_id: UUID, *, confirmed: bool, by: str, on: date | None = None
) -> Mediation:
    """司法确认裁定 (CPL 206)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, agreement.rule_on_confirmation(case, confirmed=confirmed, head=head))
