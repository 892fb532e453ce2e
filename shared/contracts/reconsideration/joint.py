"""Facts of joint respondents 共同被申请人: each of the others has a road of its own (ARL 19, 48).

The facts of the file speak of the respondent that is named first; these of one other at a time.
"""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.assigning import Track


class JointRespondentNamed(Fact):
    """列为共同被申请人: it acted together with the respondent, in one name (ARL 19; ARR2026 20)."""

    kind: Literal["reconsideration.joint_named.v1"] = "reconsideration.joint_named.v1"
    organ: str
    text_id: UUID
    """Document in which the applicant names it 申请书."""
    copy_due: bool = False
    """Whether it came in after acceptance, so that its copy has days of its own (ARL 48)."""
    asks_anew: bool = False
    """Whether an opinion of the committee, or that the applicant gave a hearing up, is on file from
    before: it binds no more (ARL 50 to 52; RULES 151). Pages of old do not say."""


class JointRespondentLeft(Fact):
    """不再列为共同被申请人: it was wrongly named (ARL 19; ARR2026 29)."""

    kind: Literal["reconsideration.joint_left.v1"] = "reconsideration.joint_left.v1"
    organ: str
    text_id: UUID
    """Document 变更被申请人申请书."""


class JointCopySent(Fact):
    """向其他共同被申请人发送申请书副本: to one more of them (ARL 48)."""

    kind: Literal["reconsideration.joint_copy_sent.v1"] = "reconsideration.joint_copy_sent.v1"
    organ: str


class JointCopyReceived(Fact):
    """共同被申请人收到副本: its own ten days to reply run, or five (ARL 48, 54)."""

    kind: Literal["reconsideration.joint_copy_received.v1"] = (
        "reconsideration.joint_copy_received.v1"
    )
    organ: str
    track: Track = Track.ORDINARY
    """适用程序 on that day: it says how long there is to reply."""

    @property
    def is_ordinary(self) -> bool:
        """Whether there are the ten days of the ordinary procedure (ARL 48)."""
        return self.track is Track.ORDINARY

    @property
    def is_simplified(self) -> bool:
        """Whether there are the five days of the simplified procedure (ARL 54)."""
        return self.track is Track.SIMPLIFIED


class JointReplyFiled(Fact):
    """共同被申请人书面答复: its own, or one reply of all of them (ARL 48)."""

    kind: Literal["reconsideration.joint_reply_filed.v1"] = "reconsideration.joint_reply_filed.v1"
    organ: str
    reply_id: UUID


class JointReplyForfeited(Fact):
    """共同被申请人逾期不答复: the silence of this one; others may have answered (ARL 70)."""

    kind: Literal["reconsideration.joint_reply_forfeited.v1"] = (
        "reconsideration.joint_reply_forfeited.v1"
    )
    organ: str
