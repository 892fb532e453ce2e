"""What a case learns from application 申请 to acceptance 受理 (ARL chapters 2 and 3)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from services.reconsideration.domain.applied import Supplement
from services.reconsideration.domain.claims import Claim
from services.reconsideration.domain.co_applicant import CoApplicant
from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.participants import Participants
from services.reconsideration.domain.request import Request
from services.reconsideration.domain.suits import noted
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    ApplicationSupplemented,
    SupplementExtended,
    SupplementNoticeReceived,
    SupplementNoticeServedAgain,
)
from shared.contracts.reconsideration.admissibility import ConditionsFound
from shared.contracts.reconsideration.enforcing import SuitOnRecord
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.in_time import SupplementInTime
from shared.contracts.reconsideration.request import RequestChanged

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case

RECEIVED: Final = {
    *("authority", "county", "applicants", "respondent", "act", "act_done_on", "learnt_on"),
    *("told_remedies", "remedies_learnt_on", "real_estate", "posted_on", "manner", "text_id"),
    *("act_id", "joint_act_ids", "omission", "requested_on", "duty_within", "urgent", "compulsory"),
}
"""What an application says, wherever it is handed in."""


def _received(case: "Case", fact: ApplicationReceived) -> dict[str, object]:
    """Received anew, it was brought when it first was; whoever refused it handled it (ARL 35)."""
    below = {"elevated": replace(case.elevated, before=(fact.below,))} if fact.below else {}
    return {
        **fact.model_dump(include=RECEIVED),
        "supplement": _supplement(fact.supplement_id, fact.supplement_attachments),
        "posted_on": fact.posted_on or fact.brought_on,
        "postmark_unclear": fact.postmark_unclear,
        "received_on": fact.head.on,
        "follows": fact.follows or case.follows,
        "participants": _with_each(case.participants, fact),
        **below,
    }


def _with_each(there: Participants, fact: ApplicationReceived) -> Participants:
    """Who confirmed in the earlier file applied on its own day here, too (ARL 14, 20)."""
    each = (
        CoApplicant(
            person_id=one.person_id,
            named_on=one.applied_on,
            answered_on=one.applied_on,
            agrees=True,
        )
        for one in fact.applied_each
    )
    return replace(there, co_applicants=(*there.co_applicants, *each))


def _supplement(text_id: UUID | None, attachments: tuple[str, ...]) -> Supplement | None:
    return Supplement(text_id=text_id, attachments=attachments) if text_id else None


def _supplemented(_: "Case", fact: ApplicationSupplemented | SupplementInTime) -> dict[str, object]:
    return {
        "supplemented_on": fact.head.on,
        "supplement": _supplement(fact.text_id, fact.attachments),
    }


def _claimed(case: "Case", fact: CompensationClaimed) -> dict[str, object]:
    """Findings that were made before a further claim say nothing of it."""
    late = bool(case.claims and case.findings)
    new = Claim(text_id=fact.text_id, claimants=fact.applicants, since_findings=late)
    return {"claims": (*case.claims, new)}


def _accepted(case: "Case", fact: ApplicationAccepted) -> dict[str, object]:
    """What was asked before has the days to answer that begin here (ARL 42; RULES 169)."""
    asked = tuple(replace(one, period=fact.stay_request) for one in case.stays_asked)
    return {
        "accepted_on": fact.head.on,
        "by_law": fact.by_law,
        "runs_from": fact.runs_from,
        "copy_due": fact.copy_due,
        "stays_asked": asked,
    }


LESSONS: Final[Lessons] = {
    ApplicationReceived: _received,
    ConditionsFound: lambda case, f: {
        "conditions": f.conditions,
        "groundless": f.groundless,
        "compulsory": f.compulsory,
        "by_law": case.by_law if case.accepted_on else f.period_by_law,
        "suit": case.suit and replace(case.suit, seen=True),
    },
    SuitOnRecord: lambda case, f: {"suit": noted(case, f)},
    CompensationClaimed: _claimed,
    RequestChanged: lambda _, f: {
        "request": Request(
            text_id=f.text_id, changed_on=f.asked_on, sought=f.sought, consented=f.consented
        ),
        "findings": (),
        "drafted": None,
    },
    ApplicationSupplemented: _supplemented,
    SupplementInTime: _supplemented,
    SupplementNoticeReceived: lambda _, f: {"notice_received_on": f.head.on},
    SupplementNoticeServedAgain: lambda _, f: {"notice_received_on": f.head.on},
    SupplementExtended: lambda _, f: {"supplement_until": f.until},
    ApplicationAccepted: _accepted,
}
