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
    StayRequestMoved,
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


def _asked(case: "Case", fact: StayRequested) -> dict[str, object]:
    new = StayAsked(
        standing=fact.standing,
        text_id=fact.text_id,
        asked_on=fact.head.on,
        askers=fact.askers,
        period=fact.stay_request,
    )
    return {"stays_asked": (*case.stays_asked, new)}


def _refused(case: "Case", fact: StayRefused) -> dict[str, object]:
    """Those that it names have their answer; a page of old names none, and answers all."""
    left = (one for one in case.stays_asked if one.text_id not in fact.request_ids)
    return {"stays_asked": tuple(left) if fact.request_ids else ()}


def _moved(case: "Case", fact: StayRequestMoved) -> dict[str, object]:
    left = (one for one in case.stays_asked if one.text_id != fact.text_id)
    return {"stays_asked": tuple(left)}


LESSONS: Final[Lessons] = {
    ReconsiderationSuspended: _suspended,
    SuspensionCauseGone: _gone,
    ResumptionOrdered: _ordered,
    ReconsiderationResumed: _resumed,
    StayRequested: _asked,
    StayRefused: _refused,
    StayRequestMoved: _moved,
    ExecutionStayed: lambda _, f: {
        "stay": f.ground,
        "stayed_on": f.head.on,
        "stay_id": f.paper_id,
        "stays_asked": (),
    },
    StayEnded: lambda _, __: {"stay": None, "stayed_on": None, "stay_id": None},
}
