"""Decision 行政复议决定: when it may be made, extended and what it may order (ARL 52, 61 to 75)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.assigning import enough_reviewers
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.handling import (
    consult_grounds,
    deciding,
    extension,
    must_hear,
)
from services.reconsideration.domain.heeding import heed_on_decision
from services.reconsideration.domain.judging import presumed_baseless
from services.reconsideration.domain.ordering import (
    ORDERS_NOTHING,
    adoption,
    consulted_first,
    heard_first,
    may_order_redo,
    must_date,
    performing,
    suing,
)
from services.reconsideration.domain.ordinary import EXTENSION_DAYS, State
from shared.contracts.fact import Head
from shared.contracts.reconsideration import (
    Approval,
    Compensation,
    ConsultationGround,
    ConsultationRequested,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    OpinionRecorded,
    Outcome,
    Remedy,
    Stance,
)
from shared.contracts.reconsideration.assigning import Track
from shared.law.article import ARL, RULES
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision as approved 经同意或者讨论通过的决定, before its paper has an id (ARL 61)."""

    outcome: Outcome
    approval: Approval = Approval.HEAD
    redo: bool = False
    perform_within: str | None = None
    perform_by: date | None = None
    compensation: Compensation | None = None
    opinion_adopted: bool | None = None
    third_party_evidence: bool = False


def must_consult(case: Case) -> bool:
    """应当提请咨询: the body found a ground, or the authority reviews itself (ARL 52)."""
    return bool(consult_grounds(_grounds(case), own_act=case.respondent == case.authority))


def _grounds(case: Case) -> frozenset[ConsultationGround]:
    """The ground on which the committee was asked, and what was found of the case unasked."""
    grounds = (
        case.consultation_ground,
        ConsultationGround.GRAVE if case.grave else None,
        ConsultationGround.TECHNICAL if case.technical else None,
    )
    return frozenset(each for each in grounds if each)


def must_hold_hearing(case: Case) -> bool:
    """应当组织听证: it was found grave, or the committee was asked because it is (ARL 50)."""
    return must_hear(_grounds(case))


def request_opinion(
    case: Case, head: Head, ground: ConsultationGround, question_id: UUID
) -> ConsultationRequested:
    """提请咨询 (ARL 52).

    Raises:
        Refused: The committee has been asked, or the ground is not there.
    """
    if case.consultation_ground is not None:
        raise Refused("本案已提请行政复议委员会咨询", ARL[52].par(2))
    if ground is ConsultationGround.PROVINCE and case.respondent != case.authority:
        raise Refused("本案不是对本机关行政行为的复议案件", ARL[52].par(2, 3))
    return ConsultationRequested(
        head=head,
        authority=case.authority,
        county=case.county,
        ground=ground,
        question_id=question_id,
    )


def record_opinion(
    case: Case, head: Head, consultation_id: UUID, opinion_id: UUID, stance: Stance
) -> OpinionRecorded:
    """记录咨询意见 (ARL 52).

    Raises:
        Refused: Nobody asked the committee.
    """
    if case.consultation_ground is None:
        raise Refused("本案未提请行政复议委员会咨询", ARL[52].par(2))
    return OpinionRecorded(
        head=head, consultation_id=consultation_id, opinion_id=opinion_id, stance=stance
    )


def extend(
    case: Case, head: Head, days: int, reason_id: UUID, calendar: Calendar
) -> DecisionExtended:
    """延长审理期限: the days are added to the unrolled end, which is rolled once (ARL 62).

    Raises:
        Refused: More than thirty days in all, the period is already over, or the procedure is the
            simplified one.
    """
    article = ARL[62].par(1)
    total = case.extended_days + days
    point = extension(case.track, case.extended_days, case.overdue_on, date.max)
    if point.met is False:
        raise Refused(point.text, point.article or article)
    if days < 1 or total > EXTENSION_DAYS:
        raise Refused(
            f"延长期限累计不得超过{EXTENSION_DAYS}日，已延长{case.extended_days}日", article
        )
    if case.accepted_on is None:
        raise Refused("尚未受理，没有可以延长的审理期限", article)
    paused = tuple(one.left_out for one in case.suspensions)
    until = deciding(
        case.accepted_on,
        calendar,
        exclusions=paused,
        extended_days=total,
        converted_on=case.converted_on,
    )
    return DecisionExtended(
        head=head, days=days, until=until.reckoning.last_day, reason_id=reason_id
    )


def decide(
    case: Case, head: Head, draft: Draft, paper_id: UUID, departure_id: UUID | None = None
) -> DecisionMade:
    """作出行政复议决定 (ARL 61).

    Raises:
        Refused: The respondent may still reply (ARL 48), the applicant was not heard (ARL 49), a
            required hearing was not held (ARL 50), a required opinion is not on file (ARL 52), a
            recusal is not decided (RULES 47), reviewers are too few (ARR2026 39), the findings on
            file ask for the other (ARL 33), or the order does not go with the outcome.
    """
    _check_reviewers(case, head)
    heed_on_decision(case, draft.outcome, head.on)
    _check_hearing(case, draft)
    _check_orders(case, draft)
    _check_adoption(case, draft, departure_id, head.on)
    return DecisionMade(
        head=head,
        outcome=draft.outcome,
        paper_id=paper_id,
        approval=draft.approval,
        redo=draft.redo,
        perform_within=draft.perform_within,
        perform_by=draft.perform_by,
        compensation=draft.compensation,
        opinion_adopted=draft.opinion_adopted,
        departure_id=departure_id,
        third_party_evidence=draft.third_party_evidence,
    )


def _check_reviewers(case: Case, head: Head) -> None:
    """Those who were assigned are enough for the procedure and the edition of the day."""
    if case.recusals_pending:
        raise Refused("回避尚未决定，不得作出行政复议决定", RULES[47])
    enough = enough_reviewers(case, head, len(case.reviewers))
    if case.reviewers and not enough.met:
        raise Refused(enough.text, enough.article or ARL[36])


def _check_hearing(case: Case, draft: Draft) -> None:
    """Dismissing the application judges the application, so the reply is not awaited (ARL 33)."""
    if case.state in (State.ACCEPTED, State.COPIED, State.REPLYING):
        if draft.outcome is not Outcome.APPLICATION_DISMISSED:
            raise Refused(_WAITING[case.state], ARL[48])
    elif case.state is not State.EXAMINING:
        return  # not under hearing at all: the table says so
    if not case.applicant_heard and case.track is Track.ORDINARY:
        raise Refused("尚未听取申请人的意见", ARL[49])
    must = must_hold_hearing(case) and draft.outcome is not Outcome.APPLICATION_DISMISSED
    asked = must_consult(case)
    for gate in (heard_first(must, held=case.hearing_done), consulted_first(asked, case.stance)):
        if gate.met is False:
            raise Refused(gate.text, gate.article or ARL[61])


_WAITING: Final = {
    State.ACCEPTED: "尚未向被申请人发送申请书副本",
    State.COPIED: "被申请人尚未收到申请书副本",
    State.REPLYING: "被申请人尚未答复，且答复期限未满",
}


def _check_orders(case: Case, draft: Draft) -> None:
    dated = draft.perform_within or draft.perform_by
    if draft.redo and not may_order_redo(draft.outcome):
        raise Refused("撤销或者部分撤销的，才可以责令重新作出行政行为", ARL[64].par(1))
    if must_date(draft.outcome) and not dated:
        raise Refused("责令履行的，应当写明履行期限", ARL[66])
    if draft.outcome in ORDERS_NOTHING and dated:
        raise Refused("本类决定没有需要被申请人履行的内容，不得写履行期限", ARL[77].par(1))
    baseless = presumed_baseless(
        forfeited=case.reply_forfeited, third_party_evidence=draft.third_party_evidence
    )
    if draft.outcome is Outcome.UPHELD and baseless:
        raise Refused("被申请人逾期未答复，视为没有证据、依据，不得维持", ARL[70])


def _check_adoption(case: Case, draft: Draft, departure_id: UUID | None, on: date) -> None:
    if case.stance is None:
        return
    reasoned = departure_id is not None
    told = adoption(draft.opinion_adopted, reasoned=reasoned, on=on)
    if told.met is False:
        raise Refused(told.text, told.article or ARL[61])


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


def suit_day(start: date, calendar: Calendar) -> date:
    """起诉期限的最后一日, from receipt of the decision or from the period's end (ALL 45)."""
    return suing(start, "收到复议决定书", calendar).reckoning.last_day


def deliver(
    case: Case, head: Head, served_on: date, applicants: Mapping[UUID, date], calendar: Calendar
) -> DecisionDelivered:
    """送达行政复议决定书: with the date until which each applicant may sue (ARL 75; ALL 45).

    Args:
        case: The file.
        head: Head of the new page, of the day on which the last of them was served.
        served_on: The day on which the respondent was served.
        applicants: The day on which each applicant and each third person was served.
        calendar: The city's calendar.

    Raises:
        Refused: One of them was not served, or somebody before the decision was made.
    """
    if set(applicants) != set(case.addressees):
        raise Refused("决定书应当送达每一名申请人和第三人", ARL[75].par(2))
    if case.outcome is None or case.decided_on is None:
        raise Refused("尚未作出行政复议决定，不得送达", ARL[75])
    if min(served_on, *applicants.values()) < case.decided_on:
        raise Refused(f"决定于{case.decided_on}作出，不得在此之前送达", ARL[75])
    remedies = tuple(
        Remedy(person_id=who, served_on=on, sue_until=suit_day(on, calendar))
        for who, on in applicants.items()
    )
    return DecisionDelivered(
        head=head,
        outcome=case.outcome,
        authority=case.authority,
        respondent=case.respondent,
        served_on=served_on,
        remedies=remedies,
        redo=case.redo,
        perform_by=performance_day(case, served_on, calendar),
        compensation=case.compensation,
    )
