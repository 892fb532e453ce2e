"""How the body takes evidence itself: inquiry, appraisal, inspection (ARL 45; ARR2026 45, 46).

What comes of it is entered into the list of the evidence by the same act.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.commands.proving import Pieces, enter
from services.reconsideration.domain import inquiring_acts as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.inquiring_acts import Visit
from services.reconsideration.domain.proving_acts import Said, as_oneself
from services.reconsideration.domain.standing import Persons, speaks_for
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.inquiring import (
    AppraisalEnded,
    AppraisalRequested,
    Appraiser,
    Inquiry,
    InspectionEnded,
)
from shared.contracts.reconsideration.proving import EvidenceKind, Proving
from shared.work import Work


def _unsigned(work: Work, case: Case, reason: str | None) -> UUID | None:
    return paper(work, case, "unsigned", reason) if reason else None


def take(
    work: Work,
    case_id: UUID,
    visit: Visit,
    inquiries: Sequence[Inquiry],
    pieces: Pieces = (),
    *,
    record: str,
    unsigned_reason: str | None = None,
    by: str,
    on: date | None = None,
) -> Case:
    """调查取证, with the pieces that were taken (ARL 45)."""
    case, head = turn(work, case_id, by, on)
    record_id = paper(work, case, "inquiry_record", record)
    unsigned_id = _unsigned(work, case, unsigned_reason)
    fact = acts.take(case, head, visit, tuple(inquiries), record_id, unsigned_id=unsigned_id)
    return enter(work, work.record(case, fact), None, pieces, by=by, on=on)


def ask_appraisal(
    work: Work,
    case_id: UUID,
    standing: Standing,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """申请鉴定; `persons` are those of a party that does it itself (ARR2026 46)."""
    case, head = turn(work, case_id, by, on, AppraisalRequested)
    standing = as_oneself(case, head, standing, speaks_for(case, persons, head.on))
    text_id = paper(work, case, "appraisal_request", text)
    return work.record(case, acts.ask_appraisal(case, head, standing, text_id))


def deny_appraisal(
    work: Work,
    case_id: UUID,
    *,
    reason: str,
    answers: tuple[Standing, ...] = (),
    by: str,
    on: date | None = None,
) -> Case:
    """不同意鉴定; of several who asked, `answers` are those it is about (ARR2026 46)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "appraisal_refusal", reason)
    return work.record(case, acts.deny_appraisal(case, head, reason_id, answers))


def begin_appraisal(
    work: Work,
    case_id: UUID,
    appraiser: Appraiser,
    payer: Standing,
    *,
    text: str,
    answers: tuple[Standing, ...] = (),
    by: str,
    on: date | None = None,
) -> Case:
    """开始鉴定, by the commission `text`, on the requests it `answers` (ARR2026 46)."""
    case, head = turn(work, case_id, by, on)
    letter_id = paper(work, case, "appraisal_commission", text)
    fact = acts.begin_appraisal(case, head, appraiser, payer, letter_id, answers=answers)
    return work.record(case, fact)


def end_appraisal(
    work: Work,
    case_id: UUID,
    appraisal: int | None = None,
    *,
    delivered: bool,
    attachments: Sequence[str] = (),
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """鉴定结束; an opinion that came is a piece of the evidence (ARR2026 46; ARL 43)."""
    case, head = turn(work, case_id, by, on, AppraisalEnded)
    if delivered:
        reason_id = paper(work, case, "appraisal_opinion", text)
    else:
        reason_id = paper(work, case, "appraisal_failure", text)
    fact = acts.end_appraisal(case, head, appraisal, reason_id, delivered=delivered)
    case = work.record(case, fact)
    if not delivered:
        return case
    return enter(
        work, case, None, _came(EvidenceKind.APPRAISAL, attachments, reason_id), by=by, on=on
    )


def begin_inspection(
    work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Case:
    """开始现场勘验 (ARR2026 45)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "inspection", reason)
    return work.record(case, acts.begin_inspection(case, head, reason_id))


def end_inspection(
    work: Work,
    case_id: UUID,
    visit: Visit,
    *,
    record: str,
    attachments: Sequence[str] = (),
    unsigned_reason: str | None = None,
    by: str,
    on: date | None = None,
) -> Case:
    """现场勘验结束; its record is a piece of the evidence (ARR2026 45; ARL 43)."""
    case, head = turn(work, case_id, by, on, InspectionEnded)
    record_id = paper(work, case, "inspection_record", record)
    unsigned_id = _unsigned(work, case, unsigned_reason)
    case = work.record(case, acts.end_inspection(case, head, visit, record_id, unsigned_id))
    return enter(work, case, None, _came(EvidenceKind.RECORD, attachments, record_id), by=by, on=on)


def _came(kind: EvidenceKind, attachments: Sequence[str], paper_id: UUID) -> Pieces:
    """The piece that an appraisal or an inspection made, about the act under review."""
    said = Said(evidence_kind=kind, proving=Proving.LEGALITY, attachments=tuple(attachments))
    return ((said, paper_id),)
