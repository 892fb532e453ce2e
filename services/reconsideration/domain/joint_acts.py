"""共同被申请人: named, left, sent the copy, and their replies (ARL 19, 48, 54, 70; ARR2026 29)."""

from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.copying import copy_waits
from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.ordinary import ON_HAND, State
from shared.contracts.fact import Head
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.proving import LateReplyFiled
from shared.law.article import ARL
from shared.law.procedure import Refused


def name(case: Case, head: Head, organ: str, text_id: UUID) -> JointRespondentNamed:
    """列为共同被申请人; once the case is accepted it is sent the copy in its own days (ARL 19, 48).

    Raises:
        Refused: It is one of the respondents already.
    """
    if organ in case.respondents:
        raise Refused("该机关已经是本案的被申请人", ARL[19].par(2))
    due = case.state in ON_HAND and not copy_waits(case)
    anew = case.state in ON_HAND and case.was_answered
    return JointRespondentNamed(
        head=head, organ=organ, text_id=text_id, copy_due=due, asks_anew=anew
    )


def leave(case: Case, head: Head, organ: str, text_id: UUID) -> JointRespondentLeft:
    """不再列为共同被申请人 (ARR2026 29)."""
    return JointRespondentLeft(head=head, organ=_one(case, organ).organ, text_id=text_id)


def send_copy(case: Case, head: Head, organ: str) -> JointCopySent:
    """发送申请书副本 to one of them (ARL 48)."""
    return JointCopySent(head=head, organ=_one(case, organ).organ)


def receive_copy(case: Case, head: Head, organ: str) -> JointCopyReceived:
    """收到副本: the days of this one run by the procedure of the day (ARL 48, 54).

    Raises:
        Refused: It is none of the joint respondents.
    """
    return JointCopyReceived(head=head, organ=_one(case, organ).organ, track=case.track)


def reply(case: Case, head: Head, organ: str, reply_id: UUID) -> JointReplyFiled:
    """书面答复 of this one (ARL 48).

    Raises:
        Refused: It is none of the joint respondents.
    """
    return JointReplyFiled(head=head, organ=_one(case, organ).organ, reply_id=reply_id)


def reply_late(case: Case, head: Head, organ: str, reply_id: UUID) -> LateReplyFiled:
    """逾期书面答复, of whichever respondent; its silence stays on file (ARL 48, 70).

    Raises:
        Refused: It is no respondent, its days are not over, or it has replied.
    """
    if organ == case.respondent:
        silent, given = case.reply_forfeited, case.evidence.reply_id
    else:
        one = _one(case, organ)
        silent, given = one.forfeited, one.reply_id
    if given:
        raise Refused("书面答复已经收入案卷", ARL[48])
    if not silent:
        raise Refused("没有逾期，在答复期限以内提出书面答复", ARL[48])
    return LateReplyFiled(head=head, organ=organ, reply_id=reply_id)


def still_replying(case: Case) -> tuple[str, ...]:
    """Those who have their copy and whose days to reply run, first the one named first (ARL 48)."""
    first = (case.respondent,) if case.state is State.REPLYING else ()
    others = (one.organ for one in case.joint if one.copied_on and one.is_awaited)
    return (*first, *others)


def all_together(case: Case) -> tuple[str, ...]:
    """共同答复: for whom one reply of all of them counts.

    Raises:
        Refused: They are not several, or one of them has not got its copy or is out of time.
    """
    if not case.joint:
        raise Refused("本案只有一个被申请人，没有共同答复", ARL[48])
    replying = still_replying(case)
    if missing := [one for one in case.respondents if one not in replying]:
        text = f"共同答复由收到副本、尚在答复期限内的全体被申请人提出，{'、'.join(missing)}不在其内"
        raise Refused(text, ARL[48])
    return replying


def acting_as(case: Case, organ: str | None, department: str) -> str:
    """以哪一个被申请人的名义: a department acts for itself, an officer takes down for whom it says.

    Args:
        case: The file.
        organ: Who is named in the act; None for the respondent named first.
        department: The department that does it itself; empty where an officer takes it down.

    Raises:
        Refused: Who is named is no respondent, or a department acts for another one.
    """
    own = department if department in case.respondents else ""
    if own and organ not in {None, own}:
        raise Refused("共同被申请人各自收到副本、提出答复，不代替其他机关", ARL[19].par(2))
    acting = own or organ or case.respondent
    if acting not in case.respondents:
        raise Refused("不是本案的被申请人", ARL[19].par(2))
    return acting


def _one(case: Case, organ: str) -> Joint:
    found = next((one for one in case.joint if one.organ == organ), None)
    if found is None:
        raise Refused("不是本案的共同被申请人", ARL[19].par(2))
    return found
