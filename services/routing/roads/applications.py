"""What becomes of a road as the party applies, and as its application comes to nothing (RULES 58).

What was severed goes on in a road file of its own (RULES 136).
"""

from datetime import date
from typing import Final

from services.routing.domain import telling
from services.routing.domain.parting import Applied
from services.routing.domain.road_file import Routing, State
from services.routing.roads import tell
from services.routing.roads.apart import DIRECT_SUIT, apart, note_applied
from services.routing.roads.finding import open_file
from shared.contracts.adjudication import (
    AdjudicationApplied,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
)
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationDeclined,
    ApplicationWithdrawn,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.forwarding import ApplicationHandedIn, PenaltyCorrected
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.routing import Occasion, Road, RoadTaken
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

SUIT_AFTER: Final = ("sue", Road.COURT)
"""复议以后的起诉期限, of a decision or where there was none."""


def taken(work: Work, fact: Applied | AdjudicationApplied) -> None:
    """当事人已申请: another office has the application; the period for it is met (RULES 58).

    Where one applies through the organ that fined, its receipt meets the period, if the day of
    filing is read so, and that of the authority is no second application (ARL 32; RULES 147). What
    was severed, or what others apply for than who applied first, goes on in a road file of its own
    (RULES 136, 148).
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
        if not isinstance(fact, AdjudicationApplied):
            note_applied(work, file, fact)
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
        rule, of, whose = telling.suit_rule(suit.article), file.decision_id, file.first_to_sue
        page = telling.tell_suit(*said, occasion=occasion, rule=rule, decision_id=of, whose=whose)
        work.record(file, page)
