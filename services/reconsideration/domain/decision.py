"""行政复议决定: the opinion it rests upon, its extension and its service (ARL 52, 62, 75)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.finality import is_final
from services.reconsideration.domain.handling import deciding, extension
from services.reconsideration.domain.ordering import performing
from services.reconsideration.domain.ordinary import EXTENSION_DAYS
from services.reconsideration.domain.remedies import remedy, sue_by
from shared.contracts.fact import Head
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    ConsultationWithdrawn,
    DecisionDelivered,
    DecisionExtended,
    OpinionRecorded,
    Outcome,
    Stance,
)
from shared.contracts.reconsideration.findings import obliges
from shared.contracts.reconsideration.served import OrganServed
from shared.law.article import ARL, RULES
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


def request_opinion(
    case: Case, head: Head, ground: ConsultationGround, question_id: UUID
) -> ConsultationRequested:
    """提请咨询, with the draft 拟稿 that is on file, if there is one (ARL 52).

    Raises:
        Refused: The committee has been asked, or the ground is not there.
    """
    if case.consultation_ground is not None:
        raise Refused("本案已提请行政复议委员会咨询", ARL[52].par(2))
    if ground is ConsultationGround.PROVINCE and case.authority not in case.respondents:
        raise Refused("本案不是对本机关行政行为的复议案件", ARL[52].par(2, 3))
    return ConsultationRequested(
        head=head,
        authority=case.authority,
        county=case.county,
        ground=ground,
        question_id=question_id,
        draft_id=case.drafted.paper_id if case.drafted else None,
        respondents=case.respondents,
    )


def withdraw_request(case: Case, head: Head, reason_id: UUID) -> ConsultationWithdrawn:
    """撤回咨询提请, so that it can be asked on another ground or not at all (RULES 151).

    Raises:
        Refused: The committee has not been asked, or has spoken.
    """
    if case.consultation_ground is None:
        raise Refused("本案未提请行政复议委员会咨询", ARL[52].par(2))
    if case.stance is not None:
        raise Refused("咨询意见已经提出，不得撤回提请", RULES[151])
    return ConsultationWithdrawn(head=head, authority=case.authority, reason_id=reason_id)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a committee was asked, as its opinion tells; pages of old tell nothing of it."""

    by: str = ""
    """Organ code of the authority whose committee it is."""
    question_id: UUID | None = None
    of: tuple[str, ...] = ()
    """Organ codes of the respondents, the one named first in the first place."""


UNSAID: Final = Asked()


def record_opinion(
    case: Case,
    head: Head,
    consultation_id: UUID,
    opinion_id: UUID,
    stance: Stance,
    *,
    asked: Asked = UNSAID,
) -> OpinionRecorded:
    """记录咨询意见 (ARL 52).

    Args:
        case: The file.
        head: Head of the new page.
        consultation_id: Case file of the consultation.
        opinion_id: Document with the opinion.
        stance: The committee's.
        asked: What the committee was asked, as its opinion tells.

    Raises:
        Refused: Nobody asked the committee, an authority did that no longer handles the case, or it
            was asked something else, or of other respondents, than is asked now (RULES 151).
    """
    if case.consultation_ground is None:
        raise Refused("本案未提请行政复议委员会咨询", ARL[52].par(2))
    if asked.by not in ("", case.authority):
        text = "案件已由上级行政复议机关办理，下级的行政复议委员会不再提出咨询意见"
        raise Refused(text, ARL[52].par(2))
    if asked.question_id and case.questions and asked.question_id != case.questions[-1]:
        raise Refused("提请已经撤回，此前的咨询意见不作为重新提请的答复", RULES[151])
    if asked.of and not _as_before(case.respondents, asked.of):
        raise Refused("提出意见以前被申请人已经变更或者追加，应当另行提请", RULES[151])
    return OpinionRecorded(
        head=head, consultation_id=consultation_id, opinion_id=opinion_id, stance=stance
    )


def _as_before(now: tuple[str, ...], then: tuple[str, ...]) -> bool:
    """Whether respondents were neither replaced nor added; whoever left changes no opinion."""
    return now[0] == then[0] and set(now) <= set(then)


def extend(
    case: Case, head: Head, days: int, reason_id: UUID, calendar: Calendar
) -> DecisionExtended:
    """延长审理期限: the days are added to the unrolled end, which is rolled once (ARL 62).

    Raises:
        Refused: More than thirty days in all, the period is already over, or the procedure is the
            simplified one.
    """
    check_extension(case, days)
    if case.accepted_on is None:
        raise Refused("尚未受理，没有可以延长的审理期限", ARL[62].par(1))
    until = deciding(
        case.runs_from or case.accepted_on,
        calendar,
        law_days=case.law_days,
        exclusions=case.left_out,
        extended_days=case.extended_days + days,
        elevated_on=case.elevated.taken_up_on,
        converted_on=case.converted_on,
    )
    return DecisionExtended(
        head=head, days=days, until=until.reckoning.last_day, reason_id=reason_id
    )


def check_extension(case: Case, days: int) -> None:
    """延长的日数: thirty in all, none in the simplified procedure (ARL 62).

    Raises:
        Refused: It is more, the period is already over, or the procedure is the simplified one.
    """
    article = ARL[62].par(1)
    point = extension(case.track, case.extended_days, case.overdue_on, date.max)
    if point.met is False:
        raise Refused(point.text, point.article or article)
    if days < 1 or case.extended_days + days > EXTENSION_DAYS:
        raise Refused(
            f"延长期限累计不得超过{EXTENSION_DAYS}日，已延长{case.extended_days}日", article
        )


def performance_day(case: Case, served_on: date, calendar: Calendar) -> date | None:
    """履行期限的最后一日, running from service on the respondent (ARL 64, 66; ARR2026 58)."""
    if case.perform_by:
        return case.perform_by
    proof = performing(
        *(case.perform_within, served_on, served_on, calendar),
        redo=case.redo,
        made_on=case.decided_on,
    )
    return proof.reckoning.last_day if proof else None


def performance_day_anew(case: Case, served_on: date, calendar: Calendar) -> date | None:
    """The same from a service that took the place of another (ARL 75); None where none runs anew.

    A day that the decision itself sets is the same for whoever has it later. What the case knows
    by its end is the day from the service that was none.
    """
    if case.drafted and case.drafted.draft.perform_by:
        return None
    return performance_day(replace(case, perform_by=None), served_on, calendar)


def deliver(
    case: Case,
    head: Head,
    served_on: date,
    applicants: Mapping[UUID, date],
    calendar: Calendar,
    *,
    joint: Mapping[str, date] | None = None,
    annulled: bool = False,
    corrected: bool = False,
) -> DecisionDelivered:
    """送达行政复议决定书: with the date until which each applicant may sue (ARL 75; ALL 45).

    Args:
        case: The file.
        head: Head of the new page, of the day on which the last of them was served.
        served_on: The day on which the respondent was served.
        applicants: The day on which each applicant and each third person was served.
        calendar: The city's calendar.
        joint: The day on which each other joint respondent was served.
        annulled: Whether the decision fell meanwhile; nobody sues over it any more (RULES 92).
        corrected: Whether the application it dismissed was accepted meanwhile (RULES 172).

    Raises:
        Refused: One of them was not served, or somebody before the decision was made.
    """
    others = joint or {}
    check_service(case, served_on, applicants, others)
    of_applicants = [applicants[one] for one in case.applicants if one in applicants]
    assert case.outcome is not None  # noqa: S101 - as `check_service` saw
    remedies = tuple(remedy(who, on, sue_by(case, on, calendar)) for who, on in applicants.items())
    return DecisionDelivered(
        head=head,
        authority=case.authority,
        respondent=case.respondent,
        served_on=served_on,
        remedies=remedies,
        perform_by=performance_day(case, served_on, calendar),
        joint_served=tuple(
            OrganServed(organ=o, served_on=on, perform_by=performance_day(case, on, calendar))
            for o, on in others.items()
        ),
        first_served_on=min(of_applicants, default=None),
        without_applicants=not of_applicants,
        third_persons=tuple(who for who in applicants if who not in case.applicants),
        annulled=annulled,
        corrected=corrected,
        **effects(case),
    )


def effects(case: Case) -> dict[str, Any]:
    """What a decision has for effects on whom it is served, by the names of its pages (ARL 75)."""
    dismissed = case.outcome is Outcome.APPLICATION_DISMISSED
    return {
        "outcome": case.outcome,
        "outcomes": case.outcomes if len(case.outcomes) > 1 else (),
        "redo": case.redo,
        "compensation": case.compensation,
        "remedial": case.drafted is not None and case.drafted.draft.remedial,
        "compulsory": case.comes_first if dismissed else None,
        "qualifies": not (dismissed and _unqualified(case)),
        "final": is_final(case),
    }


def obliges_organs(case: Case) -> bool:
    """Whether a decision gives a respondent anything to perform, with a day or none (ARL 77)."""
    told = effects(case)
    dated = case.perform_within or case.perform_by
    return obliges(
        (one for one in (case.outcome, *case.outcomes) if one),
        ordered=bool(told["redo"] or told["remedial"] or dated),
        compensation=case.compensation,
    )


def _unqualified(case: Case) -> bool:
    """Whether it was found of every act, and not that an application is groundless (ARL 33)."""
    return bool(case.findings) and not any(one.qualifies for one in case.findings)


def check_service(
    case: Case, served_on: date, others: Mapping[UUID, date], joint: Mapping[str, date]
) -> None:
    """送达: on each respondent, applicant and third person, after it was made (ARL 75).

    Raises:
        Refused: One of them was not served, somebody before the decision was made, or on another
            day than the page of that service says.
    """
    if set(others) != set(case.addressees):
        raise Refused("决定书应当送达每一名申请人和第三人", ARL[75].par(2))
    if set(joint) != set(case.respondents[1:]):
        raise Refused("决定书应当送达每一个共同被申请人", ARL[75].par(2))
    if case.outcome is None or case.decided_on is None:
        raise Refused("尚未作出行政复议决定，不得送达", ARL[75])
    if min((served_on, *others.values(), *joint.values())) < case.decided_on:
        raise Refused(f"决定于{case.decided_on}作出，不得在此之前送达", ARL[75])
    known = case.served_days.items()
    apart = any(joint[organ] != on for organ, on in case.served_organs.items())
    if apart or any((others[who] if who else served_on) != on for who, on in known):
        raise Refused("与已经记载的送达日期不一致", ARL[75].par(2))
