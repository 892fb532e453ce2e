"""How the parties are heard: copies, answers, mediation first, the bureau's opinion."""

from datetime import date
from uuid import UUID

from services.adjudication.commands.pages import paper, turn
from services.adjudication.domain import hearing
from services.adjudication.domain.adjudication import Adjudication
from shared.contracts.adjudication import (
    AnswerFiled,
    CopySent,
    OpinionSubmitted,
    SettlementFailed,
)
from shared.work import Work


def send_copy(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Adjudication:
    """发送申请书副本."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, CopySent(head=head))


def serve_respondent(
    work: Work,
    case_id: UUID,
    party: UUID,
    *,
    by: str,
    on: date | None = None,
    persons: frozenset[UUID] | None = None,
    is_sent: bool = True,
) -> Adjudication:
    """送达申请书副本, from which a respondent's time to answer runs.

    Args:
        work: The unit of work.
        case_id: The file.
        party: The respondent served.
        by: Who records it.
        on: The day of service; today if not said.
        persons: Those of a party that has it served online (CPL 90).
        is_sent: Whether the organ has sent the copies out.
    """
    case, head = turn(work, case_id, by, on)
    hearing.be_served_as_respondent(party, head, persons, is_sent=is_sent)
    return work.record(case, hearing.serve_respondent(case, party, head=head))


def answer(
    work: Work, case_id: UUID, party: UUID, *, text: str, by: str, on: date | None = None
) -> Adjudication:
    """答辩."""
    case, head = turn(work, case_id, by, on)
    answer_id = paper(work, case, "answer", text)
    return work.record(case, AnswerFiled(head=head, party=party, answer_id=answer_id))


def settle(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    perform_by: date | None,
    by: str,
    on: date | None = None,
) -> Adjudication:
    """先行调解成功, dated when the mediation document took effect."""
    case, head = turn(work, case_id, by, on)
    document_id = paper(work, case, "mediation_document", text)
    page = hearing.settle(case, document_id, perform_by=perform_by, head=head)
    return work.record(case, page)


def fail_to_settle(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Adjudication:
    """先行调解不成."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, SettlementFailed(head=head))


def draw_opinion(
    work: Work, case_id: UUID, *, text: str, by: str, on: date | None = None
) -> Adjudication:
    """提出调查处理意见."""
    case, head = turn(work, case_id, by, on)
    opinion_id = paper(work, case, "handling_opinion", text)
    return work.record(case, hearing.draw_opinion(case, opinion_id, head=head))


def extend_opinion(
    work: Work, case_id: UUID, extended_to: date, *, by: str, on: date | None = None
) -> Adjudication:
    """延长调查处理期限."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, hearing.extend_opinion(case, extended_to, head=head))


def submit_opinion(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Adjudication:
    """报送人民政府."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, OpinionSubmitted(head=head))
