"""Requests and answers of the correction that the authority above orders (ARL 35)."""

from datetime import date
from uuid import UUID

from pydantic import Field

from services.reconsideration.schemas.fields import PERSON, Dated, Text
from shared.contracts.reconsideration.correcting import Wrong
from shared.web import FileOut


class ReportIn(Dated):
    """向上级行政机关反映 (ARL 35)."""

    text: Text = Field(title="反映的情况", examples=["复议机关没有正当理由不予受理"])


class CorrectionOrderIn(Dated):
    """责令纠正 (ARL 35)."""

    until: date = Field(title="纠正的期限", examples=["2026-08-14"])
    justified: bool = Field(title="下级有正当理由", examples=[False])
    text: Text = Field(title="责令纠正通知书正文", examples=["没有正当理由，责令受理"])


class DirectAcceptanceIn(Dated):
    """上级直接受理 (ARL 35)."""

    text: Text = Field(title="直接受理通知书正文", examples=["由本机关直接受理"])


class CorrectionOut(FileOut):
    """申请人的反映和上级的处理."""

    of_case_id: UUID = Field(title="反映的复议案卷", examples=[PERSON])
    wrong: Wrong = Field(title="反映的情形")
    authority: str = Field(title="上级行政机关")
    below: str = Field(title="被反映的行政复议机关")
    reported_on: date = Field(title="反映之日")
    correct_by: date | None = Field(title="责令纠正的期限")
    case_id_after: UUID | None = Field(title="纠正或者直接受理以后的案卷")
