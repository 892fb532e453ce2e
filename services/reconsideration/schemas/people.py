"""Requests about who takes part, who takes over and what is joined (ARL 14 to 17; ARR2026 43)."""

from dataclasses import replace
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from services.reconsideration.domain.stated import Share, Stated
from services.reconsideration.schemas.fields import (
    PERSON,
    Attachments,
    Dated,
    Reasoned,
    Text,
)
from services.reconsideration.schemas.pausing import EndingIn
from services.reconsideration.schemas.person import PersonIn, SomebodyIn
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.capacity import Applicant, Paper, Through
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.people import Joinder, Kin, Succession
from shared.people import Person


class CapacityIn(BaseModel):
    """以谁的名义申请、由谁代表 (ARR2026 12 to 16, 27)."""

    model_config = ConfigDict(extra="forbid")

    sort: Applicant = Field(title="申请人的类别", examples=["partnership"])
    through: Through | None = Field(
        None,
        title="由谁代表参加行政复议",
        description="合伙企业由执行合伙事务的合伙人，其他组织由负责人或者推选的成员",
        examples=["executive_partner"],
    )
    papers: tuple[Paper, ...] = Field(
        (),
        title="提交的身份、代表资格证明",
        description="还没有提交的以后补正",
        max_length=len(Paper),
        examples=[["licence"]],
    )
    applying: int | None = Field(
        None,
        title="申请的人数或者户数",
        description="集体经济组织成员、业主申请的填写",
        ge=1,
        examples=[None],
    )
    total: int | None = Field(None, title="总人数或者总户数", ge=1, examples=[None])
    area_percent: float | None = Field(
        None, title="占总面积的百分比", description="业主申请的填写", ge=0, le=100, examples=[None]
    )

    def stated(self) -> Stated:
        """What the domain takes of it."""
        share = Share(self.applying, self.total, self.area_percent)
        return Stated(sort=self.sort, through=self.through, papers=self.papers, share=share)


class CapacityStatementIn(CapacityIn, Dated):
    """说明申请人身份 (ARR2026 27)."""

    person_id: UUID | None = Field(
        None,
        title="是哪一名申请人的",
        description="申请人有数名、各自证明身份的填写",
        examples=[None],
    )
    text: Text = Field(title="说明", examples=["营业执照复印件一份，载明执行事务合伙人"])
    attachments: Attachments = ()

    def stated(self) -> Stated:
        """What the domain takes of it, with whose it is."""
        return replace(super().stated(), person_id=self.person_id)


class ThirdPersonRequestIn(SomebodyIn):
    """申请作为第三人参加行政复议 (ARL 16)."""

    text: Text = Field(
        title="申请书正文",
        description="同行政行为或者案件处理结果有什么利害关系",
        examples=["我是相邻的住户，处罚决定要拆的墙是两家共有的"],
    )


class ThirdPersonIn(SomebodyIn):
    """第三人参加行政复议 (ARL 16)."""

    called: bool = Field(
        title="由行政复议机构通知参加", description="自己申请参加的填“否”", examples=[True]
    )
    interested: bool = Field(title="同行政行为或者案件处理结果有利害关系", examples=[True])
    text: Text = Field(
        title="参加行政复议通知书或者申请书正文", examples=["通知王某作为第三人参加行政复议"]
    )


class ThirdPersonRefusalIn(SomebodyIn):
    """不准许作为第三人参加 (ARL 16)."""

    reason: Text = Field(title="理由", examples=["同被复议的行政行为没有利害关系"])


class ThirdPersonAbsenceIn(Reasoned):
    """第三人不参加行政复议 (ARL 16)."""

    person_id: UUID = Field(title="第三人", examples=[PERSON])


class RepresentativesNoticeIn(Dated):
    """通知推选代表人 (ARR2026 17; RULES 124)."""

    text: Text = Field(
        title="推选代表人通知书正文",
        description="通知推选几名代表人、推选书怎样签名；期限自通知之日起算，截止日期由通知书写明",
        examples=["请推选二至五名代表人，提交全体申请人签名、盖章或者按指印的推选书"],
    )


def _each_once(representatives: tuple[UUID, ...]) -> tuple[UUID, ...]:
    if len(set(representatives)) < len(representatives):
        raise ValueError("同一代表人不得重复列出")
    return representatives


Representatives = Annotated[
    tuple[UUID, ...],
    AfterValidator(_each_once),
    Field(title="代表人", min_length=1, max_length=20, examples=[[PERSON]]),
]
"""Each of them once."""


class RepresentativesChoiceIn(Dated):
    """本人推选代表人 (ARL 15; RULES 173)."""

    representatives: Representatives
    persons: tuple[UUID, ...] = Field(
        (),
        title="谁推选的",
        description="本人在网上推选的不填；书面推选交到窗口、复议机构的，由收到的人员写明是谁的",
        max_length=100,
        examples=[[PERSON]],
    )
    text: Text = Field(title="本人的推选", examples=["我推选李某、王某为代表人"])


class RepresentativesIn(Dated):
    """推选代表人 (ARL 15; ARR2026 17)."""

    standing: Standing = Field(Standing.APPLICANT, title="哪一方推选", examples=["applicant"])
    representatives: Representatives
    signed_by_all: bool = Field(title="推选书由全体签名、盖章或者按指印", examples=[True])
    text: Text = Field(title="推选书正文", examples=["推选李某、王某为代表人"])


class SuccessionIn(Dated):
    """承受申请人、第三人的地位 (ARL 14, 16, 39; RULES 144)."""

    applicant_id: UUID = Field(title="死亡或者终止的申请人、第三人", examples=[PERSON])
    succession: Succession = Field(title="承受的情形", examples=["relatives"])
    relation: Kin | None = Field(
        None, title="与死亡的当事人的关系", description="近亲属参加的必填", examples=["spouse"]
    )
    successors: tuple[UUID, ...] = Field(
        (), title="承受人中已经登记的当事人", max_length=100, examples=[[]]
    )
    persons: tuple[PersonIn, ...] = Field(
        (),
        title="承受人中尚未登记的人",
        max_length=100,
        examples=[[{"name": "王某", "phone": "13800000000"}]],
    )
    goes_on: bool = Field(
        default=True,
        title="中止的原因已经消除",
        description="因申请人死亡、终止中止，不再等待其他人的",
        examples=[True],
    )
    text: Text = Field(title="依据", examples=["户口簿，妻子参加行政复议的声明"])

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not self.successors and not self.persons:
            raise ValueError("至少写明一名承受人")
        if len(set(self.successors)) < len(self.successors):
            raise ValueError("同一承受人不得重复列出")
        return self

    @property
    def who(self) -> tuple[Person | UUID, ...]:
        """Who takes over."""
        return (*self.successors, *(one.person() for one in self.persons))


class PartialTerminationIn(EndingIn):
    """部分申请人退出 (ARL 41)."""

    applicants: frozenset[UUID] = Field(title="退出的申请人", min_length=1, examples=[[PERSON]])
    ground: Termination = Field(title="对其终止的情形", examples=["withdrawn"])
    goes_on: bool = Field(
        default=True,
        title="中止的原因已经消除",
        description="因此中止，不再等待其他人的",
        examples=[True],
    )
    text: Text = Field(title="终止决定书正文", examples=["准予张某撤回，对其他申请人继续审理"])


class JoinderIn(Reasoned):
    """合并审理 (ARR2026 43)."""

    numbers: tuple[str, ...] = Field(
        title="其他案件的纠纷编号",
        description="同一纠纷中还有其他案件的，写本案的编号。",
        min_length=1,
        max_length=100,
        examples=[["620702-20260302-0000012-5"]],
    )
    ground: Joinder = Field(title="合并审理的情形", examples=["several_parties"])
