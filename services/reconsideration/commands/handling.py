"""From acceptance 受理 to what the decision rests on (ARL 48, 49, 52)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.commands.joint import (
    file_joint_reply,
    receive_joint_copy,
    receive_sent_copies,
    send_joint_copies,
    show_to_those_sent,
)
from services.reconsideration.commands.pages import head_of, not_before, paper, turn
from services.reconsideration.domain import decision
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.copying import copy_waits, joint_waiting
from services.reconsideration.domain.hearing_acts import refuse_as_views
from services.reconsideration.domain.joint_acts import acting_as, all_together, reply_late
from services.reconsideration.domain.joint_hearing import other_of
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.pausing_acts import refuse_before_resumption
from services.reconsideration.domain.views import heard_of
from shared.contracts.fact import Head
from shared.contracts.reconsideration import (
    ConsultationGround,
    CopyReceived,
    CopySent,
    OpinionRecorded,
    ReplyFiled,
    Stance,
    Standing,
    ViewsHeard,
    ViewsManner,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.proving import LateReplyFiled
from shared.work import Work


def send_copy(
    work: Work,
    case_id: UUID,
    *,
    by: str,
    on: date | None = None,
    received_on: date | None = None,
) -> Case:
    """发送申请书副本 to every respondent who has not been sent it (ARL 48).

    From here they stand among the departments that see the file. Handed over at once, the receipt
    of those who are sent it now is the next page; who was sent it before has its own day.
    """
    case, head = turn(work, case_id, by, on)
    first = copy_waits(case) or not joint_waiting(case)
    unsent = [one.organ for one in case.joint if one.sent_on is None]
    unsent = unsent if first else list(joint_waiting(case))
    if first:
        work.label(case_id, departments=case.respondent)
        case = work.record(case, CopySent(head=head, respondent=case.respondent))
    case = send_joint_copies(work, case, unsent, by=by, on=head.on)
    if case.joint:
        show_to_those_sent(work, case, first=case.state is not State.ACCEPTED)
    if received_on is None:
        return case
    not_before(head.on, received_on, "副本", "received_on")
    if first:
        case = work.record(case, _received(case, head_of(work, case, by, received_on)))
    return receive_sent_copies(work, case, unsent, by=by, on=received_on)


def receive_copy(
    work: Work,
    case_id: UUID,
    *,
    by: str,
    on: date | None = None,
    organ: str | None = None,
    department: str = "",
) -> Case:
    """被申请人收到副本 (ARL 48, 54).

    Args:
        work: The unit of work.
        case_id: The file.
        by: Who acts.
        on: The day; today if not said.
        organ: Which of several respondents; the one named first if not said.
        department: The department that does it itself.
    """
    case, head = turn(work, case_id, by, on, CopyReceived)
    refuse_before_resumption(case, head.on)
    acting = acting_as(case, organ, department)
    if acting != case.respondent:
        return receive_joint_copy(work, case, head, acting)
    not_before(case.copy_sent_on, head.on, "副本")
    return work.record(case, _received(case, head))


def _received(case: Case, head: Head) -> CopyReceived:
    return CopyReceived(head=head, respondent=case.respondent, track=case.track)


def file_reply(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    organ: str | None = None,
    together: bool = False,
    department: str = "",
) -> Case:
    """书面答复, with evidence and basis; `together` it is that of all respondents (ARL 48).

    Args:
        work: The unit of work.
        case_id: The file.
        text: The reply.
        by: Who acts.
        on: The day; today if not said.
        organ: Which of several respondents; the one named first if not said.
        together: Whether one reply is that of all of them 共同答复.
        department: The department that does it itself.
    """
    case, head = turn(work, case_id, by, on, ReplyFiled)
    acting = acting_as(case, organ, department)
    replying = all_together(case) if together else (acting,)
    reply_id = paper(work, case, "reply", text)
    for one in replying:
        at = head_of(work, case, by, head.on)
        if one == case.respondent:
            case = work.record(case, ReplyFiled(head=at, reply_id=reply_id))
        else:
            case = file_joint_reply(work, case, at, one, reply_id)
    return case


def file_late_reply(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    organ: str | None = None,
    department: str = "",
) -> Case:
    """逾期书面答复, taken into the file; arguments as above (ARL 48, 70)."""
    case, head = turn(work, case_id, by, on, LateReplyFiled)
    acting = acting_as(case, organ, department)
    reply_id = paper(work, case, "late_reply", text)
    return work.record(case, reply_late(case, head, acting, reply_id))


def hear_views(
    work: Work,
    case_id: UUID,
    standing: Standing,
    manner: ViewsManner,
    *,
    record: str,
    by: str,
    persons: Collection[UUID] = (),
    on: date | None = None,
    organ: str | None = None,
) -> Case:
    """听取意见, of one party or of several of a side; `organ` says of which respondent (ARL 49)."""
    refuse_as_views(manner)
    case, head = turn(work, case_id, by, on)
    other = other_of(case, standing, organ)
    heard = heard_of(case, standing, persons)
    fact = ViewsHeard(
        head=head,
        standing=standing,
        manner=manner,
        record_id=paper(work, case, "views", record),
        organ=other,
        persons=heard,
    )
    return work.record(case, fact)


def review_in_writing(
    work: Work,
    case_id: UUID,
    standing: Standing,
    *,
    reason: str,
    by: str,
    persons: Collection[UUID] = (),
    on: date | None = None,
) -> Case:
    """书面审理, because a party cannot be heard for a cause of its own (ARL 49)."""
    case, head = turn(work, case_id, by, on)
    unheard = heard_of(case, standing, persons)
    reason_id = paper(work, case, "written_review", reason)
    fact = ViewsUnavailable(head=head, standing=standing, reason_id=reason_id, persons=unheard)
    return work.record(case, fact)


def request_opinion(
    work: Work,
    case_id: UUID,
    ground: ConsultationGround,
    *,
    question: str,
    by: str,
    on: date | None = None,
) -> Case:
    """提请咨询 (ARL 52)."""
    case, head = turn(work, case_id, by, on)
    question_id = paper(work, case, "consultation_question", question)
    return work.record(case, decision.request_opinion(case, head, ground, question_id))


def withdraw_request(
    work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Case:
    """撤回咨询提请 (ARL 52; RULES 151)."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "consultation_withdrawal", reason)
    return work.record(case, decision.withdraw_request(case, head, reason_id))


def record_opinion(
    work: Work,
    case_id: UUID,
    consultation_id: UUID,
    opinion_id: UUID,
    stance: Stance,
    *,
    by: str,
    on: date | None = None,
    asked: decision.Asked = decision.UNSAID,
) -> Case:
    """记录咨询意见; the committee speaks while the case is suspended too (ARL 52)."""
    case, head = turn(work, case_id, by, on, OpinionRecorded)
    fact = decision.record_opinion(case, head, consultation_id, opinion_id, stance, asked=asked)
    return work.record(case, fact)
