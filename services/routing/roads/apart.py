"""另列途径: an application that goes on apart has a road of its own (RULES 136, 148)."""

from typing import Final
from uuid import UUID

from services.routing.domain import parting
from services.routing.domain.parting import Applied
from services.routing.domain.road_file import Routing, State, is_at_court
from services.routing.roads.finding import find, road_of
from services.routing.store import ROUTINGS, apart_of
from shared.auth import APPLICATION, SEVERED
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import ApplicationReceived
from shared.contracts.routing import Road, RoadTaken, RoutingEnded
from shared.work import Work

DIRECT_SUIT: Final = ("sue", Road.RECONSIDERATION)
"""直接起诉期限, by its name and whose it is."""

APPLIED: Final = "applied"
"""Label of a routing file: the parties whose applications go by it (RULES 148)."""


def apart(work: Work, fact: Applied) -> bool:
    """另列途径, where an application goes on apart; whether it does (RULES 136, 148).

    Where it was not severed, but is handled after all in a new file (ARL 35), the road of its own
    goes on in another one with it; and whoever was severed, or applied apart, applies again apart
    from the others, from where the road of its own stands (RULES 148). Where only some apply again
    of those whose road it is, it stays what it was for the others.
    """
    own = _own_before(work, fact)
    came_from = fact.came_from if isinstance(fact, ApplicationReceived) else None
    before = own or road_of(work, fact.head.dispute_id, came_from)
    if before is None:
        return False
    severed = work.labels_of(before.case_id).get(SEVERED, "").split()
    by = applied_by(work, before)
    if not parting.parts(before, fact, frozenset(map(UUID, severed)), by):
        return False
    labels = _labels_apart(work, before, fact)
    file = work.open(ROUTINGS, apart_of(fact.head.case_id), before.dispute_id, labels=labels)
    runs = (one for one, _ in work.running(before.case_id))
    suit = next((one for one in runs if (one.name, one.subject) == DIRECT_SUIT), None)
    head = work.head(file, by=CLOCK)
    work.record(file, parting.part(before, fact, head, suit, work.calendar))
    if own is None and before.parted_from and not parting.is_severed(fact):
        _end(work, before, fact)
    elif own is not None and _whose(work, own) == set(fact.applicants):
        _leave(work, own, fact)
    return True


def _own_before(work: Work, fact: Applied) -> Routing | None:
    """再次申请: the road that these applicants have of an application before (RULES 148)."""
    own = find(work, apart_of(fact.follows)) if fact.follows else None
    return own if own is not None and _whose(work, own) >= set(fact.applicants) else None


def _whose(work: Work, own: Routing) -> set[UUID]:
    """Whose a road of its own is."""
    return set(map(UUID, work.labels_of(own.case_id).get("applicants", "").split()))


def _leave(work: Work, own: Routing, fact: Applied) -> None:
    """Whoever applies again in time is told no more until when to apply (RULES 58).

    What runs at the court over what became of the application before runs on there, and so does
    that application, if it is still handled.
    """
    if own.state is State.TAKEN:
        return
    if not any(is_at_court(one) for one, _ in work.running(own.case_id)):
        _end(work, own, fact)
        return
    page = RoadTaken(
        head=work.head(own, by=CLOCK),
        road=Road.RECONSIDERATION,
        application_id=fact.head.case_id,
        organ=fact.authority,
        applied_on=fact.head.on,
    )
    work.record(own, page)


def _end(work: Work, before: Routing, fact: Applied) -> None:
    """It goes on in the road of the new application."""
    goes_on_in = apart_of(fact.head.case_id)
    work.record(before, RoutingEnded(head=work.head(before, by=CLOCK), goes_on_in=goes_on_in))


def _labels_apart(work: Work, before: Routing, fact: Applied) -> dict[str, str]:
    """Whose the new file is; whoever left the one before reads it no longer."""
    every = work.labels_of(before.case_id)
    gone = {*map(str, fact.applicants)}
    if parting.is_severed(fact) and before.parted_from:
        rest = [one for one in every.get("applicants", "").split() if one not in gone]
        work.label(before.case_id, applicants=" ".join(rest))
    elif parting.is_severed(fact) or parting.alone(before, fact, applied_by(work, before)):
        severed = {*every.get(SEVERED, "").split(), *gone}
        work.label(before.case_id, **{SEVERED: " ".join(sorted(severed))})
    kept = {
        name: every[name] for name in ("county", "window", "matter", "number") if every.get(name)
    }
    return kept | {
        "road": Road.RECONSIDERATION,
        "applicants": " ".join(map(str, fact.applicants)),
        APPLICATION: str(fact.head.case_id),
    }


def applied_by(work: Work, file: Routing) -> frozenset[UUID]:
    """Whose applications go by a routing file; nobody's, of those of before, who share it."""
    return frozenset(map(UUID, work.labels_of(file.case_id).get(APPLIED, "").split()))


def note_applied(work: Work, file: Routing, fact: Applied) -> None:
    """Whose application goes by a routing file from now on."""
    own = {*applied_by(work, file), *fact.applicants}
    work.label(file.case_id, **{APPLIED: " ".join(sorted(map(str, own)))})
