"""The ruling and what comes of it: service, remedies, performance, enforcement."""

from datetime import date
from uuid import UUID

from services.adjudication.commands.pages import find, paper, turn
from services.adjudication.domain import ruling
from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.domain.states import State
from services.adjudication.store import adjudication_of
from shared.contracts.adjudication import Remedy, RulingOverturned, RulingUpheld
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import ApplicationReceived
from shared.work import Work


def rule(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    obliged: tuple[UUID, ...],
    performance_days: int | None,
    review_first: bool,
    by: str,
    on: date | None = None,
) -> Adjudication:
    """作出裁决."""
    case, head = turn(work, case_id, by, on)
    page = ruling.rule(
        case,
        paper(work, case, "ruling", text),
        obliged=obliged,
        performance_days=performance_days,
        review_first=review_first,
        head=head,
    )
    return work.record(case, page)


def serve(
    work: Work, case_id: UUID, party: UUID, *, by: str, on: date | None = None
) -> Adjudication:
    """送达裁决书 to one party, with the remedies and their last days (CPL 87, ARL 20)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, ruling.serve(case, party, calendar=work.calendar, head=head))


def take_remedy(
    work: Work, case_id: UUID, taker: UUID, remedy: Remedy, *, by: str, on: date | None = None
) -> Adjudication:
    """寻求救济 (ARL 20, ALL 46)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, ruling.take_remedy(case, taker, remedy, head=head))


def conclude_remedy(
    work: Work, case_id: UUID, *, upheld: bool, by: str, on: date | None = None
) -> Adjudication:
    """救济终结: the ruling finally stands, or has fallen (ALL 69, 70)."""
    case, head = turn(work, case_id, by, on)
    page = RulingUpheld(head=head) if upheld else RulingOverturned(head=head)
    return work.record(case, page)


def follow_reconsideration(work: Work, fact: ApplicationReceived) -> None:
    """对裁决申请复议: who applies against the ruling contests it, and says so only once (ARL 20).

    The application names the file that it came from and the organ that ruled; of a ruling that is
    contested already, or by somebody who was not served, nothing is kept.
    """
    case = find(work, adjudication_of(fact.head.dispute_id))
    if case is None or case.state is not State.SERVED or fact.respondent != case.authority:
        return
    taker = next((person for person in fact.applicants if person in case.served), None)
    if taker is not None:
        head = work.head(case, by=CLOCK, on=fact.head.on)
        page = ruling.take_remedy(case, taker, Remedy.RECONSIDERATION, head=head)
        work.record(case, page)


def perform(
    work: Work,
    case_id: UUID,
    *,
    performed_on: date | None,
    by: str,
    on: date | None = None,
) -> Adjudication:
    """履行完毕 (COERCION 53)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, ruling.perform(performed_on, head=head))


def urge(
    work: Work, case_id: UUID, party: UUID, *, by: str, on: date | None = None
) -> Adjudication:
    """催告, dated when it was served (COERCION 54)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, ruling.urge(case, party, head=head))


def request_enforcement(
    work: Work,
    case_id: UUID,
    *,
    court: str,
    by_entitled: bool,
    by: str,
    on: date | None = None,
) -> Adjudication:
    """申请人民法院强制执行 (COERCION 53, 54; ALI 158)."""
    case, head = turn(work, case_id, by, on)
    page = ruling.request_enforcement(case, court, by_entitled=by_entitled, head=head)
    return work.record(case, page)


def close(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Adjudication:
    """结案 (RULES 45)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, ruling.close(case, head=head))
