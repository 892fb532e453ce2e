"""从认定到用印: findings, draft, submission, approval and seal of a decision (ARL 61, 75)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from uuid import UUID

from services.reconsideration.domain.applied_for import check_applied_for
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.claiming import check_named
from services.reconsideration.domain.co_deciding import check_countersigned
from services.reconsideration.domain.drafted import Draft, Drafted, JointDraft
from services.reconsideration.domain.duties import must_be_owed, must_be_said_of_all
from services.reconsideration.domain.following import check_effective
from services.reconsideration.domain.gates import check, check_adoption, check_draft, check_heeded
from services.reconsideration.domain.remaking import Heir, check_repeated, itself
from services.reconsideration.domain.repeating import Before, must_dismiss_all
from services.reconsideration.domain.unfinished import check_nothing_open
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Approval, DecisionMade, Standing
from shared.contracts.reconsideration.drafting import (
    DecisionApproved,
    DecisionDrafted,
    DecisionReturned,
    DecisionSubmitted,
)
from shared.contracts.reconsideration.judged import ClaimFound, Finding, FindingsRecorded
from shared.contracts.reconsideration.numbering import Series
from shared.contracts.reconsideration.proving import Examined
from shared.law.article import ARL
from shared.law.procedure import Refused


def record_findings(
    case: Case,
    head: Head,
    findings: tuple[Finding, ...],
    effective: Mapping[str, Sequence[Case]] = MappingProxyType({}),
    claims: Sequence[ClaimFound] = (),
    *,
    heir: Heir = itself,
) -> FindingsRecorded:
    """审理认定; what was drafted upon earlier ones is drafted anew (ARL 61).

    Args:
        case: The file.
        head: Head of the new page.
        findings: What was found, act by act.
        effective: The files of the decisions that they name, by their numbers.
        claims: What was found of claims apart (ARL 72).
        heir: Which organ exercises the powers of one now (ARL 19).

    Raises:
        Refused: A draft that rests upon earlier ones has been submitted, or it is found what a
            third person asked or proved, and none takes part (ARL 16), a decision in force is
            named by which the case cannot be decided (ARR2026 65), or an act is found to be made
            again without a decision that barred it (ARL 64), a third person's evidence lifts the
            presumption and none is on the list (ARL 70), what was applied for as inaction or
            about an agreement is found as an act (ARL 66, 71), or a claim is found of that nobody
            made (ARL 72).
    """
    _not_submitted(case)
    of_third = any(one.third_party_evidence or one.opposite_request for one in findings)
    if of_third and not case.third_persons:
        raise Refused("本案没有第三人参加，不得认定第三人提出请求或者提供证据", ARL[16].par(1))
    if any(one.third_party_evidence for one in findings) and not _third_proves(case):
        says = "证据目录中没有第三人提供且查证属实的证据，不得认定第三人提供证据"
        raise Refused(says, ARL[70])
    for one in findings:
        check_effective(case, one, effective, head.on)
        check_repeated(case, one, effective, head.on, heir)
    check_applied_for(case, findings)
    check_named(case, claims)
    found = tuple(_proved(case, one) for one in findings)
    return FindingsRecorded(head=head, findings=found, claims=tuple(claims))


def _third_proves(case: Case) -> bool:
    """Whether a third person put in a piece that was not found to prove nothing (ARL 43, 70)."""
    pieces = (one for one in case.evidence.pieces if one.standing is Standing.THIRD)
    return any(one.examined in (None, Examined.TRUE) for one in pieces)


def _proved(case: Case, one: Finding) -> Finding:
    """举证 as it was found; where nobody said so, as the list of evidence has it (ARL 48, 70)."""
    if one.evidence_submitted is not None:
        return one
    return one.model_copy(update={"evidence_submitted": bool(case.proving)})


def draft(
    case: Case,
    head: Head,
    said: Draft,
    paper_id: UUID,
    joint: JointDraft | None = None,
    *,
    found: Collection[Before] = (),
) -> DecisionDrafted:
    """拟稿, of this case alone or as one of several `joint` (ARL 61; ARR2026 43).

    Args:
        case: The file.
        head: Head of the new page.
        said: What is to be decided.
        paper_id: Document 行政复议决定书.
        joint: With which other files.
        found: The earlier files about the same act 此前的案卷.

    Raises:
        Refused: A draft has been submitted, this one does not meet what `check_draft` asks, or it
            says of parties what they cannot owe; or it dismisses the application as repeated, and
            only some of the applicants applied before (RULES 136).
    """
    _not_submitted(case)
    check_draft(case, head, said)
    if said.dismisses:
        must_dismiss_all(case, found)
    must_be_owed(case, said)
    return DecisionDrafted(
        head=head,
        dispositions=said.dispositions,
        claims=said.claims,
        final_law_id=said.final_law_id,
        paper_id=paper_id,
        perform_within=said.perform_within,
        perform_by=said.perform_by,
        duties=said.duties,
        leading=joint.leading if joint else None,
        together=joint.together if joint else (),
    )


def submit(
    case: Case, head: Head, *, adopted: bool | None, departure_id: UUID | None
) -> DecisionSubmitted:
    """送审, with the committee's opinion and what became of it (ARL 61; ARR2026 52).

    Raises:
        Refused: There is no draft, it has been submitted, it no longer meets what is asked, or it
            is not said whether the opinion was adopted, and why not, or the draft belies it.
    """
    drafted = _drafted(case)
    _not_submitted(case)
    _not_before(head, drafted.drafted_on, "拟稿")
    check(case, head, drafted.draft)
    check_adoption(case, head.on, adopted=adopted, departure_id=departure_id)
    check_heeded(case, head.on, adopted=adopted)
    return DecisionSubmitted(
        head=head,
        opinion_id=case.opinion_id,
        opinion_adopted=adopted,
        departure_id=departure_id,
    )


def approve(
    case: Case,
    head: Head,
    approval: Approval,
    minutes_id: UUID | None,
    *,
    head_consent_id: UUID | None = None,
    consented_on: date | None = None,
) -> DecisionApproved:
    """审批: the head of the authority agrees, or a collective discussion does (ARL 61).

    The law leaves open which of the two, and does not bar a head who had a hand in the draft. The
    head of the body 行政复议机构 records it, and is not who agrees.

    Raises:
        Refused: Nothing was submitted, it was approved already, it no longer meets what is asked,
            or the head signed before it was submitted or after the day of this record.
    """
    drafted = _submitted(case)
    if drafted.approved_on:
        raise Refused("拟稿已经同意，等待编号用印", ARL[61].par(1))
    _recheck(case, head, drafted)
    submitted_on = drafted.submitted_on
    if consented_on and submitted_on and not submitted_on <= consented_on <= head.on:
        text = f"机关负责人在送审之日{submitted_on}以后签署，不晚于记载之日{head.on}"
        raise Refused(text, ARL[61].par(1))
    return DecisionApproved(
        head=head,
        approval=approval,
        minutes_id=minutes_id,
        head_consent_id=head_consent_id,
        consented_on=consented_on,
        co_authorities=case.co_authorities,
    )


def send_back(case: Case, head: Head, reason_id: UUID) -> DecisionReturned:
    """退回重拟, until the seal is on it (ARL 61).

    Raises:
        Refused: Nothing was submitted.
    """
    _not_before(head, _submitted(case).submitted_on, "送审")
    return DecisionReturned(head=head, reason_id=reason_id)


def series_of(*cases: Case) -> Series:
    """In which series a decision on these is numbered; also refuses what cannot be sealed.

    Raises:
        Refused: There is no draft that was agreed to.
    """
    dismisses = [_approved(case).draft.dismisses for case in cases]
    return Series.DISMISSAL if all(dismisses) else Series.DECISION


def seal(case: Case, head: Head, number: str) -> DecisionMade:
    """用印: with it the decision is made, of the day of the seal (ARL 61, 62, 75).

    Raises:
        Refused: Nobody agreed to a draft, it no longer meets what is asked, what was begun with
            the parties is still open, or an authority that decides, too, has not signed it.
    """
    drafted = _approved(case)
    check_nothing_open(case, head.on)
    check_countersigned(case, drafted)
    _not_before(head, drafted.approved_on, "审批")
    _recheck(case, head, drafted)
    return as_approved(case, head, number)


def as_approved(case: Case, head: Head, number: str) -> DecisionMade:
    """同意的内容: the decision that the draft, its submission and its approval make (ARL 61).

    Raises:
        Refused: Nobody agreed to a draft.
    """
    drafted = _approved(case)
    said, joint = drafted.draft, drafted.joint
    return DecisionMade(
        head=head,
        outcome=said.outcome,
        paper_id=drafted.paper_id,
        approval=drafted.approval or Approval.HEAD,
        redo=said.redo,
        perform_within=said.perform_within,
        perform_by=said.perform_by,
        compensation=said.compensation,
        duties=said.duties,
        opinion_adopted=drafted.opinion_adopted,
        departure_id=drafted.departure_id,
        third_party_evidence=any(one.third_party_evidence for one in case.findings),
        dispositions=said.dispositions,
        claims=said.claims,
        final_law_id=said.final_law_id,
        document_number=number,
        leading=joint.leading if joint else None,
        together=joint.together if joint else (),
        co_authorities=case.co_authorities,
    )


def _recheck(case: Case, head: Head, drafted: Drafted) -> None:
    """What changed since it was submitted is met too, by the edition of this day."""
    _not_before(head, drafted.submitted_on, "送审")
    check(case, head, drafted.draft)
    must_be_owed(case, drafted.draft)
    must_be_said_of_all(drafted.draft.duties, drafted.joined_since)
    check_adoption(
        case, head.on, adopted=drafted.opinion_adopted, departure_id=drafted.departure_id
    )


def _drafted(case: Case) -> Drafted:
    if case.drafted is None:
        raise Refused("案卷中没有拟稿", ARL[61].par(1))
    return case.drafted


def _submitted(case: Case) -> Drafted:
    drafted = _drafted(case)
    if drafted.submitted_on is None:
        raise Refused("拟稿尚未送审", ARL[61].par(1))
    return drafted


def _approved(case: Case) -> Drafted:
    drafted = _submitted(case)
    if drafted.approved_on is None:
        text = "未经行政复议机关负责人同意或者集体讨论通过，不得作出决定"
        raise Refused(text, ARL[61].par(1))
    return drafted


def _not_submitted(case: Case) -> None:
    if case.drafted and case.drafted.submitted_on:
        raise Refused("拟稿已经送审，退回以后才可以另行认定、拟稿", ARL[61].par(1))


def _not_before(head: Head, day: date | None, what: str) -> None:
    if day and head.on < day:
        raise Refused(f"不得早于{what}之日{day}", ARL[61].par(1))
