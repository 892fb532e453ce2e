"""Facts from acceptance 受理 to delivery of the decision 送达 (ARL chapters 4 and 5)."""

from datetime import date
from typing import ClassVar, Final, Literal
from uuid import UUID

from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.findings import (
    Approval,
    Compensation,
    ConsultationGround,
    Outcome,
    Remedy,
    Stance,
    Standing,
    ViewsManner,
    obliges,
)
from shared.contracts.reconsideration.judged import ClaimDecided, Disposition
from shared.contracts.reconsideration.pausing import Termination, Unsucceeded
from shared.contracts.reconsideration.served import OrganServed


class CopySent(Fact):
    """发送申请书副本: to the respondent (ARL 48)."""

    kind: Literal["reconsideration.copy_sent.v1"] = "reconsideration.copy_sent.v1"
    respondent: str


class CopyReceived(Fact):
    """被申请人收到副本: its ten days to reply run, or five (ARL 48, 54)."""

    kind: Literal["reconsideration.copy_received.v1"] = "reconsideration.copy_received.v1"
    respondent: str
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


class ReplyFiled(Fact):
    """书面答复: with evidence, basis and other material (ARL 48)."""

    kind: Literal["reconsideration.reply_filed.v1"] = "reconsideration.reply_filed.v1"
    reply_id: UUID


_OF_FIRST: Final = frozenset(one.kind_name() for one in (CopySent, CopyReceived, ReplyFiled))


def is_turned_anew(kind: str, by: str) -> bool:
    """Whether a page says again what one said of a joint respondent that is named first since.

    The hub turns copy, receipt and reply anew on their days, and nobody else (ARL 19, 48).
    """
    return by == CLOCK and kind in _OF_FIRST


class ReplyForfeited(Fact):
    """逾期不答复: the act is taken to have no evidence and no basis (ARL 70)."""

    kind: Literal["reconsideration.reply_forfeited.v1"] = "reconsideration.reply_forfeited.v1"
    respondent: str = ""
    """Organ code of the respondent named first, whose silence it is; empty on pages of old."""
    known_before: bool = False
    """Whether its silence is on file already, from when it stood beside another one (ARL 19)."""


class ViewsHeard(Fact):
    """听取意见: in person, over the internet or by telephone, and put on record (ARL 49)."""

    kind: Literal["reconsideration.views_heard.v1"] = "reconsideration.views_heard.v1"
    standing: Standing
    manner: ViewsManner
    record_id: UUID
    """Document with the record."""
    organ: str = ""
    """Which other joint respondent 共同被申请人 was heard; empty for the one named first."""
    persons: tuple[UUID, ...] = ()
    """Who of that side was heard; of an older page, where it is empty, the whole side."""


class ViewsUnavailable(Fact):
    """书面审理: a party could not be heard for a cause of its own (ARL 49)."""

    kind: Literal["reconsideration.views_unavailable.v1"] = "reconsideration.views_unavailable.v1"
    standing: Standing
    reason_id: UUID
    persons: tuple[UUID, ...] = ()
    """Who of that side could not be heard; empty as in `ViewsHeard`."""


class ConsultationRequested(Fact):
    """提请咨询: the committee is asked for its opinion (ARL 52)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.consultation_requested.v1"] = (
        "reconsideration.consultation_requested.v1"
    )
    authority: str
    """Organ code of the authority whose committee is asked."""
    county: str
    ground: ConsultationGround
    question_id: UUID
    """Document with the questions and what the body thinks of them."""
    draft_id: UUID | None = None
    """Document with the decision as it is drafted 拟稿, where there is a draft on file."""
    respondents: tuple[str, ...] = ()
    """Organ codes of the respondents, the one named first in the first place (ARL 19)."""


class ConsultationWithdrawn(Fact):
    """撤回咨询提请: before it has spoken, the committee is asked no more (ARL 52; RULES 151)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.consultation_withdrawn.v1"] = (
        "reconsideration.consultation_withdrawn.v1"
    )
    authority: str
    """Organ code of the authority whose committee was asked."""
    reason_id: UUID


class OpinionRecorded(Fact):
    """记录咨询意见: the committee's opinion is on the file (ARL 52)."""

    kind: Literal["reconsideration.opinion_recorded.v1"] = "reconsideration.opinion_recorded.v1"
    consultation_id: UUID
    """Case file of the consultation."""
    opinion_id: UUID
    stance: Stance


class DecisionExtended(Fact):
    """延长审理期限: thirty days at most in all, and the parties are told (ARL 62)."""

    kind: Literal["reconsideration.decision_extended.v1"] = "reconsideration.decision_extended.v1"
    days: int
    """How many days this time."""
    until: date
    """Last day of the decision period now."""
    reason_id: UUID


class DecisionOverdue(Fact):
    """逾期未作出决定: from here the applicant may sue, within fifteen days (ARL 34; ALL 45)."""

    kind: Literal["reconsideration.decision_overdue.v1"] = "reconsideration.decision_overdue.v1"
    compulsory: bool | None = None
    """复议前置, by which the fifteen days are those of ARL 34; None where nobody has found it."""


class DecisionMade(Fact):
    """作出行政复议决定: numbered and sealed 用印, which is how it is made (ARL 61, 62, 75)."""

    kind: Literal["reconsideration.decided.v1"] = "reconsideration.decided.v1"
    outcome: Outcome
    paper_id: UUID
    """Document 行政复议决定书."""
    approval: Approval = Approval.HEAD
    redo: bool = False
    """责令重新作出行政行为 (ARL 64)."""
    perform_within: str | None = None
    """履行期限 from service on the respondent, as `60d` or `15wd`."""
    perform_by: date | None = None
    """履行期限, where the decision names the day itself."""
    compensation: Compensation | None = None
    opinion_adopted: bool | None = None
    """采纳咨询意见与否; None where the committee was not asked (ARR2026 52)."""
    departure_id: UUID | None = None
    """Document with the reasons why the opinion was not adopted."""
    third_party_evidence: bool = False
    """The act touches a third party, who has given evidence for it (ARL 70)."""
    dispositions: tuple[Disposition, ...] = ()
    """What is decided of each act under review; `outcome` is the weightiest."""
    document_number: str = ""
    """发文字号, given as it was sealed; empty for decisions made before there was a register."""
    leading: UUID | None = None
    """主案 of a decision on several joined cases 合并作出决定; None of one case (ARR2026 43)."""
    together: tuple[UUID, ...] = ()
    """Files that it decides together, 主案 first; empty where it decides one."""
    duties: PartyDuties = None
    """当事人应当履行的, by the act as it is upheld or changed (ARL 78)."""
    co_authorities: tuple[str, ...] = ()
    """共同作出决定的其他机关, who signed it, too (ARR2026 32)."""
    claims: tuple[ClaimDecided, ...] = ()
    """What is decided of one claim apart; what the acts say of compensation is of the others."""
    final_law_id: UUID | None = None
    """Document with the law and article that make it 最终裁决 (ARL 10); None where none does."""


class DecisionDelivered(Fact):
    """送达行政复议决定书: it takes effect; the respondent performs, others may sue (ARL 75, 77)."""

    kind: Literal["reconsideration.delivered.v1"] = "reconsideration.delivered.v1"
    outcome: Outcome
    authority: str
    respondent: str
    served_on: date
    """The day the respondent received it."""
    remedies: tuple[Remedy, ...]
    """For each applicant and third person, until when a suit is open."""
    redo: bool = False
    perform_by: date | None = None
    """履行期限的最后一日, where the decision orders the respondent to do something."""
    compensation: Compensation | None = None
    joint_served: tuple[OrganServed, ...] = ()
    """The other joint respondents, whom the decision binds too (ARL 19, 75)."""
    remedial: bool = False
    """责令采取补救措施 (ARL 72)."""
    compulsory: bool | None = None
    """Of an application that was dismissed, 复议前置, by which the days to sue are those of ARL 34;
    None where nobody has found it, and of any other decision."""
    qualifies: bool = True
    """False where it was dismissed because 受理条件 were not met (ARL 33): that decides nothing of
    the act and upholds it not, so the direct suit stays what it was (ALI 133)."""

    outcomes: tuple[Outcome, ...] = ()
    """决定种类 of each act under review, where there are several; `outcome` is the weightiest."""
    first_served_on: date | None = None
    """The first day on which an applicant was served; pages of old do not say whose their days are.
    """
    without_applicants: bool = False
    """Whether no applicant was served, because none was left 均无承受人 (RULES 145)."""
    third_persons: tuple[UUID, ...] | None = None
    """Who of `remedies` is a third person; pages of old do not say."""
    annulled: bool = False
    """Whether the decision fell 已被撤销 before all had it; nobody sues over it (RULES 92)."""
    final: bool = False
    """最终裁决 by law, over which nobody sues (ARL 10)."""
    corrected: bool = False
    """Whether the application that it dismissed was accepted by then 已纠正, so that nobody sues
    over it (RULES 172); pages of old were not written after that."""

    @property
    def obliges(self) -> bool:
        """Whether the respondent has anything to perform, with a day set for it or not (ARL 77)."""
        return obliges(
            (self.outcome, *self.outcomes),
            ordered=bool(self.redo or self.remedial or self.perform_by),
            compensation=self.compensation,
        )

    @property
    def joint_organs(self) -> tuple[str, ...]:
        """The other joint respondents 共同被申请人, by their codes."""
        return tuple(one.organ for one in self.joint_served)

    @property
    def last_day(self) -> date | None:
        """The last of the days by which they have to perform; none where no day is set."""
        days = (self.perform_by, *(one.perform_by for one in self.joint_served))
        return max((day for day in days if day), default=None)

    @property
    def first_day(self) -> date:
        """最先送达之日, of whichever party: from it the decision has effect (ARL 75)."""
        persons = (one.served_on for one in self.remedies)
        return min((self.served_on, *persons, *(one.served_on for one in self.joint_served)))


class ApplicationWithdrawn(Fact):
    """撤回行政复议申请: by the applicant, before a decision (ARL 41, 74)."""

    kind: Literal["reconsideration.withdrawn.v1"] = "reconsideration.withdrawn.v1"
    settled: bool = False
    """After a settlement 和解: the same facts and reasons cannot be brought again (ARL 74)."""
    consented: bool = False
    """Those whom representatives represent agree to it (ARL 15)."""
    to_be_permitted: bool = False
    """Accepted before: it ends nothing until the authority permits it (ARL 41)."""
    applicants: tuple[UUID, ...] = ()
    """Who withdraws; empty where all do."""


class ReconsiderationTerminated(Fact):
    """终止行政复议: on one of five grounds (ARL 41)."""

    kind: Literal["reconsideration.terminated.v1"] = "reconsideration.terminated.v1"
    settled: bool = False
    ground: Termination = Termination.WITHDRAWN
    paper_id: UUID | None = None
    """Document 终止决定书; None where a withdrawal was permitted without one."""
    unsucceeded: Unsucceeded | None = None
    """Why nobody takes the place of who died or ended; None on any other ground."""
    basis_id: UUID | None = None
    """Document that says how that is known."""
