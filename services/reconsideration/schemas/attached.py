"""Requests and answers of attached review 附带审查 (ARL 13, 56 to 60; ARR2026 53, 54)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.schemas.fields import Code, Dated, Reasoned, Text
from shared.contracts.reconsideration.attached import Document, Flaw
from shared.web import FileOut


class AttachedRequestIn(Dated):
    """附带审查申请 (ARL 13; ARR2026 53)."""

    document: Document = Field(title="文件的种类", examples=["local"])
    unknown_before: bool = Field(
        default=False,
        title="申请行政复议时尚不知道该文件",
        description="申请以后才提出的填写",
        examples=[False],
    )
    text: Text = Field(
        title="附带审查申请书正文",
        description="哪一份文件、哪些条款、由谁制定，为什么不合法",
        examples=["请求审查《某县市容管理办法》第八条，该条增设了上位法没有的处罚"],
    )


class BasisDoubtIn(Reasoned):
    """认为依据不合法 (ARL 57)."""

    document: Document = Field(title="依据的种类", examples=["local"])


class AttachedEndIn(Reasoned):
    """不再附带审查 (ARL 13)."""

    nth: int | None = Field(
        None, title="第几份文件", description="只有一份的可以不填", ge=1, examples=[1]
    )


class CompetenceIn(Dated):
    """有权处理 (ARL 56, 57)."""

    issuer: Code = Field(title="制定机关", examples=["620702-chengguan"])


class IssuerNoticeIn(Dated):
    """书面通知制定机关 (ARL 58)."""

    text: Text = Field(
        title="书面通知正文", examples=["请就第八条的合法性提出书面答复，并提交有关材料"]
    )
    received_on: date | None = Field(
        None, title="制定机关收到之日", description="当场送达的填写", examples=["2026-03-16"]
    )


class IssuerReplyIn(Dated):
    """制定机关书面答复 (ARL 58)."""

    text: Text = Field(title="书面答复正文", examples=["第八条依据上位法第二十条制定"])


class IssuerCorrectionIn(Dated):
    """制定机关报送纠正情况 (ARL 59; RULES 117)."""

    text: Text = Field(title="纠正情况", examples=["第八条已经删去，修改后的文件已经公布"])


class IssuerExplanationIn(Dated):
    """制定机关当面说明理由 (ARL 58)."""

    record: Text = Field(title="说明的记录", examples=["制定机关的负责人到场说明起草的依据"])


class ConclusionIn(Dated):
    """处理规范性文件 (ARL 59; ARR2026 54)."""

    flaw: Flaw = Field(title="对相关条款的认定", examples=["no_basis"])
    text: Text = Field(
        title="处理意见正文", description="哪些条款，怎样认定", examples=["第八条没有上位法依据"]
    )
    order: Text | None = Field(
        None,
        title="停止执行并责令纠正的决定正文",
        description="相关条款不合法的必填",
        examples=["停止执行第八条，责令三十日内修改"],
    )


class ForwardingOnIn(Dated):
    """转送有权处理的机关 (ARL 56, 57)."""

    issuer: Code = Field(title="制定机关", examples=["620000-government"])
    receiver: Code = Field(title="接受转送的机关", examples=["620000-government"])
    text: Text = Field(title="转送函正文", examples=["请依法处理，并在六十日内回复处理意见"])
    received_on: date | None = Field(
        None, title="接受转送的机关收到之日", description="当场送达的填写", examples=["2026-03-16"]
    )


class UrgingIn(Dated):
    """催告回复处理意见 (ARL 60)."""

    text: Text = Field(title="催告函正文", examples=["请即回复处理意见，本案正在中止"])


class HandlingOpinionIn(Dated):
    """收到处理意见 (ARL 60)."""

    flaw: Flaw = Field(title="对相关条款的认定", examples=["none"])
    text: Text = Field(title="处理意见正文", examples=["经审查，相关条款合法"])


class AttachedDocumentOut(BaseModel):
    """附带审查的一份文件 (ARL 13, 57)."""

    model_config = ConfigDict(from_attributes=True)

    nth: int = Field(title="第几份文件")
    document: Document = Field(title="文件的种类")
    ex_officio: bool = Field(title="由本机关自行发现")
    asked_by: tuple[UUID, ...] = Field(
        title="提出的申请人", description="全体申请人提出的、本机关发现的为空"
    )
    since: date = Field(title="提出或者发现之日")
    begun_on: date | None = Field(title="开始审查之日")
    dropped_on: date | None = Field(title="不再审查之日")
    flaw: Flaw | None = Field(title="对相关条款的认定")


class ReviewOut(FileOut):
    """附带审查案卷."""

    request_case_id: UUID | None = Field(title="提出附带审查的行政复议案卷")
    nth: int = Field(title="第几份文件")
    authority: str = Field(title="行政复议机关")
    document: Document | None = Field(title="文件的种类")
    ex_officio: bool = Field(title="由本机关自行发现")
    suspended_on: date | None = Field(title="中止之日")
    issuer: str = Field(title="制定机关")
    issuer_notified_on: date | None = Field(title="通知制定机关之日")
    notice_received_on: date | None = Field(title="制定机关收到之日")
    replied_on: date | None = Field(title="制定机关答复之日")
    reply_overdue_on: date | None = Field(title="制定机关逾期未答复之日")
    ordered_on: date | None = Field(title="责令制定机关纠正之日")
    corrected_on: date | None = Field(title="制定机关报送纠正情况之日")
    correction_overdue_on: date | None = Field(title="制定机关逾期未纠正之日")
    receiver: str = Field(title="接受转送的机关")
    forwarded_on: date | None = Field(title="转送之日")
    forwarding_received_on: date | None = Field(title="接受转送的机关收到之日")
    opinion_overdue_on: date | None = Field(title="逾期未回复处理意见之日")
    urged_on: date | None = Field(title="最近一次催告回复之日")
    flaw: Flaw | None = Field(title="对相关条款的认定")
