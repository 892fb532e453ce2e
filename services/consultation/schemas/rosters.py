"""Requests and answers of a committee's roster 委员名册."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from services.consultation.commands import Entry
from services.consultation.domain.load import Load
from services.consultation.domain.plenary import Plenary
from services.consultation.domain.roster import Roster
from services.consultation.schemas.consulting import Code, Dated, Text
from shared.contracts.consultation import Calling, PlenarySubject, Post, Speciality
from shared.frame.forms import Chosen
from shared.web import FileOut

Serving = Annotated[Code, Chosen("serving", "名册上没有在册委员，先在委员名册中登记。")]
"""One of the committee, whoever is on its roster."""
Name = Annotated[str, Field(min_length=1, max_length=200)]


class EntryIn(Dated):
    """登记的内容 (RULES 70)."""

    expert: Annotated[
        Code, Chosen("members", "本委员会还没有委员的登录岗位，请系统管理员在“账号”中添加。")
    ] = Field(
        title="委员",
        description="本委员会有登录岗位的委员；没有列出的，请该委员先登录一次",
        examples=["committee-1"],
    )
    name: str = Field(title="姓名", min_length=1, max_length=100, examples=["王某"])
    affiliation: str = Field(
        title="所在单位和职务", min_length=1, max_length=1000, examples=["河西学院法学院副教授"]
    )
    calling: Calling = Field(title="委员类别", examples=["scholar"])
    post: Post = Field(Post.MEMBER, title="职务", examples=["member"])
    specialities: tuple[Speciality, ...] = Field(
        title="专业领域", min_length=1, examples=[["law", "land"]]
    )
    organ: Code | None = Field(
        None,
        title="所在机关",
        description="在本市机关任职的填写；该机关为被申请人的不得选定",
        examples=["620702-sifa"],
    )
    term_from: date = Field(title="任期自", examples=["2026-01-01"])
    term_until: date = Field(title="任期至", examples=["2028-12-31"])
    conflicts: tuple[Code, ...] = Field(
        (),
        title="利害关系单位",
        description="申报的有利害关系的机关",
        examples=[["620702-chengguan"]],
    )
    ties: tuple[Name, ...] = Field(
        (),
        title="利害关系的企业、个人",
        description="申报的有利害关系的企业、其他组织或者个人的名称，是本案当事人的不得选定",
        examples=[["某建筑有限公司"]],
    )

    def entry(self) -> Entry:
        """What is registered, as a command takes it."""
        said = {name: getattr(self, name) for name in Entry.__slots__}
        return Entry(**{**said, "organ": self.organ or ""})


class ExitIn(Dated):
    """委员退出 (RULES 70)."""

    expert: Serving = Field(title="委员", description="在册委员", examples=["committee-1"])
    reason: Text = Field(title="退出的理由", examples=["本人提出辞任"])


class TimesIn(Dated):
    """咨询的时限 (RULES 74)."""

    seat: int = Field(title="组成咨询小组", description="工作日数", ge=1, le=366, examples=[3])
    speak: int = Field(title="提出咨询意见", description="工作日数", ge=1, le=366, examples=[10])


class PlenaryIn(Dated):
    """全体会议 (ARL 52; RULES 142)."""

    called_on: date = Field(title="通知之日", examples=["2026-03-10"])
    chair: Serving = Field(title="主持人", description="出席的委员", examples=["committee-1"])
    attended: tuple[Serving, ...] = Field(
        title="出席委员",
        description="超过在册委员的半数",
        min_length=1,
        examples=[["committee-1", "committee-2"]],
    )
    subjects: tuple[PlenarySubject, ...] = Field(
        title="议题", min_length=1, examples=[["common", "working_rules"]]
    )
    minutes: Text = Field(title="会议纪要", examples=["研究占道经营处罚案件的裁量标准。"])

    def plenary(self) -> Plenary:
        """What is recorded, as a command takes it."""
        return Plenary(**{name: getattr(self, name) for name in Plenary.__slots__})


class PlenaryOut(BaseModel):
    """一次全体会议，包括纪要."""

    model_config = ConfigDict(from_attributes=True)

    on: date = Field(title="会议日期", examples=["2026-03-20"])
    called_on: date = Field(title="通知之日", examples=["2026-03-10"])
    chair: str = Field(title="主持人", examples=["committee-1"])
    attended: tuple[str, ...] = Field(title="出席委员", examples=[["committee-1"]])
    absent: tuple[str, ...] = Field(title="缺席委员", examples=[["committee-3"]])
    subjects: tuple[PlenarySubject, ...] = Field(title="议题", examples=[["common"]])
    minutes: str = Field(title="会议纪要", examples=["研究占道经营处罚案件的裁量标准。"])


class RosterOut(FileOut):
    """委员名册，只写代码."""

    committee: str = Field(title="委员会", examples=["620702-committee"])
    experts: tuple[str, ...] = Field(title="在册委员", examples=[["committee-1"]])
    lacking: tuple[Calling, ...] = Field(
        title="尚缺的委员类别", description="任期内没有的类别 (ARR2026 50)", examples=[["scholar"]]
    )
    seat_within: str = Field(title="组成咨询小组的期限", examples=["3wd"])
    speak_within: str = Field(title="提出咨询意见的期限", examples=["10wd"])

    @classmethod
    def on(cls, roster: Roster, day: date) -> Self:
        """The answer for a roster as it stands on `day`."""
        return cls(
            case_id=roster.case_id,
            dispute_id=roster.dispute_id,
            state=str(roster.state),
            version=roster.version,
            committee=roster.committee,
            experts=tuple(sorted(roster.serving)),
            lacking=roster.lacking(day),
            seat_within=roster.seat_within,
            speak_within=roster.speak_within,
        )


class ExpertOut(BaseModel):
    """一名委员，包括姓名和所在单位."""

    model_config = ConfigDict(from_attributes=True)

    expert: str = Field(title="委员", examples=["committee-1"])
    name: str = Field(title="姓名", examples=["王某"])
    affiliation: str = Field(title="所在单位和职务", examples=["河西学院法学院副教授"])
    calling: Calling = Field(title="委员类别", examples=["scholar"])
    post: Post = Field(title="职务", examples=["member"])
    specialities: tuple[Speciality, ...] = Field(title="专业领域", examples=[["law"]])
    organ: str = Field(title="所在机关", examples=["620702-sifa"])
    term_from: date = Field(title="任期自", examples=["2026-01-01"])
    term_until: date = Field(title="任期至", examples=["2028-12-31"])
    serves: bool = Field(title="在任期内", examples=[True])
    conflicts: tuple[str, ...] = Field(title="利害关系单位", examples=[["620702-chengguan"]])
    ties: tuple[str, ...] = Field(title="利害关系的企业、个人", examples=[["某建筑有限公司"]])


class LoadOut(BaseModel):
    """一名委员的承办和出席 (RULES 71)."""

    model_config = ConfigDict(from_attributes=True)

    expert: str = Field(title="委员", examples=["committee-1"])
    seated: int = Field(title="列入咨询小组", examples=[5])
    attended: int = Field(title="出席会议", examples=[4])
    absent: int = Field(title="缺席会议", examples=[1])
    written: int = Field(title="书面意见", examples=[1])
    recused: int = Field(title="回避", examples=[0])
    dissented: int = Field(title="持不同意见", examples=[1])

    @classmethod
    def of(cls, code: str, load: Load) -> Self:
        """The answer for an expert."""
        counts = {name: getattr(load, name) for name in Load.__slots__}
        return cls(expert=code, **counts)
