"""Requests about evidence, inquiry, appraisal and inspection (ARL 43 to 46; ARR2026 44 to 47)."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.reconsideration.commands.proving import Pieces
from services.reconsideration.domain.inquiring_acts import Visit
from services.reconsideration.domain.proving_acts import Said
from services.reconsideration.schemas.fields import (
    ONE_OF_SEVERAL,
    Attachments,
    Code,
    Dated,
    Officer,
    OfSeveral,
    Reasoned,
    Text,
)
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.inquiring import Appraiser, Inquiry
from shared.contracts.reconsideration.proving import EvidenceKind, Examined, Proving
from shared.frame.forms import Chosen

Number = Annotated[int, Field(ge=1, le=10_000)]
Listed = Annotated[Number, Chosen("evidence", "证据目录还是空的，先登记收到的证据。")]
"""A piece of the list 证据目录, by its number."""
Inquirers = Annotated[
    tuple[Officer, ...],
    Field(
        title="行政复议人员",
        description="不得少于两人",
        min_length=1,
        max_length=20,
        examples=[["fuyi-07", "fuyi-08"]],
    ),
]
WhoseLeave = Annotated[
    Code | None,
    ONE_OF_SEVERAL,
    Field(
        title="答复哪一个被申请人",
        description="有共同被申请人的写明；不填为申请补充证据的那一个",
        examples=[None],
    ),
]
"""Whose leave to add to its evidence the body decides of."""
SHOWN = Field(title="出示了行政复议工作证件", examples=[True])
SIGNED = Field(default=True, title="笔录经核对签名", examples=[True])
UNSIGNED = Field(None, title="没有签名的情况和理由", description="没有签名的必填", examples=[None])


class PieceIn(BaseModel):
    """一件证据 (ARL 43)."""

    model_config = ConfigDict(extra="forbid")

    evidence_kind: EvidenceKind = Field(title="证据种类", examples=["document"])
    proving: Proving | None = Field(
        None,
        title="待证事项",
        description="不填为行政行为的合法性、适当性",
        examples=["legality"],
    )
    shows: Text = Field(
        title="证据的名称和证明目的", examples=["现场照片三张，证明货物没有占用人行道"]
    )
    attachments: Attachments = ()

    def said(self) -> Said:
        """What the domain takes of it."""
        return Said(
            evidence_kind=self.evidence_kind,
            proving=self.proving or Proving.LEGALITY,
            attachments=self.attachments,
        )


class RespondentPieceIn(PieceIn):
    """被申请人的一件证据 (ARL 46, 48)."""

    collected_on: date = Field(
        title="取得之日",
        description="受理之后自行收集的，不作为认定合法性、适当性的依据",
        examples=["2026-02-03"],
    )

    def said(self) -> Said:
        """What the domain takes of it."""
        return replace(super().said(), collected_on=self.collected_on)


def pieces_of(rows: tuple[PieceIn, ...]) -> Pieces:
    """What a command takes of them."""
    return tuple((one.said(), one.shows) for one in rows)


def attached_to(rows: tuple[PieceIn, ...]) -> frozenset[str]:
    """Every attachment that they name."""
    return frozenset(digest for one in rows for digest in one.attachments)


class EvidenceIn(Dated):
    """提出证据 (ARL 43, 44)."""

    standing: Standing = Field(
        Standing.APPLICANT,
        title="谁提出",
        description="被申请人的证据另有办理事项",
        examples=["applicant"],
    )
    pieces: tuple[PieceIn, ...] = Field(
        title="证据",
        min_length=1,
        max_length=50,
        examples=[[{"evidence_kind": "document", "shows": "现场照片三张"}]],
    )

    @model_validator(mode="after")
    def _not_of_the_respondent(self) -> Self:
        if self.standing is Standing.RESPONDENT:
            raise ValueError("被申请人的证据，在被申请人提交证据一项办理")
        return self


class RespondentEvidenceIn(Dated):
    """被申请人提交证据 (ARL 48)."""

    organ: OfSeveral = None
    pieces: tuple[RespondentPieceIn, ...] = Field(
        title="证据",
        min_length=1,
        max_length=50,
        examples=[[{"evidence_kind": "record", "shows": "现场笔录", "collected_on": "2026-02-03"}]],
    )


class FurtherRequestIn(Dated):
    """申请补充证据 (ARL 46)."""

    organ: OfSeveral = None
    text: Text = Field(
        title="申请的内容和理由", examples=["申请人复议中才提出照片系事后拍摄，申请补充原始数据"]
    )


class FurtherEvidenceIn(Reasoned):
    """同意补充证据 (ARL 46)."""

    organ: WhoseLeave = None
    raised_by: Standing = Field(title="谁提出了新的理由或者证据", examples=["applicant"])


class FurtherRefusalIn(Reasoned):
    """不同意补充证据 (ARL 46)."""

    organ: WhoseLeave = None


class ExaminationIn(Reasoned):
    """审查证据 (ARL 43, 46; ARR2026 47)."""

    evidence: Listed = Field(title="证据编号", examples=[1])
    examined: Examined = Field(title="审查的结果", examples=["true"])
    asked_lawfully: bool | None = Field(
        None,
        title="被申请人有证据证明在行政程序中依法要求提供",
        description="申请人、第三人的证据，不填为没有证明",
        examples=[None],
    )
    excused: bool | None = Field(
        None, title="未提供有正当理由", description="同上", examples=[None]
    )
    collected_on: date | None = Field(
        None,
        title="查明的取得之日",
        description="被申请人的证据，查明与其所称不同的填写；只能查明在受理之后的，填写其中最早可能之日",
        examples=[None],
    )


class InquiryIn(Dated):
    """调查取证 (ARL 45)."""

    inquirers: Inquirers
    shown: bool = SHOWN
    inquiries: tuple[Inquiry, ...] = Field(
        title="方式", min_length=1, max_length=4, examples=[["question"]]
    )
    record: Text = Field(title="调查笔录", examples=["询问沿街商户三人，均称……"])
    signed: bool = SIGNED
    unsigned_reason: Text | None = UNSIGNED
    pieces: tuple[PieceIn, ...] = Field(
        (), title="取得的证据", description="没有取得的不填", max_length=50, examples=[[]]
    )

    def visit(self) -> Visit:
        """Who went."""
        return Visit(inquirers=self.inquirers, shown=self.shown, signed=self.signed)


class AppraisalRequestIn(Dated):
    """申请鉴定 (ARR2026 46)."""

    standing: Standing | None = Field(
        None,
        title="谁申请",
        description="本单位、本人申请的不填；代为登记的，不填为申请人",
        examples=["applicant"],
    )
    text: Text = Field(title="申请鉴定的事项和理由", examples=["签名非本人所写，申请笔迹鉴定"])


Answered = Annotated[
    tuple[Standing, ...],
    Field(
        title="答复哪一方的鉴定申请",
        description="只有一方申请的可以不填；自行委托的不填",
        max_length=3,
        examples=[["applicant"]],
    ),
]


class AppraisalRefusalIn(Reasoned):
    """不同意鉴定 (ARR2026 46)."""

    answers: Answered = ()


class AppraisalIn(Dated):
    """开始鉴定 (ARR2026 46)."""

    appraiser: Appraiser = Field(
        title="鉴定机构的确定", description="协商不成的，由机构指定", examples=["agreed"]
    )
    payer: Standing = Field(
        title="承担鉴定费用的当事人", description="鉴定费用由当事人承担", examples=["applicant"]
    )
    answers: Answered = ()
    text: Text = Field(
        title="鉴定委托书正文",
        description="写明鉴定机构、鉴定事项；自委托之日起所用时间不计入审理期限",
        examples=["委托某司法鉴定所对处罚告知书上的签名作笔迹鉴定"],
    )


class AppraisalEndIn(Dated):
    """鉴定结束 (ARR2026 46)."""

    appraisal: Number | None = Field(
        None, title="鉴定序号", description="只有一项正在进行的可以不填", examples=[1]
    )
    delivered: bool = Field(title="收到鉴定意见", examples=[True])
    text: Text = Field(
        title="鉴定意见的内容，或者没有鉴定意见的原因", examples=["鉴定意见：签名不是同一人所写"]
    )
    attachments: Attachments = ()


class InspectionIn(Dated):
    """开始现场勘验 (ARR2026 45)."""

    reason: Text = Field(title="勘验的事项和地点", examples=["丈量东街三号门前的占道面积"])


class InspectionEndIn(Dated):
    """现场勘验结束 (ARR2026 45)."""

    inquirers: Inquirers
    shown: bool = SHOWN
    record: Text = Field(title="勘验笔录", examples=["自门槛起量，货物外沿二点一米……"])
    signed: bool = SIGNED
    unsigned_reason: Text | None = UNSIGNED
    attachments: Attachments = ()

    def visit(self) -> Visit:
        """Who inspected."""
        return Visit(inquirers=self.inquirers, shown=self.shown, signed=self.signed)
