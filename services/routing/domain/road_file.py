"""分流案卷: the file that keeps which road was chosen, why, and what the party was told."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.routing import Compulsory, DisputeRouted, Road, RoadNotified
from shared.law.article import RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import Move, Procedure


class State(StrEnum):
    """Where a routing file stands."""

    ROUTED = "routed"  # 已分流
    NOTIFIED = "notified"  # 已告知途径


class Actor(StrEnum):
    """Who may make a move."""

    CLOCK = "clock"  # 按规则自动记录


TRIAGE: Final = Procedure(
    name="triage",
    term="分流",
    since=RULES.since,
    moves=(
        Move(None, DisputeRouted, State.ROUTED, Actor.CLOCK, RULES[6]),
        Move(State.ROUTED, RoadNotified, State.NOTIFIED, Actor.CLOCK, RULES[7]),
    ),
    deadlines=(),
    patient={
        State.ROUTED: "已交承办机构，由其案卷计算期限",
        State.NOTIFIED: "等待当事人依法申请；申请期限由法律规定，本卷只告知日期",
    },
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Routing(CaseFile):
    """A routing file as its facts have made it."""

    state: State | None = None
    road: Road | None = None
    rule: str = ""
    article: str = ""
    organs: tuple[str, ...] = ()
    compulsory: Compulsory = Compulsory.FREE
    told_road: Road | None = None
    """The statutory road told, if any; it may be another than the one taken."""
    open_until: date | None = None
    sue_until: date | None = None
    provisional: bool = False
    reason: str = ""
    """Why, as the party reads it; empty where the page did not keep it yet."""
    rules: str = ""
    """The edition of the rule book by which it went."""

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of a fact."""
        match fact:
            case DisputeRouted():
                return {
                    "road": fact.road,
                    "rule": fact.rule,
                    "article": fact.article,
                    "organs": fact.organs,
                    "compulsory": fact.compulsory,
                    "reason": fact.reason,
                    "rules": fact.rules,
                }
            case RoadNotified():
                return {
                    "told_road": fact.road,
                    "open_until": fact.open_until,
                    "sue_until": fact.sue_until,
                    "provisional": fact.provisional,
                }
            case _:
                return {}
