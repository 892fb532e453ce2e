"""What a case learns of findings, draft, decision, service and withdrawal (ARL 41, chapter 5)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.claims import Claim
from services.reconsideration.domain.drafted import Draft, Drafted, JointDraft
from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.remedies import in_place
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    DecisionOverdue,
)
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.drafting import (
    DecisionApproved,
    DecisionDrafted,
    DecisionReturned,
    DecisionSubmitted,
)
from shared.contracts.reconsideration.judged import ClaimFound, FindingsRecorded
from shared.contracts.reconsideration.served import DecisionAnnounced, DecisionServed

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case

_DECIDED: Final = {
    "outcome",
    "redo",
    "perform_within",
    "perform_by",
    "compensation",
    "document_number",
}


def _delivered(_: "Case", fact: DecisionDelivered) -> dict[str, object]:
    days = (one.open_until for one in fact.remedies if one.open_until)
    return {"perform_by": fact.perform_by, "sue_until": max(days, default=None)}


def _withdrawn(case: "Case", fact: ApplicationWithdrawn) -> dict[str, object]:
    """Of several who withdraw one after the other each is known; for all, nobody is named."""
    before = case.participants.withdrawing
    some = bool(fact.applicants) and (bool(before) or not case.withdrawn)
    now = tuple(dict.fromkeys((*before, *fact.applicants))) if some else ()
    settling = (*case.participants.settling, *(fact.applicants if fact.settled else ()))
    settled = fact.settled or (bool(fact.applicants) and case.settled)
    by_name = tuple(one for one in now if one in settling)
    there = replace(case.participants, withdrawing=now, settling=by_name)
    return {"withdrawn": True, "settled": settled, "participants": there}


def _answered(case: "Case", claim: Claim, found: tuple[ClaimFound, ...]) -> Claim:
    """A claim with what was found of it; nobody's claim is in two."""
    whose = claim.claimants or case.applicants
    own = tuple(one for one in found if one.person_id in whose)
    return replace(claim, found=own, since_findings=False)


def _served_again(case: "Case", fact: ServedAgain) -> dict[str, object]:
    return {"services": in_place(case.services, fact.service)}


def _drafted(_: "Case", fact: DecisionDrafted) -> dict[str, object]:
    draft = Draft(
        dispositions=fact.dispositions,
        perform_within=fact.perform_within,
        perform_by=fact.perform_by,
        duties=fact.duties,
        claims=fact.claims,
        final_law_id=fact.final_law_id,
    )
    joint = JointDraft(leading=fact.leading, together=fact.together) if fact.leading else None
    drafted = Drafted(draft=draft, paper_id=fact.paper_id, drafted_on=fact.head.on, joint=joint)
    return {"drafted": drafted}


def _further(case: "Case", **learnt: object) -> dict[str, object]:
    """The draft on the file, one step further; a file of old may have a decision without one."""
    return {"drafted": replace(case.drafted, **learnt)} if case.drafted else {}  # type: ignore[arg-type]


LESSONS: Final[Lessons] = {
    FindingsRecorded: lambda case, f: {
        "findings": f.findings,
        "drafted": None,
        "claims": tuple(_answered(case, one, f.claims) for one in case.claims),
    },
    DecisionDrafted: _drafted,
    DecisionSubmitted: lambda case, f: _further(
        case,
        submitted_on=f.head.on,
        opinion_adopted=f.opinion_adopted,
        departure_id=f.departure_id,
    ),
    DecisionApproved: lambda case, f: _further(case, approved_on=f.head.on, approval=f.approval),
    DecisionReturned: lambda _, __: {"drafted": None},
    DecisionExtended: lambda case, f: {"extended_days": case.extended_days + f.days},
    DecisionOverdue: lambda _, f: {"overdue_on": f.head.on},
    DecisionMade: lambda _, f: {
        **f.model_dump(include=_DECIDED),
        "duties": f.duties,
        "decided_on": f.head.on,
    },
    DecisionAnnounced: lambda case, f: {"announced": (*case.announced, f.announced)},
    DecisionServed: lambda case, f: {"services": (*case.services, f.service)},
    ServedAgain: _served_again,
    DecisionDelivered: _delivered,
    ApplicationWithdrawn: _withdrawn,
}
