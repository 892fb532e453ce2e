"""Requests about what was sent before the last day and came after it 期满前交邮 (CPL 85)."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from services.reconsideration.schemas.fields import Attachments, Dated, OfSeveral, Text


class _SentIn(Dated):
    """By which way it was sent, and when."""

    posted_on: date | None = Field(
        None,
        title="交邮之日",
        description="邮寄的填写，看邮戳；在期满前交邮的不算逾期",
        examples=["2026-03-23"],
    )
    handed_over_on: date | None = Field(
        None, title="当面递交之日", description="期满前递交而事后登记的填写", examples=[None]
    )
    proof: Text = Field(
        title="证明",
        description="邮戳、邮件查询、签收记录等，写明是什么、保存在哪里",
        examples=["信封邮戳2026年3月23日"],
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.posted_on is None) == (self.handed_over_on is None):
            raise ValueError("交邮之日、当面递交之日，填写一项")
        return self


class SupplementInTimeIn(_SentIn):
    """期满前交邮、递交的补正材料 (ARL 31; CPL 85)."""

    text: Text = Field(title="补正材料", examples=["行政处罚决定书复印件一份"])
    attachments: Attachments = ()


class ReplyInTimeIn(_SentIn):
    """期满前交邮、递交的书面答复 (ARL 48; CPL 85)."""

    organ: OfSeveral = None
    text: Text | None = Field(
        None, title="书面答复", description="已经按逾期收入案卷的不填", examples=["答复如下……"]
    )
