"""How a case is handled: complexity, reviewers, recusal, procedure (ARL 36 to 55)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import agreeing, assigning, recusal
from services.reconsideration.domain.agreed import Agreed
from services.reconsideration.domain.assigning import Choice, Team
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons, speaks_for
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    RecusalRequested,
    SimplifiedAgreed,
    Tie,
)
from shared.errors import Malformed
from shared.work import Work


def find_complexity(
    work: Work,
    case_id: UUID,
    *,
    grave: bool,
    technical: bool,
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """认定案件复杂程度; a later finding takes the place of an earlier one (ARL 50, 52)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "complexity", reason)
    fact = ComplexityFound(head=head, grave=grave, technical=technical, reason_id=reason_id)
    return work.record(case, fact)


def assign(
    work: Work,
    case_id: UUID,
    team: Team,
    *,
    by: str,
    on: date | None = None,
    reason: str | None = None,
) -> Case:
    """指定行政复议人员; who takes over from others does so for a reason (ARL 36; ARR2026 39).

    Raises:
        Malformed: Others handle the case already, and no reason is given.
    """
    case, head = turn(work, case_id, by, on)
    if case.reviewers and not reason:
        raise Malformed("更换行政复议人员的，应当写明理由", "reason")
    reason_id = paper(work, case, "reviewers", reason) if reason else None
    return work.record(case, assigning.assign(case, head, team, reason_id))


def request_recusal(
    work: Work,
    case_id: UUID,
    tie: Tie,
    *,
    reason: str,
    by: str,
    on: date | None = None,
    asked_by: Standing | None = None,
    reviewer: str | None = None,
    persons: Persons = None,
    organ: str = "",
) -> Case:
    """申请回避; `persons` and `organ` are those of a party that asks itself (RULES 47)."""
    case, head = turn(work, case_id, by, on, RecusalRequested)
    fact = recusal.request_recusal(
        case,
        head,
        asked_by=recusal.asks_as(case, asked_by, speaks_for(case, persons, head.on), organ),
        reviewer=reviewer,
        tie=tie,
        reason_id=paper(work, case, "recusal", reason),
    )
    return work.record(case, fact)


def decide_recusal(
    work: Work,
    case_id: UUID,
    reviewer: str,
    tie: Tie,
    *,
    replaced: bool,
    reason: str,
    by: str,
    on: date | None = None,
    successor: str | None = None,
    another_head: bool = False,
) -> Case:
    """决定回避; of a head it is another one's where `another_head` has a post (RULES 47)."""
    case, head = turn(work, case_id, by, on)
    fact = recusal.decide_recusal(
        case,
        head,
        reviewer=reviewer,
        tie=tie,
        replaced=replaced,
        successor=successor,
        reason_id=paper(work, case, "recusal_decision", reason),
        another_head=another_head,
    )
    return work.record(case, fact)


def choose_simplified(
    work: Work, case_id: UUID, choice: Choice, *, reason: str, by: str, on: date | None = None
) -> Case:
    """适用简易程序 (ARL 53)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "simplified", reason)
    fact = assigning.choose_simplified(case, head, choice, reason_id, work.calendar)
    return work.record(case, fact)


def agree_simplified(
    work: Work,
    case_id: UUID,
    said: Agreed,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
    organ: str = "",
) -> Case:
    """同意适用简易程序; `persons` and `organ` are those of a party that agrees itself (ARL 53)."""
    case, head = turn(work, case_id, by, on, SimplifiedAgreed)
    bound = speaks_for(case, persons, head.on)
    text_id = paper(work, case, "simplified_consent", text)
    fact = agreeing.agree(case, head, said, text_id, persons=bound, organ=organ)
    return work.record(case, fact)


def convert(work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None) -> Case:
    """转为普通程序 (ARL 55)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "conversion", reason)
    return work.record(case, assigning.convert(case, head, reason_id, work.calendar))
