"""What routing does when it hears that a dispute came in, was taken back, or went another way."""

from collections.abc import Iterable
from uuid import UUID

from services.routing import commands, roads
from services.routing.store import routing_of, whistle_of
from shared.contracts.adjudication import (
    AdjudicationApplied,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
)
from shared.contracts.fact import Fact
from shared.contracts.intake import DisputeRegistered, DisputeWithdrawn
from shared.contracts.mediation import MediationFailed, MediationRefused
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationDeclined,
    ApplicationReceived,
    ApplicationWithdrawn,
    DecisionDelivered,
)
from shared.office import Heard, Listens
from shared.work import Work


def road_and_whistle(fact: DisputeRegistered | DisputeWithdrawn) -> Iterable[UUID]:
    """The routing file and the whistle that a dispute may have."""
    return (routing_of(fact.head.case_id), whistle_of(fact.head.case_id))


def road_of(fact: Fact) -> Iterable[UUID]:
    """The routing file of the dispute whose file is another office's."""
    return (routing_of(fact.head.dispute_id),)


def triage_dispute(work: Work, fact: DisputeRegistered) -> None:
    """登记之后分流 (RULES 6)."""
    commands.triage(work, fact)


def end_routing(work: Work, fact: DisputeWithdrawn) -> None:
    """撤回之后终止哨和分流 (RULES 3)."""
    commands.withdraw(work, fact.head.case_id)
    roads.end(work, fact.head.case_id)


LISTENS: Listens = {
    DisputeRegistered: Heard(triage_dispute, files=road_and_whistle),
    DisputeWithdrawn: Heard(end_routing, files=road_and_whistle),
    ApplicationReceived: Heard(roads.taken, files=road_of),
    AdjudicationApplied: Heard(roads.taken, files=road_of),
    ApplicationDeclined: Heard(roads.given_up, files=road_of),
    ApplicationAbandoned: Heard(roads.given_up, files=road_of),
    ApplicationWithdrawn: Heard(roads.given_up, files=road_of),
    AdjudicationDeclined: Heard(roads.given_up, files=road_of),
    AdjudicationWithdrawn: Heard(roads.given_up, files=road_of),
    MediationFailed: Heard(roads.mediated_in_vain, files=road_of),
    MediationRefused: Heard(roads.mediated_in_vain, files=road_of),
    DecisionDelivered: Heard(roads.decided, files=road_of),
}
"""What routing hears."""
