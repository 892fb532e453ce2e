"""听证: when a hearing is set, notified, put off, held or given up (ARL 50, 51)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.reconsideration.domain import joint_hearing
from services.reconsideration.domain.attending import Attendance, by_person
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.hearing import notice, panel
from services.reconsideration.domain.gates import must_hold_hearing
from services.reconsideration.domain.handling import NOTICE
from services.reconsideration.domain.hearing_plan import HearingPlan
from services.reconsideration.domain.heeding import is_to_be_dismissed
from services.reconsideration.domain.saying import hold
from services.reconsideration.domain.standing import Persons
from services.reconsideration.domain.views import NAMES
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing, ViewsManner
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingDropped,
    HearingGround,
    HearingHeld,
    HearingNotified,
    HearingPutOff,
    HearingRequested,
    HearingSet,
    HearingWaived,
    HearingWaiverTakenBack,
)
from shared.law.article import ARL, RULES
from shared.law.calendar import Calendar
from shared.law.day import legal_day
from shared.law.online import hand_in
from shared.law.procedure import Refused

_NOTICE, _PANEL = ARL[51].par(1), ARL[50].par(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """听证的组成人员, by their codes (ARL 50)."""

    host: str
    officers: tuple[str, ...]
    recorder: str


def ask(case: Case, head: Head, text_id: UUID, persons: Persons = None) -> HearingRequested:
    """申请听证; `persons` are those for whom a party that does it itself speaks (ARL 15, 17, 50).

    Raises:
        Refused: Somebody else asks, it is asked already, or a hearing is set or over.
    """
    if persons is not None:
        if persons.isdisjoint(case.applicants):
            raise Refused("听证由申请人请求", ARL[50].par(2))
        hand_in(head)
    if case.hearing_asked_on:
        raise Refused(f"已于{case.hearing_asked_on}请求听证，尚未答复", ARL[50].par(2))
    _refuse_set(case)
    return HearingRequested(head=head, text_id=text_id)


def deny(case: Case, head: Head, reason_id: UUID) -> HearingDenied:
    """不组织听证 (ARL 50).

    Raises:
        Refused: Nobody has asked, one was set and put off, or the case is one in which a hearing
            must be organised, unless the application is to be dismissed (ARL 33).
    """
    if not case.hearing_asked_on:
        raise Refused("没有尚未答复的听证请求", ARL[50].par(2))
    if case.hearing_put_off_on:
        raise Refused("听证已经定过，延期后不再组织的，记载不再组织听证，告知各方", ARL[50].par(2))
    _refuse_in_grave(case, head.on)
    return HearingDenied(head=head, reason_id=reason_id)


def plan(
    case: Case,
    head: Head,
    ground: HearingGround,
    hearing_at: datetime,
    *,
    seats: Panel,
    letter_id: UUID,
    place: str = "",
    calendar: Calendar,
) -> HearingSet:
    """决定组织听证, early enough that the notice can still be in time (ARL 50, 51).

    Raises:
        Refused: The ground is not there, the panel is not lawful, a hearing is set or over, or
            five working days are not left before it.
    """
    _refuse_set(case)
    if ground is HearingGround.GRAVE and not must_hold_hearing(case):
        raise Refused("本案没有认定为重大、疑难、复杂", ARL[50].par(1))
    if ground is HearingGround.ASKED and not case.hearing_asked_on:
        raise Refused("申请人没有请求听证", ARL[50].par(2))
    _check_panel(case, seats)
    on = legal_day(hearing_at)
    if not notice(on, head.on, calendar).met:
        earliest = NOTICE.period.last_day(head.on, calendar)
        raise Refused(f"应当在举行听证的五日前通知当事人，最早可以定在{earliest}", _NOTICE)
    return HearingSet(
        head=head,
        ground=ground,
        hearing_at=hearing_at,
        host=seats.host,
        officers=seats.officers,
        recorder=seats.recorder,
        hearing_place=place,
        letter_id=letter_id,
    )


def notify(case: Case, head: Head, standing: Standing, organ: str | None = None) -> HearingNotified:
    """收到听证通知; `organ` says which of several respondents (ARL 51).

    Raises:
        Refused: No hearing is set, it has it already, it is no respondent, or it says a day before
            the notice or after the hearing.
    """
    planned = _planned(case)
    other = joint_hearing.other_of(case, standing, organ)
    told = planned.joint_notified.get(other) if other else planned.notified.get(standing)
    if told:
        raise Refused(f"已记载于{told}收到听证通知", _NOTICE)
    if planned.set_on and head.on < planned.set_on:
        raise Refused(f"听证通知于{planned.set_on}作出，不得在此之前收到", _NOTICE)
    if head.on > planned.on:
        raise Refused(f"听证定于{planned.on}，通知不得晚于该日收到", _NOTICE)
    return HearingNotified(head=head, standing=standing, organ=other)


def put_off(case: Case, head: Head, reason_id: UUID) -> HearingPutOff:
    """延期听证 (ARL 51).

    Raises:
        Refused: No hearing is set.
    """
    _planned(case)
    return HearingPutOff(head=head, reason_id=reason_id)


def drop(case: Case, head: Head, reason_id: UUID) -> HearingDropped:
    """不再组织听证: all parties, who were told of one, are told why there will be none (ARL 50).

    Raises:
        Refused: None was put off, or the case is one in which a hearing must be organised, unless
            the application is to be dismissed (ARL 33).
    """
    if not case.hearing_put_off_on:
        raise Refused("没有延期而未举行的听证", ARL[51].par(1))
    _refuse_in_grave(case, head.on)
    return HearingDropped(head=head, reason_id=reason_id)


def convene(
    case: Case,
    head: Head,
    came: Attendance,
    minutes_id: UUID,
    *,
    unsigned_reason_id: UUID | None,
    calendar: Calendar,
    seats: Panel | None = None,
) -> HearingHeld:
    """举行听证, with the minutes as they were signed (ARL 50, 51; RULES 76).

    That the respondent's head stayed away without a word is put on record; it hinders nobody else.

    Args:
        case: The file.
        head: Head of the new page, of the day of the hearing.
        came: Who was there and who signed; an applicant was.
        minutes_id: Document 听证笔录.
        unsigned_reason_id: Document with the reason why somebody did not sign.
        calendar: The city's calendar.
        seats: Who sat, where others did than the notice named.

    Raises:
        Refused: It is another day than that of the notice, a party had the notice too late or not
            at all, the panel is not lawful, or somebody who was there is left out of the minutes.
    """
    planned = _on_its_day(case, head)
    hold(notice(planned.on, _all_notified(case, planned), calendar), _NOTICE)
    sat = seats or Panel(host=planned.host, officers=planned.officers, recorder=planned.recorder)
    _check_panel(case, sat)
    came = by_person(case, came)
    came.check_signatures(explained=unsigned_reason_id is not None)
    joint_hearing.check_attended(case, came.joint, explained=unsigned_reason_id is not None)
    return HearingHeld(
        head=head,
        host=sat.host,
        officers=sat.officers,
        recorder=sat.recorder,
        head_came=came.head_came,
        explained=came.explained,
        staff_came=came.staff_came,
        third_came=came.third_came,
        signed=_in_order(came.signed),
        unsigned=_in_order(came.unsigned),
        unsigned_reason_id=unsigned_reason_id,
        hearing_record_id=minutes_id,
        joint_attended=came.joint,
        attended=came.persons,
    )


def waive(case: Case, head: Head, record_id: UUID, calendar: Calendar) -> HearingWaived:
    """视为放弃听证权利: in time notified, the applicant did not come and gave no reason (ARL 51).

    Raises:
        Refused: It is another day than that of the notice, or the applicant had it too late.
    """
    planned = _on_its_day(case, head)
    told = planned.notified.get(Standing.APPLICANT)
    if told is None:
        raise Refused("申请人没有收到听证通知，不得视为放弃听证权利", _NOTICE)
    hold(notice(planned.on, told, calendar), _NOTICE)
    return HearingWaived(head=head, record_id=record_id)


def take_waiver_back(case: Case, head: Head, reason_id: UUID) -> HearingWaiverTakenBack:
    """不再视为放弃听证权利: the applicant had a good reason to stay away (ARL 51).

    Raises:
        Refused: It has not given its hearing up.
    """
    if not case.hearing_waived:
        raise Refused("没有视为放弃听证权利的记载", ARL[51].par(2))
    return HearingWaiverTakenBack(head=head, reason_id=reason_id)


def refuse_as_views(manner: ViewsManner) -> None:
    """听证 is more than hearing opinions, and has pages of its own (ARL 50, 51).

    Raises:
        Refused: A hearing is to be put on record as an opinion that was heard.
    """
    if manner is ViewsManner.HEARING:
        raise Refused("听证应当通知当事人、由主持人和听证员举行，以听证笔录记载", _NOTICE)


def _planned(case: Case) -> HearingPlan:
    if case.hearing is None:
        raise Refused("本案没有定下的听证", _NOTICE)
    return case.hearing


def _all_notified(case: Case, planned: HearingPlan) -> date:
    """The day on which every party had the notice; a third person who takes part is one too."""
    parties = joint_hearing.parties(case)
    told_on = planned.notified_to(parties)
    if told_on is None:
        raise Refused(f"{'、'.join(map(NAMES.__getitem__, parties))}没有都收到听证通知", _NOTICE)
    return max(told_on, *joint_hearing.all_notified(case, planned), told_on)


def _on_its_day(case: Case, head: Head) -> HearingPlan:
    planned = _planned(case)
    if head.on != planned.on:
        raise Refused(f"听证通知载明于{planned.on}举行，另日举行的应当先延期", _NOTICE)
    return planned


def _refuse_in_grave(case: Case, on: date) -> None:
    if must_hold_hearing(case) and not is_to_be_dismissed(case, on):
        raise Refused("重大、疑难、复杂的案件应当组织听证", ARL[50].par(1))


def _refuse_set(case: Case) -> None:
    if case.hearing:
        raise Refused(f"听证已定于{case.hearing.on}，改期的应当先延期", _NOTICE)
    if case.hearing_waived:
        raise Refused("申请人已视为放弃听证权利", ARL[51].par(2))


def _check_panel(case: Case, seats: Panel) -> None:
    hold(panel(1, len(seats.officers), 1), _PANEL)
    everybody = (seats.host, *seats.officers, seats.recorder)
    if len(set(everybody)) < len(everybody):
        raise Refused("主持人、听证员、记录员应当是不同的人员", _PANEL)
    if recused := set(everybody) & set(case.recused):
        raise Refused(f"已经决定回避的，不得参加听证：{'、'.join(sorted(recused))}", RULES[47])


def _in_order(who: frozenset[Standing]) -> tuple[Standing, ...]:
    return tuple(one for one in Standing if one in who)
