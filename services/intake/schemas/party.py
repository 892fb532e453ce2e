"""当事人 as a form names one: who it is, how it is reached, on which side it stands."""

from typing import Annotated, Final

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from services.intake.commands import Party
from shared.contracts.intake import PersonKind, Side
from shared.people import Person, number_of, telephone

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]

LATER_OF_PARTY: Final = ("service_address", "head_name", "head_post")
"""What it did not ask of a party from the beginning (ARR2026 27)."""


class _SidedIn(BaseModel):
    """On which side; it stands before who it is, as in every form that was sent before."""

    side: Side = Field(title="地位", description="申请一方、对方或者第三人", examples=["applicant"])


class PersonIn(BaseModel):
    """自然人或者法人、组织, and how it is reached."""

    model_config = ConfigDict(extra="forbid")

    kind: PersonKind = Field(
        PersonKind.NATURAL, title="类别", description="自然人或者法人、组织", examples=["natural"]
    )
    name: Line = Field(title="姓名或者名称", examples=["张某"])
    id_number: str | None = Field(
        None,
        title="证件号码",
        description="公民身份号码、统一社会信用代码，或者其他证件的号码",
        min_length=5,
        max_length=40,
        examples=["11010519491231002X"],
    )
    phone: str | None = Field(None, title="联系电话", examples=["13800000000"])
    address: Line | None = Field(None, title="地址", examples=["张掖市甘州区东街街道某小区"])
    service_address: Line | None = Field(
        None,
        title="送达地址",
        description="文书送到哪里，与地址不同的填写",
        examples=[None],
    )
    head_name: Line | None = Field(
        None,
        title="法定代表人或者主要负责人",
        description="法人、组织的填写姓名",
        examples=[None],
    )
    head_post: Line | None = Field(None, title="其职务", examples=[None])

    @field_validator("id_number")
    @classmethod
    def _checked(cls, value: str | None, info: ValidationInfo) -> str | None:
        kind = info.data.get("kind", PersonKind.NATURAL)
        return number_of(kind, value) if value is not None else None

    @field_validator("phone")
    @classmethod
    def _reachable(cls, value: str | None) -> str | None:
        return telephone(value) if value else None

    def person(self) -> Person:
        """The person as the hub keeps it."""
        return Person(
            *(self.name, self.kind, self.id_number, self.phone, self.address),
            *(self.service_address, self.head_name, self.head_post),
        )


class PartyIn(PersonIn, _SidedIn):
    """当事人, a natural or a legal person."""

    def party(self) -> Party:
        """The party as the hub keeps it."""
        return Party(self.side, self.person())

    @property
    def unsaid(self) -> set[str]:
        """What of `LATER_OF_PARTY` was not said."""
        return {name for name in LATER_OF_PARTY if getattr(self, name) is None}
