"""What a case learns of who applies together 共同申请, once each confirms (ARL 14, 22)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.co_applicant import CoApplicant
from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _named(case: "Case", fact: CoApplicantNamed) -> dict[str, object]:
    """Who said no may be named again, and stands there once."""
    there = case.participants
    others = (one for one in there.co_applicants if one.person_id != fact.person_id)
    new = CoApplicant(person_id=fact.person_id, named_on=fact.head.on)
    return {"participants": replace(there, co_applicants=(*others, new))}


def _answered(case: "Case", fact: CoApplicationAnswered) -> dict[str, object]:
    """Whoever confirms applies from then on; what was found of the others is found anew (ARL 30).

    Who represents the applicants was elected without it (ARR2026 17).
    """
    there = case.participants
    co_applicants = tuple(
        replace(one, answered_on=fact.head.on, agrees=fact.agrees)
        if one.person_id == fact.person_id
        else one
        for one in there.co_applicants
    )
    if not fact.agrees:
        return {"participants": replace(there, co_applicants=co_applicants)}
    now = replace(there, co_applicants=co_applicants, representatives=(), elected_by=None)
    return {
        "applicants": tuple(dict.fromkeys((*case.applicants, fact.person_id))),
        "participants": now,
        "conditions": (),
    }


LESSONS: Final[Lessons] = {CoApplicantNamed: _named, CoApplicationAnswered: _answered}
