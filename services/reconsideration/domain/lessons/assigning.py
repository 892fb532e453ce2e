"""What a case learns of how it is handled: complexity, reviewers, procedure (ARL 36 to 55)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.agreed import Agreed
from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    ConvertedToOrdinary,
    RecusalDecided,
    RecusalRequested,
    ReviewersAssigned,
    SimplifiedAgreed,
    SimplifiedChosen,
    Track,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _asked(case: "Case", fact: RecusalRequested) -> dict[str, object]:
    named = (fact.reviewer,) if fact.reviewer else ()
    return {
        "recusals_pending": case.recusals_pending + 1,
        "recusals_named": (*case.recusals_named, *named),
    }


def _waiting(case: "Case", fact: RecusalDecided) -> dict[str, object]:
    """What waits on: whoever is replaced is replaced for all who asked it (RULES 47).

    Pages of old answered whichever request waited, whomever it named.
    """
    named = list(case.recusals_named)
    settled = max(named.count(fact.reviewer), 1) if fact.replaced else 1
    for _ in range(min(settled, named.count(fact.reviewer))):
        named.remove(fact.reviewer)
    pending = max(case.recusals_pending - settled, 0)
    return {
        "recusals_pending": pending,
        "recusals_named": tuple(named[max(len(named) - pending, 0) :]),
    }


def _recusal(case: "Case", fact: RecusalDecided) -> dict[str, object]:
    pending = _waiting(case, fact)
    if not fact.replaced:
        return pending
    inquirers = tuple(one for one in case.evidence.inquirers if one != fact.reviewer)
    gone = {
        "recused": (*case.recused, fact.reviewer),
        "evidence": replace(case.evidence, inquirers=inquirers),
    }
    if fact.reviewer not in case.reviewers:  # who only sits in the hearing, or inquired
        plan = case.hearing
        if plan and fact.successor:
            plan = plan.seated_instead(fact.reviewer, fact.successor)
        return {**pending, **gone, "hearing": plan}
    new = (fact.successor if one == fact.reviewer else one for one in case.reviewers)
    return {
        **pending,
        **gone,
        "reviewers": tuple(one for one in new if one is not None),
    }


def _by(case: "Case", agreed: Agreed | None) -> dict[str, object]:
    return {"participants": replace(case.participants, simplified_by=agreed)}


def _consenting(case: "Case", fact: SimplifiedChosen) -> Agreed | None:
    """Who agreed, where who comes later is asked, too; of one respondent no page says its code."""
    if not fact.asks_newcomers:
        return None
    return Agreed(persons=fact.agreed, organs=fact.agreed_organs or (case.respondent,))


def _agreed(case: "Case", fact: SimplifiedAgreed) -> dict[str, object]:
    so_far = case.participants.simplified_by
    if so_far is None:
        return {}
    return _by(
        case,
        Agreed(
            persons=(*so_far.persons, *fact.agreed),
            organs=(*so_far.organs, *fact.agreed_organs),
        ),
    )


LESSONS: Final[Lessons] = {
    ComplexityFound: lambda _, f: {"grave": f.grave, "technical": f.technical},
    ReviewersAssigned: lambda _, f: {"reviewers": f.reviewers},
    RecusalRequested: _asked,
    RecusalDecided: _recusal,
    SimplifiedChosen: lambda case, f: {
        "track": Track.SIMPLIFIED,
        **_by(case, _consenting(case, f)),
    },
    SimplifiedAgreed: _agreed,
    ConvertedToOrdinary: lambda case, f: {
        "track": Track.ORDINARY,
        "converted_on": f.head.on,
        **_by(case, None),
    },
}
