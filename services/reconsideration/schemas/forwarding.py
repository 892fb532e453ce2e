"""Requests of an application through the organ that fined 通过处罚机关申请 (ARL 32; ARR2026 38)."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from services.reconsideration.domain.application import Application
from services.reconsideration.schemas.fields import Dated, Text
from services.reconsideration.schemas.filing import BESIDE, ApplicationIn
from shared.contracts.reconsideration.forwarding import Correction, Fine
from shared.law.article import ARL


class HandedInIn(ApplicationIn):
    """通过处罚机关提交的行政复议申请 (ARL 32)."""

    received_on: date = Field(
        title="处罚机关收到申请之日",
        description="申请到达作出处罚决定的机关之日",
        ge=ARL.since,
        examples=["2026-03-02"],
    )
    fine: Fine = Field(title="处罚的类别", examples=["on_the_spot"])

    @model_validator(mode="after")
    def _by_one(self) -> Self:
        if self.joint:
            raise ValueError("通过处罚机关申请的，其他共同被申请人在行政复议机关收到申请后列明")
        if self.stay or self.hearing or self.compensation:
            text = "通过处罚机关申请的，停止执行、听证、赔偿在行政复议机关收到申请后提出"
            raise ValueError(text)
        return self

    def said(self) -> Application:
        """What the domain takes of it."""
        return Application(**self.model_dump(exclude={*BESIDE, "fine"}))


class ForwardingIn(Dated):
    """转送 (ARL 32)."""

    text: Text = Field(title="转送函", examples=["认为需要维持处罚决定，现予转送"])
    received_on: date | None = Field(
        None, title="行政复议机关收到之日", description="当场送交的填写", examples=["2026-03-06"]
    )


class CorrectionIn(Dated):
    """自行纠正 (ARR2026 38)."""

    correction: Correction = Field(title="纠正的方式", examples=["revoked"])
    text: Text = Field(
        title="告知书",
        description="告知申请人和行政复议机关；申请人仍坚持申请的，向哪个行政复议机关申请",
        examples=["处罚决定已经撤销；仍不服的，请向区人民政府申请行政复议"],
    )
    told_on: date | None = Field(
        None, title="告知申请人之日", description="不填为纠正之日", examples=["2026-03-06"]
    )
