"""Requests and answers of consultation 咨询."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.reconsideration import ConsultationGround, Stance
from shared.web import FileOut

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$")]


class Dated(BaseModel):
    """An act of a legal day 法律上的日期."""

    model_config = ConfigDict(extra="forbid")

    on: date | None = Field(
        None, title="法律上的日期", description="行为之日；不填为当天", examples=["2026-03-20"]
    )


class PanelIn(Dated):
    """咨询小组 (ARL 52)."""

    members: tuple[Code, ...] = Field(
        title="委员",
        description="委员的代码，三名以上单数",
        min_length=1,
        examples=[["committee-1", "committee-2", "committee-3"]],
    )


class OpinionIn(Dated):
    """咨询意见 (ARL 52)."""

    stance: Stance = Field(title="结论", examples=["agrees"])
    text: str = Field(
        title="咨询意见正文", min_length=1, max_length=100_000, examples=["同意拟办意见"]
    )


class ConsultationOut(FileOut):
    """咨询案卷."""

    request_case_id: UUID | None = Field(title="提请咨询的行政复议案卷")
    authority: str = Field(title="行政复议机关")
    ground: ConsultationGround | None = Field(title="提请的情形")
    members: tuple[str, ...] = Field(title="委员")
    stance: Stance | None = Field(title="结论")
