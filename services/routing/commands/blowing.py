"""吹哨: by the rules or on request; signed, returned, taken back (RULES 8 to 10, 18, 19)."""

from collections.abc import Sequence
from uuid import UUID

from services.routing.commands.in_force import duties_in_force, edition_in_force, times_in_force
from services.routing.commands.naming import callable_department
from services.routing.commands.standing import free_place, whistles
from services.routing.domain import calling, closing, duty_list, signing
from services.routing.domain.calling import Call
from services.routing.domain.ladder import Ladder
from services.routing.domain.road_file import Routing
from services.routing.domain.whistle_case import Whistle
from services.routing.store import MOST_WHISTLES, WHISTLES
from shared.contracts.fact import CLOCK
from shared.contracts.routing import (
    Planned,
    ReturnReason,
    Road,
    Rung,
)
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.work import Work


def blow(work: Work, ladder: Ladder, routing: Routing) -> Whistle:
    """吹哨 by the rules: the level's centre calls whom the duty list names (RULES 8, 9)."""
    road = routing.road or Road.PEOPLES_MEDIATION
    place = work.directory.city.code if ladder.level is Rung.CITY else ladder.place
    duties = duties_in_force(work)
    summons = duty_list.summon(ladder.matter, place, ladder.risk, road, duties)
    call = Call(
        tier=ladder.tier,
        centre=ladder.organ,
        matter=ladder.matter,
        place=ladder.place,
        road=road,
        organs=routing.organs,
        risk=ladder.risk,
        level=ladder.level,
        planned=calling.plan(summons.lead, summons.assist, summons.why, ladder.matter),
        inform=summons.inform,
    )
    return start(work, ladder, call, by=CLOCK)


def start(work: Work, beside: CaseFile, call: Call, *, by: str) -> Whistle:
    """A new whistle, proposed to the leader or blown at once (RULES 8, 18).

    Args:
        work: The act, locked for every whistle that there may be of this dispute.
        beside: The file over which it is blown: the ladder's, or a hot spot's.
        call: What it says.
        by: Who blows it.
    """
    file = _opened(work, beside, call)
    times = times_in_force(work)
    head = work.head(file, by=by, moment=work.now)
    if call.to_be_signed(times):
        signer = signing.signer_of(call.centre, times.signed_by, work.directory)
        return work.record(file, calling.proposed(call, times, signer, head))
    file = work.record(file, calling.blown(call, times, edition_in_force(work), head))
    return _call(work, file, call.planned, call.inform, by=by)


def _opened(work: Work, beside: CaseFile, call: Call) -> Whistle:
    labels = dict(work.labels_of(beside.case_id))
    labels["authority"] = call.centre
    place = free_place(work, beside.dispute_id)
    if place is None:
        raise Refused(f"同一纠纷吹哨不得超过{MOST_WHISTLES}次", RULES[19])
    return work.open(WHISTLES, place, beside.dispute_id, labels=labels)


def _call(
    work: Work, file: Whistle, planned: Sequence[Planned], inform: Sequence[str], *, by: str
) -> Whistle:
    times = times_in_force(work)
    named = (*(one.department for one in planned), *inform)
    work.label(file.case_id, departments=" ".join(named))
    for one in planned:
        head = work.head(file, by=by, moment=work.now)
        file = work.record(file, calling.called(one, file.tier, times, head))
    for department in inform:
        file = work.record(file, calling.informed(department, work.head(file, by=by)))
    return file


def sign(work: Work, case_id: UUID, *, by: str) -> Whistle:
    """签批: what was proposed is blown (RULES 18)."""
    file = work.take(WHISTLES, case_id)
    planned, inform, times = file.planned, file.inform, times_in_force(work)
    head = work.head(file, by=by, moment=work.now)
    file = work.record(file, calling.signed(file, times, edition_in_force(work), head))
    return _call(work, file, planned, inform, by=by)


def give_back(work: Work, case_id: UUID, reason: ReturnReason, text: str, *, by: str) -> Whistle:
    """退哨 of a whistle that is false, or that the leader does not sign (RULES 19)."""
    file = work.take(WHISTLES, case_id)
    paper = work.document(case_id, file.dispute_id, "return_reason", text)
    head = work.head(file, by=by)
    return work.record(file, closing.give_back(reason, paper, head=head))


def recall(work: Work, case_id: UUID, department: str, task: str, *, by: str) -> Whistle:
    """召回, or call one that was left out (RULES 46)."""
    file = work.take(WHISTLES, case_id)
    called = callable_department(work.directory, department)
    paper = work.document(case_id, file.dispute_id, "task", task) if task else None
    head = work.head(file, by=by, moment=work.now)
    times = times_in_force(work)
    file = work.record(file, calling.recalled(file, called, times, head, paper))
    add_department(work, file.case_id, called)
    return file


def add_department(work: Work, case_id: UUID, department: str) -> None:
    """Let a department see the file from now on; those that saw it go on seeing it."""
    known = work.labels_of(case_id).get("departments", "").split()
    if department not in known:
        work.label(case_id, departments=" ".join((*known, department)))


def withdraw(work: Work, dispute_id: UUID) -> None:
    """终止哨, once the party has taken the dispute back (RULES 3)."""
    for file in whistles(work, dispute_id):
        if not file.is_closed:
            work.record(file, closing.end_withdrawn(file, head=work.head(file, by=CLOCK)))
