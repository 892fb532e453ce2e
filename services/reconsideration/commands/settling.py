"""Mediation 调解 and settlement 和解 in a case, and applying again after them (ARL 5, 73, 74)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.commands import attached
from services.reconsideration.commands.numbering import number_paper
from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.domain import pausing_acts
from services.reconsideration.domain import settling_acts as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_deciding import check_called
from services.reconsideration.domain.numbering import Kind
from services.reconsideration.domain.settling_acts import Agreed
from services.reconsideration.domain.standing import Persons, speaks_for
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.pausing import Suspension
from shared.contracts.reconsideration.people import Power
from shared.contracts.reconsideration.settling import (
    Breach,
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
    Refiling,
    SettlementSubmitted,
    WithdrawalRefused,
)
from shared.work import Work


def begin(
    work: Work,
    case_id: UUID,
    *,
    applicants_willing: bool,
    respondent_willing: bool,
    record: str,
    by: str,
    on: date | None = None,
) -> Case:
    """开始调解 (ARL 5)."""
    case, head = turn(work, case_id, by, on, MediationBegun)
    record_id = paper(work, case, "mediation_consent", record)
    fact = acts.begin(
        case, head, record_id, applicants=applicants_willing, respondent=respondent_willing
    )
    return work.record(case, fact)


def fail(
    work: Work,
    case_id: UUID,
    breach: Breach,
    standing: Standing | None = None,
    *,
    record: str,
    by: str,
    on: date | None = None,
) -> Case:
    """调解不成; where the case was suspended for the talks, that cause is gone (ARL 39, 73)."""
    case, head = turn(work, case_id, by, on, MediationBroken)
    record_id = paper(work, case, "mediation_talks", record)
    case = work.record(case, acts.fail(case, head, breach, standing, record_id))
    paused = (one for one in case.suspended_for if one.cause is Suspension.TALKS)
    if all(one.gone_on for one in paused):
        return case
    gone = head_of(work, case, by, head.on)
    return work.record(case, pausing_acts.find_cause_gone(case, gone, Suspension.TALKS, record_id))


def draw_up(
    work: Work, case_id: UUID, agreed: Agreed, *, text: str, by: str, on: date | None = None
) -> Case:
    """制作行政复议调解书 (ARL 73)."""
    case, head = turn(work, case_id, by, on, MediationDocumentDrawn)
    check_called(case, work.directory)
    paper_id = paper(work, case, "mediation_document", text)
    return work.record(case, acts.draw_up(case, head, agreed, paper_id))


def sign(
    work: Work,
    case_id: UUID,
    standing: Standing,
    signers: Collection[UUID] = (),
    *,
    by: str,
    on: date | None = None,
    organ: str | None = None,
) -> Case:
    """在调解书上签字或者签章; all applicants who have not yet, if none is named (ARL 73).

    `organ` says which of several respondents signs.
    """
    case, head = turn(work, case_id, by, on, MediationDocumentSigned)
    return work.record(case, acts.sign(case, head, standing, signers, organ))


def seal(
    work: Work, case_id: UUID, kind: Kind, page: int, *, by: str, on: date | None = None
) -> Case:
    """编号，加盖行政复议机关印章，调解书生效 (ARL 73; RULES 69).

    Args:
        work: The unit of work, with the paper's file and the register beside the case.
        case_id: The case.
        kind: In which series the document is numbered, where it has no number yet.
        page: The page on which it was drawn up.
        by: Who seals it.
        on: The day; None for today.
    """
    case, head = turn(work, case_id, by, on, MediationDocumentSealed)
    check_called(case, work.directory)
    case = attached.end_with_case(work, case, by=by, on=head.on)
    head = head_of(work, case, by, head.on)
    sealed = work.record(case, acts.seal(case, head))
    number_paper(work, case_id, case.authority, kind, page, by=by)
    return sealed


def submit(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """提交和解协议; `persons` are those of a party that does it itself (ARL 74)."""
    case, head = turn(work, case_id, by, on, SettlementSubmitted)
    text_id = paper(work, case, "settlement", text)
    speaks = speaks_for(case, persons, head.on, Power.SETTLE)
    return work.record(case, acts.submit(case, head, text_id, speaks))


def refuse_withdrawal(
    work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Case:
    """不准予撤回 (ARL 41, 74)."""
    case, head = turn(work, case_id, by, on, WithdrawalRefused)
    reason_id = paper(work, case, "withdrawal_refusal", reason)
    return work.record(case, acts.refuse_withdrawal(case, head, reason_id))


def allow_refiling(
    work: Work,
    case_id: UUID,
    ground: Refiling,
    *,
    applicants: Collection[UUID] = (),
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """认定可以再次申请, of these applicants (ARL 74; ARR2007 38)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "refiling", reason)
    return work.record(case, acts.allow_refiling(case, head, ground, reason_id, applicants))
