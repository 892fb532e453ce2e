"""Words of the bars: whose a time is, in which stage, which duty, and how a duty was met."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from shared.contracts.routing import CalledBack, CallRole


class Whose(StrEnum):
    """Who answers for a span of time 归属."""

    OWN = "own"  # 本部门
    OTHERS = "others"  # 其他部门
    PARTY = "party"  # 当事人
    CENTRE = "centre"  # 综治中心


class Stage(StrEnum):
    """What a whistle waits for 环节."""

    SIGN_OFF = "sign_off"  # 签批
    CHECK_IN = "check_in"  # 待报到
    ANSWER = "answer"  # 待反馈
    FINISH = "finish"  # 待主办办结
    ASSISTING = "assisting"  # 等待其他部门反馈
    WAITING = "waiting"  # 等待当事人
    RULING = "ruling"  # 权属裁定
    CALLBACK = "callback"  # 回访
    CLOSING = "closing"  # 待综治中心办结


class Duty(StrEnum):
    """What a department owes under a whistle 职责."""

    CHECK_IN = "check_in"  # 报到
    VISIT = "visit"  # 首次到场
    ANSWER = "answer"  # 反馈
    FINISH = "finish"  # 主办办结


class Outcome(StrEnum):
    """How a duty was met, as the lapse facts say 履行情况."""

    IN_TIME = "in_time"  # 按期
    LATE = "late"  # 逾期
    RUNNING = "running"  # 尚未到期
    RELEASED = "released"  # 不再要求


class End(StrEnum):
    """Why a department's bar ends 终止原因."""

    DONE = "done"  # 已办结本部门职责
    RULED_OUT = "ruled_out"  # 裁定不承办
    RECALLED = "recalled"  # 再次召集，另起一条
    CLOSED = "closed"  # 哨已办结


_TERMS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Whose: {
        Whose.OWN: "本部门",
        Whose.OTHERS: "其他部门",
        Whose.PARTY: "当事人",
        Whose.CENTRE: "综治中心",
    },
    Stage: {
        Stage.SIGN_OFF: "签批",
        Stage.CHECK_IN: "待报到",
        Stage.ANSWER: "待反馈",
        Stage.FINISH: "待主办办结",
        Stage.ASSISTING: "等待其他部门反馈",
        Stage.WAITING: "等待当事人",
        Stage.RULING: "权属裁定",
        Stage.CALLBACK: "回访",
        Stage.CLOSING: "待综治中心办结",
    },
    Duty: {
        Duty.CHECK_IN: "报到",
        Duty.VISIT: "首次到场",
        Duty.ANSWER: "反馈",
        Duty.FINISH: "主办办结",
    },
    Outcome: {
        Outcome.IN_TIME: "按期",
        Outcome.LATE: "逾期",
        Outcome.RUNNING: "尚未到期",
        Outcome.RELEASED: "不再要求",
    },
    End: {
        End.DONE: "已办结本部门职责",
        End.RULED_OUT: "裁定不承办",
        End.RECALLED: "再次召集",
        End.CLOSED: "哨已办结",
    },
    CallRole: {
        CallRole.LEAD: "主办",
        CallRole.ASSIST: "协办",
    },
}
"""By its kind first: words of different kinds are equal when they are spelt alike."""


def term(word: StrEnum) -> str:
    """What a word is called in Chinese."""
    return _TERMS[type(word)][word]


OF_STAGE: Final = {
    Stage.CHECK_IN: Duty.CHECK_IN,
    Stage.ANSWER: Duty.ANSWER,
    Stage.FINISH: Duty.FINISH,
}
"""The duty on which a department spends its own time in a stage."""


class Segment(NamedTuple):
    """A span of time under one department's bar."""

    start: datetime
    end: datetime
    whose: Whose
    stage: Stage

    @property
    def length(self) -> timedelta:
        """How long it was."""
        return self.end - self.start


class Met(NamedTuple):
    """A duty under one call, and how it was met."""

    duty: Duty
    outcome: Outcome
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """时间条: one department from one call until it is done, ruled out, or the file closes."""

    department: str
    role: CallRole
    turn: int
    """Which of its bars under this whistle, from 1."""
    called_at: datetime
    until: datetime
    """Its end, or the moment of asking while it has none."""
    end: End | None
    segments: tuple[Segment, ...]
    duties: tuple[Met, ...]

    def own(self, stage: Stage) -> timedelta:
        """The department's own time in a stage."""
        spans = (s.length for s in self.segments if (s.whose, s.stage) == (Whose.OWN, stage))
        return sum(spans, timedelta())

    def spent(self, whose: Whose) -> timedelta:
        """All time under the bar for which `whose` answers."""
        return sum((s.length for s in self.segments if s.whose is whose), timedelta())


@dataclass(frozen=True, slots=True)
class Held:
    """Who held the whistle from when to when; organs are codes, none for the party."""

    start: datetime
    end: datetime
    whose: Whose
    organs: tuple[str, ...]
    stage: Stage


@dataclass(frozen=True, slots=True)
class Bars:
    """时间条和经手人: what one whistle's pages say of who had it when."""

    bars: tuple[Bar, ...]
    held: tuple[Held, ...]
    closed_at: datetime | None
    callbacks: tuple[tuple[str, CalledBack], ...] = ()
    """Each callback, with the code of the department that was the lead then."""
