"""Facts of a consultation 咨询: asked, seated, answered."""

from typing import Literal
from uuid import UUID

from shared.contracts.consultation.roster import Speciality
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ConsultationGround, Stance


class ConsultationReceived(Fact):
    """收到咨询提请: the committee's secretary has a case to put before a panel (ARL 52)."""

    kind: Literal["consultation.received.v1"] = "consultation.received.v1"
    request_case_id: UUID
    """Case file of the reconsideration that asks."""
    authority: str
    """Organ code of the authority whose committee is asked."""
    ground: ConsultationGround
    question_id: UUID
    draft_id: UUID | None = None
    """Document with the decision as it is drafted 拟稿, where the request had one with it."""
    respondent_organs: tuple[str, ...] = ()
    """Organ codes of the respondents, where the request told them: who is of one may not sit.

    The one named first stands in the first place (ARL 19).
    """
    seat_within: str = "3wd"
    """How long the panel may take to be seated, as the committee had set it (RULES 74)."""


class ConsultedRespondentsChanged(Fact):
    """咨询案件变更被申请人: a member who is of one of them may neither sit nor speak (RULES 72)."""

    kind: Literal["consultation.respondents_changed.v1"] = "consultation.respondents_changed.v1"
    respondent_organs: tuple[str, ...]
    """Organ codes of who the respondents are now, the one named first in the first place."""


class PanelConvened(Fact):
    """组成咨询小组: members are seated, three or a greater odd number (ARL 52; RULES 21)."""

    kind: Literal["consultation.panel_convened.v1"] = "consultation.panel_convened.v1"
    request_case_id: UUID
    members: tuple[str, ...]
    """Codes of the members."""
    speak_within: str = "10wd"
    """How long the panel may take for its opinion, as the committee had set it (RULES 74)."""
    speciality: Speciality | None = None
    """案件所需的专业领域, by which it was drawn (RULES 71); pages of old do not say."""
    unmatched_id: UUID | None = None
    """没有该领域委员的理由: document that says why nobody of it sits; None where one does."""


class OpinionGiven(Fact):
    """提出咨询意见: for the reconsideration body, which must put it on file (ARL 52)."""

    kind: Literal["consultation.opinion_given.v1"] = "consultation.opinion_given.v1"
    request_case_id: UUID
    stance: Stance
    opinion_id: UUID
    """Document with the opinion in words."""
    authority: str = ""
    """Organ code of the authority whose committee speaks; empty on pages of old."""
    question_id: UUID | None = None
    """What it was asked, as the request has it; pages of old do not say."""
    respondents: tuple[str, ...] = ()
    """Organ codes of the respondents as the committee knew them, the one named first in the first
    place (RULES 151); empty on pages of old."""
    members: tuple[str, ...] = ()
    """Codes of who sat in the panel as it spoke (RULES 71); pages of old do not say."""


class OpinionOverdue(Fact):
    """逾期未提出咨询意见: it stays owed, and the decision waits for it (ARL 52; RULES 22)."""

    kind: Literal["consultation.opinion_overdue.v1"] = "consultation.opinion_overdue.v1"


class ConsultationCancelled(Fact):
    """咨询终结: the case ended, or went to the authority above, so nothing is asked (ARL 41)."""

    kind: Literal["consultation.cancelled.v1"] = "consultation.cancelled.v1"
    request_case_id: UUID


class ConsultationActOverdue(Fact):
    """逾期未办: an act of the committee's secretary was not done in time (RULES 13)."""

    kind: Literal["consultation.overdue.v1"] = "consultation.overdue.v1"
    duty: str
    """Name of the deadline."""
