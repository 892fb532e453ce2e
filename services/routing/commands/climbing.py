"""四级七天: a dispute enters the ladder, is solved at a level, or goes up (RULES 37, 38)."""

from datetime import date
from uuid import UUID

from services.routing.commands.blowing import blow
from services.routing.commands.in_force import times_in_force
from services.routing.commands.standing import open_whistle
from services.routing.domain import closing, ladder
from services.routing.domain.ladder import Ladder, State, Trouble
from services.routing.domain.road_file import Routing
from services.routing.domain.whistle import State as Blown
from services.routing.domain.whistle_case import Whistle
from services.routing.store import LADDERS, ROUTINGS, ladder_of, routing_of
from shared.contracts.fact import CLOCK
from shared.contracts.intake import DisputeRegistered, Risk
from shared.contracts.routing import (
    LadderEnd,
    LevelLapsed,
    Rung,
    Tier,
    WhistleClosed,
    WhistleEnd,
    WhistleFinished,
    WhistleReopened,
)
from shared.work import Work


def enter(work: Work, fact: DisputeRegistered, tier: Tier, *, at_once: bool) -> Ladder | None:
    """进入层级: where the way it came in begins; what cannot wait begins at the centre (RULES 37).

    Returns:
        The ladder's file; None if the dispute is on it already.
    """
    times = times_in_force(work)
    file = work.open(LADDERS, ladder_of(fact.head.case_id), fact.head.dispute_id)
    if file.state is not None:
        return None
    level = Rung.TOWNSHIP if at_once else times.entry_of(fact.channel)
    level = ladder.entry(level, fact.place, work.directory)
    trouble = Trouble(matter=fact.matter, place=fact.place, tier=tier, risk=fact.risk)
    file = _reach(work, file, level, trouble)
    if fact.risk is Risk.RED:
        head = work.head(file, by=CLOCK, moment=work.now)
        file = work.record(file, ladder.set_risk(Risk.RED, None, times, head=head))
    return file


def solve(work: Work, case_id: UUID, note: str, *, by: str) -> Ladder:
    """本级化解, by whoever tries at the level (RULES 37)."""
    file = work.take(LADDERS, case_id)
    paper = work.document(case_id, file.dispute_id, "level_note", note)
    return work.record(file, ladder.solve(file, paper, head=work.head(file, by=by)))


def give_up(work: Work, case_id: UUID, note: str, *, by: str) -> Ladder:
    """本级未化解: it goes up at once (RULES 37)."""
    file = work.take(LADDERS, case_id)
    paper = work.document(case_id, file.dispute_id, "level_note", note)
    file = work.record(file, ladder.give_up(file, paper, head=work.head(file, by=by)))
    return go_up(work, file)


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
    road = work.find(ROUTINGS, routing_of(file.dispute_id))
    if whistle and road is not None and above.reaches(Rung.TOWNSHIP):
        _whistle(work, file, road)
    return file


def _whistle(work: Work, file: Ladder, road: Routing) -> None:
    whistle = open_whistle(work, file.dispute_id)
    if whistle is None:
        blow(work, file, road)
    elif whistle.state is Blown.BLOWN and not whistle.level.reaches(file.level):
        _raise(work, whistle, file)  # what waits for a signature or a callback is left to that


def climb(work: Work, whistle: Whistle) -> bool:
    """提级 of a whistle with which nobody is satisfied: the dispute goes up with it (RULES 39).

    Returns:
        Whether there was a level above, and a dispute on the ladder.
    """
    file = work.find(LADDERS, ladder_of(whistle.dispute_id))
    above = whistle.level.above
    if file is None or file.is_closed or above is None:
        return False
    if file.state is State.TRYING:
        file = work.record(file, ladder.given_up(file, head=work.head(file, by=CLOCK)))
    file = go_up(work, file, above, whistle=False)
    _raise(work, whistle, file)
    return True


def _raise(work: Work, whistle: Whistle, file: Ladder) -> None:
    """提级: the open whistle comes under the level that the dispute has reached (RULES 37)."""
    head, times = work.head(whistle, by=CLOCK), times_in_force(work)
    page = closing.raise_to(whistle, file.level, file.organ, times, head=head)
    work.record(whistle, page)
    work.label(whistle.case_id, authority=file.organ)


def _reach(
    work: Work, file: Ladder, level: Rung, trouble: Trouble, on: date | None = None
) -> Ladder:
    head, times = work.head(file, by=CLOCK, on=on), times_in_force(work)
    page = ladder.reached(level, trouble, times, work.directory, head=head)
    file = work.record(file, page)
    work.label(file.case_id, authority=file.organ)
    return file


def follow_lapse(work: Work, lapse: LevelLapsed) -> None:
    """本级期满之后上报: it reached the next level the day this one's time was over (RULES 37)."""
    file = work.find(LADDERS, ladder_of(lapse.head.dispute_id))
    if file is not None and file.state is State.GOING_UP:
        go_up(work, file, on=lapse.head.on)


def follow_close(work: Work, fact: WhistleClosed) -> None:
    """哨办结之后: solved here, handed over, or up to the next level (RULES 37)."""
    file = work.find(LADDERS, ladder_of(fact.head.dispute_id))
    if file is None or file.is_closed:
        return
    head = work.head(file, by=CLOCK)
    match fact.end:
        case WhistleEnd.SOLVED:
            work.record(file, ladder.solved_by_whistle(fact.level, head=head))
        case WhistleEnd.HANDED_OVER:
            work.record(file, ladder.end(LadderEnd.HANDED_OVER, head=head))
        case WhistleEnd.UNSOLVED:
            if file.state is State.TRYING:
                file = work.record(file, ladder.given_up(file, head=head))
            go_up(work, file)
        case WhistleEnd.WITHDRAWN:
            work.record(file, ladder.end(LadderEnd.WITHDRAWN, head=head))


def hold(work: Work, fact: WhistleFinished) -> None:
    """主办办结之后, until the callback, the level's time stands still (RULES 37)."""
    file = work.find(LADDERS, ladder_of(fact.head.dispute_id))
    if file is not None and file.state is State.TRYING and not file.held:
        work.record(file, ladder.hold(head=work.head(file, by=CLOCK)))


def resume(work: Work, fact: WhistleReopened) -> None:
    """重新办理之后 the level's time runs on (RULES 37)."""
    file = work.find(LADDERS, ladder_of(fact.head.dispute_id))
    if file is not None and file.state is State.TRYING and file.held:
        work.record(file, ladder.resume(head=work.head(file, by=CLOCK)))


def end_withdrawn(work: Work, dispute_id: UUID) -> None:
    """撤回之后不再逐级化解 (RULES 3)."""
    file = work.find(LADDERS, ladder_of(dispute_id))
    if file is not None and not file.is_closed:
        work.record(file, ladder.end(LadderEnd.WITHDRAWN, head=work.head(file, by=CLOCK)))


def set_risk(work: Work, case_id: UUID, risk: Risk, note: str, *, by: str) -> Ladder:
    """风险定级 (RULES 38)."""
    file = work.take(LADDERS, case_id)
    paper = work.document(case_id, file.dispute_id, "risk_note", note)
    head = work.head(file, by=by, moment=work.now)
    return work.record(file, ladder.set_risk(risk, paper, times_in_force(work), head=head))


def report(work: Work, case_id: UUID, *, by: str) -> Ladder:
    """红色上报 (RULES 38)."""
    file = work.take(LADDERS, case_id)
    head = work.head(file, by=by, moment=work.now)
    return work.record(file, ladder.report(file, work.directory, head=head))
