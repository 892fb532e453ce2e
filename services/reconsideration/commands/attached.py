"""附带审查在本案中: asked for, found, begun, dropped, and its result (ARL 13, 39, 56 to 60)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.domain import attached_acts as acts
from services.reconsideration.domain import pausing_acts
from services.reconsideration.domain.attached_acts import Result
from services.reconsideration.domain.attached_document import pending, under_review
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons, speaks_for
from services.reconsideration.store import CASES
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
    Document,
    Drop,
)
from shared.contracts.reconsideration.pausing import Suspension
from shared.work import Work


def request(
    work: Work,
    case_id: UUID,
    document: Document,
    *,
    text: str,
    unknown_before: bool = False,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """提出附带审查申请; while the case stands still for another document, its review begins too.

    `persons` are those of a party that does it itself (ARL 13; ARR2026 53).
    """
    case, head = turn(work, case_id, by, on, AttachedReviewRequested)
    text_id = paper(work, case, "attached_request", text)
    fact = acts.request(
        case,
        head,
        document,
        text_id,
        unknown_before=unknown_before,
        persons=speaks_for(case, persons, head.on),
    )
    return _begin_if_still(work, work.record(case, fact), by=by, on=head.on)


def doubt(
    work: Work,
    case_id: UUID,
    document: Document,
    *,
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """认为依据不合法: the authority finds it in its own review (ARL 57)."""
    case, head = turn(work, case_id, by, on, BasisDoubted)
    reason_id = paper(work, case, "basis_doubt", reason)
    case = work.record(case, acts.doubt(case, head, document, reason_id))
    return _begin_if_still(work, case, by=by, on=head.on)


def _begin_if_still(work: Work, case: Case, *, by: str, on: date) -> Case:
    return begin(work, case, by=by, on=on) if acts.stands_still(case) else case


def begin(work: Work, case: Case, *, by: str, on: date) -> Case:
    """附带审查开始: a page for each document for which the case now stands still (ARR2026 53)."""
    for one in pending(case.attached):
        case = work.record(case, acts.begin(case, head_of(work, case, by, on), one))
    return case


def end_with_case(work: Work, case: Case, *, by: str, on: date) -> Case:
    """案件将要终结: nobody needs the result of a review that runs (ARL 41, 73)."""
    for one in under_review(case.attached):
        case = work.record(case, acts.drop_with_case(head_of(work, case, by, on), one))
    return case


def end_with_askers(
    work: Work, before: Case, case: Case, reason_id: UUID | None = None, *, by: str, on: date | None
) -> Case:
    """提出的申请人退出: what they alone asked for is not reviewed for the others (ARL 13).

    Args:
        work: The unit of work.
        before: The case with those who have left.
        case: The case without them.
        reason_id: Document by which they left; None before acceptance, when nothing stands still.
        by: Who records it.
        on: The day; today if not said.
    """
    left = set(before.applicants).difference(case.applicants)
    alone = acts.asked_alone(before, left)
    for one in alone:
        case = work.record(case, acts.drop_with_asker(head_of(work, case, by, on), one))
    if not alone or reason_id is None:
        return case
    return _cause_gone(work, case, reason_id, by=by, on=on)


def drop(
    work: Work,
    case_id: UUID,
    nth: int | None = None,
    *,
    why: Drop = Drop.NO_BASIS,
    reason: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """不再附带审查; `persons` are those of a party that withdraws by itself (ARL 13)."""
    case, head = turn(work, case_id, by, on, AttachedReviewDropped)
    reason_id = paper(work, case, "attached_drop", reason)
    speaks = speaks_for(case, persons, head.on)
    case = work.record(case, acts.drop(case, head, nth, why, reason_id, persons=speaks))
    return _cause_gone(work, case, reason_id, by=by, on=head.on)


def record_result(work: Work, told: Result) -> Case:
    """记录附带审查的结果; with the last one the cause of the suspension is gone (ARL 39, 59, 60).

    A case that ended meanwhile, or that no longer asks for this document, stays as it is.
    """
    case = work.take(CASES, told.request_case_id)
    asked = any(one.nth == told.nth for one in under_review(case.attached))
    if case.is_closed or not asked:
        return case
    case, head = turn(work, case.case_id, CLOCK, told.head.on, AttachedResultRecorded)
    case = work.record(case, acts.record_result(head, told))
    return _cause_gone(work, case, told.conclusion_id, by=CLOCK, on=told.head.on)


def _cause_gone(work: Work, case: Case, reason_id: UUID, *, by: str, on: date | None) -> Case:
    """中止的原因消除: no document is left that the case stands still for (ARL 39)."""
    if under_review(case.attached) or not acts.stands_still(case):
        return case
    head = head_of(work, case, by, on)
    fact = pausing_acts.find_cause_gone(case, head, Suspension.DOCUMENT, reason_id)
    return work.record(case, fact)
