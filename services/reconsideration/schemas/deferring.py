"""Requests and answers about a period that was missed for a good reason 顺延期限 (CPL 86)."""

from datetime import date
from uuid import UUID

from pydantic import Field

from services.reconsideration.domain.deferring import Kept
from services.reconsideration.schemas.fields import PERSON, Dated, OfSeveral, Text
from shared.contracts.reconsideration.deferring import Hindrance, Missed
from shared.web import FileOut


class DeferralIn(Dated):
    """申请顺延期限 (CPL 86)."""

    hindrance: Hindrance = Field(title="耽误的事由", examples=["force_majeure"])
    hindered_on: date = Field(title="障碍发生之日", examples=["2026-03-10"])
    removed_on: date = Field(
        title="障碍消除之日",
        description="消除后的十日内才可以申请顺延",
        examples=["2026-03-20"],
    )
    posted_on: date | None = Field(
        None, title="申请书交邮之日", description="申请书邮寄的填写，看邮戳", examples=[None]
    )
    text: Text = Field(title="顺延期限申请书", examples=["因住院没有能够按期补正，申请顺延期限"])
    proof: Text = Field(
        title="障碍的证明",
        description="住院记录、受灾证明等，写明是什么、保存在哪里",
        examples=["县医院住院病历一份"],
    )

    def kept(self) -> Kept:
        """What kept the party."""
        return Kept(
            hindrance=self.hindrance,
            hindered_on=self.hindered_on,
            removed_on=self.removed_on,
            posted_on=self.posted_on,
        )


class ReplyDeferralIn(DeferralIn):
    """申请顺延答复期限 (ARL 48; CPL 86)."""

    organ: OfSeveral = None


class DeferralOut(FileOut):
    """顺延期限的申请和决定."""

    of_case_id: UUID = Field(title="期限被耽误的复议案卷", examples=[PERSON])
    authority: str = Field(title="行政复议机关")
    missed: Missed = Field(title="被耽误的期限")
    organ: str = Field(title="申请的被申请人")
    hindrance: Hindrance = Field(title="耽误的事由")
    hindered_on: date = Field(title="障碍发生之日")
    removed_on: date = Field(title="障碍消除之日")
    asked_on: date = Field(title="申请之日")
    deferred_days: str = Field(title="准许顺延的日数")
    deferred_case_id: UUID | None = Field(title="顺延的期限所在的案卷")
