"""履行监督案: one watch as a value, and what the authority may do with it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.supervision.domain.compliance import ADJUDICATED, AGREED, DECIDED, State
from shared.contracts.fact import Fact, Head
from shared.contracts.supervision import (
    AgreementWatchOpened,
    ComplianceWatchOpened,
    CriticismCirculated,
    EnforcementWatchOpened,
    InterviewNotified,
    OfficialInterviewed,
    PerformanceOrdered,
    PerformanceRunsAnew,
    PerformanceTakenOver,
    Performed,
    RulingWatchOpened,
    WatchEnded,
)
from shared.law.article import ARL, PLAN, PML
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch(CaseFile):
    """A watch as its facts have made it."""

    state: State | None = None
    watched: UUID | None = None
    """The case file whose paper is to be performed."""
    obliged: str | None = None
    """Organ code of the respondent, or of whoever enforces, in reconsideration."""
    perform_by: date | None = None
    """The last day, as the paper or the newest order sets it."""
    performed_on: date | None = None
    interviews: int = 0
    """How often the official in charge was interviewed 约谈次数."""

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of a fact."""
        match fact:
            case ComplianceWatchOpened() | EnforcementWatchOpened() | WatchEnded(watched=UUID()):
                names = ("watched", "obliged", "perform_by")
                return {name: getattr(fact, name, None) for name in names}
            case PerformanceTakenOver(before=gone, respondent=new):
                return {"obliged": new} if self.obliged == gone else {}
            case AgreementWatchOpened() | RulingWatchOpened():
                return {"watched": fact.watched, "perform_by": fact.perform_by}
            case PerformanceOrdered() | PerformanceRunsAnew() | Performed():
                days = ("perform_by", "performed_on")
                return {name: getattr(fact, name) for name in days if hasattr(fact, name)}
            case OfficialInterviewed():
                return {"interviews": self.interviews + 1}
            case _:
                return {}


def must_answer(watch: Watch, organ: str, authority: str, above: Collection[str]) -> None:
    """责令、约谈、通报批评、认定履行 are for the authority, or for whoever is above (ARL 77).

    What an agreement, a ruling or an enforcement asks is found by others, as its own refusals say.

    Args:
        watch: What is watched.
        organ: Code of the organ that acts.
        authority: Code of the authority 行政复议机关 whose paper is to be performed.
        above: Codes of the authorities above it, and of the departments above the respondents.

    Raises:
        Refused: The organ is neither of them.
    """
    if watch.state in DECIDED and organ != authority and organ not in above:
        raise Refused("由行政复议机关或者有关上级行政机关责令履行", ARL[77].par(2))


def run_anew(
    watch: Watch, organ: str, served_on: date, perform_by: date | None, *, joint: bool, head: Head
) -> PerformanceRunsAnew | None:
    """履行期限重新起算, of a respondent that was served again (ARL 75, 77); None where none moves.

    Args:
        watch: What is watched.
        organ: Code of the respondent.
        served_on: The day of the service that counts.
        perform_by: Its last day from there; None where its days run from no service.
        joint: Whether others are watched with it, whose days may be over later than its own.
        head: Head of the new page.
    """
    if watch.state not in DECIDED or perform_by is None:
        return None
    last = max(perform_by, watch.perform_by or perform_by) if joint else perform_by
    if last == watch.perform_by:
        return None
    return PerformanceRunsAnew(head=head, organ=organ, served_on=served_on, perform_by=last)


def confirm(watch: Watch, performed_on: date, evidence_id: UUID, *, head: Head) -> Performed:
    """履行: the authority has seen from the evidence that it was performed (ARL 77).

    Raises:
        Refused: It is for the committee or the organ to find; or the day has not come.
    """
    if watch.state in AGREED:
        raise Refused("调解协议是否履行，由人民调解委员会监督认定", PML[31].par(2))
    if watch.state in ADJUDICATED:
        raise Refused("裁决是否履行，由作出裁决的机关认定", PLAN[25])
    if watch.state is State.ENFORCING:
        raise Refused("当事人是否履行，由负责强制执行的机关记载", ARL[78])
    if performed_on > head.on:
        raise Refused("履行之日不得晚于确认之日", ARL[77].par(1))
    return Performed(head=head, performed_on=performed_on, evidence_id=evidence_id)


def order(
    watch: Watch, perform_by: date, order_id: UUID, *, organ: str, head: Head
) -> PerformanceOrdered:
    """责令限期履行, by this organ (ARL 77).

    Raises:
        Refused: The respondent is still in time, or the order would leave none.
    """
    in_time = watch.perform_by is not None and head.on <= watch.perform_by
    if watch.state is State.DUE and in_time:
        raise Refused("履行期限尚未届满", ARL[77].par(2))
    if perform_by <= head.on:
        raise Refused("责令履行的期限应当晚于责令之日", ARL[77].par(2))
    return PerformanceOrdered(head=head, perform_by=perform_by, order_id=order_id, organ=organ)


def criticise(circular_id: UUID, *, organ: str, head: Head) -> CriticismCirculated:
    """通报批评 of a respondent that is late; the table says when (ARL 77)."""
    return CriticismCirculated(head=head, circular_id=circular_id, organ=organ)


def call(interview_at: datetime, notice_id: UUID, *, organ: str, head: Head) -> InterviewNotified:
    """通知约谈: the official in charge of a respondent that is late is asked to come (ARL 77).

    Raises:
        Refused: The interview would lie before its notice.
    """
    if interview_at <= head.at:
        raise Refused("约谈的时间应当晚于通知约谈之时", ARL[77].par(2))
    return InterviewNotified(
        head=head, interview_at=interview_at, interview_notice_id=notice_id, organ=organ
    )


def interview(minutes_id: UUID, *, organ: str, head: Head) -> OfficialInterviewed:
    """约谈: the official in charge of a respondent that is late; the table says when (ARL 77)."""
    return OfficialInterviewed(head=head, minutes_id=minutes_id, organ=organ)
