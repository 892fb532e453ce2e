"""What intake answers, and the form of a withdrawal."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator

from services.intake.commands import Taken
from services.intake.schemas.form import Text
from services.intake.schemas.party import PersonIn
from shared.contracts.intake import Stated
from shared.people import telephone


class DisputeOut(BaseModel):
    """收件回执: the number of the dispute, and whether it was there before."""

    model_config = ConfigDict(frozen=True)

    number: str = Field(title="纠纷编号", examples=["620702-20261123-0000001-5"])
    case_id: UUID = Field(title="案卷编号", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    dispute_id: UUID = Field(title="纠纷标识", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    version: int = Field(title="页码", description="最后一页的页码，即 ETag", examples=[1])
    repeat: bool = Field(
        title="重复件", description="与在先的纠纷重复，已并入计数；编号是首件的", examples=[False]
    )
    added: int = Field(
        0, title="增列的申请人", description="本次增列到首件的申请人的人数", examples=[0]
    )
    unlike: list[Stated] = Field(
        default_factory=list,
        title="与登记不同的联系方式",
        description="本次填写的与原来登记的不同，没有改动；电话要改的另行更正",
        examples=[[]],
    )

    @classmethod
    def of(cls, taken: Taken) -> Self:
        """The answer for what was taken in."""
        return cls(
            number=taken.number,
            case_id=taken.case_id,
            dispute_id=taken.case_id,
            version=taken.version,
            repeat=taken.repeat,
            added=taken.added,
            unlike=sorted(taken.unlike),
        )


class WithdrawalIn(BaseModel):
    """撤回 (RULES 3)."""

    model_config = ConfigDict(extra="forbid")

    reason: Text | None = Field(None, title="撤回理由", examples=["双方已自行和解"])
    on: date | None = Field(
        None, title="撤回日期", description="不填为当天", examples=["2026-11-24"]
    )


class ApplicantIn(PersonIn):
    """增列申请人 (RULES 168)."""

    reason: Text = Field(
        title="增列的理由",
        description="登记时漏填、后来一起提出的，写明；本人到场或者有书面委托",
        examples=["与张某同住，一起提出，登记时没有写上"],
    )
    on: date | None = Field(
        None, title="增列日期", description="不填为当天", examples=["2026-11-24"]
    )


class ContactIn(BaseModel):
    """更正联系方式 (RULES 163, 166)."""

    model_config = ConfigDict(extra="forbid")

    person_id: UUID = Field(
        title="更正谁的联系电话",
        description="本人到场，核对身份以后更正",
        examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"],
    )
    phone: str = Field(
        title="联系电话",
        description="更正以后凭这个电话查询、办理，原电话不再能用",
        max_length=40,
        examples=["13800000000"],
    )
    on: date | None = Field(
        None, title="更正日期", description="不填为当天", examples=["2026-11-24"]
    )

    @field_validator("phone")
    @classmethod
    def _reachable(cls, value: str) -> str:
        return telephone(value)
