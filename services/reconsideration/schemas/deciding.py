"""Requests that end a reconsideration: decision, service, withdrawal (ARL 41, chapter 5)."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.reconsideration.domain.decision import Draft
from services.reconsideration.schemas.fields import PERSON, Dated, Reasoned, Text
from shared.contracts.reconsideration import Approval, Compensation, Outcome


class ExtensionIn(Reasoned):
    """延长审理期限 (ARL 62)."""

    days: int = Field(title="延长的日数", ge=1, le=30, examples=[30])


class DecisionIn(Dated):
    """行政复议决定 (ARL 61 to 72)."""

    outcome: Outcome = Field(title="决定种类", examples=["revoked"])
    text: Text = Field(title="决定书正文", examples=["撤销被申请人作出的行政处罚决定"])
    approval: Approval = Field(Approval.HEAD, title="审批方式", examples=["head"])
    redo: bool = Field(default=False, title="责令重新作出行政行为", examples=[True])
    perform_within: str | None = Field(
        None,
        title="履行期限",
        description="自被申请人收到决定书之日起，如 60d（日）、15wd（工作日）、3m（月）",
        pattern=r"^[1-9]\d{0,2}(d|wd|m)$",
        examples=["60d"],
    )
    perform_by: date | None = Field(
        None, title="履行期限届满之日", description="决定书写明日期的填写", examples=[None]
    )
    compensation: Compensation | None = Field(None, title="行政赔偿", examples=[None])
    opinion_adopted: bool | None = Field(
        None, title="是否采纳咨询意见", description="提请咨询的必填", examples=[True]
    )
    departure: Text | None = Field(None, title="不采纳咨询意见的理由", examples=[None])
    third_party_evidence: bool = Field(
        default=False,
        title="第三人提供了证据",
        description="被申请人逾期未答复，而行政行为涉及第三人合法权益",
        examples=[False],
    )

    @model_validator(mode="after")
    def _one_period(self) -> Self:
        if self.perform_within and self.perform_by:
            raise ValueError("履行期限和届满之日只填一项")
        return self

    def draft(self) -> Draft:
        """What the domain takes of it."""
        return Draft(**self.model_dump(exclude={"on", "text", "departure"}))


class DeliveryIn(BaseModel):
    """送达行政复议决定书 (ARL 75)."""

    model_config = ConfigDict(extra="forbid")

    served_on: date = Field(title="被申请人收到之日", examples=["2026-04-20"])
    applicants: dict[UUID, date] | None = Field(
        None,
        title="各申请人、第三人收到之日",
        description="不填为与被申请人同日",
        examples=[{PERSON: "2026-04-21"}],
    )


class WithdrawalIn(Dated):
    """撤回行政复议申请 (ARL 41, 74)."""

    settled: bool = Field(
        default=False,
        title="是否因和解撤回",
        description="因和解撤回的，不得再以同一事实和理由申请",
        examples=[False],
    )
    consented: bool = Field(
        default=False,
        title="被代表的申请人是否同意",
        description="推选了代表人的，撤回应当经被代表的申请人同意",
        examples=[False],
    )
