"""从认定到用印: findings, draft, submission, approval and seal of a decision (ARL 61, 75)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from services.reconsideration.commands import deferral
from services.reconsideration.commands.numbering import next_number
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.commands.repeating import NOTHING, before
from services.reconsideration.commands.together import bound, on_all
from services.reconsideration.domain import drafting, together
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_deciding import check_called
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.finality import must_name_law
from services.reconsideration.domain.numbering import OF_DECISIONS
from services.reconsideration.domain.repeating import Others
from services.reconsideration.store import CASES
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import Approval
from shared.contracts.reconsideration.judged import ClaimFound, Finding
from shared.errors import Malformed
from shared.work import Work


def record_findings(
    work: Work,
    case_id: UUID,
    findings: Sequence[tuple[str, dict[str, Any]]],
    *,
    effective: Mapping[str, Sequence[Case]] = MappingProxyType({}),
    claims: Sequence[ClaimFound] = (),
    succeeded: Mapping[str, str] = MappingProxyType({}),
    by: str,
    on: date | None = None,
) -> Case:
    """审理认定, act by act: what was found in words, and the same as `Finding` has it (ARL 61).

    Args:
        work: The unit of work.
        case_id: The file.
        findings: What was found, act by act.
        effective: The cases of the decisions that the findings name, by their numbers, as they were
            read: another authority's are not the officer's to act in (ARL 64; ARR2026 65).
        claims: What was found of claims apart, where not all end alike (ARL 72).
        succeeded: Who took over whose powers in this file, as its pages say (ARL 19).
        by: Who records it.
        on: The day; today if not said.
    """
    case, head = turn(work, case_id, by, on)
    found = tuple(
        Finding(text_id=paper(work, case, "finding", text), **said) for text, said in findings
    )

    def heir(organ: str) -> str:
        return work.directory.successor_of(succeeded.get(organ, organ))

    fact = drafting.record_findings(case, head, found, effective, claims, heir=heir)
    return work.record(case, fact)


def draft(
    work: Work,
    case_id: UUID,
    said: Draft,
    *,
    text: str,
    by: str,
    on: date | None = None,
    others: Others = NOTHING,
    final_law: str | None = None,
) -> Case:
    """拟稿: what is to be decided, and the decision 行政复议决定书 in words (ARL 61).

    `final_law` is the law and article by which nobody may sue over it 最终裁决 (ARL 10).

    Raises:
        Refused: What is named is no law that can say so, or as `drafting.draft`.
    """
    case, head = turn(work, case_id, by, on)
    paper_id = paper(work, case, "decision", text)
    if final_law:
        must_name_law(final_law)
        said = replace(said, final_law_id=paper(work, case, "final_law", final_law))
    found = before(work, case, others, head.on) if said.dismisses else ()
    return work.record(case, drafting.draft(case, head, said, paper_id, found=found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """采纳情况 of the committee's opinion on one of several cases (ARR2026 52)."""

    case_id: UUID
    opinion_adopted: bool
    departure: str | None = None


def submit(
    work: Work,
    case_id: UUID,
    *,
    opinion_adopted: bool | None = None,
    departure: str | None = None,
    others: Sequence[Adoption] = (),
    by: str,
    on: date | None = None,
) -> Case:
    """送审; `departure` says why the committee's opinion was not adopted (ARL 61; ARR2026 52).

    Where the draft is a joint one, `others` say the same of its other files.

    Raises:
        Malformed: A file is named that the draft does not decide.
    """
    heeded = {one.case_id: (one.opinion_adopted, one.departure) for one in others}
    if not heeded.keys() <= set(together.files_of(work.take(CASES, case_id))) - {case_id}:
        raise Malformed("所列的案卷不是合并决定的其他案卷", "others")
    heeded_here: tuple[bool | None, str | None] = (opinion_adopted, departure)

    def submitted(case: Case, head: Head) -> Fact:
        check_called(case, work.directory)
        here = case.case_id == case_id
        adopted, why = heeded_here if here else heeded.get(case.case_id, (None, None))
        departure_id = paper(work, case, "departure", why) if why else None
        return drafting.submit(case, head, adopted=adopted, departure_id=departure_id)

    return on_all(work, case_id, by, on, submitted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """行政复议机关的负责人同意: who signed, in which post, what, and on which day (ARL 61)."""

    signer: str
    post: str
    text: str
    signed_on: date | None = None
    """The day of the record, if not said."""


def check_agreed(approval: Approval, minutes: str | None, consent: Consent | None) -> None:
    """机关负责人同意 with what was signed, or 集体讨论通过 with its record (ARL 61).

    Raises:
        Malformed: A collective discussion has no record, or the head's consent is not there; or
            there is the one beside the other.
    """
    if (approval is Approval.COLLECTIVE) is not bool(minutes):
        raise Malformed("集体讨论通过的应当附讨论记录，负责人同意的不附", "minutes")
    if (approval is Approval.HEAD) is not bool(consent):
        text = "行政复议机关的负责人同意的，应当写明姓名、职务和签署的意见，集体讨论通过的不写"
        raise Malformed(text, "consent")


def keep_agreed(
    work: Work, case: Case, head: Head, minutes: str | None, consent: Consent | None
) -> dict[str, Any]:
    """The record of a discussion, or what a head signed, as papers of this file, with its day."""
    kept: dict[str, Any] = {"minutes_id": None, "head_consent_id": None, "consented_on": None}
    if minutes:
        kept["minutes_id"] = paper(work, case, "discussion", minutes)
    if consent:
        day = consent.signed_on or head.on
        signed = (
            f"同意的机关负责人：{consent.signer}\n职务：{consent.post}\n"
            f"签署之日：{day}\n签署的意见：{consent.text}"
        )
        kept |= {
            "head_consent_id": paper(work, case, "head_consent", signed),
            "consented_on": day,
        }
    return kept


def approve(
    work: Work,
    case_id: UUID,
    approval: Approval = Approval.HEAD,
    *,
    minutes: str | None = None,
    consent: Consent | None = None,
    by: str,
    on: date | None = None,
) -> Case:
    """机关负责人同意 with what was signed, or 集体讨论通过 with its record `minutes` (ARL 61).

    Raises:
        Malformed: As `check_agreed`.
    """
    check_agreed(approval, minutes, consent)

    def approved(case: Case, head: Head) -> Fact:
        kept = keep_agreed(work, case, head, minutes, consent)
        return drafting.approve(case, head, approval, **kept)

    return on_all(work, case_id, by, on, approved)


def send_back(work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None) -> Case:
    """退回重拟; a joint draft goes back on every file that it still stands on (ARL 61)."""
    leading = work.take(CASES, case_id)
    for one in together.files_of(leading):
        follows = one != case_id
        if follows and not (
            work.is_declared(one) and together.goes_back(leading, work.take(CASES, one))
        ):
            continue
        case, head = turn(work, one, by, on)
        reason_id = paper(work, case, "draft_return", reason)
        work.record(case, drafting.send_back(case, head, reason_id))
    return work.take(CASES, case_id)


def seal(
    work: Work,
    case_id: UUID,
    requests: Sequence[UUID] = (),
    *,
    by: str,
    on: date | None = None,
) -> Case:
    """编号、用印: the decision is made, on every file that it decides (ARL 61, 75; RULES 69, 112).

    The number is taken from the authority's register, which is locked with the cases: where the
    decision is not made, no number is gone. Nothing that was asked in `requests` is left without an
    answer (CPL 86).
    """
    leading, head = turn(work, case_id, by, on)
    deferral.check_answered(work, requests)
    cases = [work.take(CASES, one) for one in bound(work, case_id)]
    kind = OF_DECISIONS[drafting.series_of(*cases)]
    numbers, given = next_number(work, leading.authority, kind, case_id, by=by, on=head.on)
    work.record(numbers, given)
    number = given.document_number

    def sealed(case: Case, head: Head) -> Fact:
        check_called(case, work.directory)
        return drafting.seal(case, head, number)

    return on_all(work, case_id, by, on, sealed)
