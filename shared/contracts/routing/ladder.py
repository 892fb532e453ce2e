"""Facts of the ladder 四级七天: which level tries, until when, and where it is solved."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.intake import Risk
from shared.contracts.routing.parts import LevelStart, Rung, Tier


class LadderEnd(StrEnum):
    """Why nobody tries any more 终止原因."""

    HANDED_OVER = "handed_over"  # 交由所分流的途径办理
    EXHAUSTED = "exhausted"  # 各级均未化解
    WITHDRAWN = "withdrawn"  # 当事人撤回
    UNREACHED = "unreached"  # 已办结，屡次联系不到当事人


class LevelReached(Fact):
    """到达层级: the dispute stands at this level, which has its own working days (RULES 37)."""

    kind: Literal["routing.level_reached.v1"] = "routing.level_reached.v1"
    level: Rung
    organ: str
    """Organ code of the centre that answers for the level."""
    within: str
    """Period of the level, as `2wd`."""
    matter: str
    place: str
    tier: Tier = Tier.ORDINARY
    risk: Risk = Risk.BLUE
    start: LevelStart = LevelStart.NEXT_DAY
    """What begins its time; until it is taken up, the time runs from the arrival."""
    runs_from: date | None = None
    """The day from which its time runs, itself not counted; the page's own day if none is named."""


class LevelTakenUp(Fact):
    """着手办理: the level begins on it, and its time runs anew from this day (RULES 37)."""

    kind: Literal["routing.level_taken_up.v1"] = "routing.level_taken_up.v1"
    level: Rung
    within: str
    """Period of the level, as `2wd`, as it was set when the dispute arrived."""


class LevelSolved(Fact):
    """本级化解: it was solved at this level (RULES 37)."""

    kind: Literal["routing.level_solved.v1"] = "routing.level_solved.v1"
    level: Rung
    note_id: UUID | None = None
    """Document with what was done; None where the whistle's file has it."""


class LevelUnsolved(Fact):
    """本级未化解: it was tried at this level and goes up, with what was tried (RULES 37)."""

    kind: Literal["routing.level_unsolved.v1"] = "routing.level_unsolved.v1"
    level: Rung
    note_id: UUID | None = None


class LevelHeld(Fact):
    """停止计算: a callback or the party is awaited; the level's time stands still (RULES 37)."""

    kind: Literal["routing.level_held.v1"] = "routing.level_held.v1"
    left: str = "1wd"
    """Period that was left of the level, at least a working day."""


class LevelResumed(Fact):
    """恢复计算: it is not solved after all, and the level's time runs on (RULES 37)."""

    kind: Literal["routing.level_resumed.v1"] = "routing.level_resumed.v1"
    within: str = "1wd"
    """Period that is left of the level."""


class LevelLapsed(Fact):
    """本级期满: the level's working days are over, and it is not solved (RULES 37)."""

    kind: Literal["routing.level_lapsed.v1"] = "routing.level_lapsed.v1"


class LadderEnded(Fact):
    """化解终止: nobody tries any more, and the parties are told other ways (RULES 37)."""

    kind: Literal["routing.ladder_ended.v1"] = "routing.ladder_ended.v1"
    end: LadderEnd


class RiskSet(Fact):
    """风险定级: the colour in the risk ledger 红黄蓝; red goes up within the hour (RULES 38)."""

    kind: Literal["routing.risk_set.v1"] = "routing.risk_set.v1"
    risk: Risk
    report: str | None = None
    """Period within which a red one is reported up; None of the others."""
    note_id: UUID | None = None


class RedReported(Fact):
    """红色上报: a red risk was reported to the centre above (RULES 38)."""

    kind: Literal["routing.red_reported.v1"] = "routing.red_reported.v1"
    organ: str
    """Organ code of the centre that was told."""
