"""A reconsideration case 行政复议案件, as the facts so far have made it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from services.reconsideration.domain.applied import Applied
from services.reconsideration.domain.attached_document import AttachedDocument
from services.reconsideration.domain.claims import Claim
from services.reconsideration.domain.drafted import Drafted
from services.reconsideration.domain.elevated import Elevated
from services.reconsideration.domain.evidence import Evidence
from services.reconsideration.domain.hearing_plan import HearingPlan
from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.lapsing import told_of
from services.reconsideration.domain.lessons import LESSONS
from services.reconsideration.domain.ordinary import NOT_YET_ACCEPTED, ON_HAND, State
from services.reconsideration.domain.participants import Gone, Participants, Refiled
from services.reconsideration.domain.stays import StayAsked
from services.reconsideration.domain.suits import Suit
from services.reconsideration.domain.suspended import Suspended
from services.reconsideration.domain.talks import Talks
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import Compensation, ConsultationGround, Outcome, Stance
from shared.contracts.reconsideration.admissibility import ConditionFound, Groundless
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.judged import Finding
from shared.contracts.reconsideration.pausing import Stay
from shared.contracts.reconsideration.served import Announced, Service
from shared.contracts.routing import Compulsory
from shared.law.course import Exclusion
from shared.law.reconsidering.omission import omits


@dataclass(frozen=True, kw_only=True, slots=True)
class Case(Applied):
    """What later acts ask of the file; the pages themselves are in the outbox.

    Which fact teaches which field stands in `lessons`, chapter by chapter.
    """

    state: State | None = None
    # who takes part beside applicants and respondent 参加人, and what is handled together
    participants: Participants = field(default_factory=Participants)
    gone: tuple[Gone, ...] = ()
    """Who withdrew by itself, while the case went on for the others (ARL 41, 74)."""
    joined: tuple[UUID, ...] = ()
    """Files that are handled together with this one 合并审理 (ARR2026 43)."""
    co_authorities: tuple[str, ...] = ()
    """共同作出决定的其他行政复议机关 that were called in (ARR2026 32)."""
    conditions: tuple[ConditionFound, ...] = ()
    """受理条件的认定, as last found (ARL 30, 33)."""
    compulsory: Compulsory | None = None
    """复议前置, as last found (ARL 23); None where nobody has."""
    respondents_told: tuple[str, ...] = ()
    """告知申请人应当变更为的被申请人, while it has not changed (ARR2026 29)."""
    groundless: Groundless | None = None
    """受理后发现的驳回情形 (ARR2026 37)."""
    # how it is handled: procedure, complexity, reviewers
    track: Track = Track.ORDINARY
    converted_on: date | None = None
    """转为普通程序之日 (ARL 55)."""
    grave: bool = False
    """重大、疑难、复杂 (ARL 50, 52)."""
    technical: bool = False
    """专业性、技术性较强 (ARL 52)."""
    reviewers: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()
    """Whom the head replaced; none of them comes back to this case."""
    recusals_pending: int = 0
    recusals_named: tuple[str, ...] = ()
    """How many requests wait for the head's decision, and whom those name that name anybody."""
    # the authority above 上级行政复议机关
    elevated: Elevated = field(default_factory=Elevated)
    """提级审理: asked, ordered and handed over, and who handled the case before (ARL 38)."""
    # from acceptance to what the decision rests on 审理
    reply_forfeited: bool = False
    applicant_heard: bool = False
    """The whole side was heard, or could not be for a cause of its own (ARL 49)."""
    third_heard: bool = False
    """Likewise of the third persons who took part then."""
    heard: tuple[UUID, ...] = ()
    """Who was heard by itself, or could not be."""
    consultation_ground: ConsultationGround | None = None
    questions: tuple[UUID, ...] = ()
    """提请咨询的问题 so far: a committee that is asked is asked the last one (RULES 151)."""
    asked_draft_id: UUID | None = None
    """随提请附上的拟稿, which a committee that is asked is shown; None where none was (ARL 52)."""
    stance: Stance | None = None
    """The committee's, once its opinion is on file."""
    # evidence 证据, reading the file 查阅
    evidence: Evidence = field(default_factory=Evidence)
    claims: tuple[Claim, ...] = ()
    """赔偿请求 that were made together with the application, each of whose it is (ARL 72)."""
    # hearing 听证
    hearing_asked_on: date | None = None
    """申请听证之日, while nobody has answered."""
    hearing_asked_id: UUID | None = None
    """听证申请书, the newest one; None on files that did not keep it."""
    hearing: HearingPlan | None = None
    """The one that is set and neither held, put off nor given up."""
    hearing_put_off_on: date | None = None
    """延期听证之日: the parties were told that it comes later; None once they are told more."""
    hearing_held: bool = False
    """听证 was held, and its minutes are on file (ARL 50, 51)."""
    hearing_waived: bool = False
    """申请人视为放弃听证权利 (ARL 51)."""
    opinion_id: UUID | None = None
    """咨询意见, which is attached when the decision is submitted (ARR2026 52)."""
    # suspension 中止, stay of execution 停止执行
    suspensions: tuple[Suspended, ...] = ()
    """Every one so far, in the order of its page."""
    stay: Stay | None = None
    """Why execution is stayed; None while the act goes on."""
    stayed_on: date | None = None
    stay_id: UUID | None = None
    """停止执行决定书, while execution is stayed; None on files that did not keep it."""
    stays_asked: tuple[StayAsked, ...] = ()
    """停止执行的申请 that nobody has answered; they go where the application does (ARL 35)."""
    suit: Suit | None = None
    """起诉记录, the newest one, while the application was open (ARL 29)."""
    attached: tuple[AttachedDocument, ...] = ()
    """规范性文件或者依据, every one so far, in the order of its number."""
    # mediation 调解, settlement 和解
    talks: Talks | None = None
    """A mediation that has not failed; its document may be drawn, but not sealed before the end."""
    refilings: tuple[Refiled, ...] = ()
    """Whom an earlier withdrawal does not bar, and why (ARL 74)."""
    # decision 决定, service, withdrawal
    extended_days: int = 0
    overdue_on: date | None = None
    """期限届满而未作出决定之日."""
    withdrawn: bool = False
    settled: bool = False
    findings: tuple[Finding, ...] = ()
    """审理认定, one for each act under review (ARL 61)."""
    drafted: Drafted | None = None
    """拟稿 on the file; None before there is one, and once it was sent back."""
    decided_on: date | None = None
    document_number: str = ""
    """发文字号 of the decision."""
    outcome: Outcome | None = None
    redo: bool = False
    perform_within: str | None = None
    perform_by: date | None = None
    compensation: Compensation | None = None
    duties: PartyDuties = None
    """What applicants and third persons have to perform by the paper that ended it (ARL 78)."""
    services: tuple[Service, ...] = ()
    """送达 so far, of those who were served each by itself."""
    announced: tuple[Announced, ...] = ()
    """公告送达 of the decision so far (CPL 95)."""
    sue_until: date | None = None
    """The last day on which any applicant may still sue over the decision (ALL 45)."""

    @property
    def comes_first(self) -> bool | None:
        """Whether reconsideration comes before a suit (ARL 23, 34); None where it is not found."""
        if self.compulsory in (None, Compulsory.CONDITIONAL):
            return omits(self.act, self.act_done_on, said=self.omission) or None
        return self.compulsory is Compulsory.REQUIRED

    @property
    def may_be_barred(self) -> bool:
        """Whether a suit may still bar it: it is received, and nothing is decided (ARL 29, 33)."""
        return self.state in (*NOT_YET_ACCEPTED, *ON_HAND)

    @property
    def replies(self) -> tuple[UUID, ...]:
        """书面答复 on file; one reply of all respondents is one paper (ARL 47, 48)."""
        found = (self.evidence.reply_id, *(one.reply_id for one in self.joint))
        return tuple(dict.fromkeys(one for one in found if one))

    def leave_of(self, organ: str) -> Evidence | Joint:
        """Where it stands whether `organ`, else the one named first, may add evidence (ARL 46)."""
        return next((one for one in self.joint if one.organ == organ), self.evidence)

    @property
    def further_asked(self) -> dict[str, date]:
        """申请补充证据之日 of each respondent whom nobody has answered yet (ARL 46)."""
        return {one: on for one in self.respondents if (on := self.leave_of(one).further_asked_on)}

    @property
    def has_to_read(self) -> bool:
        """有可以查阅的材料: a written reply or a piece of a respondent's (ARL 47)."""
        return bool(self.replies or self.evidence.of_respondent)

    @property
    def unanswered(self) -> bool:
        """Whether none of the respondents replied in time, to which ARL 70 ties (RULES 114)."""
        return self.reply_forfeited and all(one.forfeited for one in self.joint)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """决定种类 of each act under review, once it is decided; a decision of old has one."""
        if self.decided_on and self.drafted:
            return self.drafted.draft.outcomes
        return (self.outcome,) if self.outcome else ()

    @property
    def proving(self) -> tuple[int, ...]:
        """Numbers of the pieces of respondents who replied in time (ARL 70; RULES 114).

        Of those who are none any more, nothing proves.
        """
        in_time = {one.organ for one in self.joint if not one.forfeited}
        in_time |= set() if self.reply_forfeited else {"", self.respondent}
        return self.evidence.put_in_by(*in_time)

    @property
    def addressees(self) -> tuple[UUID, ...]:
        """On whom it is served beside the respondent; not on who is no more (RULES 145)."""
        return (*self.participants.left_of(self.applicants), *self.participants.third_ids)

    @property
    def served_days(self) -> dict[UUID | None, date]:
        """送达之日 of each party who was served by itself; None for the respondent.

        Whoever is no party any more, because an heir took over, is left out (ARL 14).
        """
        now = (None, *self.addressees)
        return {
            one.person_id: one.served_on
            for one in self.services
            if one.person_id in now and not one.organ
        }

    @property
    def served_organs(self) -> dict[str, date]:
        """送达之日 of each other joint respondent who was served by itself (ARL 19, 75)."""
        there = self.respondents[1:]
        return {one.organ: one.served_on for one in self.services if one.organ in there}

    @property
    def decided_with(self) -> tuple[UUID, ...]:
        """The other files of one decision 合并作出的决定, once it is made (ARR2026 43)."""
        joint = self.drafted.joint if self.drafted and self.decided_on else None
        return tuple(one for one in (joint.together if joint else ()) if one != self.case_id)

    @property
    def parties(self) -> frozenset[UUID]:
        """当事人各方 beside the respondent: applicants, and third persons who take part."""
        return frozenset((*self.applicants, *self.third_persons))

    @property
    def third_persons(self) -> tuple[UUID, ...]:
        """第三人 who take part."""
        return self.participants.taking_part

    @property
    def suspended_for(self) -> tuple[Suspended, ...]:
        """The suspensions that last; none where the case goes on."""
        return tuple(one for one in self.suspensions if one.lasts)

    @property
    def left_out(self) -> tuple[Exclusion, ...]:
        """What the period to decide does not count, since it runs (ARL 39; ARR2026 40, 45, 46)."""
        since = self.elevated.taken_up_on
        spans = [one.left_out for one in self.suspensions]
        spans += self.evidence.left_out
        spans += [each for one in self.elevated.asked for each in one.left_out]
        return tuple(
            replace(one, after=max(one.after, since)) if since else one
            for one in spans
            if since is None or one.until is None or one.until > since
        )

    @property
    def stay_asked_on(self) -> date | None:
        """申请停止执行之日 of the first that nobody has answered."""
        return min((one.asked_on for one in self.stays_asked), default=None)

    @property
    def hearing_done(self) -> bool:
        """听证 was held, or the applicant gave up the right to it (ARL 50, 51)."""
        return self.hearing_held or self.hearing_waived

    @property
    def was_answered(self) -> bool:
        """Whether the committee has spoken, or the applicant given a hearing up."""
        return self.stance is not None or self.hearing_waived

    @property
    def surcharge_stopped_on(self) -> date | None:
        """加处罚款 stops here until the end: 复议期间 begins with acceptance (APL 73)."""
        return self.accepted_on if self.act is ActKind.PENALTY else None

    def told_by_lapse(self, lapse: type[Fact], subject: str) -> dict[str, Any]:
        """Which organ let its days pass, where it is one's own, and where the file is meanwhile."""
        del subject
        return told_of(self, lapse)

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What this office remembers of `fact`, by the names of the fields above."""
        lesson = LESSONS.get(type(fact))
        return lesson(self, fact) if lesson else {}
