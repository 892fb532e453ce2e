"""期满前交邮、递交: what came late and was sent in time is taken in as in time (CPL 85)."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands.anew import follow_on
from services.reconsideration.commands.co_applying import ask_again
from services.reconsideration.commands.correcting import receive_again
from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.domain import in_time
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.going_along import proofs
from services.reconsideration.domain.joint_acts import acting_as
from services.reconsideration.domain.sent import Sent
from services.reconsideration.store import CASES
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.in_time import ReplyInTime, SupplementInTime
from shared.errors import Malformed
from shared.law.period import day_of_expiry
from shared.law.running import Running
from shared.work import Work

SUPPLEMENT: Final = ("supplement", "supplement_extended", "supplement_deferred")
_REPLY: Final = ("reply", "reply_simplified", "reply_deferred")
_JOINT_REPLY: Final = tuple(f"joint_{name}" for name in _REPLY)


def missed(work: Work, case_id: UUID, names: tuple[str, ...], subject: str = "") -> Running | None:
    """The newest of these periods that has lapsed."""
    held = (one for one, _ in work.running(case_id, lapsed=True))
    found = (one for one in held if one.name in names and one.subject == subject)
    return max(found, key=lambda one: one.opened, default=None)


def goes_on(work: Work, files: Sequence[UUID]) -> bool:
    """Whether an application that was taken for given up goes on in one of these already."""
    found = (work.find(CASES, one) for one in files)
    return any(one and one.state for one in found)


def missed_reply(work: Work, case: Case, organ: str) -> Running | None:
    """The newest days of this respondent to reply that have lapsed (ARL 19, 48)."""
    if organ == case.respondent:
        return missed(work, case.case_id, _REPLY)
    return missed(work, case.case_id, _JOINT_REPLY, in_time.silent_as(case, organ))


def check(days: Running | None, sent: Sent, head: Head, first: date | None) -> None:
    """Hold the day on which it was sent against the days that lapsed, and against the first."""
    last = day_of_expiry(days.until) if days else None
    in_time.must_be_in_time(sent, first, last, head)


def take_reply(
    work: Work,
    case_id: UUID,
    *,
    proof: str,
    by: str,
    on: date | None = None,
    text: str | None = None,
    posted_on: date | None = None,
    handed_over_on: date | None = None,
    organ: str | None = None,
) -> Case:
    """答复未逾期: the forfeiture on file is taken back (ARL 48, 70; CPL 85).

    Args:
        work: The unit of work.
        case_id: The file.
        proof: By what the day is proved.
        by: Who acts.
        on: The day on which it came; today if not said.
        text: The reply; None where it is on file already, taken in as late.
        posted_on: 交邮之日.
        handed_over_on: 当面递交之日; one of the two is said.
        organ: Which of several respondents; the one named first if not said.

    Raises:
        Malformed: No reply is on file, and none is said.
        Refused: Nothing lapsed, or it was not sent in its days.
    """
    case, head = turn(work, case_id, by, on, ReplyInTime)
    acting = acting_as(case, organ, "")
    sent = Sent(posted_on=posted_on, handed_over_on=handed_over_on)
    days = missed_reply(work, case, acting)
    check(days, sent, head, days.started_on if days else None)
    reply_id = paper(work, case, "reply", text) if text else in_time.reply_on_file(case, acting)
    if reply_id is None:
        raise Malformed("案卷中没有书面答复，写明答复", "text")
    proof_id = paper(work, case, "sending_proof", proof)
    papers = {"reply_id": reply_id, "proof_id": proof_id}
    return work.record(case, in_time.reply(case, head, acting, sent, **papers))


def take_supplement(
    work: Work,
    case_id: UUID,
    new_id: UUID,
    others: Sequence[UUID] = (),
    *,
    text: str,
    proof: str,
    by: str,
    on: date | None = None,
    attachments: Sequence[str] = (),
    posted_on: date | None = None,
    handed_over_on: date | None = None,
) -> Case:
    """补正未逾期: the application goes on in a new file, reviewed anew (ARL 31; CPL 85).

    Args:
        work: The unit of work.
        case_id: The file in which it was taken for given up.
        new_id: The new file, as `store.again_of` gives it.
        others: Where else it would go on, had it been accepted after all (ARL 35).
        text: What was supplied.
        proof: By what the day is proved.
        by: Who acts.
        on: The day on which it came, from which the review runs (ARL 30, 31(3)), or today.
        attachments: The pictures and scans that were supplied.
        posted_on: 交邮之日.
        handed_over_on: 当面递交之日; one of the two is said.

    Raises:
        Malformed: It was handed over, and is said to have come on another day.
        Refused: It was not taken for given up, goes on already, or was not sent in time.
    """
    case = work.take(CASES, case_id)
    head = head_of(work, case, by, _came_on(on, handed_over_on))
    in_time.supplement(case, gone_on=goes_on(work, (new_id, *others)))
    sent = Sent(posted_on=posted_on, handed_over_on=handed_over_on)
    check(missed(work, case_id, SUPPLEMENT), sent, head, case.received_on)
    new = receive_again(work, case, new_id, case.authority, by=by, on=head.on)
    new = ask_again(work, case, new, by=by, on=head.on)
    fact = SupplementInTime(
        head=head_of(work, new, by, head.on),
        text_id=paper(work, new, "supplement", text),
        attachments=tuple(attachments),
        proof_id=paper(work, new, "sending_proof", proof),
        posted_on=posted_on,
        handed_over_on=handed_over_on,
    )
    new = work.record(new, fact)
    return follow_on(work, new, proofs(case, Standing.APPLICANT), by=by, on=head.on)


def _came_on(on: date | None, handed_over_on: date | None) -> date | None:
    """The day on which it came, of what was handed over that very day.

    Raises:
        Malformed: Another one is said.
    """
    if on and handed_over_on and on != handed_over_on:
        raise Malformed("当面递交的，递交之日就是收到之日，不另写日期", "on")
    return handed_over_on or on
