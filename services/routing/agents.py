"""What routing does when it hears that a dispute came in, was taken back, or went its way."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from services.routing import roads
from services.routing.commands import blowing, following, triage
from services.routing.roads import applications, suits
from services.routing.store import files_of, ladder_of, roads_of, routing_of, whistle_of
from shared.contracts.adjudication import (
    AdjudicationApplied,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
)
from shared.contracts.fact import Fact
from shared.contracts.intake import ApplicantAdded, DisputeRegistered, DisputeWithdrawn
from shared.contracts.mediation import MediationFailed, MediationRefused
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationDeclined,
    ApplicationReceived,
    ApplicationWithdrawn,
    DecisionDelivered,
    DecisionOverdue,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.aftermath import DecisionAnnulled, ServedAgain
from shared.contracts.reconsideration.forwarding import ApplicationHandedIn, PenaltyCorrected
from shared.contracts.reconsideration.higher import ElevatedCaseEnded
from shared.contracts.reconsideration.refusal import RefusalCorrected, RefusalServed
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.contracts.routing import (
    DepartmentRuledOut,
    LadderEnded,
    LevelLapsed,
    PartyAwaited,
    PartyCame,
    RoadCorrected,
    WaitLapsed,
    WhistleClosed,
    WhistleFinished,
    WhistleReopened,
    WhistleReturned,
)
from shared.office import Heard, Listens
from shared.work import Work


def first_files(fact: DisputeRegistered) -> Iterable[UUID]:
    """The routing file, the ladder and the first whistle that a dispute may have."""
    case_id = fact.head.case_id
    return (routing_of(case_id), ladder_of(case_id), whistle_of(case_id))


def every_file(fact: Fact) -> Iterable[UUID]:
    """Every file of the dispute that going up may touch."""
    return files_of(fact.head.dispute_id)


def road_of(fact: Fact) -> Iterable[UUID]:
    """The routing file of the dispute whose file is another office's."""
    return (routing_of(fact.head.dispute_id),)


def triage_dispute(work: Work, fact: DisputeRegistered) -> None:
    """登记之后分流 (RULES 6)."""
    triage(work, fact)


def end_all(work: Work, fact: DisputeWithdrawn) -> None:
    """撤回之后终止哨、逐级化解和分流 (RULES 3)."""
    blowing.withdraw(work, fact.head.dispute_id)
    following.withdraw(work, fact)
    roads.end(work, fact.head.dispute_id)


HOLDING: Final = (
    WhistleFinished,
    WhistleReopened,
    PartyAwaited,
    PartyCame,
    WaitLapsed,
    DepartmentRuledOut,
    WhistleReturned,
)
"""What may let the level's time stand still, or run on."""

LISTENS: Listens = {
    DisputeRegistered: Heard(triage_dispute, files=first_files),
    ApplicantAdded: Heard(roads.joined, files=road_of),
    DisputeWithdrawn: Heard(end_all, files=every_file),
    LevelLapsed: Heard(following.lapse, files=every_file),
    WhistleClosed: Heard(following.close, files=every_file),
    **dict.fromkeys(HOLDING, Heard(following.hold, files=every_file)),
    RoadCorrected: Heard(following.correct, files=every_file),
    LadderEnded: Heard(roads.tried_in_vain, files=road_of),
    ApplicationReceived: Heard(applications.taken, files=roads_of),
    ApplicationHandedIn: Heard(applications.taken, files=roads_of),
    PenaltyCorrected: Heard(applications.corrected, files=roads_of),
    AdjudicationApplied: Heard(applications.taken, files=roads_of),
    ApplicationDeclined: Heard(applications.given_up, files=roads_of),
    ApplicationAbandoned: Heard(applications.given_up, files=roads_of),
    NotHandledAgain: Heard(applications.given_up, files=roads_of),
    ApplicationWithdrawn: Heard(applications.given_up, files=roads_of),
    ReconsiderationTerminated: Heard(applications.given_up, files=roads_of),
    AdjudicationDeclined: Heard(applications.given_up, files=roads_of),
    AdjudicationWithdrawn: Heard(applications.given_up, files=roads_of),
    MediationFailed: Heard(roads.mediated_in_vain, files=road_of),
    MediationRefused: Heard(roads.mediated_in_vain, files=road_of),
    **dict.fromkeys((DecisionServed, DecisionDelivered), Heard(suits.decided, files=roads_of)),
    DecisionOverdue: Heard(suits.overdue, files=roads_of),
    RefusalServed: Heard(suits.refused, files=roads_of),
    RefusalCorrected: Heard(suits.corrected, files=roads_of),
    DecisionAnnulled: Heard(suits.annulled, files=roads_of),
    ElevatedCaseEnded: Heard(suits.ended_above, files=roads_of),
    ServedAgain: Heard(suits.served_again, files=roads_of),
    MediationDocumentSealed: Heard(suits.mediated, files=roads_of),
}
"""What routing hears, also of itself."""
