"""Facts of a committee's roster 委员名册: who its experts are, and how long it takes."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Calling(StrEnum):
    """As what somebody sits on the committee 委员类别 (ARL 52(1); ARR2026 50)."""

    DEPARTMENT = "department"  # 政府有关部门人员
    EXPERT = "expert"  # 专家
    SCHOLAR = "scholar"  # 学者
    OTHER = "other"  # 其他人员


class Post(StrEnum):
    """What somebody is on the committee 职务 (ARR2026 50)."""

    DIRECTOR = "director"  # 主任
    DEPUTY = "deputy"  # 副主任
    MEMBER = "member"  # 委员


class Speciality(StrEnum):
    """What somebody is an expert of 专业领域; the law says only professional and technical."""

    LAW = "law"  # 法律
    LAND = "land"  # 土地和自然资源
    BUILDING = "building"  # 城乡建设和征收
    ENVIRONMENT = "environment"  # 生态环境
    AGRICULTURE = "agriculture"  # 农业农村和水利
    MARKET = "market"  # 市场监管和知识产权
    SAFETY = "safety"  # 应急和安全生产
    POLICE = "police"  # 公安和交通管理
    LABOUR = "labour"  # 人力资源和社会保障
    HEALTH = "health"  # 医疗卫生
    FINANCE = "finance"  # 财政、税务和金融
    EDUCATION = "education"  # 教育和科技


class _Entry(Fact):
    """What the roster holds of one expert."""

    committee: str
    """Organ code of the committee."""
    expert: str
    """Code of the expert, that of their account."""
    calling: Calling
    post: Post = Post.MEMBER
    specialities: tuple[Speciality, ...]
    organ: str = ""
    """Organ code of the expert's own organ 所在机关, where it is one of the city's."""
    person_id: UUID
    """Under which `people` keeps the name."""
    affiliation_id: UUID
    """Document with the affiliation 所在单位和职务."""
    term_from: date
    term_until: date
    """Last day of the term 任期."""
    conflicts: tuple[str, ...] = ()
    """Codes of organs with which the expert has declared an interest 利害关系."""
    ties: tuple[UUID, ...] = ()
    """利害关系的企业、个人, no organs: under which `people` keeps their names (RULES 72)."""


class ExpertRegistered(_Entry):
    """登记委员: an expert stands on the committee's roster from now on (ARR2026 50; RULES 70)."""

    kind: Literal["consultation.expert_registered.v1"] = "consultation.expert_registered.v1"


class ExpertChanged(_Entry):
    """变更委员登记: what the roster holds of an expert, anew and whole (RULES 70)."""

    kind: Literal["consultation.expert_changed.v1"] = "consultation.expert_changed.v1"


class ExpertEnded(Fact):
    """委员退出: before the end of the term; panels on which they sit are not undone (RULES 70)."""

    kind: Literal["consultation.expert_ended.v1"] = "consultation.expert_ended.v1"
    committee: str
    expert: str
    reason_id: UUID


class ConsultationTimesSet(Fact):
    """设定咨询时限: for requests and panels to come; what runs is not moved (RULES 74)."""

    kind: Literal["consultation.times_set.v1"] = "consultation.times_set.v1"
    committee: str
    seat_within: str
    """Until a panel is seated, in working days, as `3wd`."""
    speak_within: str
    """From then until the opinion, in working days."""


class PlenarySubject(StrEnum):
    """What a plenary meeting discussed 全体会议的议题 (ARL 52)."""

    MAJOR = "major"  # 行政复议工作中的重大事项
    COMMON = "common"  # 行政复议工作中的共性问题
    WORKING_RULES = "working_rules"  # 委员会工作规则
    YEARLY_REPORT = "yearly_report"  # 年度工作报告


class PlenaryHeld(Fact):
    """召开全体会议: who came, what was discussed, and the minutes (ARL 52; ARR2026 51)."""

    kind: Literal["consultation.plenary_held.v1"] = "consultation.plenary_held.v1"
    committee: str
    """Organ code of the committee."""
    called_on: date
    """通知之日."""
    chair: str
    """Code of the member who presided."""
    attended: tuple[str, ...]
    """Codes of the members who came."""
    absent: tuple[str, ...]
    """Codes of those whose term ran and who did not."""
    subjects: tuple[PlenarySubject, ...]
    minutes_id: UUID
    """Document with the minutes, in which the committee's views stand."""
