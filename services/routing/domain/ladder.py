"""四级七天: the ladder as a table, and a dispute on it as a value (RULES 37, 38).

Each level has its own working days, as a rule from the day after the dispute reached it; the city
may let the day of arrival count, or let them run anew once the level takes it up. What is not
solved in them goes up: grid, village, township centre, township leadership, then county and city.
None of it moves a period of the law.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from services.routing.domain.times import Times
from shared.contracts.fact import Fact, Head
from shared.contracts.intake import Risk
from shared.contracts.routing import (
    LadderEnd,
    LadderEnded,
    LevelHeld,
    LevelLapsed,
    LevelReached,
    LevelResumed,
    LevelSolved,
    LevelStart,
    LevelTakenUp,
    LevelUnsolved,
    RedReported,
    RiskSet,
    RoutingActOverdue,
    Rung,
    Tier,
)
from shared.directory import Directory
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.period import Hours, WorkingDays
from shared.law.procedure import AsSet, Deadline, Move, Procedure, Refused
from shared.law.warning import Share


class State(StrEnum):
    """Where a dispute stands on the ladder."""

    TRYING = "trying"  # 本级办理中
    GOING_UP = "going_up"  # 待上报
    SOLVED = "settled_here"  # 本级已化解
    ENDED = "no_longer_tried"  # 不再逐级化解


class Actor(StrEnum):
    """Who may make a move."""

    LEVEL = "level_staff"  # 本级办理人员
    CENTRE = "centre"  # 综治中心
    CLOCK = "clock"  # 按规则自动记录


_OPEN: Final = (State.TRYING, State.GOING_UP)

LADDER: Final = Procedure(
    name="ladder",
    term="四级七天",
    since=RULES.since,
    moves=(
        Move((None, State.GOING_UP), LevelReached, State.TRYING, Actor.CLOCK, RULES[37]),
        Move(_OPEN, LevelSolved, State.SOLVED, Actor.LEVEL, RULES[37]),
        Move(State.TRYING, LevelUnsolved, State.GOING_UP, Actor.LEVEL, RULES[37]),
        Move(State.TRYING, LevelLapsed, State.GOING_UP, Actor.CLOCK, RULES[37]),
        Move(State.TRYING, LevelTakenUp, None, Actor.LEVEL, RULES[37]),
        Move(State.TRYING, LevelHeld, None, Actor.CLOCK, RULES[37]),
        Move(State.TRYING, LevelResumed, None, Actor.CLOCK, RULES[37]),
        Move(_OPEN, LadderEnded, State.ENDED, Actor.CENTRE, RULES[37]),
        Move(_OPEN, RiskSet, None, Actor.CENTRE, RULES[38]),
        Move(_OPEN, RedReported, None, Actor.CENTRE, RULES[38]),
        Move(_OPEN, RoutingActOverdue, None, Actor.CLOCK, RULES[13]),
    ),
    deadlines=(
        Deadline(
            name="level",
            term="本级化解期限",
            starts=(LevelReached, LevelTakenUp, LevelResumed),
            ends=(LevelTakenUp, LevelSolved, LevelUnsolved, LadderEnded, LevelHeld),
            within=AsSet("within", WorkingDays(2), since="runs_from"),
            article=RULES[37],
            lapse=LevelLapsed,
            forfeits=True,  # the dispute has gone up: nobody solves it here any more
        ),
        Deadline(
            name="red_report",
            term="红色上报期限",
            starts=(RiskSet,),
            ends=(RedReported, RiskSet),
            within=AsSet("report", Hours(1)),
            article=RULES[38],
            lapse=RoutingActOverdue,
            warn=(Share(80),),
        ),
    ),
    closed=(State.SOLVED, State.ENDED),
    patient={State.GOING_UP: "随即到达上一级，由上一级计算期限"},
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ladder(CaseFile):
    """A dispute on the ladder, as its facts have made it."""

    state: State | None = None
    level: Rung = Rung.TOWNSHIP
    organ: str = ""
    """Organ code of the centre that answers for the level."""
    matter: str = ""
    place: str = ""
    tier: Tier = Tier.ORDINARY
    risk: Risk = Risk.BLUE
    reported: bool = False
    """Whether a red risk was reported up."""
    held: bool = False
    """Whether its time stands still, for a callback or the party is awaited."""
    left: str = ""
    """How much of it was left then."""
    on_taking: str = ""
    """The level's period, where it runs anew once the level takes the dispute up; else nothing."""

    @property
    def trouble(self) -> "Trouble":
        """What is tried."""
        return Trouble(matter=self.matter, place=self.place, tier=self.tier, risk=self.risk)

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the file remembers of a fact."""
        match fact:
            case LevelReached():
                names = ("level", "organ", "matter", "place", "tier")
                told = {name: getattr(fact, name) for name in names}
                first = {"risk": fact.risk} if self.state is None else {}
                awaited = fact.within if fact.start is LevelStart.TAKEN_UP else ""
                return {**told, **first, "held": False, "on_taking": awaited}
            case RiskSet():
                return {"risk": fact.risk, "reported": False}
            case RedReported():
                return {"reported": True}
            case LevelHeld():
                return {"held": True, "left": fact.left}
            case LevelResumed() | LevelTakenUp():
                return {"held": False, "on_taking": ""}
            case _:
                return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What is tried on the ladder, whichever level tries it."""

    matter: str
    place: str
    tier: Tier
    risk: Risk


def reached(
    level: Rung,
    trouble: Trouble,
    times: Times,
    directory: Directory,
    *,
    head: Head,
    overnight: bool = False,
) -> LevelReached:
    """到达层级 (RULES 37).

    Args:
        level: The level.
        trouble: What is tried.
        times: The times of the day of the page; the page keeps them.
        directory: The city's.
        head: Head of the page.
        overnight: Whether the level below had the whole of the page's day, whose end brought it
            here: then that day counts for no other level.
    """
    start = times.starts[level]
    counts = start is LevelStart.SAME_DAY and not overnight
    return LevelReached(
        head=head,
        level=level,
        organ=organ_of(level, trouble.place, directory),
        within=times.ladder[level].code,
        matter=trouble.matter,
        place=trouble.place,
        tier=trouble.tier,
        risk=trouble.risk,
        start=start,
        runs_from=head.on - timedelta(days=1) if counts else None,
    )


def take_up(ladder: Ladder, *, by_whistle: bool, head: Head) -> LevelTakenUp:
    """着手办理: by grid or village itself, from the township on by its whistle (RULES 37).

    Raises:
        Refused: Nothing waits for it, or only a whistle takes it up.
    """
    if ladder.level.reaches(Rung.TOWNSHIP) and not by_whistle:
        raise Refused("乡镇综治中心及以上自吹哨起即为着手办理，不另行记载", RULES[37])
    if not ladder.on_taking:
        raise Refused("本级期限不自着手办理起算，或者已经记载着手办理", RULES[37])
    return LevelTakenUp(head=head, level=ladder.level, within=ladder.on_taking)


def organ_of(level: Rung, place: str, directory: Directory) -> str:
    """The centre that answers for a level in a place; what has no township begins at its county."""
    match level:
        case Rung.CITY:
            return directory.centre_of(directory.city.code).code
        case Rung.COUNTY:
            return directory.centre_of(directory.county_of(place).code).code
        case _:
            return directory.centre_of(place).code


def centre_above(centre: str, directory: Directory) -> str:
    """The centre above, by its organ code; the city's has none and stands for itself."""
    above = directory.organ(centre).parent
    return above if above and above.endswith("-centre") else centre


def entry(level: Rung, place: str, directory: Directory) -> Rung:
    """进入层级: no lower than the level of the place itself."""
    if place == directory.city.code:
        return Rung.CITY
    if place == directory.county_of(place).code:
        return level if level.reaches(Rung.COUNTY) else Rung.COUNTY
    return level


def solve(ladder: Ladder, note_id: UUID, *, whistled: bool, head: Head) -> LevelSolved:
    """本级化解, by whoever tries at the level (RULES 37).

    Args:
        ladder: The dispute on the ladder.
        note_id: Document with what was done.
        whistled: Whether a whistle is open, which then tells what came of it.
        head: Head of the page.

    Raises:
        Refused: A whistle is open.
    """
    _must_not_be_whistled(whistled)
    return LevelSolved(head=head, level=ladder.level, note_id=note_id)


def solved_by_whistle(level: Rung, *, head: Head) -> LevelSolved:
    """本级化解, at the level at which the whistle ended (RULES 37)."""
    return LevelSolved(head=head, level=level)


def give_up(ladder: Ladder, note_id: UUID, *, whistled: bool, head: Head) -> LevelUnsolved:
    """本级未化解 (RULES 37).

    Raises:
        Refused: As `solve`.
    """
    _must_not_be_whistled(whistled)
    return LevelUnsolved(head=head, level=ladder.level, note_id=note_id)


def given_up(ladder: Ladder, *, head: Head) -> LevelUnsolved:
    """本级未化解, as the whistle has shown or danger asks (RULES 37)."""
    return LevelUnsolved(head=head, level=ladder.level)


def _must_not_be_whistled(whistled: bool) -> None:  # noqa: FBT001 - what the two above were told
    if whistled:
        raise Refused("已经吹哨的以哨的办结为准", RULES[37])


def hold(left: int, *, head: Head) -> LevelHeld:
    """停止计算, with the working days that are left, at least one (RULES 37)."""
    return LevelHeld(head=head, left=WorkingDays(max(left, 1)).code)


def resume(ladder: Ladder, *, head: Head) -> LevelResumed:
    """恢复计算, with what was left (RULES 37)."""
    return LevelResumed(head=head, within=ladder.left)


def end(why: LadderEnd, *, head: Head) -> LadderEnded:
    """不再逐级化解 (RULES 37)."""
    return LadderEnded(head=head, end=why)
