"""Facts of intake 登记: a dispute comes in at a window, or comes in again."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact


class Channel(StrEnum):
    """How a dispute came in 来源渠道."""

    WINDOW = "window"  # 窗口
    HOTLINE = "hotline"  # 热线
    ONLINE = "online"  # 网上
    GRID = "grid"  # 网格
    LETTER = "letter"  # 来信
    HANDOVER = "handover"  # 移送


class Urgency(StrEnum):
    """How soon somebody must act 紧急程度."""

    ORDINARY = "ordinary"  # 一般
    URGENT = "urgent"  # 紧急
    EMERGENCY = "emergency"  # 应急


class Risk(StrEnum):
    """Colour in the risk ledger 风险等级."""

    BLUE = "blue"  # 蓝
    YELLOW = "yellow"  # 黄
    RED = "red"  # 红


class Willingness(StrEnum):
    """Whether the parties agree to mediation 调解意愿 (PML 17)."""

    BOTH = "both"  # 双方同意
    UNKNOWN = "unknown"  # 尚未征询
    REFUSED = "refused"  # 一方明确拒绝


class ActKind(StrEnum):
    """The administrative act complained of 被申请的行政行为, by its head in ARL 11."""

    PENALTY = "penalty"  # 行政处罚 (1)
    COMPULSION = "compulsion"  # 行政强制 (2)
    LICENCE = "licence"  # 行政许可 (3)
    RESOURCE_TITLE = "resource_title"  # 自然资源确权 (4)
    EXPROPRIATION = "expropriation"  # 征收征用及补偿 (5)
    COMPENSATION = "compensation"  # 行政赔偿 (6)
    WORK_INJURY = "work_injury"  # 工伤认定 (7)
    AUTONOMY = "autonomy"  # 经营自主权、承包经营权 (8)
    COMPETITION = "competition"  # 排除限制竞争 (9)
    BURDEN = "burden"  # 违法要求履行义务 (10)
    INACTION = "inaction"  # 不履行保护职责 (11)
    BENEFIT = "benefit"  # 抚恤金、社会保险、最低生活保障 (12)
    AGREEMENT = "agreement"  # 行政协议 (13)
    DISCLOSURE = "disclosure"  # 政府信息公开 (14)
    OTHER = "other"  # 其他行政行为 (15)


class Tried(StrEnum):
    """What has been tried before, or is under way elsewhere 此前办理情况."""

    NEGOTIATED = "negotiated"  # 协商未成
    MEDIATED = "mediated"  # 调解未成
    IN_PETITION = "in_petition"  # 信访正在办理
    IN_ARBITRATION = "in_arbitration"  # 仲裁已经受理
    IN_RECONSIDERATION = "in_reconsideration"  # 复议已经受理
    IN_COURT = "in_court"  # 法院已经受理或者裁判


class PersonKind(StrEnum):
    """A natural person 自然人, or a legal person or other organisation 法人、其他组织."""

    NATURAL = "natural"  # 自然人
    LEGAL = "legal"  # 法人、其他组织


class Side(StrEnum):
    """On which side a party 当事人 stands."""

    APPLICANT = "applicant"  # 申请一方
    OPPONENT = "opponent"  # 对方
    THIRD = "third"  # 第三人


class PartyRef(BaseModel):
    """A party 当事人 of a dispute, by id; who it is stands in `shared.people`."""

    model_config = ConfigDict(frozen=True)

    person_id: UUID
    side: Side
    kind: PersonKind


class DisputeRegistered(Fact):
    """登记: a dispute was taken in and has a number; routing has its time from here (RULES 1)."""

    kind: Literal["intake.registered.v1"] = "intake.registered.v1"
    number: str
    """纠纷编号, with its check digit."""
    window: str
    """Organ code of the window that took it in and answers for it first 首问负责."""
    county: str
    """Six-digit code of the county that the dispute belongs to (may be another window's)."""
    place: str
    """Code of the place 发生地, the most specific one known."""
    channel: Channel
    matter: str
    """Code of the kind of trouble in the matter catalogue 纠纷类型."""
    parties: tuple[PartyRef, ...]
    text_id: UUID
    """Document with subject and content 诉求正文."""
    willingness: Willingness = Willingness.UNKNOWN
    urgency: Urgency = Urgency.ORDINARY
    risk: Risk = Risk.BLUE
    respondent: str | None = None
    """Organ code of the organ complained of 被投诉的机关, where there is one."""
    act: ActKind | None = None
    """The kind of administrative act complained of, where there is one."""
    happened_on: date | None = None
    """行为发生日."""
    learnt_on: date | None = None
    """知道或者应当知道之日."""
    told_remedies: bool = True
    """Whether right, authority and period were told when the act was made (ARL 20)."""
    tried: tuple[Tried, ...] = ()
    """What has been tried before, or is under way elsewhere."""
    history: bool = False
    """Imported as history 历史台账: no period is opened for it."""
    omission: bool | None = None
    """没有处理履职申请: the organ did nothing on what was asked of it; None: it was not said."""
    requested_on: date | None = None
    """行政机关收到履职申请之日."""
    duty_within: str | None = None
    """规定的履行期限 as a code, `20wd`; None where none is set or known."""
    urgent: bool = False
    """紧急情况下请求保护人身权、财产权 (ARR2026 24)."""


class Stated(StrEnum):
    """What a party says of how it is reached 联系方式."""

    PHONE = "phone"  # 联系电话
    ADDRESS = "address"  # 地址
    SERVICE_ADDRESS = "service_address"  # 送达地址


class Unlike(BaseModel):
    """与登记不同: of whom something else was said than is on record, and of what (RULES 163)."""

    model_config = ConfigDict(frozen=True)

    person_id: UUID
    stated: tuple[Stated, ...]
    """What was said otherwise, or for the first time; not what was said."""


class DisputeRepeated(Fact):
    """重复件: the same party brought the same matter again; linked and counted here (RULES 2)."""

    kind: Literal["intake.repeated.v1"] = "intake.repeated.v1"
    times: int
    """How many times it has come in again by now, from 1."""
    window: str
    channel: Channel
    text_id: UUID
    """Document with what was said this time."""
    unlike: tuple[Unlike, ...] = ()
    """What was said of applicants otherwise than is on record, and not taken over (RULES 163)."""


class ApplicantAdded(Fact):
    """增列申请人: somebody joins those who brought the dispute, and is a party of it (RULES 168).

    What a law lets only a party itself apply for, as reconsideration, it applies for itself.
    """

    kind: Literal["intake.applicant_added.v1"] = "intake.applicant_added.v1"
    party: PartyRef
    window: str
    """Organ code of the window that added it."""
    reason_id: UUID
    """Document that says why: what was brought this time together with others, or the reason."""


class DisputeWithdrawn(Fact):
    """撤回: whoever brought the dispute takes it back before it has ended (RULES 3)."""

    kind: Literal["intake.withdrawn.v1"] = "intake.withdrawn.v1"
    reason_id: UUID | None = None
    """Document with the reason."""


class ContactCorrected(Fact):
    """更正联系方式: a window puts a party's telephone right, or on file (RULES 163, 166).

    The telephone is kept with the parties and stands on no page. Once the dispute is withdrawn,
    the page stands in a file beside it.
    """

    kind: Literal["intake.contact_corrected.v1"] = "intake.contact_corrected.v1"
    person_id: UUID
    """Whose it is."""
