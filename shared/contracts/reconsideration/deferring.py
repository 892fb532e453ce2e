"""Facts of a period missed for a good reason, and given anew 顺延期限 (ARL 88; CPL 86)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Missed(StrEnum):
    """Which period was missed 被耽误的期限."""

    SUPPLEMENT = "supplement"  # 补正期限
    REPLY = "reply"  # 书面答复期限


class Hindrance(StrEnum):
    """What kept the party 耽误的事由 (CPL 86)."""

    FORCE_MAJEURE = "force_majeure"  # 不可抗拒的事由
    JUSTIFIED = "justified"  # 其他正当理由


class DeferralAsked(Fact):
    """申请顺延期限: whoever was kept asks within ten days after the obstacle is gone (CPL 86)."""

    kind: Literal["reconsideration.deferral_asked.v1"] = "reconsideration.deferral_asked.v1"
    of_case_id: UUID
    """The reconsideration in which the period was missed."""
    authority: str
    """Organ code of whoever handles it."""
    missed: Missed
    organ: str = ""
    """Of the days to reply, which respondent asks; empty of those to supplement."""
    hindrance: Hindrance
    hindered_on: date
    """障碍发生之日."""
    removed_on: date
    """障碍消除之日."""
    posted_on: date | None = None
    """交邮之日 of the request; None where it was handed over (CPL 85)."""
    text_id: UUID
    """Document 顺延期限申请书."""
    hindrance_proof_id: UUID
    """Document that says by what the obstacle is proved 障碍的证明."""
    decided_in_days: bool = False
    """Whether the days to decide it run (RULES 171): not where the case stands still as it comes,
    nor on pages of old, which knew of none."""


class _Decided(Fact):
    """What both decisions have in common: they are told to whoever asked."""

    missed: Missed
    organ: str = ""
    """Of the days to reply, which respondent asked; empty of those to supplement."""
    reason_id: UUID


class DeferralGranted(_Decided):
    """准许顺延期限: so many days as were lost are given anew (CPL 86)."""

    kind: Literal["reconsideration.deferral_granted.v1"] = "reconsideration.deferral_granted.v1"
    deferred_days: str
    """The days given, as the code of a period: `5wd`."""
    deferred_case_id: UUID
    """The file in which they run: that of the case, or the one in which it goes on."""


class DeferralRefused(_Decided):
    """不予顺延期限: for a reason, and the lapse stays what it was (CPL 86)."""

    kind: Literal["reconsideration.deferral_refused.v1"] = "reconsideration.deferral_refused.v1"


class _Deferred(Fact):
    """What the pages have in common from which the days run."""

    deferred_days: str
    """The days given, as the code of a period: `5wd`."""
    deferral_case_id: UUID
    """The file in which they were asked for and granted."""


class ReplyDeferred(_Deferred):
    """答复期限顺延: the silence on file is none, and the days that were lost run (ARL 48; CPL 86).

    Until they are over it may reply and bring evidence, and ARL 70 does not govern.
    """

    kind: Literal["reconsideration.reply_deferred.v1"] = "reconsideration.reply_deferred.v1"
    respondent: str


class JointReplyDeferred(_Deferred):
    """共同被申请人答复期限顺延: the same of one of the others (ARL 19, 48; CPL 86)."""

    kind: Literal["reconsideration.joint_reply_deferred.v1"] = (
        "reconsideration.joint_reply_deferred.v1"
    )
    organ: str
    lapsed_as: str | None = None
    """逾期的原机关: under whose name its silence is on file, where it exercises the powers of that
    one since (ARL 19); None where the silence is its own."""


class SupplementDeferred(_Deferred):
    """补正期限顺延: it was not given up, and the days that were lost run (ARL 31; CPL 86).

    The file in which it was taken for given up is closed; this one goes on from it.
    """

    kind: Literal["reconsideration.supplement_deferred.v1"] = (
        "reconsideration.supplement_deferred.v1"
    )
