"""Facts of what was found about the acts under review 审理认定 (ARL 61 to 72; ARR2026 55 to 65)."""

from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Compensation, CompensationManner, Outcome


class Basis(StrEnum):
    """适用依据."""

    RIGHT = "right"  # 适用正确
    MISAPPLIED = "misapplied"  # 未正确适用
    UNLAWFUL = "unlawful"  # 依据不合法
    UNLAWFUL_REPLACEABLE = "unlawful_replaceable"  # 依据不合法而有合法依据可以适用


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
    POINTLESS = "pointless"  # 未履行而责令履行没有意义
    OPEN = "open"  # 未履行而应当履行


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


class Item(StrEnum):
    """具体情形 of an act that is wrong, by the articles 55, 56, 57, 59 and 60."""

    AGAINST_PURPOSE = "against_purpose"  # 违背行政管理目的
    EXCESSIVE = "excessive"  # 超过必要限度
    UNEQUAL = "unequal"  # 对相同情况不平等对待
    IMPROPER_OTHERWISE = "improper_otherwise"  # 其他不适当
    WRONG_CLAUSE = "wrong_clause"  # 错误适用具体条款
    LOWER_RANK = "lower_rank"  # 适用了位阶较低的依据
    GENERAL_RULE = "general_rule"  # 应当适用特殊规定而适用一般规定
    ONLY_SOME = "only_some"  # 只适用部分依据
    NO_BASIS_NAMED = "no_basis_named"  # 未明确适用依据
    MISAPPLIED_OTHERWISE = "misapplied_otherwise"  # 其他未正确适用
    NOT_IN_FORCE = "not_in_force"  # 依据尚未生效
    BEYOND_MAKER = "beyond_maker"  # 依据超越制定主体权限
    AGAINST_HIGHER = "against_higher"  # 依据违反上位法
    UNLAWFUL_OTHERWISE = "unlawful_otherwise"  # 依据其他不合法
    SLIGHT_TIME = "slight_time"  # 处理期限轻微违法
    SLIGHT_NOTICE = "slight_notice"  # 通知、送达等程序轻微违法
    SLIGHT_OTHERWISE = "slight_otherwise"  # 其他程序轻微违法
    NO_CAPACITY = "no_capacity"  # 没有行政主体资格
    NO_GROUND = "no_ground"  # 增加义务、减损权利没有依据
    IMPOSSIBLE = "impossible"  # 内容客观上不可能实施
    GRAVE_OTHERWISE = "grave_otherwise"  # 其他重大且明显违法


class Unpaid(StrEnum):
    """驳回行政赔偿请求的情形 (ARR2026 64)."""

    NO_FACTS = "no_facts"  # 损害没有事实根据
    NO_CAUSE = "no_cause"  # 没有因果关系
    MADE_GOOD = "made_good"  # 已经通过其他途径获得救济
    UNDONE = "undone"  # 自行纠正时已经消除损害结果
    OTHERWISE = "otherwise"  # 理由不能成立的其他情形


class ClaimFound(BaseModel):
    """赔偿请求的认定 of one claimant of several, where not all claims end alike (ARL 72)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    act: int = 1
    """Of which act, in the order of the findings, from one on."""
    person_id: UUID
    """Whose claim it is."""
    compensation_due: bool | None = None
    """依国家赔偿法应当赔偿 (ARL 72)."""
    unpaid: Unpaid | None = None
    """Why it is rejected (ARR2026 64)."""


class ClaimDecided(BaseModel):
    """对一人赔偿请求的决定, of one claimant of several (ARL 72; ARR2026 63)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    act: int = 1
    """Of which act, in the order of the findings, from one on."""
    person_id: UUID
    """Whose claim it is."""
    compensation: Compensation | None = None
    compensation_manner: CompensationManner | None = None
    """赔偿方式 of what is granted."""
    compensation_yuan: str | None = None
    """赔偿金的数额, in yuan as it is written, two places at most; None where none is paid."""


class Finding(BaseModel):
    """认定: what was found of one act, omission or agreement; None where neither way was found."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    text_id: UUID
    """Document that says which act it is, and in words what was found."""
    qualifies: bool = True
    """符合受理条件 (ARL 33)."""
    hopeless: Hopeless | None = None
    duty: Duty | None = None
    """Of an application about inaction; None about an act."""
    breach: Breach | None = None
    """Of an application about an agreement."""
    applicant_shows: bool = False
    """申请人自己的材料证明受理前已经履行, though the reply was forfeited (ARL 69, 70)."""
    evidence_submitted: bool | None = None
    """被申请人提交了作出该行为的证据、依据 (ARL 48, 70); None of findings of old only."""
    facts_clear: bool | None = None
    """主要事实清楚，证据确凿 (ARL 64)."""
    cleared: bool = False
    """机关已经查清事实和证据 (ARL 63)."""
    basis: Basis | None = None
    procedure: Procedure | None = None
    beyond_powers: bool | None = None
    """超越职权或者滥用职权 (ARL 64)."""
    proper: bool | None = None
    """内容适当 (ARL 63)."""
    items: tuple[Item, ...] = ()
    partly: bool = False
    """违法的只是一部分 (ARL 64)."""
    grave: bool = False
    """重大且明显违法 (ARL 67)."""
    asks_invalid: bool = False
    insists_invalid: bool | None = None
    """经释明拒绝变更请求 (ARR2026 61)."""
    harms_public: bool = False
    nothing_to_revoke: bool = False
    respondent_changed: bool = False
    """被申请人改变原违法行为，申请人仍要求撤销或者确认违法 (ARL 65)."""
    worse: bool = False
    """变更对申请人更为不利 (ARL 63); until June 2026 a decision of any kind (ARR2007 51)."""
    opposite_request: bool = False
    """第三人提出相反请求 (ARL 63)."""
    third_party_evidence: bool = False
    """行政行为涉及第三人合法权益，第三人提供证据 (ARL 70)."""
    sum_wrong: bool = False
    """行政赔偿决定的数额确有错误 (ARR2026 63)."""
    repeats: bool = False
    """被撤销后以同一事实和理由重作的相同行为 (ARL 64)."""
    repeated_number: str = ""
    """责令重作的原决定的字号; empty in findings of the time before it was asked for."""
    repeated_outside: bool = False
    """原决定不在枢纽: what it decided, and on which ground, stands in the text of the finding."""
    compensation_asked: bool = False
    compensation_due: bool | None = None
    """依国家赔偿法应当赔偿 (ARL 72)."""
    unpaid: Unpaid | None = None
    property_taken: bool = False
    """罚款、没收、征收征用、摊派、查封扣押冻结等财产 (ARL 72)."""
    fined: bool = False
    """其中有罚款, given back also where it is only changed (ARL 72)."""
    effective_decision: Outcome | None = None
    """就同一或者同样行政行为已经生效的决定的种类 (ARR2026 65)."""
    effective_number: str = ""
    """该决定的字号; empty in findings of the time before it was asked for."""
    same_act: bool = True


class Disposition(BaseModel):
    """决定事项: what a decision says of one act under review, in the order of the findings."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    outcome: Outcome
    redo: bool = False
    """责令重新作出行政行为 (ARL 64)."""
    compensation: Compensation | None = None
    remedial: bool = False
    """责令采取补救措施, of an act found unlawful or of a breach (ARL 71, 72)."""
    compensation_manner: CompensationManner | None = None
    """赔偿方式 of what is granted (ARR2026 63); None in decisions of old, and where none is."""
    compensation_yuan: str | None = None
    """赔偿金的数额, in yuan as it is written, two places at most; None where none is paid."""


class FindingsRecorded(Fact):
    """审理认定: what the body found of each act under review; a later one replaces it (ARL 61)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.found.v1"] = "reconsideration.found.v1"
    findings: tuple[Finding, ...]
    claims: tuple[ClaimFound, ...] = ()
    """What was found of one claim apart; what the acts say of compensation is of the others."""
