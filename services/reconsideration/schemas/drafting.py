"""Requests from the draft 拟稿 to the approval of a decision (ARL 61 to 72)."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from services.reconsideration.commands.drafting import Adoption, Consent
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.schemas.fields import PERSON, Dated, ObligesParties, Text
from shared.contracts.reconsideration import Approval, Compensation, Outcome
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.judged import ClaimDecided, Disposition
from shared.frame.forms import Chosen
from shared.law.written import Within

Joined = Annotated[UUID, Chosen("joined", "没有与本案合并审理的其他案卷。")]
"""A case that is handled together with this one 合并审理, by its file."""


Word = Annotated[str, StringConstraints(min_length=1, max_length=100, strip_whitespace=True)]
"""A name or a post, or a law with its article."""
Yuan = Annotated[str, StringConstraints(pattern=r"^[1-9]\d{0,11}(\.\d{1,2})?$|^0\.\d{1,2}$")]
"""A sum in yuan, two places at most."""


class DispositionIn(Disposition):
    """一项决定 (ARL 63 to 72)."""

    model_config = ConfigDict(extra="forbid")

    outcome: Outcome = Field(title="决定种类", examples=["revoked"])
    redo: bool = Field(default=False, title="责令重新作出行政行为", examples=[True])
    compensation: Compensation | None = Field(None, title="行政赔偿", examples=[None])
    remedial: bool = Field(
        default=False,
        title="责令采取补救措施",
        description="确认违法的、违反行政协议义务的，可以同时责令；期限写在履行期限",
        examples=[False],
    )
    compensation_manner: CompensationManner | None = Field(
        None,
        title="赔偿方式",
        description="决定依法给予赔偿的填写；不能确定的也选明，理由写在正文",
        examples=[None],
    )
    compensation_yuan: Yuan | None = Field(
        None, title="赔偿金数额（元）", description="支付赔偿金的填写", examples=["3000"]
    )


class ClaimDecidedIn(BaseModel):
    """对一人赔偿请求的决定 (ARL 72; ARR2026 63)."""

    model_config = ConfigDict(extra="forbid")

    act: int = Field(1, title="第几项决定", ge=1, le=20, examples=[1])
    person_id: UUID = Field(title="提出赔偿请求的申请人", examples=[PERSON])
    compensation: Compensation | None = Field(None, title="行政赔偿", examples=["granted"])
    compensation_manner: CompensationManner | None = Field(
        None, title="赔偿方式", description="决定依法给予赔偿的填写", examples=["payment"]
    )
    compensation_yuan: Yuan | None = Field(
        None, title="赔偿金数额（元）", description="支付赔偿金的填写", examples=["3000"]
    )


class DraftIn(ObligesParties, Dated):
    """拟稿 (ARL 61)."""

    dispositions: tuple[DispositionIn, ...] = Field(
        title="逐项决定",
        description="与审理认定的各项一一对应",
        min_length=1,
        max_length=20,
        examples=[[{"outcome": "revoked", "redo": True}]],
    )
    claims: tuple[ClaimDecidedIn, ...] = Field(
        (),
        title="分别决定的赔偿请求",
        description="认定中逐人写明赔偿请求的，逐人决定",
        max_length=100,
        examples=[[]],
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
    final_law: Word | None = Field(
        None,
        title="规定复议决定为最终裁决的法律",
        description="只写一部法律的名称和条、款，如“《…法》第…条第…款”；填写的，决定书写明不得起诉",
        examples=[None],
    )

    @model_validator(mode="after")
    def _one_period(self) -> Self:
        if self.perform_within and self.perform_by:
            raise ValueError("履行期限和届满之日只填一项")
        if any(one.act > len(self.dispositions) for one in self.claims):
            raise ValueError("分别决定的赔偿请求，没有这一项决定")
        return self

    def draft(self) -> Draft:
        """What the domain takes of it."""
        said = tuple(Disposition(**one.model_dump()) for one in self.dispositions)
        return Draft(
            dispositions=said,
            perform_within=self.perform_within,
            perform_by=self.perform_by,
            duties=self.owed(),
            claims=tuple(ClaimDecided(**one.model_dump()) for one in self.claims),
        )


class JointDraftIn(Dated):
    """合并拟稿 (ARR2026 43; RULES 112)."""

    cases: tuple[Joined, ...] = Field(
        default=(),
        title="合并决定的其他案卷",
        description="不填为与本案合并审理、尚在审理中的全部案卷",
        max_length=100,
        examples=[["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"]],
    )
    text: Text = Field(
        title="合并的决定书正文", examples=["撤销被申请人对甲、乙分别作出的行政处罚决定"]
    )


class AdoptionIn(BaseModel):
    """合并决定的另一案采纳咨询意见的情况 (ARR2026 52)."""

    model_config = ConfigDict(extra="forbid")

    case_id: Joined = Field(title="案卷", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    opinion_adopted: bool = Field(title="是否采纳咨询意见", examples=[True])
    departure: Text | None = Field(None, title="不采纳咨询意见的理由", examples=[None])

    def adoption(self) -> Adoption:
        """What the command takes of it."""
        return Adoption(**self.model_dump())


class SubmissionIn(Dated):
    """送审 (ARL 61; ARR2026 52)."""

    opinion_adopted: bool | None = Field(
        None,
        title="是否采纳咨询意见",
        description="提请咨询的必填；不同意的拟稿没有另行拟稿的，不是采纳",
        examples=[True],
    )
    departure: Text | None = Field(None, title="不采纳咨询意见的理由", examples=[None])
    others: tuple[AdoptionIn, ...] = Field(
        default=(),
        title="合并决定的其他各案",
        description="合并拟稿的，提请过咨询的其他各案在此说明采纳情况",
        max_length=100,
        examples=[[]],
    )


class ApprovalIn(Dated):
    """审批 (ARL 61)."""

    approval: Approval = Field(Approval.HEAD, title="审批方式", examples=["head"])
    signer: Word | None = Field(
        None,
        title="同意的机关负责人",
        description="行政复议机关的负责人，不是行政复议机构的；负责人同意的必填",
        examples=["张某某"],
    )
    post: Word | None = Field(
        None, title="职务", description="负责人同意的必填", examples=["副市长"]
    )
    consent: Text | None = Field(
        None,
        title="签署的意见",
        description="机关负责人在审批件上签署的意见；负责人同意的必填",
        examples=["同意。"],
    )
    signed_on: date | None = Field(
        None, title="签署之日", description="不填为法律上的日期", examples=[None]
    )
    minutes: Text | None = Field(
        None, title="集体讨论记录", description="集体讨论通过的必填", examples=[None]
    )

    @model_validator(mode="after")
    def _signed_in_full(self) -> Self:
        signed = (self.signer, self.post, self.consent)
        if any(signed) != all(signed) or (self.signed_on and not any(signed)):
            raise ValueError("机关负责人的姓名、职务、签署的意见一并填写")
        return self

    def agreed(self) -> Consent | None:
        """机关负责人的同意, as the command takes it; None where a discussion agreed."""
        if not (self.signer and self.post and self.consent):
            return None
        return Consent(
            signer=self.signer, post=self.post, text=self.consent, signed_on=self.signed_on
        )
