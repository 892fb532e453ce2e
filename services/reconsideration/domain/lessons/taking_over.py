"""承受: what goes over with the place of a party, or leaves with it (ARL 14; RULES 144)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from services.reconsideration.domain.agreed import Agreed
from services.reconsideration.domain.participants import applicants_after, succeeded
from services.reconsideration.domain.stays import StayAsked
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.judged import ClaimDecided, ClaimFound
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    ApplicantSucceeded,
    ApplicantsWithdrew,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case
    from services.reconsideration.domain.drafted import Drafted

_Changed = ApplicantSucceeded | ApplicantsLeft | ApplicantsWithdrew | ApplicationSevered
_OfClaim = TypeVar("_OfClaim", ClaimFound, ClaimDecided)


def asked_by(case: "Case", fact: _Changed) -> dict[str, object]:
    """What some of the applicants asked for goes over with their place, or leaves with them.

    So does what was found of it, and is drafted of it, apart (ARL 72).
    """
    claims = (
        replace(
            one,
            claimants=applicants_after(one.claimants, fact),
            found=_apart_after(one.found, fact),
        )
        for one in case.claims
        if not one.claimants or applicants_after(one.claimants, fact)
    )
    documents = (
        replace(one, asked_by=applicants_after(one.asked_by, fact)) for one in case.attached
    )
    return {
        "attached": tuple(documents),
        "claims": tuple(claims),
        "stays_asked": stays_after(case, fact),
        "drafted": case.drafted and _drafted_after(case.drafted, fact),
    }


def stays_after(case: "Case", fact: _Changed) -> tuple[StayAsked, ...]:
    """停止执行的申请, by whose they are now; that of who left is still to be answered (ARL 42)."""
    return tuple(
        replace(one, askers=applicants_after(one.askers, fact) or one.askers)
        for one in case.stays_asked
    )


def duties_taken_over(case: "Case", fact: ApplicantSucceeded) -> dict[str, object]:
    """What the draft, the mediation document and the decision say that parties owe (ARL 78)."""
    drafted, talks = case.drafted, case.talks
    if drafted:
        drafted = _drafted_after(drafted, fact)
        draft = replace(drafted.draft, duties=_taken_over(drafted.draft.duties, fact))
        drafted = replace(drafted, draft=draft)
    if talks:
        talks = replace(talks, duties=_taken_over(talks.duties, fact))
    return {"drafted": drafted, "talks": talks, "duties": _taken_over(case.duties, fact)}


def agreed_taken_over(case: "Case", fact: ApplicantSucceeded) -> Agreed | None:
    """Whoever takes a place has agreed to the simplified procedure as the one before had (ARL 14).

    Who takes part in a place of its own, too, is still asked for that one (RULES 167).
    """
    agreed = case.participants.simplified_by
    if agreed is None:
        return None
    asked = case.parties.difference(agreed.persons)
    persons = (one for one in succeeded(agreed.persons, fact) if one not in asked)
    return replace(agreed, persons=tuple(persons))


def _taken_over(duties: PartyDuties, fact: ApplicantSucceeded) -> PartyDuties:
    """With the successors in the place that they take; who owes already owes as before."""
    if duties is None:
        return None
    taken = [one for one in duties if one.person_id == fact.applicant]
    own = tuple(one for one in duties if one.person_id != fact.applicant)
    there = {one.person_id for one in own}
    new = [one for one in dict.fromkeys(fact.successors) if one not in there]
    theirs = (one.model_copy(update={"person_id": each}) for one in taken for each in new)
    return (*own, *theirs)


def _drafted_after(drafted: "Drafted", fact: _Changed) -> "Drafted":
    """What is drafted of claims apart; what was meant for one is paid to nobody twice.

    Where several take one place, or who has a claim already takes it, how much each is paid is
    drafted anew (ARR2026 63).
    """
    before = drafted.draft.claims
    claims = _apart_after(before, fact)
    whose = {one.person_id for one in before}
    if isinstance(fact, ApplicantSucceeded) and fact.applicant in whose:
        new = set(fact.successors)
        if len(new) > 1 or new & whose:
            claims = tuple(_unsaid(one) if one.person_id in new else one for one in claims)
    return replace(drafted, draft=replace(drafted.draft, claims=claims))


def _unsaid(one: ClaimDecided) -> ClaimDecided:
    """What is decided of a claim, while nobody has said how it is made good."""
    return one.model_copy(update={"compensation_manner": None, "compensation_yuan": None})


def _apart_after(said: Iterable[_OfClaim], fact: _Changed) -> tuple[_OfClaim, ...]:
    """What is said of claims apart, by whose they are now; who has one already keeps its own."""
    now: dict[tuple[int, UUID], _OfClaim] = {}
    for one in said:
        for person in applicants_after((one.person_id,), fact):
            if person == one.person_id or (one.act, person) not in now:
                now[one.act, person] = one.model_copy(update={"person_id": person})
    return tuple(now.values())
