"""Requests about how a case is handled: complexity, reviewers, procedure (ARL 36 to 55)."""

from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from services.reconsideration.domain.agreed import Agreed
from services.reconsideration.domain.assigning import Choice, Team
from services.reconsideration.schemas.fields import (
    PERSON,
    Dated,
    Handler,
    Officer,
    Reasoned,
    Respondent,
    Text,
)
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.assigning import SimplifiedGround, Tie


class ComplexityIn(Reasoned):
    """认定案件复杂程度 (ARL 50, 52)."""

    grave: bool = Field(
        title="案情重大、疑难、复杂",
        description="是的，应当组织听证，并提请行政复议委员会咨询",
        examples=[True],
    )
    technical: bool = Field(
        title="专业性、技术性较强",
        description="是的，应当提请行政复议委员会咨询",
        examples=[False],
    )


class ReviewersIn(Dated):
    """指定、更换行政复议人员 (ARL 36; ARR2026 39)."""

    reviewers: tuple[Officer, ...] = Field(
        title="行政复议人员",
        description="本机构的人员；二名以上，适用简易程序的可以一名",
        min_length=1,
        max_length=20,
        examples=[["fuyi-07", "fuyi-08"]],
    )
    newcomer: bool = Field(default=False, title="其中有初次从事行政复议工作的", examples=[False])
    qualified: bool = Field(default=False, title="初次从事的，已取得法律职业资格", examples=[False])
    trained: bool = Field(default=False, title="初次从事的，已参加统一职前培训", examples=[False])
    reason: Text | None = Field(
        None, title="更换的理由", description="更换人员的必填", examples=["原办理人员调离"]
    )

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len(set(self.reviewers)) < len(self.reviewers):
            raise ValueError("同一人员不得重复列出")
        return self

    def team(self) -> Team:
        """What the domain takes of it."""
        return Team(**self.model_dump(exclude={"on", "reason"}))


class RecusalIn(Reasoned):
    """申请回避 (RULES 47)."""

    asked_by: Standing | None = Field(
        None,
        title="申请人、被申请人或者第三人提出",
        description="行政复议人员自行报告的不填；当事人自行提出的，以其身份为准",
        examples=["applicant"],
    )
    reviewer: Handler | None = Field(
        None, title="要求回避的人员", description="知道是谁的填写", examples=["fuyi-07"]
    )
    tie: Tie = Field(title="与案件的关系", examples=["interest"])


class RecusalDecisionIn(Reasoned):
    """决定回避 (RULES 47)."""

    reviewer: Handler = Field(title="被要求回避的人员", examples=["fuyi-07"])
    tie: Tie = Field(title="查明的与案件的关系", examples=["interest"])
    replaced: bool = Field(title="更换", examples=[True])
    successor: Officer | None = Field(
        None, title="接替人员", description="其余人数仍符合规定的可以不填", examples=["fuyi-09"]
    )


class SimplifiedIn(Reasoned):
    """适用简易程序 (ARL 53)."""

    ground: SimplifiedGround = Field(title="适用的情形", examples=["on_the_spot"])
    amount_yuan: float | None = Field(
        None, title="案件涉及款额（元）", description="以款额为由的必填", ge=0, examples=[2000]
    )
    agreed: tuple[UUID, ...] = Field(
        (),
        title="同意的申请人、第三人",
        description="以各方同意为由的，须全部申请人和参加的第三人同意",
        max_length=1000,
        examples=[[PERSON]],
    )
    respondent_agrees: bool = Field(
        default=False,
        title="被申请人同意",
        description="以各方同意为由的必填；有共同被申请人的，逐一选择",
        examples=[False],
    )
    agreed_organs: tuple[Respondent, ...] = Field(
        (),
        title="同意的被申请人",
        description="有共同被申请人的，须各自同意；只有一个的不填",
        max_length=20,
        examples=[[]],
    )

    def choice(self) -> Choice:
        """What the domain takes of it."""
        return Choice(
            ground=self.ground,
            amount_yuan=self.amount_yuan,
            agreed=frozenset(self.agreed),
            respondent_agrees=self.respondent_agrees,
            organs=frozenset(self.agreed_organs),
        )


class SimplifiedConsentIn(Dated):
    """同意适用简易程序 (ARL 53; RULES 167)."""

    agreed: tuple[UUID, ...] = Field(
        (),
        title="同意的申请人、第三人",
        description="选定简易程序以后参加、尚未同意的；当事人自己办理的不填",
        max_length=1000,
        examples=[[PERSON]],
    )
    agreed_organs: tuple[Respondent, ...] = Field(
        (),
        title="同意的被申请人",
        description="选定简易程序以后追加、尚未同意的；被申请人自己办理的不填",
        max_length=20,
        examples=[[]],
    )
    text: Text = Field(title="同意的书面意见或者记录", examples=["同意适用简易程序审理本案"])

    def said(self) -> Agreed:
        """What the domain takes of it."""
        return Agreed(persons=self.agreed, organs=self.agreed_organs)
