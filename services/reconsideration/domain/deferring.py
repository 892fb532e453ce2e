"""申请顺延期限: asked for, granted or refused, of either period (CPL 86; RULES 174, 175)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain import in_time
from services.reconsideration.domain import missed as found
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.deferral import Deferral, deferral_of
from services.reconsideration.domain.joint_acts import acting_as
from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.domain.saying import hold
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.reconsideration.deferring import (
    DeferralAsked,
    DeferralGranted,
    DeferralRefused,
    Hindrance,
    JointReplyDeferred,
    Missed,
    ReplyDeferred,
    SupplementDeferred,
)
from shared.law.article import CPL, RULES
from shared.law.calendar import Calendar
from shared.law.period import WorkingDays, day_of_expiry
from shared.law.procedure import Refused
from shared.law.running import Running


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What kept a party, as its request says it (CPL 86)."""

    hindrance: Hindrance
    hindered_on: date
    """障碍发生之日."""
    removed_on: date
    """障碍消除之日."""
    posted_on: date | None = None
    """交邮之日 of the request, where it was posted (CPL 85)."""


def as_applicants(case: Case, persons: Persons) -> None:
    """由申请人申请顺延补正期限 (CPL 86).

    Raises:
        Refused: None of the applicants asks.
    """
    if persons is not None and persons.isdisjoint(case.applicants):
        raise Refused("顺延补正期限，应当由申请人申请", CPL[86])


def request_of(case: Case, organ: str) -> UUID:
    """The file in which the days of this respondent to reply are asked for, one for each lapse.

    Who exercises the powers of another one since asks in that one's, whose lapse it is (ARL 19).
    """
    other = next((one for one in case.joint if one.organ == organ), None)
    before = other.deferred_by if other else case.evidence.deferred_by
    return deferral_of(case.case_id, Missed.REPLY, in_time.silent_as(case, organ), before)


def requests_of(case: Case) -> tuple[UUID, ...]:
    """The files in which its respondents may have asked for days to reply."""
    return tuple(request_of(case, organ) for organ in case.respondents)


def asked_for(case: Case, file: Deferral) -> str:
    """For whom it was asked by now: whoever stands in the place of the organ that did (ARL 19)."""
    same = (one for one in case.respondents if request_of(case, one) == file.case_id)
    return next(same, file.organ)


def bound_by(case: Case, file: Deferral) -> str:
    """Which respondent the silence binds by now that the request is about (ARL 19).

    Raises:
        Refused: Who asked is no respondent any more, and nobody stands in its place.
    """
    return acting_as(case, asked_for(case, file), "")


def silent(case: Case, organ: str) -> None:
    """答复期限: whether its silence is on file of a case that is not decided (ARL 48, 70; CPL 86).

    Raises:
        Refused: The case is on hand no more, or its silence is not on file.
    """
    if case.state not in ON_HAND:
        raise Refused("案件已经不在审理中，不再顺延答复期限", CPL[86])
    in_time.silent_one(case, organ)


def ask(
    case: Case,
    head: Head,
    days: Running | None,
    calendar: Calendar,
    kept: Kept,
    *,
    missed: Missed,
    organ: str,
    text_id: UUID,
    hindrance_proof_id: UUID,
) -> DeferralAsked:
    """申请顺延期限 in writing, with what proves the obstacle (CPL 86).

    Args:
        case: The reconsideration in which the period was missed.
        head: Head of the first page of the request's own file.
        days: The days that lapsed, if any did.
        calendar: The city's calendar.
        kept: What kept the party.
        missed: Which period it is.
        organ: Which respondent asks; empty for the applicants.
        text_id: The request.
        hindrance_proof_id: By what it is proved.

    Raises:
        Refused: No lapse is on file, it is asked more than ten days after the obstacle was gone or
            while it lasts, or nothing of the period was lost to it.
    """
    asked_on = kept.posted_on or head.on
    if asked_on > head.on:
        raise Refused(f"交邮之日{asked_on}不得晚于收到之日{head.on}", CPL[85].par(4))
    hold(found.gone(kept.hindered_on, kept.removed_on, asked_on), CPL[86])
    hold(found.in_ten_days(kept.removed_on, asked_on, calendar), CPL[86])
    _lost(days, kept.hindered_on, kept.removed_on, calendar)
    return DeferralAsked(
        head=head,
        of_case_id=case.case_id,
        authority=case.authority,
        missed=missed,
        organ=organ,
        hindrance=kept.hindrance,
        hindered_on=kept.hindered_on,
        removed_on=kept.removed_on,
        posted_on=kept.posted_on,
        text_id=text_id,
        hindrance_proof_id=hindrance_proof_id,
        decided_in_days=not _stands_still(case),
    )


def _stands_still(case: Case) -> bool:
    """Whether nothing can be granted yet: it is suspended, or handed over (ARL 39; ARR2026 40)."""
    return case.elevated.ordered_on is not None or any(one.lasts for one in case.suspensions)


def ask_online(on: date | None, posted_on: date | None, today: date) -> None:
    """网上申请: what a party asks at the hub itself arrives today (CPL 86).

    Raises:
        Refused: It says another day.
    """
    if posted_on or on not in {None, today}:
        raise Refused("在网上申请顺延的，提交之日就是申请之日，不另写日期", CPL[86])


def given(file: Deferral, days: Running | None, calendar: Calendar) -> str:
    """准许顺延的日数: as many working days as were lost, as the code of a period (RULES 175).

    Raises:
        Refused: The lapse is on file no more, or nothing was lost.
    """
    if file.hindered_on is None or file.removed_on is None:
        raise Refused("案卷中没有顺延期限的申请", CPL[86])
    return WorkingDays(_lost(days, file.hindered_on, file.removed_on, calendar)).code


def rest_of(days: Running, on: date, calendar: Calendar) -> str:
    """剩余的顺延日数 after this day, of whoever is named first from then on; one at least."""
    left = calendar.workdays_between(on, day_of_expiry(days.until))
    return WorkingDays(max(left, 1)).code


def _lost(days: Running | None, first: date, last: date, calendar: Calendar) -> int:
    """How many days of the period the obstacle took, but for those that did not count anyway."""
    if days is None:
        raise Refused("没有期限届满的记载，不必顺延", CPL[86])
    until, obstacle = day_of_expiry(days.until), (first, last)
    lost = found.lost(days.started_on, until, obstacle, calendar, days.course.exclusions)
    hold(found.took(lost, until, obstacle), RULES[175])
    return lost


def supplement(case: Case, *, gone_on: bool) -> None:
    """补正期限: whether what was taken for given up may go on; as what was sent in time."""
    in_time.supplement(case, gone_on=gone_on)


def defer_reply(
    case: Case, head: Head, organ: str, code: str, file_id: UUID
) -> ReplyDeferred | JointReplyDeferred:
    """答复期限顺延, of whichever respondent: the silence on file is none (ARL 48, 70; CPL 86).

    Raises:
        Refused: Its silence is not on file.
    """
    other = in_time.silent_one(case, organ)
    if other is None:
        return ReplyDeferred(
            head=head, respondent=case.respondent, deferred_days=code, deferral_case_id=file_id
        )
    return JointReplyDeferred(
        head=head,
        organ=organ,
        lapsed_as=other.lapsed_as or None,
        deferred_days=code,
        deferral_case_id=file_id,
    )


def defer_supplement(head: Head, code: str, file_id: UUID) -> SupplementDeferred:
    """补正期限顺延, in the file in which it goes on (ARL 31; CPL 86)."""
    return SupplementDeferred(head=head, deferred_days=code, deferral_case_id=file_id)


def grant(
    file: Deferral, head: Head, code: str, where: UUID, reason_id: UUID, *, organ: str
) -> DeferralGranted:
    """准许顺延, to whoever asked or stands in its place (ARL 19; CPL 86)."""
    missed = _asked(file, head)
    return DeferralGranted(
        head=head,
        missed=missed,
        organ=organ,
        deferred_days=code,
        deferred_case_id=where,
        reason_id=reason_id,
    )


def refuse(file: Deferral, head: Head, reason_id: UUID, *, organ: str) -> DeferralRefused:
    """不予顺延, to whoever asked or stands in its place (ARL 19; CPL 86)."""
    missed = _asked(file, head)
    return DeferralRefused(head=head, missed=missed, organ=organ, reason_id=reason_id)


def _asked(file: Deferral, head: Head) -> Missed:
    """Which period was asked for, by the day of the decision."""
    if file.missed is None or file.asked_on is None:
        raise Refused("案卷中没有顺延期限的申请", CPL[86])
    if head.on < file.asked_on:
        raise Refused(f"决定之日不得早于申请顺延之日{file.asked_on}", CPL[86])
    return file.missed
