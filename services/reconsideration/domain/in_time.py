"""期满前交邮、递交: what was sent on or before the last day is in time (ARL 88; CPL 85)."""

from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.sent import POSTED, Sent, in_time
from shared.contracts.fact import Head
from shared.contracts.reconsideration.in_time import JointReplyInTime, ReplyInTime
from shared.law.article import ARL
from shared.law.procedure import Refused


def must_be_in_time(sent: Sent, first: date | None, last: date | None, head: Head) -> None:
    """Hold the day on which it was sent against the days that there were.

    Args:
        sent: When it was sent.
        first: Before which it cannot have been sent: the day from which a respondent was to reply,
            or on which the application came that is supplemented, whenever the notice did, as CPL
            85(4) bounds the last day alone. None where the file does not know it.
        last: The last of them; None where none has lapsed.
        head: Head of the page by which it is taken in.

    Raises:
        Refused: They are not over, or it was sent before or after them.
    """
    if last is None or sent.on is None:
        raise Refused("没有期限届满的记载，不必查明交邮之日", POSTED)
    if not (found := in_time(sent, last)).met:
        raise Refused(found.text, POSTED)
    if sent.on > head.on or (first and sent.on < first):
        text = f"{sent.way}之日{sent.on}不得早于{first}，也不得晚于收到之日{head.on}"
        raise Refused(text, POSTED)


def supplement(case: Case, *, gone_on: bool) -> None:
    """补正未逾期: the application that was taken for given up goes on in a new file (ARL 31).

    Args:
        case: The file.
        gone_on: Whether it goes on already, as it was supplied in time or accepted after all.

    Raises:
        Refused: It was not taken for given up, or it goes on already.
    """
    if case.state is not State.ABANDONED:
        raise Refused("申请没有被视为放弃", ARL[31].par(2))
    if gone_on:
        raise Refused("申请已经在新的案卷里继续办理", ARL[31].par(2))


def reply(
    case: Case, head: Head, organ: str, sent: Sent, *, reply_id: UUID, proof_id: UUID
) -> ReplyInTime | JointReplyInTime:
    """答复未逾期, of whichever respondent: it is taken for a reply in its days (ARL 48; CPL 85).

    Raises:
        Refused: Its silence is not on file.
    """
    other = silent_one(case, organ)
    said = {
        "head": head,
        "reply_id": reply_id,
        "proof_id": proof_id,
        "posted_on": sent.posted_on,
        "handed_over_on": sent.handed_over_on,
    }
    if other:
        whose = {"organ": organ, "lapsed_as": other.lapsed_as or None}
        return JointReplyInTime.model_validate({**said, **whose})
    return ReplyInTime.model_validate(said)


def silent_one(case: Case, organ: str) -> Joint | None:
    """Which of the others is silent by the file; None of the respondent named first (ARL 48, 70).

    Raises:
        Refused: Its silence is not on file.
    """
    other = next((one for one in case.joint if one.organ == organ), None)
    if not (other.forfeited if other else case.reply_forfeited):
        raise Refused("没有逾期不答复的记载", ARL[48])
    return other


def silent_as(case: Case, organ: str) -> str:
    """Whose silence it is that binds this respondent: its own, or that of whom it succeeds.

    The days that lapsed stay those of the organ that let them pass (ARL 19).
    """
    other = next((one for one in case.joint if one.organ == organ), None)
    return (other or case.evidence).lapsed_as or organ


def reply_on_file(case: Case, organ: str) -> UUID | None:
    """What this respondent has on file already, taken in as late."""
    other = next((one for one in case.joint if one.organ == organ), None)
    return other.reply_id if other else case.evidence.reply_id
