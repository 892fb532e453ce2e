"""What a case learns of who takes part, who takes over, and what it is joined with."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from services.reconsideration.domain.choice import Choice, Election, of_other_side, of_those_left
from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.lessons.taking_over import (
    agreed_taken_over,
    asked_by,
    duties_taken_over,
    stays_after,
)
from services.reconsideration.domain.participants import (
    Asking,
    Gone,
    Handed,
    Participants,
    ThirdPerson,
    admitted_after,
    applicants_after,
    succeeded,
)
from services.reconsideration.domain.settled import settled_of
from services.reconsideration.domain.stated import TOGETHER, Share, Stated
from services.reconsideration.domain.suits import left_over
from shared.contracts.reconsideration import Condition, Standing
from shared.contracts.reconsideration.basics import FORMAL, BasicsStated
from shared.contracts.reconsideration.capacity import CapacityStated
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    ApplicantSucceeded,
    ApplicantsWithdrew,
    CasesJoined,
    RepresentativesAsked,
    RepresentativesChosen,
    RepresentativesElected,
    RepresentativesNotElected,
    ThirdPersonAbsent,
    ThirdPersonJoined,
    ThirdPersonRefused,
    ThirdPersonRequested,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.contracts.reconsideration.request import ThirdRequestAdmitted

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _joined(case: "Case", fact: ThirdPersonJoined) -> dict[str, object]:
    others = (t for t in case.participants.third_persons if t.person_id != fact.third_person)
    new = ThirdPerson(person_id=fact.third_person, called=fact.called, text_id=fact.text_id)
    plan = case.hearing and case.hearing.told_anew(Standing.THIRD)
    before = case.third_persons if case.third_heard else ()
    asking = _unanswered(case, fact.third_person)
    choices = of_other_side(case.participants.choices, Standing.THIRD)
    return {
        **_with(case, third_persons=(*others, new), asking=asking, choices=choices),
        "hearing": plan,
        "third_heard": False,
        "heard": tuple(dict.fromkeys((*case.heard, *before))),
        **_joined_since(case, fact.third_person),
    }


def _unanswered(case: "Case", answered: UUID) -> tuple[Asking, ...]:
    return tuple(one for one in case.participants.asking if one.person_id != answered)


def _third_asked(case: "Case", fact: ThirdPersonRequested) -> dict[str, object]:
    new = Asking(person_id=fact.third_person, asked_on=fact.head.on)
    return _with(case, asking=(*_unanswered(case, fact.third_person), new))


def _third_refused(case: "Case", fact: ThirdPersonRefused) -> dict[str, object]:
    return _with(case, asking=_unanswered(case, fact.third_person))


def _joined_since(case: "Case", person_id: UUID) -> dict[str, object]:
    """The draft and the mediation document on file do not say what who joins now owes (ARL 78)."""
    drafted, talks = case.drafted, case.talks
    if drafted:
        drafted = replace(drafted, joined_since=(*drafted.joined_since, person_id))
    if talks:
        talks = replace(talks, joined_since=(*talks.joined_since, person_id))
    return {"drafted": drafted, "talks": talks}


def _absent(case: "Case", fact: ThirdPersonAbsent) -> dict[str, object]:
    third = tuple(
        replace(one, takes_part=False) if one.person_id == fact.third_person else one
        for one in case.participants.third_persons
    )
    return _with(case, third_persons=third)


def _stated(case: "Case", fact: CapacityStated) -> dict[str, object]:
    """Papers that come later are handed in beside those that were, for the same applicant.

    What one of several says of itself takes nothing from what another one said.
    """
    there = case.participants
    others = tuple(one for one in there.stated_each if one.person_id != fact.person_id)
    before = there.stated_of(fact.person_id) if fact.person_id else there.stated
    same = before if before and before.sort is fact.applicant_sort else None
    if same and same.person_id != fact.person_id and same.sort not in TOGETHER:
        same = None
    papers = tuple(dict.fromkeys((*(same.papers if same else ()), *fact.papers)))
    through = fact.through or (same.through if same else None)
    told = Share(fact.applying, fact.total, fact.area_percent)
    share = told.over(same.share) if same else told
    stated = Stated(
        sort=fact.applicant_sort,
        person_id=fact.person_id,
        through=through,
        papers=papers,
        share=share,
    )
    if fact.person_id:
        return _with(case, stated_each=(*others, stated))
    return _with(case, stated=stated)


def _asked(case: "Case", fact: RepresentativesAsked) -> dict[str, object]:
    return _with(case, election=Election(asked_on=fact.head.on))


def _not_elected(case: "Case", fact: RepresentativesNotElected) -> dict[str, object]:
    asked = case.participants.election
    on = asked.asked_on if asked else fact.head.on
    return _with(case, election=Election(asked_on=on, over=True))


def _chosen(case: "Case", fact: RepresentativesChosen) -> dict[str, object]:
    """Of each the last word counts."""
    others = (one for one in case.participants.choices if one.person_id not in fact.persons)
    new = (
        Choice(
            person_id=one,
            standing=fact.standing,
            representatives=fact.representatives,
            chosen_on=fact.head.on,
        )
        for one in fact.persons
    )
    return _with(case, choices=(*others, *new))


def _elected(case: "Case", fact: RepresentativesElected) -> dict[str, object]:
    chosen, paper_id = fact.representatives, fact.text_id
    if fact.standing is Standing.THIRD:
        there = {"third_representatives": chosen, "third_elected_by": paper_id}
    else:
        there = {"representatives": chosen, "elected_by": paper_id}
    return _with(case, choices=of_other_side(case.participants.choices, fact.standing), **there)


def _changed_applicants(
    case: "Case",
    fact: ApplicantSucceeded | ApplicantsLeft | ApplicantsWithdrew | ApplicationSevered,
) -> dict[str, object]:
    """With whoever is gone ends whom they represented, chose and entrusted."""
    now = applicants_after(case.applicants, fact)
    gone = set(case.applicants) - set(now)
    there = case.participants
    withdrawing = tuple(one for one in there.withdrawing if one not in gone)
    settling = tuple(one for one in there.settling if one in withdrawing)
    by_name = {"withdrawn": bool(withdrawing), "settled": bool(settling)}
    return {
        "applicants": now,
        **(by_name if there.withdrawing else {}),
        **asked_by(case, fact),
        **_with(
            case,
            representatives=tuple(one for one in there.representatives if one not in gone),
            choices=of_those_left(there.choices, gone),
            stated_each=tuple(one for one in there.stated_each if one.person_id not in gone),
            agents=tuple(one for one in there.agents if one.principal_id not in gone),
            withdrawing=withdrawing,
            settling=settling,
            admitted=admitted_after(there.admitted, fact),
        ),
    }


def _succeeded(case: "Case", fact: ApplicantSucceeded) -> dict[str, object]:
    """Who takes over has no notice of a hearing that the one before had (ARL 51).

    What the one before said, agreed to and owes goes over with the place that is taken (ARL 14,
    53, 78).
    """
    plan = case.hearing and case.hearing.told_anew(fact.standing)
    heard = succeeded(case.heard, fact)
    asked = stays_after(case, fact)
    now = {"hearing": plan, "heard": heard, "stays_asked": asked, **duties_taken_over(case, fact)}
    there = replace(case.participants, simplified_by=agreed_taken_over(case, fact))
    taken = replace(case, participants=there)
    of_third = fact.standing is Standing.THIRD
    return {**(_third_succeeded if of_third else _changed_applicants)(taken, fact), **now}


def _third_succeeded(case: "Case", fact: ApplicantSucceeded) -> dict[str, object]:
    """Who takes a third person's place takes part, unless it does so as an applicant (RULES 144).

    With whoever is gone ends whom it represented, chose and entrusted.
    """
    there = case.participants
    before = {one.person_id: one for one in there.third_persons}
    new = ThirdPerson(person_id=fact.applicant, text_id=fact.text_id)
    return _with(
        case,
        third_persons=tuple(
            before.get(one) or replace(new, person_id=one)
            for one in succeeded(tuple(before), fact)
            if one not in case.applicants
        ),
        third_representatives=tuple(
            one for one in there.third_representatives if one != fact.applicant
        ),
        choices=of_those_left(there.choices, {fact.applicant}),
        agents=tuple(one for one in there.agents if one.principal_id != fact.applicant),
        admitted=admitted_after(there.admitted, fact),
    )


def _left(case: "Case", fact: ApplicantsLeft) -> dict[str, object]:
    """A withdrawal that was permitted for some is over: the others have not withdrawn (ARL 41)."""
    left = _changed_applicants(case, fact)
    if fact.ground is not Termination.WITHDRAWN:
        return left
    settled = settled_of(case, fact.applicants)
    gone = tuple(Gone(person_id=one, settled=one in settled) for one in fact.applicants)
    over = {"withdrawn": False, "settled": False}
    by_name = case.participants.withdrawing
    return {**left, **({} if by_name else over), "gone": (*case.gone, *gone)}


def _withdrew(case: "Case", fact: ApplicantsWithdrew) -> dict[str, object]:
    """What was found of all of them is found anew of whoever goes on (ARL 30)."""
    suit = left_over(case, applicants_after(case.applicants, fact))
    return {**_changed_applicants(case, fact), "conditions": (), "suit": suit}


def _severed(case: "Case", fact: ApplicationSevered) -> dict[str, object]:
    """Whether each had applied or sued before, and what was found of all, is found anew (ARL 30).

    So is drafted anew what was drafted upon the application of all of them (ARL 61).
    """
    found = (one for one in case.conditions if one.condition is not Condition.UNTRIED)
    return {
        **_changed_applicants(case, fact),
        "drafted": None,
        "findings": (),
        "conditions": tuple(found),
        "suit": left_over(case, applicants_after(case.applicants, fact)),
    }


def _with(case: "Case", **fields: object) -> dict[str, object]:
    """The participants with these fields changed."""
    now: Participants = replace(case.participants, **fields)  # type: ignore[arg-type]  # by name
    return {"participants": now}


def _admitted(case: "Case", fact: ThirdRequestAdmitted) -> dict[str, object]:
    return _with(case, admitted=admitted_after(case.participants.admitted, fact))


def _handed(case: "Case", fact: BasicsStated) -> dict[str, object]:
    """What came of signatures and proofs stays there; of what else was said nothing is kept."""
    came = {one.person_id: one.formal for one in case.participants.handed}
    for person in fact.persons:
        formal = {*came.get(person, ()), *(one for one in fact.basics if one in FORMAL)}
        if formal:
            came[person] = tuple(one for one in FORMAL if one in formal)
    handed = tuple(Handed(person_id=who, formal=formal) for who, formal in came.items())
    return _with(case, handed=handed)


LESSONS: Final[Lessons] = {
    BasicsStated: _handed,
    CapacityStated: _stated,
    ThirdPersonRequested: _third_asked,
    ThirdPersonRefused: _third_refused,
    ThirdPersonJoined: _joined,
    ThirdPersonAbsent: _absent,
    ThirdRequestAdmitted: _admitted,
    RepresentativesAsked: _asked,
    RepresentativesNotElected: _not_elected,
    RepresentativesChosen: _chosen,
    RepresentativesElected: _elected,
    ApplicantSucceeded: _succeeded,
    ApplicantsLeft: _left,
    ApplicantsWithdrew: _withdrew,
    ApplicationSevered: _severed,
    CasesJoined: lambda case, f: {"joined": tuple(dict.fromkeys((*case.joined, *f.others)))},
}
