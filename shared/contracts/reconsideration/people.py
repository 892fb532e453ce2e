"""Facts of who takes part 参加人, who takes over, and of cases handled together (ARL 14 to 17)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Standing
from shared.contracts.reconsideration.pausing import Termination, Unsucceeded


class AgentSort(StrEnum):
    """Who an agent is 代理人的身份 (ARL 17; ARR2026 18)."""

    LAWYER = "lawyer"  # 律师
    LEGAL_AID = "legal_aid"  # 法律援助律师
    LEGAL_WORKER = "legal_worker"  # 基层法律服务工作者
    RELATIVE = "relative"  # 近亲属
    STAFF = "staff"  # 工作人员
    OTHER = "other"  # 其他代理人


class Power(StrEnum):
    """What an agent may do 代理权限; the law asks that it is written, and lists none (ARL 17)."""

    ACT = "act"  # 陈述意见、提交材料、查阅案卷、申请回避和停止执行
    RECEIVE = "receive"  # 代收法律文书
    CHANGE = "change"  # 变更行政复议请求
    ADMIT = "admit"  # 承认第三人请求
    WITHDRAW = "withdraw"  # 撤回行政复议申请
    SETTLE = "settle"  # 调解、和解


class Succession(StrEnum):
    """How somebody takes the place of a party 承受的情形 (ARL 14; RULES 144)."""

    RELATIVES = "relatives"  # 申请人、第三人死亡，近亲属参加
    SUCCESSOR = "successor"  # 申请人、第三人的组织终止，权利义务承受人参加


class Kin(StrEnum):
    """近亲属, as they are listed since July 2026 (ARR2026 11)."""

    SPOUSE = "spouse"  # 配偶
    PARENT = "parent"  # 父母
    CHILD = "child"  # 子女
    SIBLING = "sibling"  # 兄弟姐妹
    GRANDPARENT = "grandparent"  # 祖父母、外祖父母
    GRANDCHILD = "grandchild"  # 孙子女、外孙子女
    SUPPORTED = "supported"  # 其他有扶养、赡养关系的亲属


class Joinder(StrEnum):
    """Grounds to join cases 合并审理的情形, in the order of the regulation (ARR2026 43)."""

    SEVERAL_ORGANS = "several_organs"  # 两个以上机关分别对同一事实作出行政行为
    SEVERAL_PARTIES = "several_parties"  # 就同一事实对多人分别作出行政行为，分别申请
    NEW_ACT = "new_act"  # 复议期间被申请人对申请人作出新的行政行为
    OTHER = "other"  # 行政复议机关认为可以合并的其他情形


class ThirdPersonJoined(Fact):
    """第三人参加行政复议: called by the body, or on its own application (ARL 16)."""

    kind: Literal["reconsideration.third_person_joined.v1"] = (
        "reconsideration.third_person_joined.v1"
    )
    third_person: UUID
    called: bool
    """通知参加; else it applied for it."""
    text_id: UUID
    """Document 参加行政复议通知书, or the application."""


class ThirdPersonRequested(Fact):
    """申请作为第三人参加行政复议: it is let in or refused before the decision (ARL 16)."""

    kind: Literal["reconsideration.third_person_requested.v1"] = (
        "reconsideration.third_person_requested.v1"
    )
    third_person: UUID
    """Who asks; nobody reads the file for having asked."""
    text_id: UUID
    """Document 参加行政复议申请书."""


class ThirdPersonRefused(Fact):
    """不准许作为第三人参加: it has no interest in the act or in the result (ARL 16)."""

    kind: Literal["reconsideration.third_person_refused.v1"] = (
        "reconsideration.third_person_refused.v1"
    )
    third_person: UUID
    reason_id: UUID


class ThirdPersonAbsent(Fact):
    """第三人不参加行政复议: it does not hold up the case (ARL 16)."""

    kind: Literal["reconsideration.third_person_absent.v1"] = (
        "reconsideration.third_person_absent.v1"
    )
    third_person: UUID
    reason_id: UUID


class RepresentativesAsked(Fact):
    """通知推选代表人: the applicants are many, and have some days for it (ARL 15; RULES 124)."""

    kind: Literal["reconsideration.representatives_asked.v1"] = (
        "reconsideration.representatives_asked.v1"
    )
    applicant_count: int
    """How many applicants 申请人 there were."""
    text_id: UUID
    """Document 推选代表人通知书."""


class RepresentativesNotElected(Fact):
    """逾期未推选代表人: each of the applicants takes part by itself (ARL 15; RULES 124)."""

    kind: Literal["reconsideration.representatives_not_elected.v1"] = (
        "reconsideration.representatives_not_elected.v1"
    )


class RepresentativesChosen(Fact):
    """本人推选代表人: whom some choose by their own word; once all agree, they elect (ARL 15)."""

    kind: Literal["reconsideration.representatives_chosen.v1"] = (
        "reconsideration.representatives_chosen.v1"
    )
    persons: tuple[UUID, ...]
    """Whose word it is; mostly of one."""
    standing: Standing
    representatives: tuple[UUID, ...]
    text_id: UUID
    """Document 推选书: what was said online, or the paper with its signature."""


class RepresentativesElected(Fact):
    """推选代表人: they act for all on their side, others in the place of earlier ones (ARL 15)."""

    kind: Literal["reconsideration.representatives_elected.v1"] = (
        "reconsideration.representatives_elected.v1"
    )
    standing: Standing
    representatives: tuple[UUID, ...]
    signed_by_all: bool
    """全体签名、盖章或者按指印 (ARR2026 17)."""
    text_id: UUID
    """Document 推选书."""

    @property
    def of_third_persons(self) -> bool:
        """Whether the third persons elected theirs, which the applicants are not asked for."""
        return self.standing is Standing.THIRD


class AgentNamed(Fact):
    """委托代理人: an agent of an applicant, of a third person or of the respondent (ARL 17)."""

    kind: Literal["reconsideration.agent_named.v1"] = "reconsideration.agent_named.v1"
    agent: UUID
    standing: Standing
    principal: UUID | None
    """Whose agent; None for the respondent."""
    organ: str = ""
    """Which other joint respondent's 共同被申请人; empty for the one named first (ARL 19)."""
    sort: AgentSort
    powers: tuple[Power, ...]
    until: date | None = None
    """The last day of the term 委托期限; None until the reconsideration ends."""
    oral: bool = False
    """口头委托, put on record by the body; until June 2026 only (ARR2007 10)."""
    text_id: UUID
    """Document 授权委托书, or the record of what was said."""


class AgentChanged(Fact):
    """变更代理权限: told to the body in writing (ARL 17)."""

    kind: Literal["reconsideration.agent_changed.v1"] = "reconsideration.agent_changed.v1"
    agent: UUID
    principal: UUID | None
    powers: tuple[Power, ...]
    until: date | None = None
    organ: str = ""
    """Which other joint respondent's 共同被申请人; empty for the one named first (ARL 19)."""
    text_id: UUID


class AgentEnded(Fact):
    """解除代理: told to the body in writing (ARL 17)."""

    kind: Literal["reconsideration.agent_ended.v1"] = "reconsideration.agent_ended.v1"
    agent: UUID
    principal: UUID | None
    organ: str = ""
    """Which other joint respondent's 共同被申请人; empty for the one named first (ARL 19)."""
    text_id: UUID


class StatutoryAgentJoined(Fact):
    """法定代理人参加行政复议: for a party without full capacity (ARL 14, 16, 39)."""

    kind: Literal["reconsideration.statutory_agent_joined.v1"] = (
        "reconsideration.statutory_agent_joined.v1"
    )
    applicant: UUID
    """For whom it acts, of whichever standing."""
    standing: Standing = Standing.APPLICANT
    """Whether that is an applicant or a third person."""
    agent: UUID
    text_id: UUID
    """Document that says how it is known."""


class ApplicantSucceeded(Fact):
    """承受当事人的地位: relatives or a successor take its place (ARL 14, 39; RULES 144)."""

    kind: Literal["reconsideration.applicant_succeeded.v1"] = (
        "reconsideration.applicant_succeeded.v1"
    )
    applicant: UUID
    """Who died, or the organisation that ended, of whichever standing."""
    standing: Standing = Standing.APPLICANT
    """Whether that is an applicant or a third person."""
    successors: tuple[UUID, ...]
    succession: Succession
    relation: Kin | None = None
    """What the relatives are to the deceased; None for a successor."""
    text_id: UUID
    """Document that says how it is known."""


class ApplicantsLeft(Fact):
    """部分申请人退出行政复议: for the others the case goes on (ARL 41)."""

    kind: Literal["reconsideration.applicants_left.v1"] = "reconsideration.applicants_left.v1"
    applicants: tuple[UUID, ...]
    """Those who leave."""
    ground: Termination
    """Which of the five is there for them."""
    paper_id: UUID
    unsucceeded: Unsucceeded | None = None
    """Why nobody takes the place of who died or ended; None on any other ground."""
    basis_id: UUID | None = None
    """Document that says how that is known."""


class ApplicantsWithdrew(Fact):
    """受理以前部分申请人撤回申请: nobody need permit it, and the others go on (ARL 22)."""

    kind: Literal["reconsideration.applicants_withdrew.v1"] = (
        "reconsideration.applicants_withdrew.v1"
    )
    applicants: tuple[UUID, ...]
    """Those who withdraw, fewer than all."""


class CasesJoined(Fact):
    """合并审理: with other cases of one authority; each keeps its periods (ARR2026 43)."""

    kind: Literal["reconsideration.cases_joined.v1"] = "reconsideration.cases_joined.v1"
    others: tuple[UUID, ...]
    """Files of the other cases."""
    ground: Joinder
    reason_id: UUID
