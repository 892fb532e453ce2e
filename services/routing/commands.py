"""What routing does: choose a road, tell it, blow the whistle, hear the departments, close."""

from uuid import UUID

from services.routing import rulebook
from services.routing.domain import duty_list, road, whistle_case
from services.routing.domain.whistle_case import Whistle
from services.routing.store import ROUTINGS, WHISTLES, routing_of, whistle_of
from shared.contracts.fact import CLOCK
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import (
    CallRole,
    DepartmentInformed,
    DisputeRouted,
    Finding,
    Tier,
    WhistleBlown,
)
from shared.work import Work


def triage(work: Work, fact: DisputeRegistered) -> None:
    """分流: choose the road, tell a statutory one, and blow the whistle (RULES 6 to 8).

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
        work.record(file, road.notified(fact, choice.told, work.directory, work.calendar, head))
    if choice.blows:
        blow(work, fact, page)


def blow(work: Work, fact: DisputeRegistered, route: DisputeRouted) -> Whistle:
    """吹哨: the place's centre calls the departments that answer for the matter (RULES 8, 9)."""
    file = work.open(WHISTLES, whistle_of(fact.head.case_id), fact.head.dispute_id)
    if file.state is not None:
        return file
    summons = duty_list.summon(fact, route.road, work.directory, rulebook.in_force(work))
    tier = Tier.EMERGENCY if route.rule == "danger" else Tier(fact.urgency)
    named = (*summons.called, *summons.inform)
    centre = work.directory.centre_of(fact.place).code
    work.label(file.case_id, departments=" ".join(named), authority=centre)
    page = WhistleBlown(
        head=work.head(file, by=CLOCK),
        whistle=duty_list.kind_of(tier, summons),
        tier=tier,
        centre=centre,
        matter=fact.matter,
        place=fact.place,
        road=route.road,
        organs=route.organs,
    )
    return _call(work, work.record(file, page), summons)


def _call(work: Work, file: Whistle, summons: duty_list.Summons) -> Whistle:
    for department in summons.called:
        role = CallRole.LEAD if department == summons.lead else CallRole.ASSIST
        head = work.head(file, by=CLOCK, moment=work.now)
        file = work.record(file, whistle_case.call(head, file.tier, department, role))
    for department in summons.inform:
        page = DepartmentInformed(head=work.head(file, by=CLOCK), department=department)
        file = work.record(file, page)
    return file


def check_in(work: Work, case_id: UUID, department: str, *, by: str) -> Whistle:
    """报到 (RULES 4)."""
    file = work.take(WHISTLES, case_id)
    head = work.head(file, by=by, moment=work.now)
    return work.record(file, whistle_case.check_in(file, department, head=head))


def answer(
    work: Work, case_id: UUID, department: str, finding: Finding, opinion: str, *, by: str
) -> Whistle:
    """反馈 (RULES 11)."""
    file = work.take(WHISTLES, case_id)
    paper = work.document(case_id, file.dispute_id, "opinion", opinion)
    head = work.head(file, by=by, moment=work.now)
    return work.record(file, whistle_case.answer(file, department, finding, paper, head=head))


def close(work: Work, case_id: UUID, *, by: str) -> Whistle:
    """办结 (RULES 12)."""
    file = work.take(WHISTLES, case_id)
    return work.record(file, whistle_case.close(file, head=work.head(file, by=by)))


def withdraw(work: Work, intake_id: UUID) -> None:
    """终止哨, once the party has taken the dispute back (RULES 3)."""
    file = work.find(WHISTLES, whistle_of(intake_id))
    if file is not None and not file.is_closed:
        work.record(file, whistle_case.end_withdrawn(work.head(file, by=CLOCK)))
