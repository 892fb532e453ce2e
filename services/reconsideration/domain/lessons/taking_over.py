"""承受: what goes over with the place of a party, or leaves with it (ARL 14; RULES 144)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from services.reconsideration.domain.participants import applicants_after
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    ApplicantSucceeded,
    ApplicantsWithdrew,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def asked_by(
    case: "Case",
    fact: ApplicantSucceeded | ApplicantsLeft | ApplicantsWithdrew | ApplicationSevered,
) -> dict[str, object]:
    """What some of the applicants asked for goes over with their place, or leaves with them."""
    claims = (
        replace(one, claimants=applicants_after(one.claimants, fact))
        for one in case.claims
        if not one.claimants or applicants_after(one.claimants, fact)
    )
    documents = (
        replace(one, asked_by=applicants_after(one.asked_by, fact)) for one in case.attached
    )
    return {
        "attached": tuple(documents),
        "claims": tuple(claims),
    }


def duties_taken_over(case: "Case", fact: ApplicantSucceeded) -> dict[str, object]:
    """What the draft, the mediation document and the decision say that parties owe (ARL 78)."""
    drafted, talks = case.drafted, case.talks
    if drafted:
        draft = replace(drafted.draft, duties=_taken_over(drafted.draft.duties, fact))
        drafted = replace(drafted, draft=draft)
    if talks:
        talks = replace(talks, duties=_taken_over(talks.duties, fact))
    return {"drafted": drafted, "talks": talks, "duties": _taken_over(case.duties, fact)}


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
