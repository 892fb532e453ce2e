"""In whose name one applies 申请人身份, through whom, and what proves it (ARR2026 12 to 16)."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Applicant(StrEnum):
    """Who applies 申请人类别."""

    PERSON = "person"  # 公民
    LEGAL = "legal"  # 法人
    RELATIVE = "relative"  # 公民死亡，近亲属
    SUCCESSOR = "successor"  # 组织终止，权利义务承受人
    GUARDED = "guarded"  # 无、限制民事行为能力人，由法定代理人代为
    SELF_EMPLOYED = "self_employed"  # 个体工商户
    HOUSEHOLD = "household"  # 农村承包经营户
    PARTNERSHIP = "partnership"  # 合伙企业
    PARTNERS = "partners"  # 其他合伙组织
    UNINCORPORATED = "unincorporated"  # 其他不具备法人资格的组织
    BOARD = "board"  # 公司股东会、董事会
    COLLECTIVE = "collective"  # 农村集体经济组织、村民委员会、村民小组
    MEMBERS = "members"  # 半数以上的集体经济组织成员
    OWNERS_COMMITTEE = "owners_committee"  # 业主委员会
    OWNERS = "owners"  # 过半数的业主


class Through(StrEnum):
    """Who acts for it 由谁代表参加行政复议."""

    ONESELF = "oneself"  # 本人
    GUARDIAN = "guardian"  # 法定代理人
    HEAD = "head"  # 主要负责人或者法定代表人
    OPERATOR = "operator"  # 营业执照登记的经营者
    CERTIFIED = "certified"  # 权属证书记载的人
    SIGNATORY = "signatory"  # 在承包合同上签字的人
    ELECTED = "elected"  # 共同推选的成员
    EXECUTIVE_PARTNER = "executive_partner"  # 执行合伙事务的合伙人
    ALL_PARTNERS = "all_partners"  # 全体合伙人
    SHAREHOLDERS = "shareholders"  # 股东会或者股东大会
    DELEGATES = "delegates"  # 股东代表大会
    DIRECTORS = "directors"  # 董事会
    THEMSELVES = "themselves"  # 申请的成员或者业主
    AGENT = "agent"  # 委托代理人


class Paper(StrEnum):
    """What was handed in to prove it 身份、代表资格的证明材料 (ARR2026 27)."""

    LICENCE = "licence"  # 营业执照
    PARTNERSHIP = "partnership"  # 合伙协议
    APPOINTMENT = "appointment"  # 负责人身份证明
    ELECTION = "election"  # 推选书
    CERTIFICATE = "certificate"  # 承包经营权证书
    CONTRACT = "contract"  # 承包合同
    RESOLUTION = "resolution"  # 会议决议
    ROSTER = "roster"  # 成员或者业主名册
    ABSTENTION = "abstention"  # 组织不申请或者没有成立的证明
    REGISTRATION = "registration"  # 登记或者备案证明
    KINSHIP = "kinship"  # 亲属关系证明
    SUCCESSION = "succession"  # 权利义务承受的证明
    GUARDIANSHIP = "guardianship"  # 监护关系证明
    NO_HEAD = "no_head"  # 没有主要负责人的证明
    MANDATE = "mandate"  # 授权委托书


class CapacityStated(Fact):
    """说明申请人身份: in whose name one applies, and who acts for it (ARR2026 12 to 16, 27)."""

    kind: Literal["reconsideration.capacity_stated.v1"] = "reconsideration.capacity_stated.v1"
    applicant_sort: Applicant
    person_id: UUID | None = None
    """Whose it is of several applicants; None of all of them, or of the only one."""
    through: Through | None = None
    papers: tuple[Paper, ...] = ()
    text_id: UUID
    """Document that says it: the application, or what was said of it later."""
    applying: int | None = None
    """How many members or households apply; None where nothing was said of it."""
    total: int | None = None
    """Of how many."""
    area_percent: float | None = None
    """How much of the whole area is theirs, in percent, of owners."""
    attachments: tuple[str, ...] = ()
    """Pictures and scans that came with it, by SHA-256; those of an application come with it."""
