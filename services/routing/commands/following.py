"""随哨和途径而动: what the ladder does when it hears how a level, a whistle or a road went.

Facts of different files come in no certain order, and may come late: each handler looks at how
things stand now, and does only what is still to be done.
"""

from services.routing.commands.climbing import (
    as_whistled,
    enter_at,
    go_up,
    whistle_at,
)
from services.routing.commands.standing import newest_whistle, open_whistle
from services.routing.domain import closing, ladder
from services.routing.domain.ladder import Ladder, State, Trouble
from services.routing.domain.whistle import State as Blown
from services.routing.store import LADDERS, ladder_of, routing_of
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.intake import Risk
from shared.contracts.routing import (
    LadderEnd,
    LevelLapsed,
    Road,
    RoadCorrected,
    Rung,
    Tier,
    WhistleClosed,
    WhistleEnd,
)
from shared.work import Work

_ENDS = {
    WhistleEnd.HANDED_OVER: LadderEnd.HANDED_OVER,
    WhistleEnd.WITHDRAWN: LadderEnd.WITHDRAWN,
    WhistleEnd.UNREACHED: LadderEnd.UNREACHED,
}

BY_DEPARTMENTS = (Road.PEOPLES_MEDIATION, Road.ADMINISTRATIVE_MEDIATION)
"""Roads on which departments are called."""


def _open(work: Work, fact: Fact) -> Ladder | None:
    file = work.find(LADDERS, ladder_of(fact.head.dispute_id))
    return None if file is None or file.is_closed else file


def lapse(work: Work, fact: LevelLapsed) -> None:
    """本级期满之后上报: it reached the next level the day this one's time was over (RULES 37).

    A whistle that was closed at this level meanwhile says itself what becomes of the dispute.
    """
    file = _open(work, fact)
    if file is None or file.state is not State.GOING_UP:
        return
    last = newest_whistle(work, file.dispute_id)
    if last is not None and last.state is Blown.CLOSED and last.level is file.level:
        return
    go_up(work, file, on=fact.head.on)


def close(work: Work, fact: WhistleClosed) -> None:
    """哨办结之后: solved here, handed over, or up to the next level (RULES 37)."""
    file = _open(work, fact)
    if file is None:
        return
    head = work.head(file, by=CLOCK)
    if fact.end is WhistleEnd.SOLVED:
        work.record(file, ladder.solved_by_whistle(fact.level, head=head))
    elif fact.end is WhistleEnd.UNSOLVED:
        _unsolved(work, file, fact.level)
    elif fact.end in _ENDS:
        work.record(file, ladder.end(_ENDS[fact.end], head=head))
    else:
        as_whistled(work, file, fact.head.on)  # another whistle has taken its place


def _unsolved(work: Work, file: Ladder, level: Rung) -> None:
    if not level.reaches(file.level):
        whistle_at(work, file)  # it went up before this was heard, and has no whistle there yet
        return
    if file.state is State.TRYING:
        file = work.record(file, ladder.given_up(file, head=work.head(file, by=CLOCK)))
    go_up(work, file)


def hold(work: Work, fact: Fact) -> None:
    """待回访、等待当事人之后: the level's time stands still or runs on (RULES 28, 37)."""
    if (file := _open(work, fact)) is not None:
        as_whistled(work, file, fact.head.on)


def correct(work: Work, fact: RoadCorrected) -> None:
    """更正途径之后: on a road of departments they are called, on another nobody is (RULES 59)."""
    dispute_id = fact.head.dispute_id
    if fact.road in BY_DEPARTMENTS:
        trouble = Trouble(matter=fact.matter, place=fact.place, tier=Tier.ORDINARY, risk=Risk.BLUE)
        labels = work.labels_of(routing_of(dispute_id))
        entered = enter_at(work, dispute_id, Rung.TOWNSHIP, trouble, labels)
        if entered is not None:
            whistle_at(work, entered)
        return
    if (whistle := open_whistle(work, dispute_id)) is not None:
        head = work.head(whistle, by=CLOCK)
        work.record(whistle, closing.hand_over(whistle, fact.road, fact.organs, head=head))
    if (file := _open(work, fact)) is not None:
        end = ladder.end(LadderEnd.HANDED_OVER, head=work.head(file, by=CLOCK))
        work.record(file, end)


def withdraw(work: Work, fact: Fact) -> None:
    """撤回之后不再逐级化解 (RULES 3)."""
    if (file := _open(work, fact)) is not None:
        end = ladder.end(LadderEnd.WITHDRAWN, head=work.head(file, by=CLOCK))
        work.record(file, end)
