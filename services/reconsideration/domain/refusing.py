"""不予受理决定书: its service on each applicant, and until when that one may sue (ARL 34, 88).

Where a law or an administrative regulation puts reconsideration first, the fifteen days are those
of ARL 34; where it does not, a refusal is sued over within those of ALL 45 (ALI 56), and the act
itself within the period for suing directly, which the refusal does not end (ALL 46).
"""

from datetime import date
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain import serving_again
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.papers_served import Outgoing, must_be_numbered
from services.reconsideration.domain.remedies import in_place
from services.reconsideration.domain.remedying import Paper, Served, suit
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Outcome, Standing
from shared.contracts.reconsideration.aftermath import Conclusion, ServedAgain
from shared.contracts.reconsideration.refusal import RefusalCorrected, RefusalServed
from shared.contracts.reconsideration.served import Service
from shared.law.article import ARL, RULES
from shared.law.calendar import Calendar
from shared.law.procedure import Refused

AGAIN: Final = "已经向其送达不予受理决定书；前一次不成其为送达的，写明理由，记载重新送达"


def serve(
    file: Aftermath, head: Head, done: Service, calendar: Calendar, paper: Outgoing
) -> RefusalServed:
    """送达不予受理决定书于一名申请人 (ARL 34, 88; CPL 87 to 95).

    Raises:
        Refused: As `check` says, or the refusal is still a draft (RULES 130).
    """
    check(file, done)
    must_be_numbered(paper)
    assert done.person_id is not None  # noqa: S101 - as `check` saw
    return RefusalServed(
        head=head,
        unserved=tuple(one for one in file.refusal_for if one != done.person_id),
        **_days(file, (*file.refusals, done), done, calendar),
    )


def serve_again(
    file: Aftermath, head: Head, done: Service, reason_id: UUID, calendar: Calendar
) -> ServedAgain:
    """重新送达不予受理决定书: from this service its applicant's days to sue run anew (ARL 34).

    Raises:
        Refused: As `check_again` says.
    """
    check_again(file, done)
    services = in_place(file.refusals, done)
    return ServedAgain(head=head, reason_id=reason_id, **_days(file, services, done, calendar))


def _days(
    file: Aftermath, services: tuple[Service, ...], done: Service, calendar: Calendar
) -> dict[str, Any]:
    """What the page of one service says: the days to sue from it, and the first of all."""
    said = Served(paper=Paper.DECLINED, on=done.served_on, compulsory=bool(file.compulsory))
    proof = suit(said, calendar)
    assert proof is not None  # noqa: S101 - a refusal that was served can be sued over
    return {
        "sue_until": proof.reckoning.last_day,
        "sue_period": proof.reckoning.period.code,
        "sue_article": proof.article.code,
        "first_served_on": min(one.served_on for one in services),
        "of_case_id": file.about,
        **done.model_dump(),
    }


def check(file: Aftermath, done: Service) -> None:
    """不予受理在前，向尚未送达的申请人送达.

    Raises:
        Refused: Nothing was declined, the refusal was corrected since (RULES 132), it is no
            applicant who is still to be served, or the day lies before that of the refusal.
    """
    check_refused(file)
    assert file.opened_on is not None  # noqa: S101 - as `check_refused` saw
    if done.standing is not Standing.APPLICANT:
        raise Refused("不予受理决定书向申请人送达", ARL[34])
    if done.person_id not in file.refusal_for:
        raise Refused(AGAIN, ARL[34])
    if done.shown_on < file.opened_on:
        raise Refused(f"不予受理决定于{file.opened_on}作出，不得在此之前送达", ARL[34])


def check_again(file: Aftermath, done: Service) -> None:
    """重新送达不予受理决定书在送达之后.

    Raises:
        Refused: Nothing was declined, the refusal was corrected since (RULES 132), or it is nobody
            who was served before that day.
    """
    check_refused(file)
    serving_again.check_again(file.refusals, file.heirless, done, ARL[34])


def check_refused(file: Aftermath) -> None:
    """不予受理在前，尚未纠正.

    Raises:
        Refused: Nothing was declined, or the application was accepted after all (RULES 132).
    """
    if file.conclusion is not Conclusion.DECLINED or file.opened_on is None:
        raise Refused("本案没有不予受理决定书", ARL[30].par(2))
    if file.accepted_case_id is not None:
        raise Refused("不予受理已经纠正，申请已经受理，不再送达不予受理决定书", RULES[132])


def correct(
    file: Aftermath, head: Head, where: UUID, *, first: date | None = None
) -> RefusalCorrected:
    """不予受理或者驳回申请已纠正: the application goes on in the file `where` (ARL 35; RULES 132).

    Args:
        file: What follows the case.
        head: Head of the new page.
        where: The file in which it is accepted.
        first: Of a dismissal that is not served on all yet, the first day of an applicant.

    Raises:
        Refused: Nothing was declined or dismissed, it was corrected before, or an applicant had it
            before anybody did.
    """
    if file.outcome is Outcome.APPLICATION_DISMISSED:
        check_dismissed(file)
        days = [one.served_on for one in file.remedies]
        if file.opened_on is None:
            days = [_since_effect(file, first)]
    else:
        check_refused(file)
        days = [one.served_on for one in file.refusals]
    return RefusalCorrected(
        head=head,
        accepted_case_id=where,
        first_served_on=min(days, default=None),
        of_case_id=file.about,
    )


def _since_effect(file: Aftermath, first: date | None) -> date:
    """决定最先送达申请人之日, which the case alone knows before all are served (ARL 75).

    Raises:
        Refused: Nobody had it by then.
    """
    if first is None or file.effective_on is None or first < file.effective_on:
        raise Refused("驳回申请决定书还没有送达申请人，没有发生法律效力", ARL[75].par(2))
    return first


def check_dismissed(file: Aftermath) -> None:
    """驳回申请决定, where it is one, 尚未纠正.

    Raises:
        Refused: The application was accepted after all (RULES 132).
    """
    if file.outcome is Outcome.APPLICATION_DISMISSED and file.accepted_case_id is not None:
        raise Refused("驳回申请已经纠正，申请已经受理，原决定不再适用", RULES[132])
