"""Requests and answers of people's mediation 人民调解."""

from datetime import date
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from services.mediation.domain.agreement import Hands, ways_after_breach
from services.mediation.domain.mediation import Confirmation, Mediation
from shared.contracts.intake import Side
from shared.contracts.mediation import Danger, Form, Ground
from shared.frame.forms import Chosen
from shared.web import FileOut

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$")]
Text = Annotated[str, Field(min_length=1, max_length=100_000)]
Sides = Annotated[tuple[Side, ...], Field(min_length=1, max_length=3)]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=40, pattern=r"^[^\n、]+$"),
]
DISPUTE = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"


class Dated(BaseModel):
    """An act of a legal day 法律上的日期."""

    model_config = ConfigDict(extra="forbid")

    on: date | None = Field(
        None, title="法律上的日期", description="行为之日；不填为当天", examples=["2026-03-02"]
    )


class ApplicationIn(Dated):
    """调解申请, or taken up by the committee itself (PML 17)."""

    dispute_id: UUID = Field(title="纠纷标识", examples=[DISPUTE])
    committee: Code = Field(title="人民调解委员会", examples=["620702100-mediation"])
    side: Side | None = Field(
        None, title="申请的一方", description="委员会主动调解的不填", examples=["applicant"]
    )
    text: Text = Field(title="调解请求", examples=["请求对方归还借款三万元"])


class ConsentIn(Dated):
    """同意调解 (PML 17)."""

    sides: Sides = Field(title="同意的各方", examples=[["applicant", "opponent"]])


class RefusalIn(Dated):
    """拒绝调解 (PML 17)."""

    side: Side = Field(title="拒绝的一方", examples=["opponent"])


A_POST: Final = Chosen("mediators", "本委员会还没有调解员的登录岗位，姓名写在下一栏。")


class MediatorIn(Dated):
    """确定调解员 (PML 19)."""

    mediators: Annotated[tuple[Annotated[Code, A_POST], ...], Field(max_length=9)] = Field(
        (),
        title="人民调解员",
        description="本委员会有登录岗位的人员；没有登录岗位的，在下一栏写姓名",
        examples=[["mediator-07"]],
    )
    names: Annotated[tuple[Name, ...], Field(max_length=9)] = Field(
        (),
        title="没有登录岗位的人民调解员",
        description="本委员会的委员和聘任的人员，写姓名，一行一名；存入案卷，查阅留痕",
        examples=[[]],
    )
    chosen: bool = Field(
        default=False,
        title="是否由当事人选择",
        description="否则为委员会指定",
        examples=[True],
    )

    @model_validator(mode="after")
    def somebody(self) -> Self:
        """One is named at least."""
        if not (self.mediators or self.names):
            raise ValueError("应当确定一名或者数名人民调解员")
        return self


class SessionIn(Dated):
    """调解记录 (PML 20, 27)."""

    present: Sides = Field(title="到场各方", examples=[["applicant", "opponent"]])
    invited: int = Field(
        0,
        ge=0,
        le=100,
        title="受邀参与人数",
        description="征得当事人同意后邀请的亲属、邻里、同事、专家等",
        examples=[1],
    )
    record: Text = Field(title="调解记录", examples=["双方陈述了借款经过，对金额无异议"])


class EscalationIn(Dated):
    """报告激化危险 (PML 25)."""

    danger: Danger = Field(title="可能引起的后果", examples=["security"])
    reported_to: Code = Field(title="报告的机关", examples=["620702-gongan"])
    measures: Text = Field(title="情况和预防措施", examples=["一方扬言报复，已安排专人劝解"])


class TermExtensionIn(Dated):
    """约定延长调解期限 (RULES 33)."""

    extended_to: date = Field(title="延长至", examples=["2026-05-20"])


class AgreementIn(BaseModel):
    """达成调解协议 (PML 28 to 30)."""

    model_config = ConfigDict(extra="forbid")

    form: Form = Field(title="协议形式", examples=["written"])
    content: Text = Field(title="协议内容", examples=["被申请方于2026年6月30日前归还三万元"])
    perform_by: date | None = Field(
        None, title="履行期限届满之日", description="协议未载明的不填", examples=["2026-06-30"]
    )
    on: date | None = Field(
        None,
        title="达成协议之日",
        description="口头协议填写；不填为当天",
        examples=["2026-04-02"],
    )
    parties_on: date | None = Field(
        None,
        title="各方当事人签名、盖章或者按指印之日",
        description="书面协议填写，为最后一方之日",
        examples=["2026-04-02"],
    )
    mediator_on: date | None = Field(
        None, title="调解员签名之日", description="书面协议填写", examples=["2026-04-02"]
    )
    sealed_on: date | None = Field(
        None, title="加盖委员会印章之日", description="书面协议填写", examples=["2026-04-03"]
    )

    @model_validator(mode="after")
    def _hands_of_a_paper(self) -> Self:
        hands = (self.parties_on, self.mediator_on, self.sealed_on)
        if self.form is Form.WRITTEN and not all(hands):
            raise ValueError("书面协议须填写当事人签名、调解员签名和盖章之日")
        if self.form is Form.WRITTEN and self.on:
            raise ValueError("书面协议自签名、盖章之日起生效，不另填达成之日")
        if self.form is Form.ORAL and any(hands):
            raise ValueError("口头协议不填签名、盖章之日")
        return self

    def hands(self) -> Hands | None:
        """When each hand was put to a written agreement; None for an oral one."""
        if self.parties_on and self.mediator_on and self.sealed_on:
            return Hands(
                parties_on=self.parties_on,
                mediator_on=self.mediator_on,
                sealed_on=self.sealed_on,
            )
        return None


class FailureIn(Dated):
    """调解不成 (PML 26)."""

    ground: Ground = Field(Ground.NO_AGREEMENT, title="原因", examples=["no_agreement"])


class PerformanceIn(Dated):
    """履行完毕 (PML 31)."""

    performed_on: date | None = Field(
        None, title="履行之日", description="不填为查明之日", examples=["2026-06-20"]
    )


class NonPerformanceIn(Dated):
    """未履行 (PML 32)."""

    partly: bool = Field(default=False, title="是否部分履行", examples=[True])


class ConfirmationIn(Dated):
    """共同申请司法确认 (PML 33; CPL 205)."""

    sides: Sides = Field(title="共同申请的各方", examples=[["applicant", "opponent"]])
    court: Code = Field(title="受理申请的人民法院", examples=["620702-fayuan"])


class ConfirmationRulingIn(Dated):
    """司法确认裁定 (CPL 206)."""

    confirmed: bool = Field(title="是否裁定有效", description="否则为裁定驳回申请", examples=[True])


class MediationOut(FileOut):
    """人民调解案卷."""

    committee: str = Field(title="人民调解委员会", examples=["620702100-mediation"])
    consented: tuple[Side, ...] = Field(title="已同意的各方", examples=[["applicant"]])
    mediators: tuple[str, ...] = Field(
        title="人民调解员",
        description="各人的代码；没有登录岗位的，为载明其姓名的文书",
        examples=[["mediator-07"]],
    )
    form: Form | None = Field(title="协议形式", examples=["written"])
    effective_on: date | None = Field(title="协议生效之日", examples=["2026-04-03"])
    perform_by: date | None = Field(title="履行期限届满之日", examples=["2026-06-30"])
    confirmation: Confirmation | None = Field(title="司法确认", examples=["applied"])
    ways: tuple[str, ...] = Field((), title="不履行时的途径", examples=[["向人民法院提起诉讼"]])

    @classmethod
    def of(cls, value: Mediation) -> Self:  # type: ignore[override]  # a mediation, no other file
        """The view of a file."""
        shown = {name: getattr(value, name) for name in cls.model_fields if name != "ways"}
        ways = tuple(f"{way}（{article}）" for way, article in ways_after_breach(value))
        return cls.model_validate({**shown, "ways": ways})
