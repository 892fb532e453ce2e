"""Requests and answers of administrative adjudication 行政裁决."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.adjudication.domain.adjudication import Adjudication
from shared.contracts.adjudication import DeclineGround, Matter, Remedy
from shared.frame.choosing import A_MATTER
from shared.web import FileOut

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$")]
Text = Annotated[str, Field(min_length=1, max_length=100_000)]
PERSON = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"
OTHER = "0b6a4c55-5d0e-4c1b-8a39-3f0f4f1f2a77"
Persons = Annotated[tuple[UUID, ...], Field(min_length=1, max_length=200)]


class Dated(BaseModel):
    """An act of a legal day 法律上的日期."""

    model_config = ConfigDict(extra="forbid")

    on: date | None = Field(
        None, title="法律上的日期", description="行为之日；不填为当天", examples=["2026-03-02"]
    )


class PartyIn(Dated):
    """An act that concerns one party 当事人."""

    party: UUID = Field(title="当事人", description="从本纠纷登记的当事人中选择", examples=[OTHER])


class ApplicationIn(Dated):
    """行政裁决申请 (PLAN 24)."""

    dispute_id: UUID = Field(title="纠纷标识", examples=[PERSON])
    matter: Annotated[Code, A_MATTER] = Field(title="纠纷类型", examples=["tudi"])
    authority: Code = Field(title="裁决机关", examples=["620702-government"])
    applicants: Persons = Field(
        title="申请人", description="从本纠纷登记的当事人中选择", examples=[[PERSON]]
    )
    respondents: Persons = Field(
        title="被申请人", description="从本纠纷登记的当事人中选择", examples=[[OTHER]]
    )
    text: Text = Field(title="请求、事实和理由", examples=["请求确认争议地块的使用权归申请人"])


class AcceptanceIn(Dated):
    """受理裁决申请."""


class DeclinationIn(Dated):
    """不予受理裁决申请."""

    ground: DeclineGround = Field(title="理由类别", examples=["not_competent"])
    reason: Text = Field(title="理由", examples=["争议土地跨县级行政区域，应由市人民政府处理"])


class AnswerIn(PartyIn):
    """答辩."""

    text: Text = Field(title="答辩书", examples=["争议地块自1998年起由本方使用"])


class MediationIn(Dated):
    """先行调解的结果."""

    settled: bool = Field(title="是否达成协议", examples=[True])
    text: Text | None = Field(
        None, title="调解书", description="达成协议的必填", examples=["双方以水渠为界"]
    )
    perform_by: date | None = Field(
        None, title="履行期限届满之日", description="调解书未载明的不填", examples=["2026-06-30"]
    )

    @model_validator(mode="after")
    def _a_paper_of_what_was_settled(self) -> Self:
        if self.settled and not self.text:
            raise ValueError("达成协议的，须填写调解书")
        if not self.settled and (self.text or self.perform_by):
            raise ValueError("调解不成的，不填调解书和履行期限")
        return self


class OpinionIn(Dated):
    """调查处理意见 (LAL 14)."""

    text: Text = Field(title="处理意见", examples=["建议确认争议地块使用权归申请人"])


class OpinionExtensionIn(Dated):
    """延长调查处理期限."""

    extended_to: date = Field(title="延长至", examples=["2026-11-30"])


class RulingIn(Dated):
    """裁决."""

    text: Text = Field(title="裁决书正文", examples=["争议地块使用权归申请人"])
    obliged: Annotated[tuple[UUID, ...], Field(max_length=200)] = Field(
        (), title="负有履行义务的当事人", description="只确认权属的不填", examples=[[OTHER]]
    )
    performance_days: int | None = Field(
        None,
        ge=1,
        le=365,
        title="履行期限（日）",
        description="自收到裁决书之日起；有义务人的必填",
        examples=[30],
    )
    review_first: bool = Field(
        default=False,
        title="是否复议前置",
        description="认为侵犯已经依法取得的自然资源权利的，应当先申请行政复议",
        examples=[True],
    )


class RemedyIn(Dated):
    """寻求救济 (ARL 20, ALL 46)."""

    taker: UUID = Field(title="当事人", description="从本纠纷登记的当事人中选择", examples=[OTHER])
    remedy: Remedy = Field(title="救济途径", examples=["reconsideration"])


class RemedyResultIn(Dated):
    """救济终结 (ALL 69, 70)."""

    upheld: bool = Field(title="裁决是否维持", description="否则为被撤销或者变更", examples=[True])


class PerformanceIn(Dated):
    """履行完毕."""

    performed_on: date | None = Field(
        None, title="履行之日", description="不填为查明之日", examples=["2026-06-20"]
    )


class EnforcementIn(Dated):
    """申请强制执行 (COERCION 53, ALI 158)."""

    court: Code = Field(title="人民法院", examples=["620702-fayuan"])
    by_entitled: bool = Field(
        default=False,
        title="是否由权利人申请",
        description="裁决机关逾期未申请的，权利人可以申请",
        examples=[False],
    )


class AdjudicationOut(FileOut):
    """行政裁决案卷."""

    matter: Matter = Field(title="裁决事项", examples=["tudi"])
    authority: str = Field(title="裁决机关", examples=["620702-government"])
    applicants: tuple[UUID, ...] = Field(title="申请人", examples=[[PERSON]])
    respondents: tuple[UUID, ...] = Field(title="被申请人", examples=[[OTHER]])
    answers: dict[str, str] = Field(title="各被申请人答辩情况", examples=[{OTHER: "answer_filed"}])
    obliged: tuple[UUID, ...] = Field(title="负有履行义务的当事人", examples=[[OTHER]])
    review_first: bool = Field(title="是否复议前置", examples=[False])
    served: tuple[UUID, ...] = Field(title="已送达的当事人", examples=[[PERSON, OTHER]])
    perform_by: date | None = Field(title="履行期限届满之日", examples=["2026-06-30"])
    remedy_until: date | None = Field(title="救济期限届满之日", examples=["2026-07-30"])
    basis: str = Field(title="授权条款", examples=["《土地管理法》第14条"])

    @classmethod
    def of(cls, value: Adjudication) -> Self:  # type: ignore[override]  # no other file is shown
        """The view of a file."""
        shown = {n: getattr(value, n) for n in cls.model_fields if n not in ("answers", "basis")}
        more = {"answers": dict(value.tracks), "basis": str(value.power.basis)}
        return cls.model_validate({**shown, **more})
