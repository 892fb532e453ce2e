"""How a reconsideration ends: extension, service, withdrawal (ARL 41, 62, 74, 75)."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from services.reconsideration.commands.aftermath import wait_anew
from services.reconsideration.commands.attached import end_with_askers
from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.commands.people import record
from services.reconsideration.domain import (
    decision,
    people_acts,
    serving,
    serving_again,
    serving_together,
)
from services.reconsideration.domain.aftermath_table import State as Following
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.parties import Representing
from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.domain.refusing import check_dismissed
from services.reconsideration.domain.serving import Serving
from services.reconsideration.domain.standing import Persons, speaks_for, withdraw_as_applicants
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of
from shared.contracts.reconsideration import ApplicationWithdrawn
from shared.contracts.reconsideration.people import ApplicantsWithdrew, Power
from shared.contracts.service import Manner
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Work


def extend(
    work: Work, case_id: UUID, days: int, *, reason: str, by: str, on: date | None = None
) -> Case:
    """延长审理期限, with the approval of the body's head (ARL 62)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "decision_extension", reason)
    return work.record(case, decision.extend(case, head, days, reason_id, work.calendar))


def serve(work: Work, case_id: UUID, said: Serving, *, receipt: str, by: str) -> Case:
    """送达决定书于一名当事人; with the last of them the decision is delivered (ARL 75, 88)."""
    case = work.take(CASES, case_id)
    receipt_id = paper(work, case, "service_receipt", receipt)
    done = serving.service(case, said, receipt_id, work.calendar, today=work.today)
    head = head_of(work, case, by, done.served_on)
    page = serving.serve(case, head, done, work.calendar, **_meanwhile(work, case_id))
    return deliver_with_last(work, work.record(case, page), by=by)


def serve_again(
    work: Work, case_id: UUID, said: Serving, *, receipt: str, reason: str, by: str
) -> Case:
    """重新送达 on one who had it by itself, while others wait for theirs (ARL 75; ALL 45).

    `reason` says why the first service was none. Who may be enforced against is waited for anew in
    the file of what follows, where there is one by now (ARL 78).

    Raises:
        Refused: The decision was set aside meanwhile, or the application that it dismissed accepted
            (RULES 132).
    """
    case, file = work.take(CASES, case_id), work.find(AFTERMATHS, aftermath_of(case_id))
    if file and file.state is Following.ANNULLED:
        raise Refused("复议决定已被撤销，不再重新送达", RULES[92])
    if file:
        check_dismissed(file)
    receipt_id = paper(work, case, "service_receipt", receipt)
    done = serving.service(case, said, receipt_id, work.calendar, today=work.today)
    head = head_of(work, case, by, done.served_on)
    reason_id = paper(work, case, "service_again", reason)
    anew = serving_again.serve_again(case, head, done, reason_id, work.calendar)
    case = work.record(case, anew)
    if file and file.state is Following.EFFECTIVE:
        wait_anew(work, file, case, done)
    return case


def deliver_with_last(work: Work, case: Case, *, by: str, since: date | None = None) -> Case:
    """送达: once nobody is left on whom it is to be served (ARL 75; RULES 145).

    Args:
        work: The unit of work.
        case: The case, decided.
        by: Who recorded whatever was left.
        since: Not before this day, where it was no service.
    """
    if any(True for _ in serving.unserved(case)) or serving.unserved_organs(case):
        return case
    days = {who: on for who, on in case.served_days.items() if who}
    organs, served_on = case.served_organs, case.served_days[None]
    on = max((served_on, *days.values(), *organs.values(), *([since] if since else ())))
    head, now = head_of(work, case, by, on), _meanwhile(work, case.case_id)
    page = decision.deliver(case, head, served_on, days, work.calendar, joint=organs, **now)
    return work.record(case, page)


def announce(
    work: Work,
    case_id: UUID,
    person_id: UUID,
    *,
    condition_met: bool = False,
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """公告送达决定书: published on this day, today if not said (CPL 95)."""
    case = work.take(CASES, case_id)
    head = head_of(work, case, by, on)
    reason_id = paper(work, case, "service_by_notice", reason)
    said = (person_id, reason_id, work.calendar)
    return work.record(case, serving.announce(case, head, *said, condition_met=condition_met))


def deliver(
    work: Work,
    case_id: UUID,
    served_on: date,
    applicants: Mapping[UUID, date] | None = None,
    *,
    manner: Manner,
    receipt: str,
    condition_met: bool = False,
    joint: Mapping[str, date] | None = None,
    by: str,
) -> Case:
    """一并送达决定书: each who is left has a record of its own, in one manner (ARL 75; CPL 87).

    Args:
        work: The unit of work.
        case_id: The file.
        served_on: The day on which the respondent was served.
        applicants: The day on which each applicant and each third person was served; the same day
            if not said, but for who was served by itself before.
        manner: In which all of them were served.
        receipt: What the 送达回证 of each says.
        condition_met: What the manner also asks for was there for each.
        joint: The day on which each other joint respondent was served; the same day if not said,
            but for who was served by itself before.
        by: Who records the service.
    """
    case = work.take(CASES, case_id)
    said = (case, manner, served_on, applicants, joint)
    for one in serving_together.each_left(*said, condition_met=condition_met):
        case = serve(work, case_id, one, receipt=receipt, by=by)
    return case


def _meanwhile(work: Work, case_id: UUID) -> dict[str, bool]:
    """复议决定已被撤销, or 驳回申请已纠正, before it was served on all (RULES 92, 172).

    It is still served on the rest, who are told so and no day to sue.
    """
    file = work.find(AFTERMATHS, aftermath_of(case_id))
    return {
        "annulled": file is not None and file.state is Following.ANNULLED,
        "corrected": file is not None and file.accepted_case_id is not None,
    }


def withdraw(
    work: Work,
    case_id: UUID,
    *,
    settled: bool = False,
    consented: bool = False,
    applicants: Collection[UUID] = (),
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """撤回行政复议申请; once accepted, the authority says whether it may be (ARL 15, 41, 74).

    Before that some of several leave by it at once, and for the others the review goes on (ARL 22).

    Args:
        work: The unit of work.
        case_id: The file.
        settled: Whether a settlement 和解 was reached.
        consented: Whether those whom representatives represent agree.
        applicants: Of several those who withdraw; empty where all do.
        by: Who records it.
        on: The day; today if not said.
        persons: Those of a party that does it itself.
    """
    case, head = turn(work, case_id, by, on, ApplicationWithdrawn)
    speaks = speaks_for(case, persons, head.on, Power.WITHDRAW)
    whose = withdraw_as_applicants(case, speaks, applicants)
    people_acts.consented(case, head, Representing.WITHDRAWS, speaks, whose, consent=consented)
    to_be_permitted = case.state in ON_HAND
    if whose and whose != case.applicants and not to_be_permitted:
        left = record(work, case, ApplicantsWithdrew(head=head, applicants=whose))
        return end_with_askers(work, case, left, by=by, on=on)
    fact = ApplicationWithdrawn(
        head=head,
        settled=settled,
        consented=consented,
        to_be_permitted=to_be_permitted,
        applicants=whose,
    )
    return work.record(case, fact)
