"""Requests from the draft 拟稿 to the approval of a decision (ARL 61 to 72)."""

from datetime import date
from typing import Self

from pydantic import ConfigDict, Field, model_validator

from services.reconsideration.domain.drafted import Draft
from services.reconsideration.schemas.fields import Dated, Text, Within
from shared.contracts.reconsideration import Approval, Compensation, Outcome
from shared.contracts.reconsideration.judged import Disposition


class DispositionIn(Disposition):
    """一项决定 (ARL 63 to 72)."""

    model_config = ConfigDict(extra="forbid")

    outcome: Outcome = Field(title="决定种类", examples=["revoked"])
    redo: bool = Field(default=False, title="责令重新作出行政行为", examples=[True])
    compensation: Compensation | None = Field(None, title="行政赔偿", examples=[None])


class DraftIn(Dated):
    """拟稿 (ARL 61)."""

    dispositions: tuple[DispositionIn, ...] = Field(
        title="逐项决定",
        description="与审理认定的各项一一对应",
        min_length=1,
        max_length=20,
        examples=[[{"outcome": "revoked", "redo": True}]],
    )
    text: Text = Field(title="决定书正文", examples=["撤销被申请人作出的行政处罚决定"])
    perform_within: Within | None = Field(
        None,
        title="履行期限",
        description="自被申请人收到决定书之日起，如“60日”“15个工作日”“3个月”",
        examples=["60日"],
    )
    perform_by: date | None = Field(
        None, title="履行期限届满之日", description="决定书写明日期的填写", examples=[None]
    )

    @model_validator(mode="after")
    def _one_period(self) -> Self:
        if self.perform_within and self.perform_by:
            raise ValueError("履行期限和届满之日只填一项")
        return self

    def draft(self) -> Draft:
        """What the domain takes of it."""
        said = tuple(Disposition(**one.model_dump()) for one in self.dispositions)
        return Draft(
            dispositions=said, perform_within=self.perform_within, perform_by=self.perform_by
        )


class SubmissionIn(Dated):
    """送审 (ARL 61; ARR2026 52)."""

    opinion_adopted: bool | None = Field(
        None, title="是否采纳咨询意见", description="提请咨询的必填", examples=[True]
    )
    departure: Text | None = Field(None, title="不采纳咨询意见的理由", examples=[None])


class ApprovalIn(Dated):
    """审批 (ARL 61)."""

    approval: Approval = Field(Approval.HEAD, title="审批方式", examples=["head"])
    minutes: Text | None = Field(
        None, title="集体讨论记录", description="集体讨论通过的必填", examples=[None]
    )
