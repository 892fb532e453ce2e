"""How evidence 证据 is put in, added to and examined (ARL 43, 46; ARR2026 47)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.domain import examining
from services.reconsideration.domain import proving_acts as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.joint_acts import acting_as
from services.reconsideration.domain.proving_acts import Said
from services.reconsideration.domain.standing import Persons, speaks_for
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.proving import (
    EvidenceSubmitted,
    Examined,
    FurtherEvidenceRequested,
)
from shared.work import Work

Pieces = Sequence[tuple[Said, str | UUID]]
"""Pieces, each with the words that say what it is and shows, or the paper on file that does."""


def submit(
    work: Work,
    case_id: UUID,
    standing: Standing,
    pieces: Pieces,
    *,
    by: str,
    on: date | None = None,
    persons: Persons = None,
    organ: str | None = None,
    department: str = "",
) -> Case:
    """提出证据, a page a piece (ARL 43).

    Args:
        work: The unit of work.
        case_id: The file.
        standing: Who puts them in.
        pieces: In their order.
        by: Who acts.
        on: The day; today if not said.
        persons: Those of a party that does it itself.
        organ: Which of several respondents puts them in; the one named first if not said.
        department: The department that does it itself.
    """
    case, head = turn(work, case_id, by, on, EvidenceSubmitted)
    standing = acts.as_oneself(case, head, standing, speaks_for(case, persons, head.on))
    acting = acting_as(case, organ, department) if standing is Standing.RESPONDENT else ""
    other = "" if acting == case.respondent else acting
    late = acts.submit_late(case, standing, head.on, work.calendar, other)
    return enter(work, case, standing, pieces, by=by, on=on, late=late, organ=other)


def enter(
    work: Work,
    case: Case,
    standing: Standing | None,
    pieces: Pieces,
    *,
    by: str,
    on: date | None = None,
    late: bool = False,
    organ: str = "",
) -> Case:
    """编入证据目录: the next pages of the file, one for each piece (ARL 43).

    Args:
        work: The unit of work.
        case: The file, as the page before left it.
        standing: Who put them in; None for what the body took itself.
        pieces: In their order.
        by: Who records it.
        on: The day; today if not said.
        late: Whether they come with the leave of the body.
        organ: Which other joint respondent put them in, if one did.
    """
    leave = acts.has_leave(case, standing, organ)
    for nth, (said, shows) in enumerate(pieces):
        head = head_of(work, case, by, on)
        shows_id = shows if isinstance(shows, UUID) else paper(work, case, "evidence_shows", shows)
        together = 0 if nth else len(pieces)
        fact = acts.submit(
            *(case, head, standing, said, shows_id),
            late=late,
            leave=leave,
            pieces=together,
            organ=organ,
        )
        case = work.record(case, fact)
    return case


def ask_further(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    organ: str | None = None,
    department: str = "",
) -> Case:
    """申请补充证据; `organ` and `department` as when evidence is put in (ARL 46)."""
    case, head = turn(work, case_id, by, on, FurtherEvidenceRequested)
    acting = acting_as(case, organ, department)
    text_id = paper(work, case, "further_evidence_request", text)
    other = "" if acting == case.respondent else acting
    return work.record(case, acts.ask_further(case, head, text_id, other))


def allow_further(
    work: Work,
    case_id: UUID,
    raised_by: Standing,
    *,
    reason: str,
    by: str,
    on: date | None = None,
    organ: str | None = None,
) -> Case:
    """同意补充证据 of one respondent; of the only one that asked, if none is named (ARL 46)."""
    case, head = turn(work, case_id, by, on)
    whose = acts.whose_leave(case, organ)
    reason_id = paper(work, case, "further_evidence", reason)
    return work.record(case, acts.allow_further(case, head, raised_by, reason_id, whose))


def refuse_further(
    work: Work,
    case_id: UUID,
    *,
    reason: str,
    by: str,
    on: date | None = None,
    organ: str | None = None,
) -> Case:
    """不同意补充证据 of one respondent, likewise (ARL 46)."""
    case, head = turn(work, case_id, by, on)
    whose = acts.whose_leave(case, organ)
    reason_id = paper(work, case, "further_evidence_refusal", reason)
    return work.record(case, acts.refuse_further(case, head, reason_id, whose))


def examine(
    work: Work,
    case_id: UUID,
    evidence: int,
    examined: Examined,
    *,
    asked_lawfully: bool | None = None,
    excused: bool | None = None,
    collected_on: date | None = None,
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """审查证据 (ARL 43, 46; ARR2026 47)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "evidence_examination", reason)
    found = examining.Finding(
        examined=examined,
        asked_lawfully=asked_lawfully,
        excused=excused,
        collected_on=collected_on,
    )
    return work.record(case, examining.examine(case, head, evidence, found, reason_id))
