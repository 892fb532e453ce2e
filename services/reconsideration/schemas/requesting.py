"""What is asked, once it is changed or admitted, and claims beside it (ARL 15 to 17, 72)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.schemas.fields import PERSON, Dated, Text
from shared.contracts.reconsideration.request import Sought


class RequestIn(Dated):
    """变更行政复议请求 (ARL 15, 17; ARR2026 61)."""

    text: Text = Field(
        title="变更后的请求、事实和理由",
        description="写明现在的全部请求，以此代替原来的请求；已有的审理认定、拟稿重新作出",
        examples=["不再请求确认处罚决定无效，请求撤销该处罚决定"],
    )
    sought: tuple[Sought, ...] = Field(
        title="变更后请求的种类", min_length=1, max_length=len(Sought), examples=[["revoked"]]
    )
    consented: bool = Field(
        default=False,
        title="被代表的申请人是否同意",
        description="推选了代表人的，变更请求应当经被代表的申请人同意",
        examples=[False],
    )


class ThirdRequestAdmissionIn(Dated):
    """承认第三人请求 (ARL 15, 16, 17)."""

    person_id: UUID | None = Field(
        None, title="第三人", description="第三人只有一名的可以不填", examples=[PERSON]
    )
    text: Text = Field(
        title="承认的请求和范围",
        description="写明承认第三人的哪一项请求，承认全部还是一部分",
        examples=["承认第三人要求保留共用通道的请求"],
    )
    applicants: frozenset[UUID] = Field(
        frozenset(),
        title="承认的申请人",
        description="申请人有数人、只有部分承认的填写；不填为全部申请人",
        examples=[[]],
    )
    consented: bool = Field(
        default=False,
        title="被代表的申请人是否同意",
        description="推选了代表人的，承认第三人请求应当经被代表的申请人同意",
        examples=[False],
    )


class ThirdRequestAdmissionOut(BaseModel):
    """申请人承认的第三人请求 (ARL 15)."""

    model_config = ConfigDict(from_attributes=True)

    person_id: UUID = Field(title="第三人")
    applicants: tuple[UUID, ...] = Field(title="承认的申请人")
    text_id: UUID = Field(title="承认第三人请求书")
    admitted_on: date = Field(title="承认之日")
    consented: bool = Field(title="经被代表的申请人同意")


class RequestOut(BaseModel):
    """变更后的行政复议请求, which stands in the place of all before (ARL 15)."""

    model_config = ConfigDict(from_attributes=True)

    text_id: UUID = Field(title="变更请求书")
    changed_on: date = Field(title="变更之日")
    sought: tuple[Sought, ...] = Field(title="请求的种类")


class ClaimOut(BaseModel):
    """一项赔偿请求 (ARL 72)."""

    model_config = ConfigDict(from_attributes=True)

    text_id: UUID = Field(title="赔偿请求书")
    claimants: tuple[UUID, ...] = Field(title="提出的申请人", description="没有的为全体申请人")
