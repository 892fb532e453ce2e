"""Facts of a panel at work 咨询小组: who may not sit, who met, and what each member thinks."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Stance


class Asker(StrEnum):
    """Who asks that a member be recused 回避的提出人 (RULES 72)."""

    MEMBER = "member"  # 委员本人申报
    PARTY = "party"  # 当事人申请
    BODY = "body"  # 行政复议机构提出


class Decider(StrEnum):
    """Who decides on a recusal 回避的决定人 (RULES 72)."""

    DIRECTOR = "director"  # 委员会主任
    BODY_HEAD = "body_head"  # 行政复议机构负责人


class RecusalAsked(Fact):
    """提出委员回避: until it is decided, neither they nor the panel may speak (RULES 72)."""

    kind: Literal["consultation.recusal_asked.v1"] = "consultation.recusal_asked.v1"
    member: str
    asker: Asker
    reason_id: UUID


class RecusalDecided(Fact):
    """决定委员回避与否: who is recused leaves the panel, and their voice with them (RULES 72)."""

    kind: Literal["consultation.recusal_decided.v1"] = "consultation.recusal_decided.v1"
    member: str
    decider: Decider
    granted: bool
    reason_id: UUID


class MemberReplaced(Fact):
    """替换委员: another expert sits in the place of who is recused or cannot come (RULES 71)."""

    kind: Literal["consultation.member_replaced.v1"] = "consultation.member_replaced.v1"
    member: str
    successor: str
    reason_id: UUID
    bound: bool = False
    """Whether whoever leaves is of a respondent of that day, or has declared an interest in it.

    Pages of old do not say: then nobody asked whether they were contested, or had spoken.
    """


class MemberOpinion(BaseModel):
    """委员意见: what one member thinks of the draft."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    member: str
    stance: Stance
    opinion_id: UUID | None = None
    """Document with it in words; None where the minutes say it."""


class MeetingHeld(Fact):
    """召开案件咨询会议: who came, what each thinks, and the minutes (ARR2026 51; RULES 73)."""

    kind: Literal["consultation.meeting_held.v1"] = "consultation.meeting_held.v1"
    chair: str
    """Code of the member who presided."""
    opinions: tuple[MemberOpinion, ...]
    """Of each member who was there."""
    absent: tuple[str, ...]
    """Codes of members who were not."""
    minutes_id: UUID


class MemberOpinionGiven(Fact):
    """提出委员意见: a member's own, in writing (ARR2026 51; RULES 73)."""

    kind: Literal["consultation.member_opinion_given.v1"] = "consultation.member_opinion_given.v1"
    member: str
    stance: Stance
    opinion_id: UUID
