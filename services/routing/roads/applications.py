"""What becomes of a road as the party applies, and as its application comes to nothing (RULES 58).

What was severed goes on in a road file of its own (RULES 136).
"""

from datetime import date
from typing import Final
from uuid import UUID

from services.routing.domain import parting, telling
from services.routing.domain.parting import Applied
from services.routing.domain.road_file import Routing, State
from services.routing.roads import open_file, road_of, tell
from services.routing.store import ROUTINGS, apart_of
from shared.auth import APPLICATION, SEVERED
from shared.contracts.adjudication import (
    AdjudicationApplied,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
)
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationDeclined,
    ApplicationReceived,
    ApplicationWithdrawn,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.forwarding import ApplicationHandedIn, PenaltyCorrected
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.routing import Occasion, Road, RoadTaken, RoutingEnded
from shared.law.article import ALI
from shared.law.reconsidering.filing import by_organ
from shared.work import Work

GivenUp = (
    AdjudicationDeclined
    | AdjudicationWithdrawn
    | ApplicationDeclined
    | ApplicationAbandoned
    | NotHandledAgain
    | ApplicationWithdrawn
    | ReconsiderationTerminated
)
"""What leaves a party without the procedure that it had asked for."""

DIRECT_SUIT: Final = ("sue", Road.RECONSIDERATION)
"""直接起诉期限, by its name and whose it is."""
SUIT_AFTER: Final = ("sue", Road.COURT)
"""复议以后的起诉期限, of a decision or where there was none."""


def taken(work: Work, fact: Applied | AdjudicationApplied) -> None:
    """当事人已申请: another office has the application; the period for it is met (RULES 58).

    Where one applies through the organ that fined, its receipt meets the period, if the day of
    filing is read so, and that of the authority is no second application (ARL 32; RULES 147). What
    was severed goes on in a road file of its own (RULES 136).
    """
    adjudicated = isinstance(fact, AdjudicationApplied)
    file = open_file(work, fact)
    if file and file.state is State.TAKEN and fact.head.case_id in file.applications:
        return
    if isinstance(fact, ApplicationHandedIn) and not by_organ():
        return
    if not isinstance(fact, AdjudicationApplied) and apart(work, fact):
        return
    if file:
        page = RoadTaken(
            head=work.head(file, by=CLOCK),
            road=Road.ADJUDICATION if adjudicated else Road.RECONSIDERATION,
            application_id=fact.head.case_id,
            organ=fact.authority,
            applied_on=fact.head.on,
        )
        work.record(file, page)


def given_up(work: Work, fact: GivenUp) -> None:
    """申请未被受理、不再处理或者撤回: what is open still is told again with its dates (RULES 60).

    Who takes back an application for reconsideration does not apply again, but may sue while the
    period for suing directly lasts; once it was accepted, only when that is permitted (ARL 41, 74;
    ALI 58).
    """
    file = open_file(work, fact)
    # Who was told of the court because no decision came may still take the application back.
    late = isinstance(fact, ReconsiderationTerminated) and file and file.told_road is Road.COURT
    if file is None or (file.state is not State.TAKEN and not late):
        return
    match fact:
        case AdjudicationDeclined() | AdjudicationWithdrawn():
            tell(work, file, Road.ADJUDICATION, Occasion.DECLINED)
        case ApplicationDeclined() | ApplicationAbandoned() | NotHandledAgain():
            _tell_again(work, file)
        case (
            ApplicationWithdrawn(to_be_permitted=False)
            | ReconsiderationTerminated(ground=Termination.WITHDRAWN)
        ):
            tell(work, file, Road.COURT, Occasion.DECLINED, ALI[58])
        case ApplicationWithdrawn() | ReconsiderationTerminated():
            pass  # the authority has not said yet, or nobody is left who would sue


def corrected(work: Work, fact: PenaltyCorrected) -> None:
    """处罚机关自行纠正: who insists applies to the authority, and is told until when (ARR2026 38).

    The days from handing in until the party was told are not counted (RULES 147). Who has sued, or
    applied otherwise since, is told nothing more.
    """
    file = open_file(work, fact)
    if file is None or file.sued:
        return
    if file.state is State.TAKEN and file.applications[-1:] != (fact.head.case_id,):
        return
    left = (fact.handed_in_on, fact.told_on) if fact.handed_in_on else None
    _tell_again(work, file, Occasion.PENALTY_CORRECTED, left)


def _tell_again(
    work: Work,
    file: Routing,
    occasion: Occasion = Occasion.DECLINED,
    left: tuple[date, date] | None = None,
) -> None:
    """What is open after all: to apply, and to sue where those days have not been replaced.

    With a decision of the act the direct suit is over, and the decision's own days run on, whatever
    becomes of an application that came later (ALL 45; ARR2026 37).
    """
    runs = {(one.name, one.subject): one for one, _ in work.running(file.case_id)}
    told = Road.RECONSIDERATION in file.told_roads or (file.parted_from and file.told_on)
    directly = DIRECT_SUIT in runs or not told
    file = tell(work, file, Road.RECONSIDERATION, occasion, directly=directly, left=left)
    if suit := runs.get(SUIT_AFTER):
        said = (suit.started_on, file, work.directory, work.calendar, work.head(file, by=CLOCK))
        rule = telling.suit_rule(suit.article)
        work.record(file, telling.tell_suit(*said, occasion=occasion, rule=rule))


def apart(work: Work, fact: Applied) -> bool:
    """分案后另列途径, where an application goes on apart; whether it does (RULES 136).

    Where it was not severed, but is handled after all in a new file (ARL 35), the road of its own
    goes on in another one with it; and whoever was severed applies again apart from the others.
    """
    came_from = fact.came_from if isinstance(fact, ApplicationReceived) else None
    before = road_of(work, fact.head.dispute_id, came_from)
    if before is None:
        return False
    severed = work.labels_of(before.case_id).get(SEVERED, "").split()
    if not parting.parts(before, fact, frozenset(map(UUID, severed))):
        return False
    labels = _labels_apart(work, before, fact)
    file = work.open(ROUTINGS, apart_of(fact.head.case_id), before.dispute_id, labels=labels)
    runs = (one for one, _ in work.running(before.case_id))
    suit = next((one for one in runs if (one.name, one.subject) == DIRECT_SUIT), None)
    head = work.head(file, by=CLOCK)
    work.record(file, parting.part(before, fact, head, suit, work.calendar))
    if before.parted_from and not parting.is_severed(fact):
        head = work.head(before, by=CLOCK)
        work.record(before, RoutingEnded(head=head, goes_on_in=file.case_id))
    return True


def _labels_apart(work: Work, before: Routing, fact: Applied) -> dict[str, str]:
    """Whose the new file is; whoever left the one before reads it no longer."""
    every = work.labels_of(before.case_id)
    gone = {*map(str, fact.applicants)}
    if parting.is_severed(fact) and before.parted_from:
        rest = [one for one in every.get("applicants", "").split() if one not in gone]
        work.label(before.case_id, applicants=" ".join(rest))
    elif parting.is_severed(fact):
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
