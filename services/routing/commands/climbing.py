"""四级七天: a dispute enters the ladder, is solved at a level, or goes up (RULES 37, 38)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from services.routing.commands.blowing import blow
from services.routing.commands.in_force import times_in_force
from services.routing.commands.standing import free_place, newest_whistle, open_whistle
from services.routing.domain import closing, ladder, risk_ledger
from services.routing.domain.ladder import Ladder, State, Trouble
from services.routing.domain.whistle import State as Blown
from services.routing.domain.whistle_case import Whistle
from services.routing.store import LADDERS, ROUTINGS, ladder_of, routing_of
from shared.contracts.fact import CLOCK
from shared.contracts.intake import DisputeRegistered, Risk
from shared.contracts.routing import LadderEnd, Rung, Tier
from shared.law.day import day_of_expiry
from shared.work import Work


def enter(work: Work, fact: DisputeRegistered, tier: Tier, *, at_once: bool) -> Ladder | None:
    """进入层级: where the way it came in begins; what cannot wait begins at the centre (RULES 37).

    Returns:
        The ladder's file; None if the dispute is on it already.
    """
    first = Rung.TOWNSHIP if at_once else times_in_force(work).entry_of(fact.channel)
    trouble = Trouble(matter=fact.matter, place=fact.place, tier=tier, risk=fact.risk)
    return enter_at(work, fact.head.dispute_id, first, trouble)


def enter_at(
    work: Work,
    dispute_id: UUID,
    first: Rung,
    trouble: Trouble,
    labels: Mapping[str, str] | None = None,
) -> Ladder | None:
    """The same for a trouble of which more is known; `labels` are those of the act if none."""
    file = work.open(LADDERS, ladder_of(dispute_id), dispute_id, labels=labels)
    if file.state is not None:
        return None
    file = _reach(work, file, ladder.entry(first, trouble.place, work.directory), trouble)
    if trouble.risk is Risk.RED:
        head = work.head(file, by=CLOCK, moment=work.now)
        file = work.record(file, risk_ledger.flag(times_in_force(work), head=head))
    return file


def solve(work: Work, case_id: UUID, note: str, *, by: str) -> Ladder:
    """本级化解, by whoever tries at the level (RULES 37)."""
    file = work.take(LADDERS, case_id)
    whistled = open_whistle(work, file.dispute_id) is not None
    paper = work.document(case_id, file.dispute_id, "level_note", note)
    page = ladder.solve(file, paper, whistled=whistled, head=work.head(file, by=by))
    return work.record(file, page)


def take_up(work: Work, case_id: UUID, *, by: str) -> Ladder:
    """着手办理, by grid or village: where the city says so, their time runs from now (RULES 37)."""
    file = work.take(LADDERS, case_id)
    page = ladder.take_up(file, by_whistle=False, head=work.head(file, by=by))
    return work.record(file, page)


def give_up(work: Work, case_id: UUID, note: str, *, by: str) -> Ladder:
    """本级未化解: it goes up at once (RULES 37)."""
    file = work.take(LADDERS, case_id)
    whistled = open_whistle(work, file.dispute_id) is not None
    paper = work.document(case_id, file.dispute_id, "level_note", note)
    page = ladder.give_up(file, paper, whistled=whistled, head=work.head(file, by=by))
    return go_up(work, work.record(file, page))


def go_up(
    work: Work,
    file: Ladder,
    level: Rung | None = None,
    *,
    whistle: bool = True,
    on: date | None = None,
) -> Ladder:
    """到达上一级: its clock starts, and a whistle is blown or comes under it (RULES 37).

    Args:
        work: The act, locked for every file of the dispute that routing keeps.
        file: The ladder's file.
        level: Another level than the next one.
        whistle: Whether the whistle follows; whoever blows one himself says no.
        on: The day on which it got there, if that is not today.
    """
    above = level or file.level.above
    if above is None:
        head = work.head(file, by=CLOCK, on=on)
        return work.record(file, ladder.end(LadderEnd.EXHAUSTED, head=head))
    file = _reach(work, file, above, file.trouble, on)
    return whistle_at(work, file) if whistle else as_whistled(work, file)


def whistle_at(work: Work, file: Ladder) -> Ladder:
    """The whistle of the level that a dispute has reached: blown, or brought under it.

    What waits for a signature or a callback is left to that. What the centre or its leader has
    returned is not blown again by the clock, nor what was blown as often as it may be.
    """
    road = work.find(ROUTINGS, routing_of(file.dispute_id))
    if road is None or not file.level.reaches(Rung.TOWNSHIP):
        return file
    last = newest_whistle(work, file.dispute_id)
    if last is None or last.state is Blown.CLOSED:
        if free_place(work, file.dispute_id) is not None:
            blow(work, file, road)
    elif last.state is Blown.BLOWN:
        raise_to_ladder(work, last)
    return as_whistled(work, file)


def raise_to_ladder(work: Work, whistle: Whistle) -> Whistle:
    """提级: an open whistle comes under the level that its dispute has reached (RULES 37)."""
    place = ladder_of(whistle.dispute_id)
    file = work.find(LADDERS, place) if work.is_declared(place) else None
    if file is None or file.is_closed or whistle.is_closed or whistle.level.reaches(file.level):
        return whistle
    return _raise(work, whistle, file)


def climb(work: Work, whistle: Whistle) -> bool:
    """提级 of a whistle with which nobody is satisfied: the dispute goes up with it (RULES 39).

    Returns:
        Whether there was a level above, and a dispute on the ladder.
    """
    file = work.find(LADDERS, ladder_of(whistle.dispute_id))
    if file is None or file.is_closed:
        return False
    above = whistle.level.higher(file.level).above
    if above is None:
        return False
    if file.state is State.TRYING:
        file = work.record(file, ladder.given_up(file, head=work.head(file, by=CLOCK)))
    file = go_up(work, file, above, whistle=False)
    _raise(work, whistle, file)
    as_whistled(work, file)
    return True


def _raise(work: Work, whistle: Whistle, file: Ladder) -> Whistle:
    head, times = work.head(whistle, by=CLOCK), times_in_force(work)
    page = closing.raise_to(whistle, file.level, file.organ, times, head=head)
    whistle = work.record(whistle, page)
    work.label(whistle.case_id, authority=file.organ)
    return whistle


def _reach(
    work: Work, file: Ladder, level: Rung, trouble: Trouble, on: date | None = None
) -> Ladder:
    head, times = work.head(file, by=CLOCK, on=on), times_in_force(work)
    overnight = on is not None
    page = ladder.reached(level, trouble, times, work.directory, head=head, overnight=overnight)
    file = work.record(file, page)
    work.label(file.case_id, authority=file.organ)
    return file


def as_whistled(work: Work, file: Ladder, on: date | None = None) -> Ladder:
    """随哨计算: the level's time runs, runs anew or stands still as its whistle stands (RULES 37).

    It goes by how the whistle stands now: whoever hears of a finish may hear of it late.

    Args:
        work: The act, locked for every whistle of the dispute.
        file: The ladder's file.
        on: The day on which that came about, if it is not today.
    """
    if file.state is not State.TRYING:
        return file
    whistle = open_whistle(work, file.dispute_id)
    if whistle is not None:
        file = taken_up(work, file, whistle)
    still = whistle is not None and whistle.stands_still
    if still == file.held:
        return file
    day = on or work.today
    if not still:
        return work.record(file, ladder.resume(file, head=work.head(file, by=CLOCK, on=day)))
    level = next((one for one, row in work.running(file.case_id) if row.name == "level"), None)
    day = max(day, level.started_on) if level else day
    left = work.calendar.workdays_between(day, day_of_expiry(level.until)) if level else 0
    return work.record(file, ladder.hold(left, head=work.head(file, by=CLOCK, on=day)))


def taken_up(work: Work, file: Ladder, whistle: Whistle) -> Ladder:
    """着手办理: a whistle that is blown at the level takes the dispute up there (RULES 37)."""
    blown = whistle.state is Blown.BLOWN and whistle.level.reaches(file.level)
    if not (blown and file.on_taking and file.state is State.TRYING):
        return file
    head = work.head(file, by=CLOCK)
    return work.record(file, ladder.take_up(file, by_whistle=True, head=head))


def set_risk(work: Work, case_id: UUID, risk: Risk, note: str, *, centre: bool, by: str) -> Ladder:
    """风险定级; red is taken back by the centre only (RULES 38)."""
    file = work.take(LADDERS, case_id)
    paper = work.document(case_id, file.dispute_id, "risk_note", note)
    head = work.head(file, by=by, moment=work.now)
    times = times_in_force(work)
    page = risk_ledger.set_risk(file, risk, paper, times, head=head, centre=centre)
    return work.record(file, page)


def report(work: Work, case_id: UUID, *, by: str) -> Ladder:
    """红色上报 (RULES 38)."""
    file = work.take(LADDERS, case_id)
    head = work.head(file, by=by, moment=work.now)
    return work.record(file, risk_ledger.report(file, work.directory, head=head))
