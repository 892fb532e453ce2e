"""What a case learns of its elevation 提级审理 (ARL 38; ARR2026 40)."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.elevated import Asking, Elevated
from services.reconsideration.domain.lessons.handling import asked_anew
from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.talks import Talks
from shared.contracts.reconsideration.higher import (
    AcceptedAbove,
    CameAbove,
    ElevatedFileReceived,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    FileHandedOver,
)
from shared.law.article import ARR2026

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _asked(case: "Case", fact: ElevationAsked) -> dict[str, object]:
    asked = (*case.elevated.asked, Asking(since=fact.head.on))
    return {
        "elevated": replace(case.elevated, above=fact.asked_of, ground=fact.ground, asked=asked)
    }


def _answered(elevated: Elevated, on: date) -> tuple[Asking, ...]:
    """Every time that the authority above was asked, answered on this day at the latest."""
    return tuple(replace(one, until=one.until or on) for one in elevated.asked)


def _denied(case: "Case", fact: ElevationDenied) -> dict[str, object]:
    asked = _answered(case.elevated, fact.head.on)
    return {"elevated": replace(case.elevated, above="", ground=None, asked=asked)}


def _ordered(case: "Case", fact: ElevationOrdered) -> dict[str, object]:
    new = replace(
        case.elevated,
        above=fact.organ,
        ground=fact.ground,
        asked=_answered(case.elevated, fact.head.on),
        ordered_on=fact.head.on,
    )
    return {"elevated": new}


def _received(case: "Case", fact: ElevatedFileReceived) -> dict[str, object]:
    """The file was received: its days run anew, since the regulation of 2026 says so (ARR2026 40).

    What was received before is held to the days since acceptance, and to what prolonged them.
    """
    taken_up = _taken_up(case, fact)
    if ARR2026.in_force(fact.head.on):
        return taken_up
    elevated = Elevated(
        taken_up_on=case.elevated.taken_up_on, before=(*case.elevated.before, fact.below)
    )
    runs_on = {"extended_days": case.extended_days, "overdue_on": case.overdue_on}
    return taken_up | {"elevated": elevated} | runs_on


def _taken_up(case: "Case", fact: CameAbove) -> dict[str, object]:
    """The body above begins with its own people, its own findings and its own days.

    What is on record stays: the reply, the views, a hearing that was held or given up. What was
    judged of it below does not, so the committee below is asked no longer, and its opinion is not
    that of the one above (ARL 52); that the case is grave or technical stays found (ARL 50).
    A request of a hearing that was not held yet is before the authority above (ARL 50).
    Talks go on, but a document that another authority was to seal is drawn up and signed anew
    (ARL 73). What was handled together with it below is not before this authority (RULES 113), and
    it decides alone (ARR2026 32).
    """
    new = Elevated(taken_up_on=fact.head.on, before=(*case.elevated.before, fact.below))
    return {
        **_consulted_below(case, fact),
        "authority": fact.authority,
        "elevated": new,
        "joined": (),
        "co_authorities": (),
        "reviewers": (),
        "recused": (),
        "evidence": replace(case.evidence, inquirers=()),
        "recusals_pending": 0,
        "recusals_named": (),
        "hearing": None,
        "hearing_asked_on": case.hearing_asked_on or (case.hearing and case.hearing.asked_on),
        "hearing_put_off_on": None,
        "talks": case.talks and Talks(since=case.talks.since),
        "findings": (),
        "drafted": None,
        "extended_days": 0,
        "overdue_on": None,
    }


def _consulted_below(case: "Case", fact: CameAbove) -> dict[str, object]:
    """Pages of old kept an opinion of the committee below, and no ground without one."""
    told: dict[str, object] = {"grave": case.grave}
    if fact.consults_anew:
        told = asked_anew(case)
    elif not case.stance:
        told["consultation_ground"] = None
    return told | {"grave": told["grave"] or fact.grave}


LESSONS: Final[Lessons] = {
    ElevationAsked: _asked,
    ElevationDenied: _denied,
    ElevationOrdered: _ordered,
    FileHandedOver: lambda case, f: {
        "elevated": replace(case.elevated, handed_over_on=f.head.on),
    },
    ElevatedFileReceived: _received,
    AcceptedAbove: _taken_up,
}
