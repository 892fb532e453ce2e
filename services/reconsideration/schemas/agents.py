"""Requests about agents 代理人: who is one, by entrusting or by law, with what (ARL 14, 17)."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from services.reconsideration.domain.agency import Entrusting
from services.reconsideration.schemas.fields import PERSON, Dated, OfSeveral, Text
from services.reconsideration.schemas.person import SomebodyIn
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import AgentSort, Power


class PowersIn(Dated):
    """代理权限 (ARL 17)."""

    powers: tuple[Power, ...] = Field(
        title="代理权限",
        description="授权委托书载明的；撤回、变更请求、承认第三人请求、调解和解和代收文书须特别写明",
        min_length=1,
        max_length=len(Power),
        examples=[["act"]],
    )
    until: date | None = Field(
        None, title="委托期限至", description="不填为至本案办结", examples=["2026-12-31"]
    )


class AgentChangeIn(PowersIn):
    """变更代理权限 (ARL 17)."""

    agent_id: UUID = Field(title="代理人", examples=[PERSON])
    principal_id: UUID | None = Field(
        None, title="委托人", description="被申请人的代理人不填", examples=[PERSON]
    )
    organ: OfSeveral = None
    text: Text = Field(title="书面告知的内容", examples=["增加撤回申请的权限"])


class AgentEndIn(Dated):
    """解除代理 (ARL 17)."""

    agent_id: UUID = Field(title="代理人", examples=[PERSON])
    principal_id: UUID | None = Field(
        None, title="委托人", description="被申请人的代理人不填", examples=[PERSON]
    )
    organ: OfSeveral = None
    text: Text = Field(title="书面告知的内容", examples=["解除委托"])


class RespondentAgentIn(SomebodyIn, PowersIn):
    """被申请人指定代理人 (ARR2026 18)."""

    sort: AgentSort = Field(AgentSort.STAFF, title="代理人的身份", examples=["staff"])
    organ: OfSeveral = None
    text: Text = Field(title="授权委托书正文", examples=["委托本机关工作人员代为参加行政复议"])

    def said(self) -> Entrusting:
        """What the domain takes of it."""
        return Entrusting(
            standing=Standing.RESPONDENT,
            sort=self.sort,
            powers=self.powers,
            until=self.until,
            organ=self.organ,
        )


class AgentIn(SomebodyIn, PowersIn):
    """委托代理人 (ARL 17)."""

    principal_id: UUID = Field(title="委托人", examples=[PERSON])
    standing: Standing = Field(
        Standing.APPLICANT, title="委托人是申请人或者第三人", examples=["applicant"]
    )
    sort: AgentSort = Field(title="代理人的身份", examples=["lawyer"])
    oral: bool = Field(
        default=False,
        title="口头委托",
        description="2026年6月30日以前，公民在特殊情况下可以口头委托",
        examples=[False],
    )
    identified: bool = Field(title="已提交双方的身份证明文件", examples=[True])
    text: Text = Field(
        title="授权委托书正文", description="委托事项、权限和期限", examples=["委托王某代为参加"]
    )

    @model_validator(mode="after")
    def _of_a_party(self) -> Self:
        if self.standing is Standing.RESPONDENT:
            raise ValueError("被申请人的代理人由被申请人指定")
        return self

    def said(self) -> Entrusting:
        """What the domain takes of it."""
        names = {"principal_id", "standing", "sort", "powers", "until", "oral", "identified"}
        return Entrusting(**self.model_dump(include=names))


class StatutoryAgentIn(SomebodyIn):
    """法定代理人参加行政复议 (ARL 14, 39)."""

    applicant_id: UUID = Field(title="无、限制民事行为能力的申请人或者第三人", examples=[PERSON])
    goes_on: bool = Field(
        default=True,
        title="中止的原因已经消除",
        description="因丧失行为能力中止，不再等待其他人的",
        examples=[True],
    )
    text: Text = Field(title="依据", examples=["监护关系证明"])
