"""Requests from acceptance 受理 to what the decision rests on (ARL chapter 4)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from services.reconsideration.schemas.fields import Dated, OfSeveral, Reasoned, Text
from shared.contracts.reconsideration import ConsultationGround, Standing, ViewsManner

Heard = Annotated[
    tuple[UUID, ...],
    Field(
        title="哪几名当事人",
        description="该方只有一名的不填；几名的逐人听取，写明是谁，代表人、代理人也可以",
        max_length=1000,
        examples=[[]],
    ),
]


class CopyIn(Dated):
    """发送申请书副本 (ARL 48)."""

    received_on: date | None = Field(
        None, title="被申请人收到之日", description="当场送达的填写", examples=["2026-03-10"]
    )


class CopyReceiptIn(Dated):
    """收到申请书副本 (ARL 48)."""

    organ: OfSeveral = None


class ReplyIn(Dated):
    """书面答复 (ARL 48)."""

    organ: OfSeveral = None
    together: bool = Field(
        default=False,
        title="全体共同被申请人的共同答复",
        description="都已收到副本、都在答复期限内的",
        examples=[False],
    )

    text: Text = Field(
        title="书面答复", description="连同证据、依据和其他有关材料", examples=["答复如下……"]
    )


class LateReplyIn(Dated):
    """逾期书面答复 (ARL 48, 70)."""

    organ: OfSeveral = None
    text: Text = Field(
        title="书面答复", description="收入案卷，逾期不答复的后果不变", examples=["答复如下……"]
    )


class ViewsIn(Dated):
    """听取意见 (ARL 49)."""

    standing: Standing = Field(Standing.APPLICANT, title="听取谁的意见", examples=["applicant"])
    organ: OfSeveral = None
    manner: ViewsManner = Field(
        title="方式", description="听证不在这里记载，另有举行听证", examples=["telephone"]
    )
    record: Text = Field(title="意见记录", examples=["申请人认为处罚过重"])
    persons: Heard = ()


class WrittenReviewIn(Reasoned):
    """书面审理 (ARL 49)."""

    standing: Standing = Field(Standing.APPLICANT, title="哪一方", examples=["applicant"])
    persons: Heard = ()


class ConsultationIn(Dated):
    """提请咨询 (ARL 52)."""

    ground: ConsultationGround = Field(title="提请的情形", examples=["technical"])
    question: Text = Field(title="咨询的问题和拟办意见", examples=["认定事故等级是否适当"])


class ConsultationWithdrawalIn(Dated):
    """撤回咨询提请 (RULES 151)."""

    reason: Text = Field(title="撤回的理由", examples=["提请的情形选择有误，另行提请"])
