"""Requests and answers about who applies together 共同申请 (ARL 14, 22)."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.domain.case import Case
from services.reconsideration.queries.co_applying import AskedAlong
from services.reconsideration.schemas.fields import PERSON, Dated, Text
from services.reconsideration.schemas.person import SomebodyIn
from shared.contracts.intake import ActKind


class CoApplicantIn(SomebodyIn):
    """写明共同申请人, who confirms by itself (ARL 22; ARR2026 27)."""


class CoApplicationIn(Dated):
    """共同申请人本人答复 (ARL 14, 22)."""

    person_id: UUID | None = Field(
        None, title="哪一名共同申请人", description="本人在网上答复的不填", examples=[PERSON]
    )
    agrees: bool = Field(
        title="本人是否一起申请",
        description="本人签名、盖章或者按指印的书面确认交到窗口、复议机构的，由收到的人员登记",
        examples=[True],
    )
    text: Text = Field(title="本人的确认", examples=["我和他们一起申请行政复议"])


class CoApplicantOut(BaseModel):
    """写明的共同申请人, and whether it confirmed (ARL 22)."""

    model_config = ConfigDict(from_attributes=True)

    person_id: UUID = Field(title="共同申请人")
    named_on: date = Field(title="写明之日")
    answered_on: date | None = Field(title="本人答复之日", description="尚未答复的为空")
    agrees: bool = Field(title="本人一起申请")


class CoApplicationOut(BaseModel):
    """请本人确认的申请: what whoever is asked reads before it applies, too (ARL 22)."""

    case_id: UUID = Field(title="案卷编号")
    version: int = Field(title="页码")
    respondent: str = Field(title="被申请人")
    act: ActKind | None = Field(title="行政行为类别")
    person_id: UUID = Field(title="请其确认的共同申请人")
    name: str = Field(title="请其确认的共同申请人的姓名")
    applicants: tuple[str, ...] = Field(title="已经申请的人")
    text: str = Field(title="申请书的请求、事实和理由")

    @classmethod
    def of(cls, case: Case, said: AskedAlong) -> Self:
        """The answer about a case."""
        return cls(
            case_id=case.case_id,
            version=case.version,
            respondent=case.respondent,
            act=case.act,
            person_id=said.person_id,
            name=said.name,
            applicants=said.applicants,
            text=said.text,
        )
