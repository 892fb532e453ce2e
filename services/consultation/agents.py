"""What consultation does when it hears reconsideration."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from services.consultation import commands
from services.consultation.commands.asking import Ended
from services.consultation.domain.respondents import Changed
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ConsultationRequested,
    ConsultationWithdrawn,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.higher import (
    AcceptedAbove,
    ElevatedCaseEnded,
    ElevatedFileReceived,
)
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.respondent import RespondentReplaced, RespondentSucceeded
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.office import Heard, Listens
from shared.work import Work


def open_consultation(work: Work, fact: ConsultationRequested) -> None:
    """收到咨询提请: the committee's secretary finds the case on the desk (ARL 52)."""
    commands.receive(work, fact)


def close_consultation(work: Work, fact: Ended) -> None:
    """咨询终结: nobody needs this opinion any more (ARL 38, 41, 73; RULES 151)."""
    commands.cancel(work, fact)


def follow_respondents(work: Work, fact: Changed) -> None:
    """咨询案件变更被申请人: the committee goes by who the respondents are now (RULES 72)."""
    commands.follow_respondents(work, fact)


def consultations(fact: Fact) -> Iterable[UUID]:
    """The consultations on the case of which a fact tells."""
    return commands.files_of(fact.head)


LISTENS: Final[Listens] = {
    ConsultationRequested: Heard(
        open_consultation,
        files=lambda fact: [*consultations(fact), commands.roster_of(fact.authority)],
    ),
    **dict.fromkeys(
        (
            *(ReconsiderationTerminated, MediationDocumentSealed, ElevatedCaseEnded),
            *(ElevatedFileReceived, AcceptedAbove, ConsultationWithdrawn),
        ),
        Heard(close_consultation, files=consultations),
    ),
    **dict.fromkeys(
        (RespondentReplaced, RespondentSucceeded, JointRespondentNamed, JointRespondentLeft),
        Heard(follow_respondents, files=consultations),
    ),
}
"""The facts that consultation hears."""
