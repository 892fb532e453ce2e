"""Facts of what was sent before the last day and came after it 期满前交邮 (CPL 85; ARL 88)."""

from datetime import date
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class ReplyInTime(Fact):
    """答复未逾期: a reply taken for late was posted or handed over in its days (ARL 48; CPL 85).

    It takes the forfeiture back: ARL 70 does not govern, and what came with it is evidence.
    """

    kind: Literal["reconsideration.reply_in_time.v1"] = "reconsideration.reply_in_time.v1"
    reply_id: UUID
    proof_id: UUID
    """Document that says by what the day is proved 邮戳、签收记录等证明."""
    posted_on: date | None = None
    """交邮之日; None where it was handed over."""
    handed_over_on: date | None = None
    """当面递交之日, of what was put on file later; None where it was posted."""


class JointReplyInTime(Fact):
    """共同被申请人答复未逾期: the same of one of the others (ARL 19, 48; CPL 85)."""

    kind: Literal["reconsideration.joint_reply_in_time.v1"] = (
        "reconsideration.joint_reply_in_time.v1"
    )
    organ: str
    lapsed_as: str | None = None
    """逾期的原机关: under whose name its silence is on file, where it exercises the powers of that
    one since (ARL 19); None where the silence is its own, as on all pages of old."""
    reply_id: UUID
    proof_id: UUID
    """Document that says by what the day is proved 邮戳、签收记录等证明."""
    posted_on: date | None = None
    """交邮之日; None where it was handed over."""
    handed_over_on: date | None = None
    """当面递交之日, of what was put on file later; None where it was posted."""


class SupplementInTime(Fact):
    """补正未逾期: what was asked for was posted or handed over in its days (ARL 31; CPL 85).

    The file in which it was taken for given up is closed; this one goes on from it.
    """

    kind: Literal["reconsideration.supplement_in_time.v1"] = "reconsideration.supplement_in_time.v1"
    text_id: UUID
    """Document with what was supplied."""
    attachments: tuple[str, ...] = ()
    """SHA-256 of the pictures and scans that were supplied."""
    proof_id: UUID
    """Document that says by what the day is proved 邮戳、签收记录等证明."""
    posted_on: date | None = None
    """交邮之日; None where it was handed over."""
    handed_over_on: date | None = None
    """当面递交之日, of what was put on file later; None where it was posted."""
