"""顺延期限: asked for in writing, granted or refused with reasons (ARL 88; CPL 86)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.anew import follow_on
from services.reconsideration.commands.co_applying import ask_again
from services.reconsideration.commands.correcting import receive_again
from services.reconsideration.commands.in_time import SUPPLEMENT, goes_on, missed, missed_reply
from services.reconsideration.commands.pages import head_of, turn
from services.reconsideration.domain import deferring as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.deferral import Deferral
from services.reconsideration.domain.deferring import Kept
from services.reconsideration.domain.going_along import proofs
from services.reconsideration.domain.joint_acts import acting_as
from services.reconsideration.domain.standing import Persons, speaks_for
from services.reconsideration.store import CASES, DEFERRALS
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.deferring import Missed
from shared.law.article import CPL
from shared.law.procedure import Refused
from shared.work import Work


def ask_supplement(
    work: Work,
    case_id: UUID,
    file_id: UUID,
    others: Sequence[UUID],
    kept: Kept,
    *,
    text: str,
    proof: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Deferral:
    """申请顺延补正期限, by an applicant of a file that was taken for given up (ARL 31; CPL 86).

    Args:
        work: The unit of work.
        case_id: The file in which it was taken for given up.
        file_id: The file of the request, as `domain.deferral.deferral_of` gives it.
        others: Where the application would go on already.
        kept: What kept the party.
        text: The request.
        proof: By what it is proved.
        by: Who acts.
        on: The day on which it came; today if not said.
        persons: Those of a party that does it itself.
    """
    case = work.take(CASES, case_id)
    acts.supplement(case, gone_on=goes_on(work, others))
    acts.as_applicants(case, speaks_for(case, persons, work.today))
    if persons is not None:
        acts.ask_online(on, kept.posted_on, work.today)
    file, head = _open(work, case, file_id, by, on, departments="")
    fact = acts.ask(
        *(case, head, missed(work, case_id, SUPPLEMENT), work.calendar, kept),
        missed=Missed.SUPPLEMENT,
        organ="",
        text_id=work.document(file_id, case.dispute_id, "deferral_request", text),
        hindrance_proof_id=work.document(file_id, case.dispute_id, "hindrance_proof", proof),
    )
    return work.record(file, fact)


def ask_reply(
    work: Work,
    case_id: UUID,
    file_id: UUID,
    kept: Kept,
    *,
    text: str,
    proof: str,
    by: str,
    on: date | None = None,
    organ: str | None = None,
    department: str = "",
) -> Deferral:
    """申请顺延答复期限, by whichever respondent is silent by the file (ARL 48, 54; CPL 86).

    Args:
        work: The unit of work.
        case_id: The file.
        file_id: The file of the request, as `domain.deferring.request_of` gives it.
        kept: What kept the respondent.
        text: The request.
        proof: By what it is proved.
        by: Who acts.
        on: The day on which it came; today if not said.
        organ: Which of several respondents; the one named first if not said.
        department: The department that does it itself.
    """
    case = work.take(CASES, case_id)
    acting = acting_as(case, organ, department)
    acts.silent(case, acting)
    file, head = _open(work, case, file_id, by, on)
    fact = acts.ask(
        *(case, head, missed_reply(work, case, acting), work.calendar, kept),
        missed=Missed.REPLY,
        organ=acting,
        text_id=work.document(file_id, case.dispute_id, "deferral_request", text),
        hindrance_proof_id=work.document(file_id, case.dispute_id, "hindrance_proof", proof),
    )
    return work.record(file, fact)


def _open(
    work: Work, case: Case, file_id: UUID, by: str, on: date | None, **others: str
) -> tuple[Deferral, Head]:
    """The request's own file and the head of its first page; who sees the case sees it.

    But for the organ that took an application in: what kept an applicant, its illness say, is
    between the applicants and the body.
    """
    labels = {**work.labels_of(case.case_id), **others}
    file = work.open(DEFERRALS, file_id, case.dispute_id, on=on, labels=labels)
    if file.state is not None:
        raise Refused("这次期限届满已经申请过顺延", CPL[86])
    return file, work.head(file, by=by, on=on)


def grant(
    work: Work,
    file_id: UUID,
    case_id: UUID,
    new_id: UUID,
    others: Sequence[UUID],
    *,
    reason: str,
    by: str,
    on: date | None = None,
) -> Deferral:
    """准许顺延: the lapse is none, and the days that were lost run (CPL 86; RULES 175).

    Args:
        work: The unit of work.
        file_id: The file of the request.
        case_id: The reconsideration in which the period was missed.
        new_id: The new file in which a supplement goes on, as `store.again_of` gives it.
        others: Where else it would go on, had it been accepted after all (ARL 35).
        reason: Why it is granted.
        by: Who acts.
        on: The day, from which the days given run; today if not said.
    """
    file = work.take(DEFERRALS, file_id)
    organ = file.organ
    if file.missed is Missed.SUPPLEMENT:
        case = work.take(CASES, case_id)
        acts.supplement(case, gone_on=goes_on(work, (new_id, *others)))
        days = missed(work, case_id, SUPPLEMENT)
    else:
        case, _ = turn(work, case_id, by, on)
        organ = acts.bound_by(case, file)
        days = missed_reply(work, case, organ)
    code = acts.given(file, days, work.calendar)
    head = work.head(file, by=by, on=on)
    reason_id = work.document(file_id, file.dispute_id, "deferral", reason)
    where = new_id if file.missed is Missed.SUPPLEMENT else case_id
    said = acts.grant(file, head, code, where, reason_id, organ=organ)
    granted = work.record(file, said)
    if file.missed is Missed.SUPPLEMENT:
        _supplement_anew(work, case, new_id, granted, by=by, on=head.on)
    else:
        page = head_of(work, case, by, head.on)
        work.record(case, acts.defer_reply(case, page, organ, code, file_id))
    return granted


def _supplement_anew(
    work: Work, case: Case, new_id: UUID, granted: Deferral, *, by: str, on: date
) -> Case:
    """The application goes on in a new file, as what was sent in time does (ARL 31)."""
    new = receive_again(work, case, new_id, case.authority, by=by, on=on)
    new = ask_again(work, case, new, by=by, on=on)
    page = acts.defer_supplement(head_of(work, new, by, on), granted.deferred_days, granted.case_id)
    new = work.record(new, page)
    return follow_on(work, new, proofs(case, Standing.APPLICANT), by=by, on=on)


def refuse(
    work: Work, file_id: UUID, case_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Deferral:
    """不予顺延, with reasons (CPL 86).

    Args:
        work: The unit of work.
        file_id: The file of the request.
        case_id: The reconsideration in which the period was missed, to see who stands there now.
        reason: Why it is refused.
        by: Who acts.
        on: The day; today if not said.
    """
    file, case = work.take(DEFERRALS, file_id), work.find(CASES, case_id)
    head = work.head(file, by=by, on=on)
    reason_id = work.document(file_id, file.dispute_id, "deferral_refusal", reason)
    organ = acts.asked_for(case, file) if case else file.organ
    return work.record(file, acts.refuse(file, head, reason_id, organ=organ))
