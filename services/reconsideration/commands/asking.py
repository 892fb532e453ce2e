"""随申请提出、变更请求、承认第三人请求: what is asked beside and after it (ARL 15, 42, 50, 72)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.domain import claiming, hearing_acts, requesting, staying
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons, speaks_for
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.people import Power
from shared.contracts.reconsideration.request import RequestChanged, Sought, ThirdRequestAdmitted
from shared.law.online import hand_in
from shared.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The reasons of what is asked for; None where it is not."""

    stay: str | None = None
    """停止执行 (ARL 42)."""
    hearing: str | None = None
    """听证 (ARL 50)."""
    compensation: str | None = None
    """行政赔偿 (ARL 72)."""
    claimants: Collection[UUID] = ()
    """Whose claim that is, of several applicants; empty where it is that of all."""


ASKED_NOTHING: Final = Asked()


def ask_with_application(work: Work, case: Case, asked: Asked, *, by: str, on: date) -> Case:
    """停止执行、听证、赔偿 on the pages after the application; answered once it is accepted."""
    if asked.stay:
        head, text_id = head_of(work, case, by, on), paper(work, case, "stay_request", asked.stay)
        case = work.record(case, staying.ask(case, head, Standing.APPLICANT, text_id))
    if asked.hearing:
        text_id = paper(work, case, "hearing_request", asked.hearing)
        case = work.record(case, hearing_acts.ask(case, head_of(work, case, by, on), text_id))
    if asked.compensation:
        head, text_id = (
            head_of(work, case, by, on),
            paper(work, case, "compensation_claim", asked.compensation),
        )
        case = work.record(case, claiming.claim(case, head, text_id, named=asked.claimants))
    return case


def claim(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
    applicants: Collection[UUID] = (),
) -> Case:
    """一并提出赔偿请求; `persons` are those of a party that does it itself (ARL 72).

    `applicants` are those who claim; empty where all do who have not.
    """
    case, head = turn(work, case_id, by, on, CompensationClaimed)
    speaks = speaks_for(case, persons, head.on)
    text_id = paper(work, case, "compensation_claim", text)
    return work.record(case, claiming.claim(case, head, text_id, speaks, applicants))


def change_request(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    sought: Collection[Sought],
    consented: bool = False,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """变更行政复议请求, by the paper `text`: it says all that is asked now (ARL 15, 17).

    Args:
        work: The unit of work.
        case_id: The file.
        text: What is asked, and why.
        sought: Of which kinds that is.
        consented: Whether those whom representatives represent agree.
        by: Who puts it on file.
        on: The day; today if not said.
        persons: Those of a party that does it itself.
    """
    case, head = turn(work, case_id, by, on, RequestChanged)
    speaks = speaks_for(case, persons, head.on, Power.CHANGE)
    if persons is not None:
        hand_in(head)
    text_id = paper(work, case, "request_change", text)
    fact = requesting.change(case, head, text_id, sought, consented=consented, persons=speaks)
    return work.record(case, fact)


def admit_third(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    person_id: UUID | None = None,
    applicants: Collection[UUID] = (),
    consented: bool = False,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """承认第三人请求, by the paper `text`: which one, and how far (ARL 15, 16, 17).

    Args:
        work: The unit of work.
        case_id: The file.
        text: What is admitted.
        person_id: Whose request it is; the only third person's if not said.
        applicants: Of several those who admit it; empty where all do.
        consented: Whether those whom representatives represent agree.
        by: Who puts it on file.
        on: The day; today if not said.
        persons: Those of a party that does it itself.
    """
    case, head = turn(work, case_id, by, on, ThirdRequestAdmitted)
    speaks = speaks_for(case, persons, head.on, Power.ADMIT)
    if persons is not None:
        hand_in(head)
    fact = requesting.admit(
        *(case, head, paper(work, case, "third_request_admission", text), person_id),
        named=applicants,
        consented=consented,
        persons=speaks,
    )
    return work.record(case, fact)
