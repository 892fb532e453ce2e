"""Requests and answers of reconsideration 行政复议."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.reconsideration.domain.application import Application
from services.reconsideration.domain.decision import Draft
from services.reconsideration.schemas.found import TimeFindingIn
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    Approval,
    Compensation,
    Condition,
    ConsultationGround,
    FilingManner,
    Outcome,
    Stance,
    Standing,
    ViewsManner,
)
from shared.law.article import ARL
from shared.web import FileOut

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z-]{0,63}$")]
Text = Annotated[str, Field(min_length=1, max_length=100_000)]
PERSON = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"


class Dated(BaseModel):
    """An act of a legal day 法律上的日期."""

    model_config = ConfigDict(extra="forbid")

    on: date | None = Field(
        None, title="法律上的日期", description="行为之日；不填为当天", examples=["2026-03-02"]
    )


class Reasoned(Dated):
    """An act with its reasons 理由."""

    reason: Text = Field(title="理由", examples=["案情复杂，需进一步核实"])


class ApplicationIn(BaseModel):
    """行政复议申请 (ARL 22)."""

    model_config = ConfigDict(extra="forbid")

    dispute_id: UUID = Field(title="纠纷", examples=[PERSON])
    authority: Code = Field(title="行政复议机关", examples=["620702-government"])
    applicants: tuple[UUID, ...] = Field(
        title="申请人", min_length=1, description="当事人的编号", examples=[[PERSON]]
    )
    respondent: Code = Field(title="被申请人", examples=["620702-chengguan"])
    act: ActKind = Field(title="行政行为类别", examples=["penalty"])
    manner: FilingManner = Field(FilingManner.IN_PERSON, title="申请方式", examples=["in_person"])
    received_on: date = Field(
        title="收到申请之日",
        description="申请到达行政复议机关之日",
        ge=ARL.since,
        examples=["2026-03-02"],
    )
    text: Text = Field(title="请求、事实和理由", examples=["请求撤销行政处罚决定"])
    act_number: str | None = Field(
        None, title="行政行为文号", max_length=100, examples=["甘综执罚字〔2026〕12号"]
    )
    act_done_on: date | None = Field(None, title="行政行为作出之日", examples=["2026-01-20"])
    learnt_on: date | None = Field(
        None,
        title="知道或者应当知道之日",
        description="不履行职责的，为履行期限届满之日",
        examples=["2026-01-22"],
    )
    told_remedies: bool = Field(
        default=True,
        title="是否告知权利、机关和期限",
        description="缺一项即为未告知",
        examples=[True],
    )
    remedies_learnt_on: date | None = Field(
        None, title="知道权利、机关和期限之日", description="未告知时填写", examples=[None]
    )
    real_estate: bool = Field(default=False, title="是否因不动产提出", examples=[False])
    posted_on: date | None = Field(None, title="交邮之日", examples=[None])

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        early = [d for d in (self.act_done_on, self.learnt_on, self.posted_on) if d]
        if any(day > self.received_on for day in early):
            raise ValueError("作出、知道、交邮之日均不得晚于收到申请之日")
        if self.posted_on and self.manner is not FilingManner.POST:
            raise ValueError("交邮之日只在邮寄申请时填写")
        if len(set(self.applicants)) < len(self.applicants):
            raise ValueError("同一申请人不得重复列出")
        return self

    def said(self) -> Application:
        """What the domain takes of it."""
        return Application(**self.model_dump(exclude={"dispute_id", "text"}))


class SupplementNoticeIn(Dated):
    """补正通知 (ARL 31)."""

    text: Text = Field(
        title="需要补正的事项", description="一次性载明", examples=["请提交行政处罚决定书复印件"]
    )
    received_on: date | None = Field(
        None, title="申请人收到之日", description="当场送达的填写", examples=["2026-03-04"]
    )


class SupplementExtensionIn(Reasoned):
    """延长补正期限 (ARL 31)."""

    until: date = Field(title="延长至", examples=["2026-04-10"])


class SupplementIn(Dated):
    """补正 (ARL 31)."""

    text: Text = Field(title="补正材料", examples=["行政处罚决定书复印件一份"])


class AcceptanceIn(Dated):
    """受理 (ARL 30)."""

    finding: TimeFindingIn | None = Field(
        None, title="查明的申请期限事实", examples=[{"learnt_on": "2026-01-25"}]
    )


class DeclinationIn(Reasoned):
    """不予受理 (ARL 30)."""

    missing: Condition = Field(title="不符合的受理条件", examples=["jurisdiction"])
    competent: Code | None = Field(
        None,
        title="有管辖权的行政复议机关",
        description="不属于本机关管辖的必填",
        examples=["620700-government"],
    )
    finding: TimeFindingIn | None = Field(None, title="查明的申请期限事实", examples=[None])


class CopyIn(Dated):
    """发送申请书副本 (ARL 48)."""

    received_on: date | None = Field(
        None, title="被申请人收到之日", description="当场送达的填写", examples=["2026-03-10"]
    )


class ReplyIn(Dated):
    """书面答复 (ARL 48)."""

    text: Text = Field(
        title="书面答复", description="连同证据、依据和其他有关材料", examples=["答复如下……"]
    )


class ViewsIn(Dated):
    """听取意见 (ARL 49)."""

    standing: Standing = Field(Standing.APPLICANT, title="听取谁的意见", examples=["applicant"])
    manner: ViewsManner = Field(title="方式", examples=["telephone"])
    record: Text = Field(title="意见记录", examples=["申请人认为处罚过重"])


class WrittenReviewIn(Reasoned):
    """书面审理 (ARL 49)."""

    standing: Standing = Field(Standing.APPLICANT, title="哪一方", examples=["applicant"])


class ConsultationIn(Dated):
    """提请咨询 (ARL 52)."""

    ground: ConsultationGround = Field(title="提请的情形", examples=["technical"])
    question: Text = Field(title="咨询的问题和拟办意见", examples=["认定事故等级是否适当"])


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
        title="各申请人收到之日",
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


class CaseOut(FileOut):
    """行政复议案件."""

    authority: str = Field(title="行政复议机关")
    respondent: str = Field(title="被申请人")
    act: ActKind | None = Field(title="行政行为类别")
    received_on: date | None = Field(title="收到申请之日")
    accepted_on: date | None = Field(title="受理之日")
    reply_forfeited: bool = Field(title="被申请人逾期未答复")
    applicant_heard: bool = Field(title="已听取申请人意见")
    hearing_held: bool = Field(title="已组织听证")
    consultation_ground: ConsultationGround | None = Field(title="提请咨询的情形")
    stance: Stance | None = Field(title="咨询意见")
    outcome: Outcome | None = Field(title="决定种类")
    decided_on: date | None = Field(title="决定之日")
    perform_by: date | None = Field(title="履行期限届满之日")
    overdue_on: date | None = Field(
        title="逾期未决定之日", description="自该日起十五日内，申请人可以向人民法院起诉"
    )
    sue_until: date | None = Field(
        title="可以起诉至", description="决定送达后，最后一名申请人起诉期限的最后一日"
    )
