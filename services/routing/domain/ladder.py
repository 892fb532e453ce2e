"""四级七天: the ladder as a table, and a dispute on it as a value (RULES 37, 38).

Each level has its own working days, from the day after the dispute reached it. What is not solved
in them goes up: grid, village, township centre, township leadership, then county and city. None of
it moves a period of the law.
"""

from dataclasses import dataclass
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
            starts=(LevelReached, LevelResumed),
            ends=(LevelSolved, LevelUnsolved, LadderEnded, LevelHeld),
            within=AsSet("within", WorkingDays(2)),
            article=RULES[37],
            lapse=LevelLapsed,
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
                return {**told, **first, "held": False}
            case RiskSet():
                return {"risk": fact.risk, "reported": False}
            case RedReported():
                return {"reported": True}
            case LevelHeld():
                return {"held": True, "left": fact.left}
            case LevelResumed():
                return {"held": False}
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
    level: Rung, trouble: Trouble, times: Times, directory: Directory, *, head: Head
) -> LevelReached:
    """到达层级 (RULES 37)."""
    return LevelReached(
        head=head,
        level=level,
        organ=organ_of(level, trouble.place, directory),
        within=times.ladder[level].code,
        matter=trouble.matter,
        place=trouble.place,
        tier=trouble.tier,
        risk=trouble.risk,
    )


def organ_of(level: Rung, place: str, directory: Directory) -> str:
    """The centre that answers for a level in a place; what has no township begins at its county."""
    match level:
        case Rung.CITY:
            return directory.centre_of(directory.city.code).code
        case Rung.COUNTY:
            return directory.centre_of(directory.county_of(place).code).code
        case _:
            return directory.centre_of(place).code


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


def flag(times: Times, *, head: Head) -> RiskSet:
    """红色风险, as it was registered: it is to be reported up (RULES 38)."""
    return RiskSet(head=head, risk=Risk.RED, report=times.red_report.code)


def set_risk(
    ladder: Ladder, risk: Risk, note_id: UUID, times: Times, *, centre: bool, head: Head
) -> RiskSet:
    """风险定级; red is to be reported up once, and is taken back by the centre only (RULES 38).

    Raises:
        Refused: It is red already, or the grid would take red back.
    """
    if ladder.risk is Risk.RED and risk is Risk.RED:
        raise Refused("风险已经是红色，上报期限自首次定级起算", RULES[38])
    if ladder.risk is Risk.RED and not centre:
        raise Refused("红色风险由综治中心降级", RULES[38])
    report = times.red_report.code if risk is Risk.RED else None
    return RiskSet(head=head, risk=risk, report=report, note_id=note_id)


def report(ladder: Ladder, directory: Directory, *, head: Head) -> RedReported:
    """红色上报, to the centre above (RULES 38).

    Raises:
        Refused: The risk is not red, or it was reported already.
    """
    if ladder.risk is not Risk.RED:
        raise Refused("风险不是红色，无须上报", RULES[38])
    if ladder.reported:
        raise Refused("红色风险已经上报", RULES[38])
    above = directory.organ(ladder.organ).parent
    told = above if above and above.endswith("-centre") else ladder.organ
    return RedReported(head=head, organ=told)
