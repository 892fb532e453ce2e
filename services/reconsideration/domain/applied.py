"""申请和受理: what an application says, and how it came to acceptance; a case's first chapter."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.request import Request
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.by_law import PeriodByLaw
from shared.law.casefile import CaseFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Supplement:
    """补正材料, as they came in after the one notice (ARL 31)."""

    text_id: UUID
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied(CaseFile):
    """The application as it stands, whoever amended it since."""

    authority: str = ""
    county: str = ""
    applicants: tuple[UUID, ...] = ()
    respondent: str = ""
    joint: tuple[Joint, ...] = ()
    """共同被申请人 beside the one above, in the order in which they were named (ARL 19)."""
    act: ActKind | None = None
    received_on: date | None = None
    act_done_on: date | None = None
    learnt_on: date | None = None
    told_remedies: bool = True
    remedies_learnt_on: date | None = None
    real_estate: bool = False
    omission: bool | None = None
    """未履行法定职责, where it is said (ARR2026 24)."""
    requested_on: date | None = None
    """行政机关收到履职申请之日."""
    duty_within: str | None = None
    """规定的履行期限."""
    urgent: bool = False
    """紧急情况, in which nobody waits for it."""
    posted_on: date | None = None
    """交邮之日; of an application that is received anew, 提出之日 (ARL 35)."""
    postmark_unclear: bool = False
    """邮戳不清: `posted_on`, if anything, is the day on which it came first (CPL 85)."""
    copy_due: bool = True
    """Whether the copy is to be sent upon acceptance; not where it was severed after it."""
    manner: FilingManner | None = None
    request: Request | None = None
    """变更后的行政复议请求, the newest; None while what the application asks stands."""
    act_id: UUID | None = None
    """同一行政行为, as `application.act_of` knows it."""
    joint_act_ids: tuple[UUID, ...] = ()
    """The same as it is known by each other organ that acted together, if any did (ARL 19)."""
    follows: UUID | None = None
    """The newest file before it in the dispute in which all of them applied (RULES 148)."""
    text_id: UUID | None = None
    """申请书."""
    handed_in_on: date | None = None
    """处罚机关收到申请之日, where it came through the organ that fined (ARL 32)."""
    corrected_told_on: date | None = None
    """告知申请人自行纠正情况之日, where that organ corrected its penalty (ARR2026 38)."""
    forwarding_overdue_on: date | None = None
    """处罚机关的五日届满之日, where it had neither sent on nor corrected by then."""
    notice_received_on: date | None = None
    """收到补正通知之日."""
    supplement_until: date | None = None
    """延长后的补正期限, the last one that was granted (ARL 31)."""
    supplemented_on: date | None = None
    """补正之日, from which the review runs anew (ARL 31)."""
    supplement: Supplement | None = None
    """What was supplied, here or in the file that this one goes on from."""
    accepted_on: date | None = None
    copy_sent_on: date | None = None
    """发送副本之日 of the respondent named first, the last time that one was sent (ARL 48)."""
    runs_from: date | None = None
    """From when the period to decide runs, where it is not from acceptance (RULES 136)."""
    by_law: PeriodByLaw | None = None
    """法律规定的少于六十日的行政复议期限 (ARL 62)."""

    @property
    def law_days(self) -> int | None:
        """法律规定的行政复议期限 in days; None where it is the sixty (ARL 62)."""
        return self.by_law.decide_days if self.by_law else None

    @property
    def respondents(self) -> tuple[str, ...]:
        """被申请人 all of them, the one named first in the first place (ARL 19)."""
        return (self.respondent, *(one.organ for one in self.joint))

    @property
    def act_ids(self) -> tuple[UUID, ...]:
        """Under what the act is known, one for each of its organs; none without its number."""
        return (self.act_id, *self.joint_act_ids) if self.act_id else ()
