"""Legal acts of consultation 咨询, each one function (ARL 52)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.consultation.domain import panel
from services.consultation.domain.case import Consultation
from services.consultation.store import CONSULTATIONS
from shared.contracts.consultation import ConsultationCancelled, ConsultationReceived
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    ConsultationRequested,
    ReconsiderationTerminated,
    Stance,
)
from shared.law.casefile import derived
from shared.work import Work


def file_of(request_case_id: UUID) -> UUID:
    """The consultation file of a reconsideration."""
    return derived(request_case_id, "consultation")


def receive(work: Work, asked: ConsultationRequested) -> Consultation:
    """收到咨询提请: opens the file (ARL 52)."""
    of = asked.head
    case = work.open(CONSULTATIONS, file_of(of.case_id), of.dispute_id, on=of.on)
    if case.state is not None:
        return case
    fact = ConsultationReceived(
        head=work.head(case, by=CLOCK, on=of.on),
        request_case_id=of.case_id,
        authority=asked.authority,
        ground=asked.ground,
        question_id=asked.question_id,
    )
    return work.record(case, fact)


def cancel(work: Work, ended: ReconsiderationTerminated) -> Consultation | None:
    """咨询终结: the reconsideration is terminated while the committee was asked (ARL 41)."""
    request = ended.head.case_id
    case = work.find(CONSULTATIONS, file_of(request))
    if case is None or case.is_closed:
        return case
    head = work.head(case, by=CLOCK, on=ended.head.on)
    return work.record(case, ConsultationCancelled(head=head, request_case_id=request))


def convene(
    work: Work, case_id: UUID, members: Sequence[str], *, by: str, on: date | None = None
) -> Consultation:
    """召开案件咨询会议: the secretary seats a panel (ARL 52; ARR2026 51)."""
    case = work.take(CONSULTATIONS, case_id)
    return work.record(case, panel.convene(case, work.head(case, by=by, on=on), members))


def give_opinion(
    work: Work, case_id: UUID, stance: Stance, *, text: str, by: str, on: date | None = None
) -> Consultation:
    """提出咨询意见 (ARL 52)."""
    case = work.take(CONSULTATIONS, case_id)
    opinion_id = work.document(case_id, case.dispute_id, "committee_opinion", text)
    return work.record(case, panel.give(case, work.head(case, by=by, on=on), stance, opinion_id))
