"""Who takes part, who takes over, and what is handled together (ARL 14 to 17; ARR2026 43).

Who reads the file follows: the labels `applicants` and `participants` say what parties see.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from services.reconsideration.commands.attached import end_with_askers
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.commands.pausing import cause_gone, keep_basis
from services.reconsideration.commands.together import naming
from services.reconsideration.domain import capacity, joining_acts
from services.reconsideration.domain import people_acts as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.in_whom import ended_with, held_in
from services.reconsideration.domain.joining_acts import Marks
from services.reconsideration.domain.pausing_acts import Found
from services.reconsideration.domain.people_acts import TakingOver
from services.reconsideration.domain.standing import Persons, speaks_for, supplement_as_applicant
from services.reconsideration.domain.stated import Stated
from services.reconsideration.store import CASES
from shared.auth import PARTICIPANTS
from shared.contracts.fact import Fact
from shared.contracts.intake import Side
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.pausing import Suspension
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    ApplicantSucceeded,
    CasesJoined,
    Joinder,
    Kin,
    StatutoryAgentJoined,
    Succession,
    ThirdPersonRequested,
)
from shared.people import Person
from shared.work import Work

NO_MARKS: Marks = {}

Who = Person | UUID
"""Somebody who comes in: by name, or a party of the dispute by id."""
_SIDES = {
    Standing.APPLICANT: Side.APPLICANT,
    Standing.RESPONDENT: Side.OPPONENT,
    Standing.THIRD: Side.THIRD,
}


def kept(work: Work, case: Case, standing: Standing, who: Who) -> UUID:
    """The id of somebody who comes in; a new one is known to this file alone."""
    if isinstance(who, UUID):
        return who
    return work.person(case.dispute_id, _SIDES[standing].value, who, of_file=case.case_id)


def record(work: Work, case: Case, fact: Fact) -> Case:
    """Keep the page, and let whoever takes part now read the file, and nobody else."""
    after = replace(case, **case.learnt(fact))  # type: ignore[arg-type]  # its own fields
    labels = {
        "applicants": " ".join(map(str, after.applicants)),
        PARTICIPANTS: " ".join(map(str, after.participants.in_file)),
    }
    work.label(case.case_id, **labels)
    return work.record(case, fact)


def state_capacity(
    work: Work,
    case_id: UUID,
    stated: Stated,
    *,
    text: str,
    attachments: Sequence[str] = (),
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """说明申请人身份, or what was lacking of it; `persons` are a party's own (ARR2026 27)."""
    case, head = turn(work, case_id, by, on)
    supplement_as_applicant(case, head, speaks_for(case, persons, head.on))
    text_id = paper(work, case, "capacity", text)
    whose = capacity.whose(case, stated, persons, head.on)
    return work.record(case, capacity.state(head, whose, text_id, attachments))


def ask_third(
    work: Work, case_id: UUID, who: Who, *, text: str, by: str, on: date | None = None
) -> Case:
    """申请作为第三人参加行政复议, by the application `text`; it does not read the file (ARL 16)."""
    case, head = turn(work, case_id, by, on, ThirdPersonRequested)
    person_id = kept(work, case, Standing.THIRD, who)
    text_id = paper(work, case, "third_person_request", text)
    return work.record(case, acts.ask_third(case, head, person_id, text_id))


def join_third(
    work: Work,
    case_id: UUID,
    who: Who,
    *,
    called: bool,
    interested: bool,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """第三人参加行政复议, by the notice or on the application `text` (ARL 16)."""
    case, head = turn(work, case_id, by, on)
    person_id = kept(work, case, Standing.THIRD, who)
    paper_id = paper(work, case, "third_person", text)
    fact = acts.join_third(case, head, person_id, paper_id, called=called, interested=interested)
    return record(work, case, fact)


def refuse_third(
    work: Work, case_id: UUID, who: Who, *, reason: str, by: str, on: date | None = None
) -> Case:
    """不准许作为第三人参加 (ARL 16)."""
    case, head = turn(work, case_id, by, on)
    person_id = kept(work, case, Standing.THIRD, who)
    reason_id = paper(work, case, "third_person_refusal", reason)
    return work.record(case, acts.refuse_third(case, head, person_id, reason_id))


def find_third_absent(
    work: Work, case_id: UUID, person_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Case:
    """第三人不参加行政复议 (ARL 16)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "third_person_absence", reason)
    return work.record(case, acts.stay_away(case, head, person_id, reason_id))


def ask_to_elect(work: Work, case_id: UUID, *, text: str, by: str, on: date | None = None) -> Case:
    """通知推选代表人, by the notice `text` (ARR2026 17; RULES 124)."""
    case, head = turn(work, case_id, by, on)
    notice_id = paper(work, case, "election_notice", text)
    return work.record(case, acts.ask_to_elect(case, head, notice_id))


def elect(
    work: Work,
    case_id: UUID,
    standing: Standing,
    representatives: Sequence[UUID],
    *,
    signed_by_all: bool,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """推选代表人 (ARL 15; ARR2026 17)."""
    case, head = turn(work, case_id, by, on)
    paper_id = paper(work, case, "election", text)
    fact = acts.elect(case, head, standing, representatives, paper_id, signed_by_all=signed_by_all)
    return work.record(case, fact)


def join_statutory_agent(
    work: Work,
    case_id: UUID,
    applicant_id: UUID,
    who: Who,
    *,
    goes_on: bool = True,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """法定代理人参加行政复议; what was suspended for an applicant can go on (ARL 14, 39).

    `applicant_id` may be a third person, too.
    """
    case, head = turn(work, case_id, by, on, StatutoryAgentJoined)
    of_applicant = applicant_id in case.applicants
    agent_id = kept(work, case, Standing.APPLICANT if of_applicant else Standing.THIRD, who)
    paper_id = paper(work, case, "statutory_agent", text)
    fact = acts.join_statutory_agent(case, head, applicant_id, agent_id, paper_id)
    case = record(work, case, fact)
    if not (goes_on and of_applicant):  # for a third person no case stands still (ARL 16)
        return case
    ended = held_in(case, Suspension.INCAPACITY, applicant_id)
    return cause_gone(work, case, ended, paper_id, by=by, on=on)


def succeed(
    work: Work,
    case_id: UUID,
    applicant_id: UUID,
    succession: Succession,
    who: Sequence[Who],
    *,
    relation: Kin | None = None,
    goes_on: bool = True,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """承受当事人的地位; what was suspended for an applicant can go on (ARL 14, 39; RULES 144).

    Args:
        work: The unit of work.
        case_id: The file.
        applicant_id: Who died, or the organisation that ended; maybe a third person.
        succession: Which of both.
        who: The relatives who take part, or the successor.
        relation: What the relatives are to the deceased.
        goes_on: Whether nobody else is waited for for the same cause.
        text: How it is known.
        by: Who records it.
        on: The day; today if not said.
    """
    case, head = turn(work, case_id, by, on, ApplicantSucceeded)
    of_third = applicant_id in case.participants.third_ids
    standing = Standing.THIRD if of_third else Standing.APPLICANT
    said = TakingOver(
        applicant_id=applicant_id,
        successors=tuple(kept(work, case, standing, one) for one in who),
        succession=succession,
        relation=relation,
    )
    paper_id = paper(work, case, "succession", text)
    case = record(work, case, acts.succeed(case, head, said, paper_id))
    if of_third or not goes_on:  # for a third person no case stands still (ARL 16)
        return case
    ended = held_in(case, acts.ENDS_BY[succession], applicant_id)
    return cause_gone(work, case, ended, paper_id, by=by, on=on)


def leave(
    work: Work,
    case_id: UUID,
    found: Found,
    *,
    goes_on: bool = True,
    text: str,
    basis: str | None = None,
    by: str,
    on: date | None = None,
) -> Case:
    """部分申请人退出, where need be with its `basis`, as `keep_basis` has it (ARL 41)."""
    case, head = turn(work, case_id, by, on, ApplicantsLeft)
    paper_id = paper(work, case, "partial_termination", text)
    basis_id = keep_basis(work, case, found.ground, basis)
    fact = acts.leave(case, head, found, paper_id, work.calendar, basis_id=basis_id)
    left = end_with_askers(work, case, record(work, case, fact), paper_id, by=by, on=on)
    ended = ended_with(left, found.ground, found.applicants or ()) if goes_on else ()
    return cause_gone(work, left, ended, paper_id, by=by, on=on)


def join_cases(
    work: Work,
    case_id: UUID,
    others: Sequence[UUID],
    ground: Joinder,
    *,
    along: Sequence[UUID] = (),
    marks: Marks = NO_MARKS,
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """合并审理: a page in each of the files; the first one is answered (ARR2026 43).

    Args:
        work: The unit of work.
        case_id: The case.
        others: With which it is joined.
        ground: Why.
        along: Which are handled together with one of them already, and so with all from now on.
        marks: By which applicants that were registered twice are known.
        reason: Why, in words.
        by: Who decides it.
        on: The day; today if not said.
    """
    first, head = turn(work, case_id, by, on)
    files = [work.take(CASES, one) for one in others]
    joining_acts.check_joinder(first, files, ground, head.on, marks)
    together = tuple(dict.fromkeys((case_id, *others, *along)))
    for one in together:
        with naming(work, one, together):
            case, head = turn(work, one, by, on)
            if not (new := joining_acts.newly_joined(case, together)):
                continue
            reason_id = paper(work, case, "joinder", reason)
            fact = CasesJoined(head=head, others=new, ground=ground, reason_id=reason_id)
            work.record(case, fact)
    return work.take(CASES, case_id)
