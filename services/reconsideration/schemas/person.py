"""Somebody who comes in: by name, or as a party of the dispute (ARL 14 to 17)."""

from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from services.reconsideration.schemas.fields import Dated
from shared.contracts.intake import PersonKind
from shared.people import Person, number_of, telephone


class PersonIn(BaseModel):
    """一个人或者一个组织."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

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
        return Person(self.name, kind, self.id_number, self.phone, self.address)


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
