"""What a case learns of who applies together 共同申请, once each confirms (ARL 14, 22)."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from services.reconsideration.domain.choice import of_other_side
from services.reconsideration.domain.co_applicant import CoApplicant
from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.participants import Participants
from services.reconsideration.domain.stated import TOGETHER
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.capacity import Applicant
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

    Who represents the applicants was elected, or chosen, without it (ARR2026 17). What the others
    said and claimed before is theirs: it read nothing of that, and nobody speaks for it (ARL 14,
    17, 72).
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
    own = _stated_before(there, case.applicants)
    choices = of_other_side(own.choices, Standing.APPLICANT)
    anew = {"representatives": (), "elected_by": None, "choices": choices}
    now = replace(own, co_applicants=co_applicants, **anew)  # type: ignore[arg-type]  # by name
    claims = (replace(one, claimants=one.claimants or case.applicants) for one in case.claims)
    return {
        "applicants": tuple(dict.fromkeys((*case.applicants, fact.person_id))),
        "participants": now,
        "claims": tuple(claims),
        "conditions": (),
    }


def _stated_before(there: Participants, applicants: Collection[UUID]) -> Participants:
    """What was stated of all who applied by then, as said of each of them (ARR2026 27).

    That several persons are one applicant, a household or its members, is said of all of them.
    """
    stated = there.stated
    if stated is None:
        return there
    alone = len(applicants) == 1 and stated.sort not in TOGETHER
    if not (alone or stated.sort is Applicant.PERSON):
        return there
    said = {one.person_id for one in there.stated_each}
    each = (replace(stated, person_id=one) for one in applicants if one not in said)
    return replace(there, stated=None, stated_each=(*there.stated_each, *each))


LESSONS: Final[Lessons] = {CoApplicantNamed: _named, CoApplicationAnswered: _answered}
