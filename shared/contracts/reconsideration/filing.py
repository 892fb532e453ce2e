"""Facts from the application 申请 to its acceptance 受理 (ARL chapters 2 and 3)."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import CLOCK, Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration.by_law import PeriodByLaw
from shared.contracts.reconsideration.findings import (
    Condition,
    FilingManner,
    TimeFinding,
)
from shared.contracts.routing import Compulsory


class AppliedApart(BaseModel):
    """本人提出申请之日 of one who applied together with others, and after them (ARL 14, 20)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    person_id: UUID
    applied_on: date


class ApplicationReceived(Fact):
    """收到行政复议申请: dated the day it reached the authority; the review runs (ARL 22, 30)."""

    kind: Literal["reconsideration.received.v1"] = "reconsideration.received.v1"
    authority: str
    """Organ code of the authority 行政复议机关 applied to."""
    county: str
    """Six-digit code of the county, or of the city, whose organ is the respondent."""
    applicants: tuple[UUID, ...]
    """Persons 申请人, by id."""
    respondent: str
    """Organ code of the respondent 被申请人 (ARL 19)."""
    act: ActKind
    manner: FilingManner
    text_id: UUID
    """Document with the request, facts and reasons 行政复议请求、事实和理由 (ARR2026 27)."""
    act_done_on: date | None = None
    """行政行为作出之日, from which five or twenty years run (ARL 21)."""
    learnt_on: date | None = None
    """知道或者应当知道之日; for an omission, the day performance was due (ARR2026 23, 24)."""
    told_remedies: bool = True
    """Whether right, authority and period were all told when the act was made (ARL 20)."""
    remedies_learnt_on: date | None = None
    """知道或者应当知道权利、机关和期限之日, where they were not told (ARL 20)."""
    real_estate: bool = False
    """因不动产提出: twenty years instead of five (ARL 21)."""
    posted_on: date | None = None
    """交邮之日: time in the post is not counted (CPL 85)."""
    postmark_unclear: bool = False
    """邮戳不清: it came by post, and nobody can read when it was posted (CPL 85).

    Received anew, that nobody had found that day yet, and `brought_on` is that of its receipt.
    """
    handed_in_on: date | None = None
    """处罚机关收到申请之日, where it came through the organ that fined (ARL 32)."""
    act_id: UUID | None = None
    """The act complained of, the same in every application against it; None without its number."""
    joint_act_ids: tuple[UUID, ...] = ()
    """The same act as it is known by each other of the organs that acted together (ARL 30)."""
    came_from: UUID | None = None
    """The earlier file from which it came 来自案卷; None where there is none (RULES 60)."""
    brought_on: date | None = None
    """提出之日, where an application of an earlier file is received anew (ARL 35)."""
    below: str = ""
    """Organ code of whose refusal the authority above sets right by accepting it (ARL 35)."""
    attachments: tuple[str, ...] = ()
    """SHA-256 of the pictures and scans handed in with it (ARR2026 28)."""
    omission: bool | None = None
    """未履行法定职责: whether the organ is said not to have acted on what was asked of it; None:
    it is not said (ARR2026 24)."""
    requested_on: date | None = None
    """行政机关收到履职申请之日, of an omission (ARR2026 24)."""
    duty_within: str | None = None
    """规定的履行期限, as `20wd`; None: none is set, or it is not known."""
    urgent: bool = False
    """紧急情况下请求保护人身权、财产权: nobody has to wait for the time to perform (ARR2026 24)."""
    compulsory: Compulsory | None = None
    """复议前置, as it was found in the file that this one goes on from (ARL 23, 35)."""
    supplement_id: UUID | None = None
    """补正材料 that came in in the file that this one goes on from, if a notice asked for it: no
    second one is given (ARL 31)."""
    supplement_attachments: tuple[str, ...] = ()
    """SHA-256 of the pictures and scans that were supplied there."""
    applied_each: tuple[AppliedApart, ...] = ()
    """共同申请人各自提出申请之日, where an earlier file's application is received anew, of
    those who confirmed there that they apply, too: of all others it is `brought_on` (ARL 20)."""
    severed: bool = False
    """分案: it goes on apart from the file that it came from, which goes on, too (RULES 136)."""
    follows: UUID | None = None
    """The newest earlier file of the dispute in which all of them applied, with others or not; None
    where there is none."""


class CompensationClaimed(Fact):
    """一并提出行政赔偿请求: the decision on the act must say what becomes of it (ARL 72)."""

    kind: Literal["reconsideration.compensation_claimed.v1"] = (
        "reconsideration.compensation_claimed.v1"
    )
    text_id: UUID
    """Document with what is claimed and why 赔偿请求书."""
    applicants: tuple[UUID, ...] = ()
    """Which applicants claim, where a party claims by itself; empty where all of them do."""


class SupplementNotified(Fact):
    """补正通知: once, in writing, with everything that is missing (ARL 31)."""

    kind: Literal["reconsideration.supplement_notified.v1"] = (
        "reconsideration.supplement_notified.v1"
    )
    notice_id: UUID
    """Document that lists what must be supplied."""


class SupplementNoticeReceived(Fact):
    """收到补正通知: the applicant has it, and the ten days run (ARL 31)."""

    kind: Literal["reconsideration.supplement_notice_received.v1"] = (
        "reconsideration.supplement_notice_received.v1"
    )


class SupplementNoticeServedAgain(Fact):
    """重新送达补正通知: the first was no service, so the ten days run anew (ARL 31; CPL 87)."""

    kind: Literal["reconsideration.supplement_notice_served_again.v1"] = (
        "reconsideration.supplement_notice_served_again.v1"
    )


class SupplementExtended(Fact):
    """延长补正期限: for a good reason, to a day that is reasonable (ARL 31)."""

    kind: Literal["reconsideration.supplement_extended.v1"] = (
        "reconsideration.supplement_extended.v1"
    )
    until: date
    """Last day of the longer period."""
    reason_id: UUID


class ApplicationSupplemented(Fact):
    """补正: what was missing has come in, and the review runs anew (ARL 31)."""

    kind: Literal["reconsideration.supplemented.v1"] = "reconsideration.supplemented.v1"
    text_id: UUID
    """Document with what was supplied."""
    attachments: tuple[str, ...] = ()
    """SHA-256 of the pictures and scans that were supplied."""


class ApplicationAbandoned(Fact):
    """视为放弃申请: nothing was supplied in time, and no good reason given (ARL 31)."""

    kind: Literal["reconsideration.abandoned.v1"] = "reconsideration.abandoned.v1"


class ApplicationAccepted(Fact):
    """受理: by the authority, or deemed so 视为受理 when the review lapses (ARL 30)."""

    kind: Literal["reconsideration.accepted.v1"] = "reconsideration.accepted.v1"
    time: TimeFinding | None = None
    departure_id: UUID | None = None
    """Document with why it is accepted against the findings on file 不采纳审查认定的理由."""
    by_law: PeriodByLaw | None = None
    """法律规定的少于六十日的行政复议期限, which takes the place of the sixty (ARL 62)."""
    asks_stay: bool = False
    """受理以前已经申请停止执行, which is to be answered from now on (ARL 42; RULES 68)."""
    stay_request: str = ""
    """The page of the first of those requests, whose days all of them have (RULES 169); empty where
    there is none, and on pages of old."""
    runs_from: date | None = None
    """From when the period to decide runs, where it was severed after acceptance and time was left
    out in the case before; None: from acceptance (ARL 62; RULES 136)."""
    copy_due: bool = True
    """Whether the copy is still to be sent; of what was severed later the case has sent it."""

    @property
    def copy_due_ordinary(self) -> bool:
        """Whether the copy is to be sent within the seven days of the ordinary one (ARL 48)."""
        return self.copy_due

    @property
    def law_days(self) -> int | None:
        """That period in days; None where there is none."""
        return self.by_law.decide_days if self.by_law else None

    @property
    def deemed(self) -> bool:
        """视为受理: the review period ran out without a word (ARL 30)."""
        return self.head.by == CLOCK


class ApplicationDeclined(Fact):
    """不予受理: with the condition that is missing and the reasons (ARL 30)."""

    kind: Literal["reconsideration.declined.v1"] = "reconsideration.declined.v1"
    missing: Condition
    reason_id: UUID
    """Document with the reasons."""
    competent: str | None = None
    """Organ code of the competent authority, which must be told when it is not this one."""
    time: TimeFinding | None = None
    departure_id: UUID | None = None
    """Document with why it is declined against the findings on file 不采纳审查认定的理由."""
    compulsory: bool | None = None
    """复议前置: whether a law or an administrative regulation puts reconsideration before a suit
    (ARL 34), as was found, or as who declines it says; None where nobody says it."""
