"""How a hearing 听证 is asked for, set, notified, held and given up (ARL 50, 51)."""

from datetime import date, datetime
from uuid import UUID

from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import hearing_acts as acts
from services.reconsideration.domain.attending import Attendance
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.standing import Persons, speaks_for
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.hearing_held import (
    HearingGround,
    HearingPutOff,
    HearingRequested,
)
from shared.work import Work


def ask(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """申请听证; `persons` are those of a party that does it itself (ARL 50)."""
    case, head = turn(work, case_id, by, on, HearingRequested)
    text_id = paper(work, case, "hearing_request", text)
    return work.record(case, acts.ask(case, head, text_id, speaks_for(case, persons, head.on)))


def deny(work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None) -> Case:
    """不组织听证 (ARL 50)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, acts.deny(case, head, paper(work, case, "hearing_denial", reason)))


def plan(
    work: Work,
    case_id: UUID,
    ground: HearingGround,
    hearing_at: datetime,
    seats: Panel,
    *,
    notice: str,
    place: str = "",
    by: str,
    on: date | None = None,
) -> Case:
    """决定组织听证; the notice says time, place and matter, and who sits (ARL 50, 51)."""
    case, head = turn(work, case_id, by, on)
    letter_id = paper(work, case, "hearing_notice", notice)
    fact = acts.plan(
        *(case, head, ground, hearing_at),
        seats=seats,
        letter_id=letter_id,
        place=place,
        calendar=work.calendar,
    )
    return work.record(case, fact)


def notify(
    work: Work,
    case_id: UUID,
    standing: Standing,
    *,
    by: str,
    on: date | None = None,
    organ: str | None = None,
) -> Case:
    """收到听证通知; `organ` says which of several respondents (ARL 51)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, acts.notify(case, head, standing, organ))


def put_off(work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None) -> Case:
    """延期听证 (ARL 51)."""
    case, head = turn(work, case_id, by, on, HearingPutOff)
    reason_id = paper(work, case, "hearing_postponement", reason)
    return work.record(case, acts.put_off(case, head, reason_id))


def drop(work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None) -> Case:
    """不再组织听证 (ARL 50)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, acts.drop(case, head, paper(work, case, "hearing_dropped", reason)))


def convene(
    work: Work,
    case_id: UUID,
    came: Attendance,
    *,
    minutes: str,
    by: str,
    on: date | None = None,
    unsigned_reason: str | None = None,
    seats: Panel | None = None,
) -> Case:
    """举行听证; `seats` are those who sat, where others did than the notice named (ARL 50, 51)."""
    case, head = turn(work, case_id, by, on)
    minutes_id = paper(work, case, "hearing_minutes", minutes)
    why_id = paper(work, case, "unsigned", unsigned_reason) if unsigned_reason else None
    fact = acts.convene(
        *(case, head, came, minutes_id),
        unsigned_reason_id=why_id,
        calendar=work.calendar,
        seats=seats,
    )
    return work.record(case, fact)


def waive(work: Work, case_id: UUID, *, record: str, by: str, on: date | None = None) -> Case:
    """申请人无正当理由不参加，视为放弃听证权利 (ARL 51)."""
    case, head = turn(work, case_id, by, on)
    record_id = paper(work, case, "hearing_absence", record)
    return work.record(case, acts.waive(case, head, record_id, work.calendar))


def take_waiver_back(
    work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Case:
    """申请人有正当理由没有参加的，不再视为放弃听证权利 (ARL 51)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "hearing_excused", reason)
    return work.record(case, acts.take_waiver_back(case, head, reason_id))
