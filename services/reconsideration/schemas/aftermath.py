"""Requests of what follows a case, and its file as an answer (ARL 75, 79; RULES 90 to 94)."""

from dataclasses import fields
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.domain.serving import Serving
from services.reconsideration.schemas.enforcing import DebtOut
from services.reconsideration.schemas.fields import PERSON, Code, Dated, Text
from services.reconsideration.schemas.file import ServiceOut
from services.reconsideration.schemas.serving import (
    By,
    ConditionMet,
    Receipt,
    Receiver,
    ServiceIn,
    ShownOn,
)
from shared.contracts.reconsideration import Outcome, Standing
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.frame.forms import Chosen
from shared.web import FileOut


class CorrectionIn(Dated):
    """补正笔误 (RULES 91)."""

    text: Text = Field(title="补正通知书正文", examples=["决定书第二页“2025年”应为“2026年”。"])
    substance: bool = Field(
        default=False,
        title="是否改变决定的内容",
        description="改变内容的不是补正，不予办理",
        examples=[False],
    )


class CorrectionServiceIn(BaseModel):
    """送达补正通知书 (RULES 91)."""

    model_config = ConfigDict(extra="forbid")

    services: tuple[ServiceIn, ...] = Field(
        title="逐一送达",
        description="原文书的每一名受送达人各一次，可以分次填写；尚未收到决定书的，先送达决定书或者两份一并送达",
        min_length=1,
        max_length=200,
        examples=[
            [
                {
                    "standing": "respondent",
                    "manner": "direct",
                    "shown_on": "2026-04-21",
                    "receipt": "收发室签收。",
                }
            ]
        ],
    )

    def servings(self) -> list[tuple[Serving, str]]:
        """What the domain takes of it, each with its 送达回证."""
        return [(one.serving(), one.receipt) for one in self.services]


class ServedAgainIn(ServiceIn):
    """重新送达决定书、不予受理决定书 (ARL 34, 75)."""

    reason: Text = Field(title="重新送达的理由", examples=["邮件由他人误签，申请人没有收到。"])


class RefusalServiceIn(BaseModel):
    """送达不予受理决定书于一名申请人 (ARL 34, 88)."""

    model_config = ConfigDict(extra="forbid")

    person_id: Annotated[UUID, Chosen("refused", "没有尚未送达不予受理决定书的申请人。")] = Field(
        title="申请人", description="尚未送达的", examples=[PERSON]
    )
    manner: By
    shown_on: ShownOn
    condition_met: ConditionMet = False
    receiver_id: Receiver = None
    receipt: Receipt

    def serving(self) -> Serving:
        """What the domain takes of it."""
        said = self.model_dump(include={one.name for one in fields(Serving)})
        return Serving(standing=Standing.APPLICANT, **said)


class CopyIn(Dated):
    """抄告决定书 (ARL 79)."""

    organ: Annotated[Code, Chosen("above_decision")] = Field(
        title="上一级主管部门", examples=["620700-chengguan"]
    )


class PublicationIn(Dated):
    """公开决定书 (ARL 79; RULES 49)."""

    text: Text = Field(
        title="隐去后的文本",
        description="隐去自然人的姓名、住所、证件号码和联系方式，行政机关的名称不隐去",
        examples=["申请人某某不服……"],
    )
    homonyms: bool = Field(
        default=False,
        title="与当事人姓名相同的字样另有所指，已逐一核对",
        examples=[False],
    )


class PublicTextOut(BaseModel):
    """拟公开的决定书, as whoever publishes it begins with it (RULES 49)."""

    text: str = Field(
        title="隐去后的文本",
        description="决定书的文字，姓名、住所、号码已经隐去；没有能够公开的为空",
    )


DecidedWith = Annotated[UUID, Chosen("decided_with", "没有与本案合并作出决定的其他案卷。")]
"""Another case of a joint decision 合并作出的决定."""


class AnnulmentIn(Dated):
    """复议决定被上级行政机关、人民法院撤销 (RULES 92; ALL 70, 77)."""

    organ: Code | None = Field(
        None,
        title="撤销决定的上级行政机关或者人民法院",
        description="人民法院不在名录中的不填",
        examples=["620700-government"],
    )
    by_court: bool = Field(
        default=False,
        title="是否由人民法院生效裁判撤销、变更",
        description="裁判生效以后才记载；对原行政行为一并裁判的，也在这里记载",
        examples=[False],
    )
    text: Text = Field(
        title="撤销决定或者裁判文书正文", examples=["撤销甘州区人民政府的行政复议决定。"]
    )
    decide_anew: bool = Field(
        default=False,
        title="是否责令、判决重新作出决定",
        description="没有写明期限的也选，原申请转入新的案卷",
        examples=[True],
    )
    decide_anew_by: date | None = Field(
        None,
        title="责令、判决重新作出决定的期限",
        description="写明期限的才填；填写的即为责令、判决重新作出",
        examples=["2026-07-31"],
    )
    cases: tuple[DecidedWith, ...] | None = Field(
        None,
        title="合并作出的决定，一并撤销的其他案卷",
        description="不填为合并决定的全部案卷；只撤销本案部分的，选一个也没有",
        max_length=100,
        examples=[None],
    )


class LetterOut(BaseModel):
    """一份意见书或者建议书."""

    model_config = ConfigDict(from_attributes=True)

    letter_id: UUID = Field(title="文书")
    organ: str = Field(title="有关机关")
    issued_on: date = Field(title="制发之日")
    received_on: date | None = Field(title="收到之日", description="建议书不记")
    copies: bool = Field(title="是否应当抄告")
    copied_on: date | None = Field(title="抄告之日")
    answered_on: date | None = Field(title="报送纠正情况、答复之日")
    silent_on: date | None = Field(title="逾期之日")
    unheeded_on: date | None = Field(title="认定不履行之日", description="只有意见书有")


class AftermathOut(FileOut):
    """后续案卷."""

    about: UUID = Field(title="行政复议案卷")
    begun_on: date | None = Field(title="随案开立之日")
    effective_on: date | None = Field(
        title="决定生效之日", description="最先送达之日；一并送达的、尚未送达的为空"
    )
    conclusion: Conclusion | None = Field(title="结案方式", description="尚未结案的为空")
    opened_on: date | None = Field(title="结案之日", description="尚未结案的为空")
    authority: str = Field(title="行政复议机关")
    respondent: str = Field(title="被申请人")
    joint: tuple[str, ...] = Field(title="其他共同被申请人")
    outcome: Outcome | None = Field(title="决定种类")
    document_number: str = Field(title="发文字号")
    copies: bool = Field(title="是否应当抄告")
    copies_for: tuple[str, ...] = Field(
        title="尚待抄告的被申请人", description="其上一级主管部门尚待抄告决定书的"
    )
    copied_on: date | None = Field(title="抄告之日", description="有几个的，为最后一个")
    publishes: bool = Field(title="是否应当办理公开")
    published_on: date | None = Field(title="公开之日")
    withheld_on: date | None = Field(title="决定不予公开之日")
    compulsory: bool | None = Field(title="是否复议前置", description="不予受理的；没有写明的为空")
    refusal_for: tuple[UUID, ...] = Field(title="尚待送达不予受理决定书的申请人")
    refusals: tuple[ServiceOut, ...] = Field(title="不予受理决定书的送达")
    heirless: tuple[UUID, ...] = Field(title="没有承受人、不再送达的")
    accepted_case_id: UUID | None = Field(
        title="纠正不予受理、驳回申请后的案卷",
        description="上级责令纠正或者直接受理的；没有纠正的为空",
    )
    refusal_page: int | None = Field(
        None, title="不予受理决定书的页码", description="行政复议案卷里的；查看后续案卷时写明"
    )
    refusal_number: str = Field(
        "", title="不予受理决定书的发文字号", description="没有编号的为空；查看后续案卷时写明"
    )
    corrected_on: date | None = Field(title="补正之日", description="尚未送达每一方的")
    letters: tuple[LetterOut, ...] = Field(title="意见书")
    recommendations: tuple[LetterOut, ...] = Field(title="建议书")
    debts: tuple[DebtOut, ...] = Field(title="当事人的履行和强制执行")
