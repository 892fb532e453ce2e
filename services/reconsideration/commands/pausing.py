"""How a case stands still, goes on and ends without a decision (ARL 39 to 42)."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from services.reconsideration.commands import attached
from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.domain import pausing_acts as acts
from services.reconsideration.domain import staying
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.higher_acts import refuse_others
from services.reconsideration.domain.pausing_acts import Found
from services.reconsideration.domain.standing import Persons, speaks_for
from services.reconsideration.domain.suspended import Suspended
from shared.contracts.reconsideration import ReconsiderationTerminated, Standing
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    Stay,
    StayEnded,
    StayRefused,
    StayRequested,
    Suspension,
    SuspensionCauseGone,
    Termination,
)
from shared.errors import Malformed
from shared.law.article import ARL
from shared.work import Work


def suspend(
    work: Work,
    case_id: UUID,
    cause: Suspension,
    *,
    text: str,
    by: str,
    on: date | None = None,
    agreed: bool | None = None,
    applicant: UUID | None = None,
) -> Case:
    """中止行政复议, told to the parties by the notice `text` (ARL 39).

    For a document, its attached review begins with it (ARR2026 53). `applicant` is in whom the
    cause lies, where it lies in one of several.
    """
    case, head = turn(work, case_id, by, on, ReconsiderationSuspended)
    letter_id = paper(work, case, "suspension", text)
    fact = acts.suspend(case, head, cause, letter_id, agreed=agreed, applicant=applicant)
    case = work.record(case, fact)
    if cause is not Suspension.DOCUMENT:
        return case
    return attached.begin(work, case, by=by, on=head.on)


def find_cause_gone(
    work: Work,
    case_id: UUID,
    cause: Suspension | None = None,
    *,
    reason: str,
    by: str,
    on: date | None = None,
    applicant: UUID | None = None,
) -> Case:
    """中止的原因消除, in `applicant` where it lies in several (ARL 39)."""
    case, head = turn(work, case_id, by, on, SuspensionCauseGone)
    reason_id = paper(work, case, "cause_gone", reason)
    return work.record(case, acts.find_cause_gone(case, head, cause, reason_id, applicant))


def cause_gone(
    work: Work,
    case: Case,
    ended: Iterable[Suspended],
    reason_id: UUID,
    *,
    by: str,
    on: date | None,
) -> Case:
    """The next pages: the causes of these suspensions are gone by what was recorded (ARL 39)."""
    for one in ended:
        head = head_of(work, case, by, on)
        fact = acts.find_cause_gone(case, head, one.cause, reason_id, one.applicant)
        case = work.record(case, fact)
    return case


def resume(
    work: Work,
    case_id: UUID,
    cause: Suspension | None = None,
    *,
    text: str,
    by: str,
    on: date | None = None,
    applicant: UUID | None = None,
) -> Case:
    """恢复审理, told to the parties by the notice `text` (ARL 39).

    Where the same cause lies in several, `applicant` is in whom it is gone.
    """
    case, head = turn(work, case_id, by, on, ReconsiderationResumed)
    letter_id = paper(work, case, "resumption", text)
    return work.record(case, acts.resume(case, head, cause, letter_id, applicant))


def record_resumption_order(
    work: Work,
    case_id: UUID,
    organ: str,
    *,
    acting: str,
    text: str,
    by: str,
    on: date | None = None,
    cause: Suspension | None = None,
    applicant: UUID | None = None,
) -> Case:
    """责令恢复审理, as it is ordered above or as the order comes in below (ARL 40)."""
    case, head = turn(work, case_id, by, on, ResumptionOrdered)
    refuse_others(case, organ, acting, "责令恢复审理", ARL[40])
    letter_id = paper(work, case, "resumption_order", text)
    organs = frozenset(work.directory.above(case.authority))
    fact = acts.order_resumption(
        case, head, cause, organ, letter_id, above=organs, applicant=applicant
    )
    return work.record(case, fact)


def terminate(
    work: Work,
    case_id: UUID,
    found: Found | None = None,
    *,
    by: str,
    on: date | None = None,
    text: str | None = None,
    basis: str | None = None,
) -> Case:
    """终止行政复议, by the decision `text`; a withdrawal can be permitted without one (ARL 41).

    `basis` says how it is known that nobody takes the place of who is no more, or which criminal
    compulsory measure was taken for the same conduct.
    """
    found = found or Found()
    case, head = turn(work, case_id, by, on, ReconsiderationTerminated)
    if text is None and found.ground is not Termination.WITHDRAWN:
        raise Malformed("终止行政复议应当写明理由", "text")
    paper_id = paper(work, case, "termination", text) if text else None
    basis_id = keep_basis(work, case, found.ground, basis)
    case = attached.end_with_case(work, case, by=by, on=head.on)
    head = head_of(work, case, by, head.on)
    return work.record(
        case, acts.terminate(case, head, found, paper_id, work.calendar, basis_id=basis_id)
    )


def keep_basis(work: Work, case: Case, ground: Termination, basis: str | None) -> UUID | None:
    """终止的依据: why nobody succeeds, or 刑事强制措施 of the applicant (ARL 41)."""
    if basis is None:
        return None
    if ground is Termination.CRIMINAL:
        return paper(work, case, "criminal_measure", basis)
    return paper(work, case, "no_successor", basis)


def ask_stay(
    work: Work,
    case_id: UUID,
    standing: Standing = Standing.APPLICANT,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
    askers: Collection[UUID] = (),
) -> Case:
    """申请停止执行; `persons` are those of a party that does it itself (ARL 42).

    `askers` are those of several who ask; empty where all of them do.
    """
    case, head = turn(work, case_id, by, on, StayRequested)
    text_id = paper(work, case, "stay_request", text)
    speaks = speaks_for(case, persons, head.on)
    return work.record(case, staying.ask(case, head, standing, text_id, speaks, named=askers))


def stay(
    work: Work,
    case_id: UUID,
    ground: Stay = Stay.RESPONDENT,
    *,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """停止执行; by the respondent itself where nobody says another ground (ARL 42)."""
    case, head = turn(work, case_id, by, on, ExecutionStayed)
    return work.record(case, staying.stay(case, head, ground, paper(work, case, "stay", text)))


def refuse_stay(
    work: Work,
    case_id: UUID,
    *,
    reason: str,
    by: str,
    on: date | None = None,
    askers: Collection[UUID] = (),
) -> Case:
    """不予停止执行, to all who asked or to those named, each on a page of its own (ARL 42)."""
    case, head = turn(work, case_id, by, on, StayRefused)
    reason_id = paper(work, case, "stay_refusal", reason)
    for answered in staying.refused(case, askers):
        head = head_of(work, case, by, on)
        case = work.record(case, staying.refuse(case, head, reason_id, answered))
    return case


def end_stay(work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None) -> Case:
    """恢复执行 (ARL 42)."""
    case, head = turn(work, case_id, by, on, StayEnded)
    return work.record(case, staying.end(case, head, paper(work, case, "stay_end", reason)))
