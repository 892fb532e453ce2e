"""中止满六十日: for which applicants a suspension has lasted so long that it ends (ARL 41)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.pausing import Ending, sixty_days, termination
from services.reconsideration.domain.saying import Point
from services.reconsideration.domain.suspended import Suspended
from shared.contracts.reconsideration.pausing import ENDS_IN_SIXTY, Termination
from shared.law.article import ARL
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


def full_for(case: Case, whose: Collection[UUID], on: date, calendar: Calendar) -> Point:
    """中止满六十日而原因仍未消除, for each of these; the first for whom it is not, else the last.

    Whoever lives and can act has no part in the days of another, and goes on (ARL 39, 41).

    Raises:
        Refused: The cause is gone in one of them.
    """
    points = [_full(case, one, on, calendar) for one in case.applicants if one in whose]
    return next((one for one in points if not one.met), points[-1])


def ended_in(case: Case, on: date, calendar: Calendar) -> tuple[UUID, ...]:
    """The applicants whose sixty days are full on this day, and the cause is still there."""
    return tuple(
        one
        for one in case.applicants
        if (held := _that_ends(case, one))
        and not (held.gone_on or held.ordered_on)
        and is_full(held, on, calendar)
    )


def is_full(held: Suspended, on: date, calendar: Calendar) -> bool:
    """Whether its sixty days, if it knows them, are over on this day."""
    sixty = sixty_days(held.cause, held.since, calendar)
    return sixty is not None and on > sixty.reckoning.last_day


def _full(case: Case, applicant: UUID, on: date, calendar: Calendar) -> Point:
    held = _that_ends(case, applicant)
    if held is None and case.suspended_for:
        text = "对本人没有死亡、丧失行为能力、终止而中止的申请人，不因他人中止满六十日终止"
        return Point(text, ARL[41].par(item=5), met=False)
    if held and held.gone_on:
        raise Refused(f"中止的原因已于{held.gone_on}消除，应当恢复审理", ARL[39].par(2))
    full = sixty_days(held.cause, held.since, calendar) if held else None
    return termination(
        Ending(
            ground=Termination.SIXTY_DAYS,
            suspended=held.cause if held else None,
            full_on=full.reckoning.last_day if full else None,
            on=on,
        )
    )


def _that_ends(case: Case, applicant: UUID) -> Suspended | None:
    """The oldest suspension that can end it for this applicant; another one if none can."""
    lasting = sorted(
        (one for one in case.suspended_for if one.concerns(applicant)),
        key=lambda one: (one.cause not in ENDS_IN_SIXTY, one.gone_on is not None, one.since),
    )
    return lasting[0] if lasting else None
