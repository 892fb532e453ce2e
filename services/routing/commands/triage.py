"""分流: choose the road, tell a statutory one, enter the ladder (RULES 6 to 8, 37)."""

from services.routing import rulebook
from services.routing.commands.blowing import blow
from services.routing.commands.climbing import enter, taken_up
from services.routing.domain import road
from services.routing.domain.ladder import Ladder
from services.routing.domain.triage import Choice
from services.routing.store import ROUTINGS, routing_of
from shared.contracts.fact import CLOCK
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import Rung, Tier
from shared.work import Work

DANGER = "danger"
"""Name of the rule that sends a dispute to the police at once."""


def triage(work: Work, fact: DisputeRegistered) -> None:
    """分流 (RULES 6 to 8, 37).

    What was imported as history is routed, and nobody is told or called.
    """
    file = work.open(ROUTINGS, routing_of(fact.head.case_id), fact.head.dispute_id)
    if file.state is not None:
        return
    book = rulebook.in_force(work)
    choice = road.choose(fact, work.directory, book)
    page = road.routed(fact, choice, work.directory, book, work.head(file, by=CLOCK))
    file = work.record(file, page)
    work.label(file.case_id, road=page.road)
    if fact.history:
        return
    if choice.told:
        head = work.head(file, by=CLOCK)
        file = work.record(
            file, road.notified(fact, choice.told, work.directory, work.calendar, head)
        )
    if choice.blows:
        ladder = _enter(work, fact, choice)
        if ladder is None:
            return
        work.label(file.case_id, authority=ladder.organ)
        if ladder.level.reaches(Rung.TOWNSHIP):
            taken_up(work, ladder, blow(work, ladder, file))


def _enter(work: Work, fact: DisputeRegistered, choice: Choice) -> Ladder | None:
    """The level at which it enters: in danger no lower than the centre that can blow."""
    danger = choice.taken.name == DANGER
    tier = Tier.EMERGENCY if danger else Tier(fact.urgency)
    return enter(work, fact, tier, at_once=tier is Tier.EMERGENCY)
