"""列在首位: a joint respondent that is named first keeps its copy, days and reply (ARL 19, 48)."""

from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands.pages import head_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.deferring import defer_reply, rest_of
from services.reconsideration.domain.joint import Joint
from services.reconsideration.store import CASES
from shared.contracts.fact import CLOCK, Head
from shared.contracts.reconsideration import CopyReceived, CopySent, ReplyFiled
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.proving import LateReplyFiled
from shared.law.running import Running
from shared.work import Work

_OF_JOINT: Final = {"joint_reply": Track.ORDINARY, "joint_reply_simplified": Track.SIMPLIFIED}
_DEFERRED: Final = "joint_reply_deferred"
_OF_FIRST: Final = ("reply", "reply_simplified")


def joint_days(work: Work, case: Case, organ: str) -> Running | None:
    """答复期限 of one of the others, while it runs."""
    running = (one for one, _ in work.running(case.case_id))
    return next(
        (one for one in running if one.name in {*_OF_JOINT, _DEFERRED} and one.subject == organ),
        None,
    )


def stand_first(work: Work, case: Case, beside: Joint, days: Running | None, *, on: date) -> Case:
    """What it was sent, had and said beside another one it was sent, had and said (ARL 48).

    The pages bear the days on which it was so. The hub turns them, not whoever changed the
    respondent: the silence of the one named before, which is on file, does not stand in their way.

    Args:
        work: The unit of work.
        case: The file, in which it is named first now.
        beside: How far the file had come with it.
        days: Its days to reply, if they ran.
        on: The day of the change.
    """

    def at(day: date) -> Head:
        return head_of(work, case, CLOCK, day)

    if beside.sent_on is None:
        return case
    case = work.record(case, CopySent(head=at(beside.sent_on), respondent=case.respondent))
    if beside.copied_on is None:
        return case
    track = _track(case, beside.copied_on, days)
    received = CopyReceived(head=at(beside.copied_on), respondent=case.respondent, track=track)
    case = work.record(case, received)
    if beside.reply_id and not beside.forfeited:
        filed = ReplyFiled(head=at(beside.replied_on or on), reply_id=beside.reply_id)
        return work.record(case, filed)
    if days and days.name != _DEFERRED:
        _run_on(work, case, days)
    case = work.take(CASES, case.case_id)  # where its days are over, its silence is on file again
    if days and days.name == _DEFERRED:
        code = rest_of(days, on, work.calendar)
        deferral = UUID(beside.deferred_by)
        return work.record(case, defer_reply(case, at(on), case.respondent, code, deferral))
    if beside.reply_id:
        late = LateReplyFiled(head=at(on), organ=case.respondent, reply_id=beside.reply_id)
        case = work.record(case, late)
    return case


def _track(case: Case, copied_on: date, days: Running | None) -> Track:
    """适用程序 on the day of its copy, which said how long it had to reply (ARL 48, 54)."""
    if days and days.name in _OF_JOINT:
        return _OF_JOINT[days.name]
    before = case.converted_on is not None and copied_on <= case.converted_on
    return Track.SIMPLIFIED if before else case.track


def _run_on(work: Work, case: Case, days: Running) -> None:
    """Its days go on as they ran, with what was left out of them and added to them."""
    for one, _ in work.running(case.case_id):
        if one.name in _OF_FIRST:
            same = replace(
                one,
                until=days.until,
                next_at=days.next_at,
                provisional=days.provisional,
                course=days.course,
                warned=days.warned,
            )
            work.keep(case.case_id, same)
