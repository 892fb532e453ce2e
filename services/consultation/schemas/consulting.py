"""Requests and answers of a consultation 咨询."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.consultation.commands import Voice
from services.consultation.domain.panel import SMALLEST
from shared.auth.labels import PANEL
from shared.contracts.consultation import Asker, Calling, Speciality
from shared.contracts.reconsideration import ConsultationGround, Stance
from shared.frame.forms import ROWS_MORE, But, Chosen, Rows
from shared.web import FileOut

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$")]
Seated = Annotated[Code, Chosen("panel", "咨询小组没有可以提出回避的委员。")]
"""One of those who sit on the panel, and whose recusal does not wait."""
Speaking = Annotated[
    Code, Chosen("speaking", "没有可以表示意见的委员；还没有组成咨询小组的，先选定委员。")
]
"""One of them whom nothing binds to the case."""
Contested = Annotated[Code, Chosen("contested", "没有回避待决定的委员。")]
"""One of them whose recusal is to be decided."""
Leaving = Annotated[Code, Chosen("leaving", "没有可以退出的委员。")]
"""One who sits and may leave, or one whose place is empty since they were recused."""
Candidate = Annotated[Code, Chosen("may_sit", "名册上没有可以选定的委员，先在委员名册中登记。")]
"""One of the committee who may sit and does not."""
Text = Annotated[str, Field(min_length=1, max_length=100_000)]


class Dated(BaseModel):
    """An act of a legal day 法律上的日期."""

    model_config = ConfigDict(extra="forbid")

    on: date | None = Field(
        None, title="法律上的日期", description="行为之日；不填为当天", examples=["2026-03-20"]
    )


class PanelIn(Dated):
    """咨询小组 (ARL 52)."""

    members: tuple[Candidate, ...] = Field(
        title="委员",
        description="委员名册上可以选定的委员，三名以上单数",
        min_length=1,
        examples=[["committee-1", "committee-2", "committee-3"]],
    )
    speciality: Speciality = Field(title="案件所需的专业领域", examples=["land"])
    unmatched: str = Field(
        "",
        title="没有该领域委员的理由",
        description="小组中没有该专业领域的委员时填写，存入案卷",
        max_length=100_000,
        examples=["该领域的委员均与被申请人有利害关系"],
    )


class OwnRecusalIn(Dated):
    """申报本人回避 (RULES 72)."""

    reason: Text = Field(title="回避的理由", examples=["与申请人系近亲属"])


class RecusalIn(Dated):
    """提出委员回避 (RULES 72)."""

    member: Seated = Field(title="委员", description="咨询小组的委员", examples=["committee-2"])
    asker: Annotated[Asker, But((Asker.PARTY,))] = Field(
        title="提出人", description="当事人反映的，由行政复议机构核实后提出", examples=["body"]
    )
    reason: Text = Field(title="回避的理由", examples=["该委员参与过涉案项目的评审"])


class RecusalRulingIn(Dated):
    """决定委员回避与否 (RULES 72)."""

    member: Contested = Field(
        title="委员", description="回避待决定的委员", examples=["committee-2"]
    )
    granted: bool = Field(title="决定回避", examples=[True])
    reason: Text = Field(title="决定的理由", examples=["经核实，情况属实，应当回避"])


class ReplacementIn(Dated):
    """替换委员 (RULES 71)."""

    member: Leaving = Field(
        title="退出的委员", description="咨询小组的委员，或者已经回避的", examples=["committee-2"]
    )
    successor: Candidate = Field(
        title="接替的委员", description="名册上可以选定的委员", examples=["committee-4"]
    )
    reason: Text = Field(title="替换的理由", examples=["原委员已决定回避"])


class VoiceIn(BaseModel):
    """出席委员的意见 (RULES 73)."""

    model_config = ConfigDict(extra="forbid")

    member: Speaking = Field(
        title="出席的委员", description="咨询小组的委员", examples=["committee-1"]
    )
    stance: Stance = Field(title="本人意见", examples=["agrees"])
    text: str = Field(
        "",
        title="意见内容",
        description="纪要已经写明的不填",
        max_length=100_000,
        examples=["认为裁量过重"],
    )

    def voice(self) -> Voice:
        """What was said, as a command takes it."""
        return Voice(self.member, self.stance, self.text)


class MeetingIn(Dated):
    """案件咨询会议 (ARR2026 51)."""

    chair: Speaking = Field(title="主持人", description="出席的委员", examples=["committee-1"])
    opinions: Annotated[
        tuple[VoiceIn, ...], Rows(SMALLEST + ROWS_MORE, of=PANEL, field="member")
    ] = Field(
        title="出席委员的意见",
        description="每名委员一行，写明本人意见；没有出席的，该行不填委员，记为缺席",
        min_length=1,
        examples=[[{"member": "committee-1", "stance": "agrees"}]],
    )
    minutes: Text = Field(title="会议纪要", examples=["委员一致同意拟办意见。"])


class OpinionIn(Dated):
    """意见 (ARL 52)."""

    stance: Stance = Field(title="结论", examples=["agrees"])
    text: Text = Field(title="意见正文", examples=["同意拟办意见"])


class ConsultationOut(FileOut):
    """咨询案卷."""

    request_case_id: UUID | None = Field(title="提请咨询的行政复议案卷")
    authority: str = Field(title="行政复议机关")
    ground: ConsultationGround | None = Field(title="提请的情形")
    draft_id: UUID | None = Field(title="随提请附的拟稿")
    members: tuple[str, ...] = Field(title="委员")
    speciality: Speciality | None = Field(title="案件所需的专业领域")
    unmatched_id: UUID | None = Field(title="没有该领域委员的理由")
    contested: tuple[str, ...] = Field(title="回避待决定的委员")
    recused: tuple[str, ...] = Field(title="已回避的委员")
    spoken: Mapping[str, Stance] = Field(title="各委员的意见")
    met_on: date | None = Field(title="会议日期")
    stance: Stance | None = Field(title="结论")
    dissenting: tuple[str, ...] = Field(title="持不同意见的委员")


class CandidateOut(BaseModel):
    """一名候选委员 (RULES 71)."""

    expert: str = Field(title="委员", examples=["committee-1"])
    calling: Calling = Field(title="委员类别", examples=["scholar"])
    specialities: tuple[Speciality, ...] = Field(title="专业领域", examples=[["law"]])
    seated: int = Field(title="近一年承办件数", examples=[3])
    why_not: str | None = Field(title="不得选定的理由", examples=["任期以外"])
    article: str | None = Field(title="依据", examples=["RULES 71"])
