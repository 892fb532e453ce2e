"""What a case learns of its hearing 听证 (ARL 50, 51)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.hearing_plan import HearingPlan
from services.reconsideration.domain.lessons.handling import heard_by
from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingDropped,
    HearingHeld,
    HearingNotified,
    HearingPutOff,
    HearingRequested,
    HearingSet,
    HearingWaived,
    HearingWaiverTakenBack,
)
from shared.contracts.reconsideration.served_again import HearingNoticeServedAgain
from shared.law.day import legal_day

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _set(case: "Case", fact: HearingSet) -> dict[str, object]:
    plan = HearingPlan(
        on=legal_day(fact.hearing_at),
        host=fact.host,
        officers=fact.officers,
        recorder=fact.recorder,
        asked_on=case.hearing_asked_on,
        set_on=fact.head.on,
    )
    return {"hearing": plan, "hearing_asked_on": None, "hearing_put_off_on": None}


def _put_off(case: "Case", fact: HearingPutOff) -> dict[str, object]:
    """A request that it was to answer has no answer again, and all parties wait for a new day."""
    asked_on = case.hearing.asked_on if case.hearing else None
    return {
        "hearing": None,
        "hearing_asked_on": case.hearing_asked_on or asked_on,
        "hearing_put_off_on": fact.head.on,
    }


def _notified(case: "Case", fact: HearingNotified | HearingNoticeServedAgain) -> dict[str, object]:
    if case.hearing is None:
        return {}
    if fact.organ:
        joint = {**case.hearing.joint_notified, fact.organ: fact.head.on}
        return {"hearing": replace(case.hearing, joint_notified=joint)}
    notified = {**case.hearing.notified, fact.standing: fact.head.on}
    return {"hearing": replace(case.hearing, notified=notified)}


def _held(case: "Case", fact: HearingHeld) -> dict[str, object]:
    """Whoever came was heard there (ARL 49).

    A side of which nobody is named is told of as a whole: an applicant always came.
    """
    told = {one.person for one in fact.attended}
    sides = {Standing.APPLICANT: case.applicants, Standing.THIRD: case.third_persons}
    named = {side for side, group in sides.items() if not told.isdisjoint(group)}
    came = {Standing.APPLICANT, *([Standing.THIRD] if fact.third_came else [])}
    persons = [one.person for one in fact.attended if one.came]
    heard = heard_by(case, persons, fact.head.on, named, came - named)
    return {"hearing": None, "hearing_held": True, **heard}


LESSONS: Final[Lessons] = {
    HearingRequested: lambda _, f: {
        "hearing_asked_on": f.head.on,
        "hearing_asked_id": f.text_id,
    },
    HearingDenied: lambda _, __: {"hearing_asked_on": None},
    HearingSet: _set,
    HearingNotified: _notified,
    HearingNoticeServedAgain: _notified,
    HearingPutOff: _put_off,
    HearingDropped: lambda _, __: {"hearing_asked_on": None, "hearing_put_off_on": None},
    HearingHeld: _held,
    HearingWaived: lambda _, __: {"hearing": None, "hearing_waived": True},
    HearingWaiverTakenBack: lambda _, f: {
        "hearing_waived": False,
        "hearing_put_off_on": f.head.on,
        "findings": (),
        "drafted": None,
    },
}
