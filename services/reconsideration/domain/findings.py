"""认定的事实: what was found about an act, an omission or an agreement (ARL 63 to 71)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """适用依据."""

    RIGHT = "right"  # 适用正确
    MISAPPLIED = "misapplied"  # 未正确适用
    UNLAWFUL = "unlawful"  # 依据不合法
    UNLAWFUL_REPLACEABLE = "unlawful_replaceable"  # 依据不合法，但有合法依据可以适用


class Procedure(StrEnum):
    """程序."""

    LAWFUL = "lawful"  # 合法
    SLIGHT = "slight"  # 轻微违法，对权利没有实际影响
    VIOLATED = "violated"  # 违反法定程序


class Duty(StrEnum):
    """不履行法定职责的认定."""

    NONE = "none"  # 没有相应的法定职责
    DONE_BEFORE = "done_before"  # 受理前已经履行
    PREVENTED = "prevented"  # 因不可抗力等正当事由客观上无法履行
    POINTLESS = "pointless"  # 未履行，责令履行没有意义
    OPEN = "open"  # 未履行，应当履行


class Breach(StrEnum):
    """行政协议的情形 (ARL 71; ARR2026 62)."""

    NOT_CONCLUDED = "not_concluded"  # 不依法订立
    NOT_PERFORMED = "not_performed"  # 不依法履行或者未按照约定履行
    UNLAWFUL_CHANGE = "unlawful_change"  # 违法变更、解除
    LAWFUL_CHANGE_UNPAID = "lawful_change_unpaid"  # 合法变更、解除，但补偿不足
    VOIDABLE = "voidable"  # 协议应当撤销或者解除
    NONE = "none"  # 没有上述情形


class Hopeless(StrEnum):
    """受理后应当驳回申请的情形, beside the conditions of acceptance (ARR2026 37)."""

    GROUNDLESS = "groundless"  # 明显缺乏事实和法律依据，经释明仍坚持
    BEYOND_ORGAN = "beyond_organ"  # 请求的职责、给付义务明显不属于该机关权限
    CONFIRMED = "confirmed"  # 效力已经被人民法院生效裁判、调解书确认


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """认定的事实; None where it was not found either way."""

    on: date
    duty: Duty | None = None
    """Of an application about inaction; None about an act."""
    breach: Breach | None = None
    """Of an application about an agreement."""
    qualifies: bool = True
    hopeless: Hopeless | None = None
    replied: bool = True
    third_party_evidence: bool = False
    facts_clear: bool | None = None
    cleared: bool = False
    """机关已经查清事实和证据."""
    basis: Basis | None = None
    procedure: Procedure | None = None
    beyond_powers: bool | None = None
    proper: bool | None = None
    partly: bool = False
    grave: bool = False
    """重大且明显违法."""
    asks_invalid: bool = False
    insists_invalid: bool | None = None
    """经释明拒绝变更请求."""
    harms_public: bool = False
    nothing_to_revoke: bool = False
    respondent_changed: bool = False
    """被申请人改变原违法行为，申请人仍要求撤销或者确认违法."""
    worse: bool = False
    opposite_request: bool = False
    """第三人提出相反请求."""
    sum_wrong: bool = False
    """被申请的是行政赔偿决定，其数额确有错误."""
    repeats: bool = False
    """原行为被撤销后，以同一事实和理由重作的相同行为."""
