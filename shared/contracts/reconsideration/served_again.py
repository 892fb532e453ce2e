"""Facts of notices served again 重新送达, whose days run anew from then (ARL 88; CPL 87)."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.findings import Standing


class _RunsAnew(Fact):
    """What they have in common whose silence may be on file."""

    takes_back: bool = False
    """Whether a silence on file is none, for it followed from no service."""


class _CopyAgain(_RunsAnew):
    """What the pages of every respondent have in common."""

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

    @property
    def decision_runs_on(self) -> bool:
        """Whether a draft stays as it lies: only one that a silence may bear is drawn up anew."""
        return not self.takes_back


class CopyServedAgain(_CopyAgain):
    """重新送达答复通知书: the first was no service, so the days to reply run anew (ARL 48, 54).

    A silence on file was none: nobody was asked, and ARL 70 does not govern.
    """

    kind: Literal["reconsideration.copy_served_again.v1"] = "reconsideration.copy_served_again.v1"
    respondent: str


class JointCopyServedAgain(_CopyAgain):
    """向共同被申请人重新送达答复通知书: its own days to reply run anew (ARL 19, 48, 54)."""

    kind: Literal["reconsideration.joint_copy_served_again.v1"] = (
        "reconsideration.joint_copy_served_again.v1"
    )
    organ: str
    lapsed_as: str | None = None
    """逾期的原机关: under whose name its silence is on file, where it exercises the powers of that
    one since (ARL 19); None where the silence is its own, as on all pages of old."""


class HearingNoticeServedAgain(Fact):
    """重新送达听证通知书: a party has it on this day, and not on the one before (ARL 51)."""

    kind: Literal["reconsideration.hearing_notice_served_again.v1"] = (
        "reconsideration.hearing_notice_served_again.v1"
    )
    standing: Standing
    organ: str = ""
    """Which other joint respondent 共同被申请人; empty for the one named first (ARL 19)."""


class IssuerNoticeServedAgain(_RunsAnew):
    """重新送达制定机关的通知: its ten days to reply run anew (ARL 58)."""

    kind: Literal["reconsideration.issuer_notice_served_again.v1"] = (
        "reconsideration.issuer_notice_served_again.v1"
    )


class ForwardedDocumentServedAgain(_RunsAnew):
    """重新送达转送函: the sixty days to answer run anew (ARL 60)."""

    kind: Literal["reconsideration.forwarded_served_again.v1"] = (
        "reconsideration.forwarded_served_again.v1"
    )


class OpinionLetterServedAgain(Fact):
    """重新送达意见书: the sixty days to report what was corrected run anew (ARL 76)."""

    kind: Literal["reconsideration.opinion_letter_served_again.v1"] = (
        "reconsideration.opinion_letter_served_again.v1"
    )
    opinion_letter_id: UUID
    organ: str
    received_page: int | None = None
    """Page from which the days of this very letter ran before; one of old says none: with it those
    of each letter to the organ ended, or were made good."""
