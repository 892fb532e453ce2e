"""Words of the whistle 吹哨报到: tiers, levels, parts, findings, and why one ended."""

from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Tier(StrEnum):
    """How soon the departments must act 紧急程度; the clocks of a whistle go by it."""

    ORDINARY = "ordinary"  # 一般
    URGENT = "urgent"  # 紧急
    EMERGENCY = "emergency"  # 应急
    COMPLEX = "complex"  # 复杂


class Rung(StrEnum):
    """A level of the ladder 四级七天, from below; beyond the fourth stand county and city."""

    GRID = "grid"  # 网格
    VILLAGE = "village"  # 村（社区）
    TOWNSHIP = "township"  # 乡镇（街道）综治中心
    LEADERSHIP = "leadership"  # 乡镇（街道）党政班子
    COUNTY = "county"  # 县（区）综治中心
    CITY = "city"  # 市综治中心

    @property
    def above(self) -> "Rung | None":
        """The next level up; None above the city."""
        rungs = list(Rung)
        at = rungs.index(self) + 1
        return rungs[at] if at < len(rungs) else None

    def higher(self, other: "Rung") -> "Rung":
        """Whichever of the two stands above."""
        return self if self.reaches(other) else other

    def reaches(self, other: "Rung") -> bool:
        """Whether it stands at `other` or above."""
        rungs = list(Rung)
        return rungs.index(self) >= rungs.index(other)


class LevelStart(StrEnum):
    """What begins the time of a level 起算."""

    NEXT_DAY = "next_day"  # 到达的次日
    SAME_DAY = "same_day"  # 到达的当日
    TAKEN_UP = "taken_up"  # 着手办理的次日


class WhistleKind(StrEnum):
    """哨的种类: a daily one, one for several departments, one for danger."""

    DAILY = "daily"  # 日常哨
    CONCENTRATED = "concentrated"  # 攻坚哨
    EMERGENCY = "emergency"  # 应急哨


class Chair(StrEnum):
    """Who chairs a joint meeting 会商主持; the centre convenes it in any case."""

    CENTRE = "centre"  # 综治中心
    LEADER = "leader"  # 本级负责人或者政法委


class CallRole(StrEnum):
    """In which part a department is called: there is exactly one lead 主办."""

    LEAD = "lead"  # 主办
    ASSIST = "assist"  # 协办


class Why(StrEnum):
    """Why a department was chosen 召集理由."""

    DUTY_LIST = "duty_list"  # 职责清单
    DANGER = "danger"  # 有危险的由公安机关主办
    NAMED = "named"  # 吹哨人指定
    RULING = "ruling"  # 权属裁定
    RECALL = "recall"  # 召回
    REOPENED = "reopened"  # 回访不满意，重新办理


class Finding(StrEnum):
    """What a department found when it answered 办理结果."""

    SOLVED = "solved"  # 已解决
    PARTLY = "partly"  # 部分解决
    NOT_SOLVED = "not_solved"  # 未解决


class WhistleEnd(StrEnum):
    """Why a whistle was closed 办结方式."""

    SOLVED = "solved"  # 主办部门已解决
    HANDED_OVER = "handed_over"  # 部门已反馈，交由所分流的途径继续办理
    UNSOLVED = "unsolved"  # 部门已反馈而未解决
    WITHDRAWN = "withdrawn"  # 当事人撤回
    UNREACHED = "unreached"  # 主办部门已办结，屡次联系不到当事人
    SUPERSEDED = "superseded"  # 并入应急哨


class ReturnReason(StrEnum):
    """Why a whistle is returned 退哨."""

    FALSE = "false"  # 情况不实
    DUPLICATE = "duplicate"  # 同一纠纷已有未办结的哨
    NOT_TRIED_BELOW = "not_tried_below"  # 下一级尚未办理
    NOT_SIGNED = "not_signed"  # 负责人不同意吹哨


class Planned(BaseModel):
    """A department that is to be called once the whistle is signed 拟召集部门."""

    model_config = ConfigDict(frozen=True)

    department: str
    role: CallRole
    why: Why
    row: str = ""
    """The row of the duty list 职责清单 that names it: a matter's code."""
    task_id: UUID | None = None
    """Document with its task."""
