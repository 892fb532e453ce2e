"""Which routing file the case of a fact goes by: that of its dispute, or one of its own."""

from uuid import UUID

from services.routing.domain.road_file import Routing
from services.routing.store import ROUTINGS, apart_of, case_of, routing_of
from shared.contracts.fact import Fact
from shared.work import Work


def open_file(work: Work, fact: Fact) -> Routing | None:
    """The routing file that the case of a fact goes by, as `roads_of` names it; None if over."""
    return road_of(work, fact.head.dispute_id, case_of(fact))


def road_of(work: Work, dispute_id: UUID, case_id: UUID | None) -> Routing | None:
    """The road of one application where it has one of its own, else that of the dispute."""
    own = apart_of(case_id) if case_id else None
    known = own is not None and work.find(ROUTINGS, own) is not None
    return find(work, own if own and known else routing_of(dispute_id))


def find(work: Work, case_id: UUID) -> Routing | None:
    """A routing file that is at work; None where there is none, or it is over, or history."""
    file = work.find(ROUTINGS, case_id)
    return None if file is None or file.is_closed or file.history else file
