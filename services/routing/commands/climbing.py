"""四级七天: a dispute enters the ladder, is solved at a level, or goes up (RULES 37, 38)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from services.routing.commands.blowing import blow
from services.routing.commands.in_force import times_in_force
from services.routing.commands.standing import free_place, newest_whistle, open_whistle
from services.routing.domain import closing, ladder
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
        file = work.record(file, ladder.flag(times_in_force(work), head=head))
    return file


def solve(work: Work, case_id: UUID, note: str, *, by: str) -> Ladder:
    """本级化解, by whoever tries at the level (RULES 37)."""
    file = work.take(LADDERS, case_id)
    whistled = open_whistle(work, file.dispute_id) is not None
    paper = work.document(case_id, file.dispute_id, "level_note", note)
    page = ladder.solve(file, paper, whistled=whistled, head=work.head(file, by=by))
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
    if whistle:
        whistle_at(work, file)
    return hold_or_resume(work, file)


def whistle_at(work: Work, file: Ladder) -> None:
    """The whistle of the level that a dispute has reached: blown, or brought under it.

    What waits for a signature or a callback is left to that. What the centre or its leader has
    returned is not blown again by the clock, nor what was blown as often as it may be.
    """
    road = work.find(ROUTINGS, routing_of(file.dispute_id))
    if road is None or not file.level.reaches(Rung.TOWNSHIP):
        return
    last = newest_whistle(work, file.dispute_id)
    if last is None or last.state is Blown.CLOSED:
        if free_place(work, file.dispute_id) is not None:
            blow(work, file, road)
    elif last.state is Blown.BLOWN:
        raise_to_ladder(work, last)


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
    hold_or_resume(work, file)
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
    page = ladder.reached(level, trouble, times, work.directory, head=head)
    file = work.record(file, page)
    work.label(file.case_id, authority=file.organ)
    return file


def hold_or_resume(work: Work, file: Ladder, on: date | None = None) -> Ladder:
    """停止计算: the level's time stands still while a callback or the party is awaited (RULES 37).

    It goes by how the whistle stands now: whoever hears of a finish may hear of it late.

    Args:
        work: The act, locked for every whistle of the dispute.
        file: The ladder's file.
        on: The day on which that came about, if it is not today.
    """
    if file.state is not State.TRYING:
        return file
    whistle = open_whistle(work, file.dispute_id)
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


def set_risk(work: Work, case_id: UUID, risk: Risk, note: str, *, centre: bool, by: str) -> Ladder:
    """风险定级; red is taken back by the centre only (RULES 38)."""
    file = work.take(LADDERS, case_id)
    paper = work.document(case_id, file.dispute_id, "risk_note", note)
    head = work.head(file, by=by, moment=work.now)
    times = times_in_force(work)
    page = ladder.set_risk(file, risk, paper, times, head=head, centre=centre)
    return work.record(file, page)


def report(work: Work, case_id: UUID, *, by: str) -> Ladder:
    """红色上报 (RULES 38)."""
    file = work.take(LADDERS, case_id)
    head = work.head(file, by=by, moment=work.now)
    return work.record(file, ladder.report(file, work.directory, head=head))
