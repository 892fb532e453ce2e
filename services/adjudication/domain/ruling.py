"""裁决、送达与执行: who must do what until when, and what is open against it."""

from datetime import date
from uuid import UUID

from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.domain.hearing import need_all_heard
from services.adjudication.domain.remedies import ENFORCE, remedies
from services.adjudication.domain.states import State
from shared.contracts.adjudication import (
    AdjudicationClosed,
    EnforcementRequested,
    PerformanceUrged,
    Remedy,
    RemedyTaken,
    RulingMade,
    RulingPerformed,
    RulingServed,
)
from shared.contracts.fact import Head
from shared.law.article import ALI, ARL, COERCION, CPL, RULES
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays
from shared.law.procedure import Refused


def rule(
    case: Adjudication,
    ruling_id: UUID,
    *,
    obliged: tuple[UUID, ...],
    performance_days: int | None,
    review_first: bool,
    head: Head,
) -> RulingMade:
    """作出裁决.

    Raises:
        Refused: The file is not ready, a respondent may still answer, or the time to perform is
            not as the law wants.
    """
    page = RulingMade(
        head=head,
        obliged=obliged,
        performance_days=performance_days,
        review_first=review_first,
        ruling_id=ruling_id,
    )
    need_all_heard(case, page)
    power = case.power
    if set(obliged) - set(case.parties):
        raise Refused("负有履行义务的人应当是本案当事人", power.basis)
    if bool(obliged) != bool(performance_days):
        raise Refused("裁决履行义务的，应当载明义务人和履行期限", power.basis)
    if obliged and power.perform and performance_days != power.perform.period.n:
        raise Refused(f"履行期限法定为{power.perform.period}", power.perform.article)
    if review_first and not power.natural_resource:
        raise Refused("本类裁决不属于复议前置的情形", ARL[23].par(1))
    return page


def serve(case: Adjudication, party: UUID, *, calendar: Calendar, head: Head) -> RulingServed:
    """送达裁决书, with each remedy and its last day, reckoned from this service.

    Raises:
        Refused: No party of the case, or served already.
    """
    if party not in case.parties:
        raise Refused("不是本案当事人", CPL[87])
    if party in case.served:
        raise Refused("已经向该当事人送达", CPL[87])
    ways = remedies(case.power.sue, head.on, calendar, review_first=case.review_first)
    perform_by = None
    if party in case.obliged and case.performance_days:
        perform_by = CalendarDays(case.performance_days).last_day(head.on, calendar)
    enforce_by = None
    if perform_by and case.state is not State.CONTESTED:
        enforce_by = ENFORCE.period.last_day(ways.until, calendar)
    return RulingServed(
        head=head,
        party=party,
        perform_by=perform_by,
        reconsider_by=ways.reconsider.reckoning.last_day,
        sue_by=ways.sue.reckoning.last_day if ways.sue else None,
        remedy_until=ways.until,
        enforce_by=enforce_by,
    )


def take_remedy(case: Adjudication, taker: UUID, remedy: Remedy, *, head: Head) -> RemedyTaken:
    """寻求救济: reconsideration or suit.

    Raises:
        Refused: No party served, or reconsideration must come before the suit (ARL 23).
    """
    if taker not in case.served:
        raise Refused("不是已经收到裁决书的当事人", ARL[20])
    if remedy is Remedy.LITIGATION and case.review_first and case.state is State.SERVED:
        raise Refused("应当先申请行政复议，对复议决定不服的，再提起行政诉讼", ARL[23].par(1, 2))
    return RemedyTaken(head=head, taker=taker, remedy=remedy)


def perform(performed_on: date | None, *, head: Head) -> RulingPerformed:
    """履行完毕, found on the legal day of the page.

    Raises:
        Refused: It would have been performed after it was found so.
    """
    if performed_on and performed_on > head.on:
        raise Refused("履行之日不得晚于查明之日", COERCION[53])
    return RulingPerformed(head=head, performed_on=performed_on or head.on)


def urge(case: Adjudication, party: UUID, *, head: Head) -> PerformanceUrged:
    """催告 (COERCION 54).

    Raises:
        Refused: This party owes nothing, or still has time.
    """
    if party not in case.obliged or party not in case.served:
        raise Refused("该当事人不负履行义务，或者裁决书尚未送达", COERCION[54])
    if case.perform_by and head.on <= case.perform_by:
        raise Refused("履行期限尚未届满", COERCION[54])
    return PerformanceUrged(head=head, party=party)


def request_enforcement(
    case: Adjudication, court: str, *, by_entitled: bool, head: Head
) -> EnforcementRequested:
    """申请人民法院强制执行 (COERCION 53, 54; ALI 158).

    Raises:
        Refused: Nothing is owed, a remedy is open, nobody was urged, or the period is over.
    """
    if not case.obliged:
        raise Refused("裁决没有需要执行的内容", COERCION[53])
    if case.remedy_until and head.on <= case.remedy_until:
        raise Refused("申请行政复议或者提起行政诉讼的期限尚未届满", COERCION[53])
    closed, article = case.windows_closed, ALI[158] if by_entitled else COERCION[53]
    if by_entitled and closed == 0:
        raise Refused("裁决机关申请强制执行的期限尚未届满", article)
    if closed > int(by_entitled):
        raise Refused("申请强制执行的期限已经届满", article)
    if not by_entitled and not case.urged:
        raise Refused("尚未催告，或者催告后未满十日", COERCION[54])
    return EnforcementRequested(head=head, court=court, by_entitled=by_entitled)


def close(case: Adjudication, *, head: Head) -> AdjudicationClosed:
    """结案: nothing is owed, and nobody can contest the ruling any more (RULES 45).

    Raises:
        Refused: Something is owed, somebody is not served, or a remedy is open.
    """
    if case.obliged or (case.state is State.SETTLED and case.perform_by):
        raise Refused("尚有应当履行的义务，履行完毕或者依法申请执行后结案", RULES[45])
    if case.state is State.SERVED and not case.all_served:
        raise Refused("裁决书尚未送达全部当事人", RULES[45])
    if case.remedy_until and head.on <= case.remedy_until:
        raise Refused("救济期限尚未届满", RULES[45])
    return AdjudicationClosed(head=head)
