"""Facts of supervision: is what was decided or agreed performed 履行监督, and who is late 预警."""

from datetime import date
from enum import StrEnum
from typing import Final, Literal
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.fact import Fact

CALLED_IN: Final = frozenset({"reconsideration"})
"""Offices to whose files departments are called as the other side, not to handle them (ARL 48)."""


class AlertLevel(StrEnum):
    """Whom an alert climbs to 预警层级."""

    HEAD = "head"  # 部门负责人
    LEADER = "leader"  # 分管领导
    INSPECTION = "inspection"  # 督查


class ComplianceWatchOpened(Fact):
    """履行监督: a paper of reconsideration binds the respondent to perform (ARL 77)."""

    kind: Literal["supervision.watch_opened.v1"] = "supervision.watch_opened.v1"
    watched: UUID
    """The reconsideration file in which it was decided."""
    obliged: str | None = None
    """Organ code of the respondent 被申请人, who has to perform."""
    perform_by: date | None = None
    """The last day for performing, as the paper states it; None where it states none."""
    joint: tuple[str, ...] = ()
    """Organ codes of the other joint respondents 共同被申请人, who have to perform too (ARL 19)."""


class AgreementWatchOpened(Fact):
    """调解协议履行监督: the parties have agreed; their committee watches performance (PML 31)."""

    kind: Literal["supervision.agreement_watched.v1"] = "supervision.agreement_watched.v1"
    watched: UUID
    """The mediation file in which it was agreed."""
    perform_by: date | None = None
    """The last day for performing, as agreed; None where the parties set none."""


class RulingWatchOpened(Fact):
    """裁决履行监督: a party has a ruling to perform; the organ that ruled watches (PLAN 25)."""

    kind: Literal["supervision.ruling_watched.v1"] = "supervision.ruling_watched.v1"
    watched: UUID
    """The adjudication file in which it was ruled."""
    perform_by: date
    """The last day for performing, counted from service on the party served first."""


class EnforcementWatchOpened(Fact):
    """强制执行监督: a party did neither sue nor perform, its organ is to see to it (ARL 78)."""

    kind: Literal["supervision.enforcement_watched.v1"] = "supervision.enforcement_watched.v1"
    watched: UUID
    """The file of what follows the reconsideration."""
    obliged: str
    """Organ code of whoever is to enforce."""
    person_id: UUID
    """The applicant or third person against whom."""
    joint: tuple[str, ...] = ()
    """Organ codes of the others that acted with it and may enforce, too (ARL 19)."""


class Performed(Fact):
    """履行: it has been performed, as whoever answers for it has found (ARL 77, PML 31)."""

    kind: Literal["supervision.performed.v1"] = "supervision.performed.v1"
    performed_on: date
    """履行之日; the legal day of the fact is that of the finding."""
    evidence_id: UUID | None = None
    """Document with the evidence 履行证明; None where the office watched has it on its file."""


class NonPerformanceFound(Fact):
    """未履行: whoever watches found that it has not been performed (PML 31, COERCION 54)."""

    kind: Literal["supervision.not_performed.v1"] = "supervision.not_performed.v1"


class PerformanceLapsed(Fact):
    """逾期未履行: the respondent's time is over and performance is not on file (ARL 77)."""

    kind: Literal["supervision.performance_lapsed.v1"] = "supervision.performance_lapsed.v1"


class PerformanceRunsAnew(Fact):
    """履行期限重新起算: the service from which it ran was none, and another counts (ARL 75, 77).

    What was ordered before it began, or found to be late, falls with the days of that service.
    """

    kind: Literal["supervision.performance_runs_anew.v1"] = "supervision.performance_runs_anew.v1"
    organ: str
    """Organ code of the respondent that was served again."""
    served_on: date
    """重新送达之日."""
    perform_by: date
    """The last day for performing from that service; of organs watched together, of all."""


class PerformanceTakenOver(Fact):
    """由继续行使职权的机关履行: what is watched binds whoever has the powers now (ARL 19, 77).

    The days that run and what was ordered go on as they stand.
    """

    kind: Literal["supervision.performance_taken_over.v1"] = "supervision.performance_taken_over.v1"
    before: str
    """Organ code of the one that was abolished or lost its powers."""
    respondent: str
    """Organ code of the one that performs, or enforces, now."""
    succeeded_on: date
    """继续行使职权之日."""


class PerformanceOrdered(Fact):
    """责令限期履行: the respondent is ordered to perform by a day (ARL 77)."""

    kind: Literal["supervision.performance_ordered.v1"] = "supervision.performance_ordered.v1"
    perform_by: date
    """The last day that the order sets."""
    order_id: UUID
    """Document with the order 责令履行通知书."""
    organ: str = ""
    """Organ code of the authority, or of the one above, that orders; empty on older pages."""


class OrderLapsed(Fact):
    """逾期未按责令履行: the day that the order set is over (ARL 83)."""

    kind: Literal["supervision.order_lapsed.v1"] = "supervision.order_lapsed.v1"


class InterviewNotified(Fact):
    """通知约谈: the respondent's official in charge is asked to come (ARL 77)."""

    kind: Literal["supervision.interview_notified.v1"] = "supervision.interview_notified.v1"
    interview_at: AwareDatetime
    """约谈的时间."""
    interview_notice_id: UUID
    """Document 约谈通知书, with the place and what it is about."""
    organ: str
    """Organ code of the authority, or of the one above, that interviews."""


class OfficialInterviewed(Fact):
    """约谈: the respondent's official in charge was interviewed (ARL 77)."""

    kind: Literal["supervision.interviewed.v1"] = "supervision.interviewed.v1"
    minutes_id: UUID
    """Document with the minutes 约谈记录."""
    organ: str = ""
    """Organ code of the authority, or of the one above, that interviewed; empty on older pages."""


class CriticismCirculated(Fact):
    """通报批评: of a respondent that has not performed, beside order and interview (ARL 77)."""

    kind: Literal["supervision.criticised.v1"] = "supervision.criticised.v1"
    circular_id: UUID
    """Document 通报."""
    organ: str = ""
    """Organ code of the authority, or of the one above, that criticises; empty on older pages."""


class WatchEnded(Fact):
    """终止履行监督: what was to be performed is no longer in force (ARL 64, ALL 70)."""

    kind: Literal["supervision.watch_ended.v1"] = "supervision.watch_ended.v1"
    watched: UUID | None = None
    """Case file of a decision that was set aside before anybody was watched; else None."""


class AlertRaised(Fact):
    """预警: a department or an office kept silent past its time (RULES 14)."""

    kind: Literal["supervision.alert_raised.v1"] = "supervision.alert_raised.v1"
    level: AlertLevel
    heard: str
    """Kind of the fact that raised it, as `routing.check_in_lapsed.v1`."""
    about: UUID
    """The case file in which it happened."""
    page: int
    """Its page there."""
    organ: str | None = None
    """Code of the department, or of whoever was asked to explain, that kept silent; None where an
    office itself is late."""
    act: str | None = None
    """Name of the act that is late, where an office itself is."""


class CaseUrged(Fact):
    """督办: a supervisor urges an organ to get on with a case (RULES 64)."""

    kind: Literal["supervision.urged.v1"] = "supervision.urged.v1"
    about: UUID
    """The case file that is pressed on."""
    organ: str
    """Code of the organ 承办机构 that is urged."""
    text_id: UUID
    """Document with what it is to do 督办意见."""


class CaseNoted(Fact):
    """批注: a supervisor notes something on a case; nobody owes anything by it (RULES 64)."""

    kind: Literal["supervision.noted.v1"] = "supervision.noted.v1"
    about: UUID
    """The case file that it is about."""
    text_id: UUID
    """Document with the note."""


class ExplanationRequired(Fact):
    """要求说明: a supervisor asks an organ to explain itself in time (RULES 65)."""

    kind: Literal["supervision.explanation_required.v1"] = "supervision.explanation_required.v1"
    about: UUID
    """The case file that it is about."""
    organ: str
    """Code of the organ that has to explain."""
    within: str
    """Code of the period, as `3wd`."""
    text_id: UUID
    """Document with what it has to explain."""


class ExplanationGiven(Fact):
    """说明情况: the organ that was asked has explained (RULES 65)."""

    kind: Literal["supervision.explained.v1"] = "supervision.explained.v1"
    organ: str
    text_id: UUID
    """Document with the explanation 情况说明."""


class ExplanationLapsed(Fact):
    """逾期未说明: the organ's time is over; it still has to explain (RULES 65)."""

    kind: Literal["supervision.explanation_lapsed.v1"] = "supervision.explanation_lapsed.v1"
    organ: str


class SupervisionActOverdue(Fact):
    """逾期未督办: the order that the authority owed is late (RULES 13)."""

    kind: Literal["supervision.overdue.v1"] = "supervision.overdue.v1"
    duty: str
    """Name of the deadline that is over."""
