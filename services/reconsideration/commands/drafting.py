"""从认定到用印: findings, draft, submission, approval and seal of a decision (ARL 61, 75)."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from services.reconsideration.commands.numbering import next_number
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import drafting
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.numbering import OF_DECISIONS
from services.reconsideration.store import CASES
from shared.contracts.reconsideration import Approval
from shared.contracts.reconsideration.judged import Finding
from shared.errors import Malformed
from shared.work import Work


def record_findings(
    work: Work,
    case_id: UUID,
    findings: Sequence[tuple[str, dict[str, Any]]],
    *,
    effective: Mapping[str, UUID] = MappingProxyType({}),
    by: str,
    on: date | None = None,
) -> Case:
    """审理认定, act by act: what was found in words, and the same as `Finding` has it (ARL 61).

    Args:
        work: The unit of work, with the files of `effective`.
        case_id: The file.
        findings: What was found, act by act.
        effective: The cases of the decisions that the findings name, by their numbers (ARR2026 65).
        by: Who records it.
        on: The day; today if not said.
    """
    case, head = turn(work, case_id, by, on)
    found = tuple(
        Finding(text_id=paper(work, case, "finding", text), **said) for text, said in findings
    )
    decided = {number: work.take(CASES, one) for number, one in effective.items()}
    return work.record(case, drafting.record_findings(case, head, found, decided))


def draft(
    work: Work, case_id: UUID, said: Draft, *, text: str, by: str, on: date | None = None
) -> Case:
    """拟稿: what is to be decided, and the decision 行政复议决定书 in words (ARL 61)."""
    case, head = turn(work, case_id, by, on)
    paper_id = paper(work, case, "decision", text)
    return work.record(case, drafting.draft(case, head, said, paper_id))


def submit(
    work: Work,
    case_id: UUID,
    *,
    opinion_adopted: bool | None = None,
    departure: str | None = None,
    by: str,
    on: date | None = None,
) -> Case:
    """送审; `departure` says why the committee's opinion was not adopted (ARL 61; ARR2026 52)."""
    case, head = turn(work, case_id, by, on)
    departure_id = paper(work, case, "departure", departure) if departure else None
    fact = drafting.submit(case, head, adopted=opinion_adopted, departure_id=departure_id)
    return work.record(case, fact)


def approve(
    work: Work,
    case_id: UUID,
    approval: Approval = Approval.HEAD,
    *,
    minutes: str | None = None,
    by: str,
    on: date | None = None,
) -> Case:
    """负责人同意, or 集体讨论通过 with its record `minutes` (ARL 61).

    Raises:
        Malformed: A collective discussion has no record, or the head's own consent has one.
    """
    case, head = turn(work, case_id, by, on)
    if (approval is Approval.COLLECTIVE) is not bool(minutes):
        raise Malformed("集体讨论通过的应当附讨论记录，负责人同意的不附", "minutes")
    minutes_id = paper(work, case, "discussion", minutes) if minutes else None
    return work.record(case, drafting.approve(case, head, approval, minutes_id))


def send_back(work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None) -> Case:
    """退回重拟 (ARL 61)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "draft_return", reason)
    return work.record(case, drafting.send_back(case, head, reason_id))


def seal(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Case:
    """编号、用印: the decision is made (ARL 61, 75; RULES 69).

    The number is taken from the authority's register, which is locked with the case: where the
    decision is not made, no number is gone.
    """
    case, head = turn(work, case_id, by, on)
    kind = OF_DECISIONS[drafting.series_of(case)]
    numbers, given = next_number(work, case.authority, kind, case_id, by=by, on=head.on)
    made = drafting.seal(case, head, given.document_number)
    work.record(numbers, given)
    return work.record(case, made)
