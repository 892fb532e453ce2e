"""分案办理: what some of several applied for goes on in a file of its own (ARL 30, 33; RULES 136).

The application is the same and was brought when it was brought first; no period begins anew.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from services.reconsideration.domain.by_law import days_to_decide
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.going_along import as_hard, proofs
from services.reconsideration.domain.handling import deciding
from services.reconsideration.domain.received_anew import again
from services.reconsideration.domain.settled import settled_of
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    ApplicationWithdrawn,
    DecisionExtended,
    Standing,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.contracts.reconsideration.settling import RefilingAllowed
from shared.law.article import RULES
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.law.running import Running

_TO_DECIDE: Final = ("decide", "decide_simplified")


def sever(
    case: Case, head: Head, applicants: Collection[UUID], severed_id: UUID, reason_id: UUID
) -> ApplicationSevered:
    """分案办理, of some of several applicants, until the decision is submitted (RULES 136).

    What is found after acceptance is dismissed apart (ARL 33).

    Args:
        case: The file.
        head: Head of the new page.
        applicants: Whose application goes on apart.
        severed_id: The file in which it does.
        reason_id: Document with the reasons.

    Raises:
        Refused: They are none of the applicants, or all of them; or a decision on all of them has
            been submitted.
    """
    if not applicants or not set(applicants) < set(case.applicants):
        says = "分案的应当是本案的部分申请人；涉及全体申请人的，直接决定不予受理、驳回申请"
        raise Refused(says, RULES[136])
    if case.drafted and (case.drafted.submitted_on or case.drafted.joint):
        raise Refused("已经送审或者合并拟稿的，先退回重拟，再分案办理", RULES[136])
    gone = tuple(one for one in case.applicants if one in applicants)
    return ApplicationSevered(
        head=head, applicants=gone, severed_case_id=severed_id, reason_id=reason_id
    )


def apart(case: Case, head: Head, applicants: Collection[UUID]) -> ApplicationReceived:
    """The same application in the file of its own: what it says, and when it was brought, stay.

    Of those who confirmed that they apply, too, it was brought when they did (ARL 14, 22).
    """
    own = again(case, head, case.authority, applicants)
    return own.model_copy(update={"severed": True})


def goes_along(case: Case, severed: ApplicationSevered) -> Iterator[Callable[..., Fact]]:
    """What was found of those who are severed, and what they put in, each a page of the new file.

    A page is made once its head is known; who acts for them goes along with the application
    (`going_along`). What they proved of an earlier withdrawal stays proved (ARL 74); what the
    applicants put in is in both files (ARL 43). What older pages do not say is shown by the paper
    of the severance.

    Args:
        case: The file before the severance.
        severed: Its page.
    """
    for one in case.refilings:
        if one.person_id in severed.applicants:
            yield partial(
                RefilingAllowed,
                ground=one.ground,
                reason_id=one.reason_id or severed.reason_id,
                applicants=(one.person_id,),
            )
    yield from as_hard(case, severed.reason_id)
    yield from _withdrawn(case, severed)
    yield from proofs(case, Standing.APPLICANT)


def _withdrawn(case: Case, severed: ApplicationSevered) -> Iterator[Callable[..., Fact]]:
    """A withdrawal on which nobody has ruled is ruled on where who withdrew is now (ARL 41).

    Of those who withdrew because they settled and those who did not, each has its page (ARL 74).
    """
    named = case.participants.withdrawing
    own = tuple(one for one in severed.applicants if one in named)
    if not case.withdrawn or (named and not own):
        return
    whose = own or severed.applicants
    settled = settled_of(case, whose)
    parts = (
        tuple(one for one in whose if one in settled),
        tuple(one for one in whose if one not in settled),
    )
    for part in filter(None, parts):
        yield partial(
            ApplicationWithdrawn,
            settled=part[0] in settled,
            consented=not named and bool(case.participants.representatives),
            to_be_permitted=True,
            applicants=() if part == severed.applicants else part,
        )


def review_since(case: Case, on: date) -> date:
    """From when the five days of the review run, which a severance does not begin anew (ARL 30)."""
    return case.supplemented_on or case.received_on or on


def due_on(case: Case, running: Iterable[Running], calendar: Calendar) -> date:
    """作出决定的最后一日 of the case, which is that of the file of its own, too (ARL 62).

    Args:
        case: The file, accepted.
        running: The periods that run in it.
        calendar: The city's calendar.

    Raises:
        Refused: The period stands still, so nobody knows yet when it is over.
    """
    one = next((each for each in running if each.name in _TO_DECIDE), None)
    reckoned = one.reckon(calendar) if one and not one.standing_still else None
    last = reckoned.last_day if reckoned else case.overdue_on
    if last is None:
        raise Refused("审理期限停止计算，恢复计算以后再分案办理", RULES[136])
    return last


def accepted_apart(case: Case, head: Head, last: date, calendar: Calendar) -> ApplicationAccepted:
    """受理 in the file of its own, as of the day of the case; the decision is due on the same day.

    What was left out of the period before, or a shorter procedure, moves its start.

    Args:
        case: The file before the severance.
        head: Head of the new page, of the day of acceptance.
        last: 作出决定的最后一日.
        calendar: The city's calendar.
    """
    more = case.extended_days
    usual = deciding(head.on, calendar, law_days=case.law_days, extended_days=more).reckoning
    start = last - timedelta(days=days_to_decide(case.by_law) + more)
    return ApplicationAccepted(
        head=head,
        by_law=case.by_law,
        runs_from=None if usual.last_day == last else start,
        copy_due=False,
    )


def extended_apart(
    case: Case, severed: ApplicationSevered, last: date
) -> Iterator[Callable[..., Fact]]:
    """延长审理期限, as it was granted in the case before: no more is granted for it (ARL 62)."""
    if days := case.extended_days:
        yield partial(DecisionExtended, days=days, until=last, reason_id=severed.reason_id)
