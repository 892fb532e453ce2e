"""热点卷: the file of a hot spot, a register of its own that belongs to no dispute."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.routing import HotSpotCooled, HotSpotExcluded, HotSpotFound, HotSpotGrew
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Move, Procedure


class State(StrEnum):
    """Where a hot spot stands 热点状态."""

    HOT = "hot"  # 热点
    COOLED = "cooled"  # 已降温
    EXCLUDED = "excluded"  # 已排除


class Actor(StrEnum):
    """Who may make a move."""

    CLOCK = "clock"  # 按规则自动记录
    SUPERVISOR = "supervisor"  # 监督人员


HOTSPOT: Final = Procedure(
    name="hotspot",
    term="热点",
    since=RULES.since,
    moves=(
        Move((None, State.COOLED), HotSpotFound, State.HOT, Actor.CLOCK, RULES[55]),
        Move(State.HOT, HotSpotGrew, None, Actor.CLOCK, RULES[55]),
        Move(State.HOT, HotSpotCooled, State.COOLED, Actor.CLOCK, RULES[56]),
        Move(
            (State.HOT, State.COOLED),
            HotSpotExcluded,
            State.EXCLUDED,
            Actor.SUPERVISOR,
            RULES[57],
        ),
    ),
    deadlines=(),
    closed=(State.EXCLUDED,),
    patient={
        State.HOT: "只作提示，不设期限；是否合并吹哨由综治中心决定",
        State.COOLED: "再次升温的重新记录",
    },
)


@dataclass(frozen=True, kw_only=True, slots=True)
class HotSpot(CaseFile):
    """A hot spot as its facts have made it: the reckoning last told."""

    state: State | None = None
    county: str = ""
    place: str = ""
    places: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    window_from: date | None = None
    window_until: date | None = None
    count: int = 0
    parties: int = 0
    expected: float = 0.0
    score: float = 0.0
    swell: float = 1.0
    words: tuple[str, ...] = ()
    disputes: tuple[UUID, ...] = ()
    """Every dispute that was told of it, the newest last."""
    found_on: date | None = None
    told_on: date | None = None

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of a fact."""
        match fact:
            case HotSpotFound() | HotSpotGrew():
                told = {name: getattr(fact, name) for name in RECKONED}
                found = isinstance(fact, HotSpotFound) or self.found_on is None
                first = fact.head.on if found else self.found_on
                return {**told, "found_on": first, "told_on": fact.head.on}
            case HotSpotCooled():
                return {"count": fact.count}
            case _:
                return {}


RECKONED: Final = (
    *("county", "place", "places", "matters", "window_from", "window_until", "count", "parties"),
    *("expected", "score", "swell", "words", "disputes"),
)
"""What found and grown tell, and the file keeps."""
