"""What a case learns of suspension 中止 and of stay of execution 停止执行 (ARL 39 to 42)."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.stays import StayAsked
from services.reconsideration.domain.suspended import Suspended
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    StayEnded,
    StayRefused,
    StayRequested,
    SuspensionCauseGone,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _suspended(case: "Case", fact: ReconsiderationSuspended) -> dict[str, object]:
    new = Suspended(cause=fact.cause, since=fact.head.on, applicant=fact.applicant)
    return {"suspensions": (*case.suspensions, new)}


def _changed(
    case: "Case",
    fact: SuspensionCauseGone | ResumptionOrdered | ReconsiderationResumed,
    learn: Callable[[Suspended], Suspended],
) -> dict[str, object]:
    """The suspension for this cause and this person that lasts, with what is learnt of it."""
    said = (fact.cause, fact.applicant)
    return {
        "suspensions": tuple(
            learn(one) if one.lasts and (one.cause, one.applicant) == said else one
            for one in case.suspensions
        )
    }


def _gone(case: "Case", fact: SuspensionCauseGone) -> dict[str, object]:
    return _changed(case, fact, lambda one: replace(one, gone_on=fact.head.on))


def _ordered(case: "Case", fact: ResumptionOrdered) -> dict[str, object]:
    return _changed(case, fact, lambda one: replace(one, ordered_on=fact.head.on))


def _resumed(case: "Case", fact: ReconsiderationResumed) -> dict[str, object]:
    return _changed(case, fact, lambda one: replace(one, until=fact.head.on))


LESSONS: Final[Lessons] = {
    ReconsiderationSuspended: _suspended,
    SuspensionCauseGone: _gone,
    ResumptionOrdered: _ordered,
    ReconsiderationResumed: _resumed,
    StayRequested: lambda _, f: {
        "stay_asked_on": f.head.on,
        "stay_asked": StayAsked(standing=f.standing, text_id=f.text_id),
    },
    StayRefused: lambda _, __: {"stay_asked_on": None, "stay_asked": None},
    ExecutionStayed: lambda _, f: {
        "stay": f.ground,
        "stayed_on": f.head.on,
        "stay_id": f.paper_id,
        "stay_asked_on": None,
        "stay_asked": None,
    },
    StayEnded: lambda _, __: {"stay": None, "stayed_on": None, "stay_id": None},
}
