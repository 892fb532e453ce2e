"""A consultation asked, its panel seated, and ended with its case (ARL 41, 52)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.consultation.domain import panel
from services.consultation.domain.case import Consultation
from services.consultation.domain.respondents import respondents_after
from services.consultation.domain.roster import SEAT_WITHIN, Roster
from services.consultation.store import CONSULTATIONS, ROSTERS, file_of, roster_of
from shared.auth.sight import PANEL, REQUEST
from shared.contracts.consultation import (
    ConsultationCancelled,
    ConsultationReceived,
    ConsultedRespondentsChanged,
)
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import ConsultationRequested, ReconsiderationTerminated
from shared.contracts.reconsideration.higher import ElevatedCaseEnded
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Work


def receive(work: Work, asked: ConsultationRequested) -> Consultation:
    """收到咨询提请: opens the file (ARL 52).

    A request of old does not say who the respondents are: of such, those who see the file are.
    """
    of, heard = asked.head, work.heard_labels
    labels = {**heard, REQUEST: str(of.case_id)}
    case = work.open(CONSULTATIONS, file_of(of.case_id), of.dispute_id, on=of.on, labels=labels)
    if case.state is not None:
        return case
    roster = work.find(ROSTERS, roster_of(asked.authority))
    fact = ConsultationReceived(
        head=work.head(case, by=CLOCK, on=of.on),
        request_case_id=of.case_id,
        authority=asked.authority,
        ground=asked.ground,
        question_id=asked.question_id,
        respondent_organs=asked.respondents or tuple(heard.get("departments", "").split()),
        seat_within=roster.seat_within if roster else SEAT_WITHIN.code,
    )
    return work.record(case, fact)


def cancel(
    work: Work, ended: ReconsiderationTerminated | MediationDocumentSealed | ElevatedCaseEnded
) -> Consultation | None:
    """咨询终结: the case ends otherwise while the committee is asked (ARL 41, 73)."""
    request = ended.head.case_id
    case = work.find(CONSULTATIONS, file_of(request))
    if case is None or case.is_closed:
        return case
    head = work.head(case, by=CLOCK, on=ended.head.on)
    return work.record(case, ConsultationCancelled(head=head, request_case_id=request))


def follow_respondents(
    work: Work, changed: RespondentReplaced | JointRespondentNamed | JointRespondentLeft
) -> None:
    """咨询案件变更被申请人: who may sit and speak goes by who they are now (ARL 19; RULES 72)."""
    case = work.find(CONSULTATIONS, file_of(changed.head.case_id))
    if case is None or case.is_closed:
        return
    organs = respondents_after(case.respondent_organs, changed)
    if organs != case.respondent_organs:
        head = work.head(case, by=CLOCK, on=changed.head.on)
        work.record(case, ConsultedRespondentsChanged(head=head, respondent_organs=organs))


def convene(
    work: Work, case_id: UUID, members: Sequence[str], *, by: str, on: date | None = None
) -> Consultation:
    """组成咨询小组: the secretary seats experts of the roster (ARL 52; RULES 21, 71)."""
    case = work.take(CONSULTATIONS, case_id)
    fact = panel.convene(case, work.head(case, by=by, on=on), its_roster(work, case), members)
    work.label(case_id, **{PANEL: " ".join(fact.members)})
    return work.record(case, fact)


def its_roster(work: Work, case: Consultation) -> Roster:
    """The roster of the committee that is asked; it is declared with the act.

    Raises:
        Refused: Nobody was ever registered on it.
    """
    roster = work.find(ROSTERS, roster_of(case.authority))
    if roster is None:
        raise Refused("委员名册上还没有委员，请先登记", RULES[70])
    return roster
