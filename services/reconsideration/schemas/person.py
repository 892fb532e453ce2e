"""Somebody who comes in: by name, or as a party of the dispute (ARL 14 to 17)."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from services.reconsideration.schemas.fields import PERSON, Dated
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration.basics import FORMAL, Basic
from shared.people import Basics, Person, number_of, telephone

Place = Annotated[str, Field(min_length=1, max_length=200)]


class ReachedIn(BaseModel):
    """送达地址和负责人: where papers reach somebody, and who heads an organisation (ARR2026 27)."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    service_address: Place | None = Field(
        None,
        title="送达地址",
        description="文书送到哪里；不填的送到住所",
        examples=["张掖市甘州区南街街道某小区"],
    )
    head_name: Place | None = Field(
        None,
        title="法定代表人或者主要负责人的姓名",
        description="法人、其他组织的填写",
        examples=[None],
    )
    head_post: Place | None = Field(
        None, title="其职务", description="法人、其他组织的填写", examples=[None]
    )


class BasicsIn(ReachedIn):
    """基本情况, beyond what somebody was registered with (ARR2026 27)."""

    address: Place | None = Field(
        None,
        title="住所",
        description="登记时没有写或者有变更的填写",
        examples=["张掖市甘州区东街街道某小区"],
    )

    def basics(self) -> Basics:
        """What the hub keeps of it."""
        return Basics(self.address, self.service_address, self.head_name, self.head_post)


class PersonIn(ReachedIn):
    """一个人或者一个组织."""

    kind: PersonKind | None = Field(
        None, title="类别", description="不填为自然人", examples=["natural"]
    )
    name: str = Field(title="姓名或者名称", min_length=1, max_length=200, examples=["王某"])
    id_number: str | None = Field(
        None,
        title="证件号码",
        description="公民身份号码、统一社会信用代码，或者其他证件的号码",
        min_length=5,
        max_length=40,
        examples=["11010519491231002X"],
    )
    phone: str | None = Field(
        None, title="联系电话", description="凭此电话查询本案", examples=["13800000000"]
    )
    address: str | None = Field(
        None, title="地址", min_length=1, max_length=200, examples=["张掖市甘州区东街街道某小区"]
    )

    @field_validator("id_number")
    @classmethod
    def _checked(cls, value: str | None, info: ValidationInfo) -> str | None:
        kind = info.data.get("kind") or PersonKind.NATURAL
        return number_of(kind, value) if value is not None else None

    @field_validator("phone")
    @classmethod
    def _reachable(cls, value: str | None) -> str | None:
        return telephone(value) if value else None

    def person(self) -> Person:
        """The person as the hub keeps it."""
        kind = self.kind or PersonKind.NATURAL
        return Person(
            *(self.name, kind, self.id_number, self.phone, self.address),
            *(self.service_address, self.head_name, self.head_post),
        )


class HandedIn(BasicsIn):
    """签名、身份证明, which whoever takes an application in sees (ARR2026 27)."""

    signed: bool = Field(
        default=False,
        title="已签名、盖章或者按指印",
        description="收到的人员核对；网上申请的不填",
        examples=[False],
    )
    identified: bool = Field(
        default=False,
        title="已提交身份证明材料",
        description="由收到的人员核对",
        examples=[False],
    )

    def formal(self) -> tuple[Basic, ...]:
        """What of both was handed in."""
        came = (self.signed, self.identified)
        return tuple(one for one, there in zip(FORMAL, came, strict=True) if there)


class ApplicantBasicsIn(HandedIn):
    """申请书写明的一名申请人的基本情况 (ARR2026 27)."""

    person_id: UUID = Field(title="申请人", examples=[PERSON])


class BasicsStatementIn(HandedIn, Dated):
    """写明基本情况, what was left out of it or has changed (ARR2026 27)."""

    persons: tuple[UUID, ...] = Field(
        title="哪几名当事人",
        description="一起住的可以一并写明",
        min_length=1,
        max_length=100,
        examples=[[PERSON]],
    )

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.basics() and not self.formal():
            raise ValueError("至少写明一项")
        return self


class SomebodyIn(Dated):
    """An act by which one comes in."""

    person_id: UUID | None = Field(
        None, title="已经登记的当事人", description="没有登记的，填写下面一栏", examples=[None]
    )
    person: PersonIn | None = Field(
        None, title="尚未登记的人", examples=[{"name": "王某", "phone": "13800000000"}]
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.person_id is None) is (self.person is None):
            raise ValueError("选择已经登记的当事人，或者填写尚未登记的人，二者填一项")
        return self

    @property
    def who(self) -> Person | UUID:
        """Who comes in."""
        if self.person is not None:
            return self.person.person()
        assert self.person_id is not None  # noqa: S101 - one of both was said
        return self.person_id
