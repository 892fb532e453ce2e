"""What consultation does when it hears reconsideration."""

from typing import Final

from services.consultation import commands
from shared.contracts.reconsideration import ConsultationRequested, ReconsiderationTerminated
from shared.contracts.reconsideration.higher import ElevatedCaseEnded
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.office import Heard, Listens
from shared.work import Work


def open_consultation(work: Work, fact: ConsultationRequested) -> None:
    """收到咨询提请: the committee's secretary finds the case on the desk (ARL 52)."""
    commands.receive(work, fact)


def close_consultation(
    work: Work, fact: ReconsiderationTerminated | MediationDocumentSealed | ElevatedCaseEnded
) -> None:
    """咨询终结: nobody needs the opinion any more (ARL 41, 73)."""
    commands.cancel(work, fact)


def follow_respondents(
    work: Work, fact: RespondentReplaced | JointRespondentNamed | JointRespondentLeft
) -> None:
    """咨询案件变更被申请人: the committee goes by who the respondents are now (RULES 72)."""
    commands.follow_respondents(work, fact)


LISTENS: Final[Listens] = {
    ConsultationRequested: Heard(
        open_consultation,
        files=lambda fact: [
            commands.file_of(fact.head.case_id),
            commands.roster_of(fact.authority),
        ],
    ),
    **dict.fromkeys(
        (ReconsiderationTerminated, MediationDocumentSealed, ElevatedCaseEnded),
        Heard(close_consultation, files=lambda fact: [commands.file_of(fact.head.case_id)]),
    ),
    **dict.fromkeys(
        (RespondentReplaced, JointRespondentNamed, JointRespondentLeft),
        Heard(follow_respondents, files=lambda fact: [commands.file_of(fact.head.case_id)]),
    ),
}
"""The facts that consultation hears."""
