"""What papers of the files that derive from a case say: corrections, documents, letters."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.attached_table import ATTACHED
from services.reconsideration.domain.conduct.higher import NOT_ACCEPTED
from services.reconsideration.domain.handing_over import whither
from services.reconsideration.papers.grounds import LETTER_FOR, WRONG
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.own.wording import said
from services.reconsideration.papers.whom import obliged_by
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionMade, Outcome
from shared.contracts.reconsideration.aftermath import (
    AftermathOpened,
    ClericalErrorsCorrected,
    Conclusion,
    DecisionCopied,
    DecisionTookEffect,
)
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    EnforcementRefused,
    ImmediateEnforcementAsked,
)
from shared.contracts.reconsideration.attached import Flaw as ClauseFlaw
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    AttachedReviewOpened,
    AttachedReviewTaken,
    DocumentForwarded,
    ForwardedDocumentReceived,
    HandlingOpinionOverdue,
    HandlingOpinionUrged,
    IssuerExplained,
    IssuerNotified,
)
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    DirectlyAccepted,
    Wrong,
    WrongReported,
)
from shared.contracts.reconsideration.enforcing import EnforcementApplied, PartyUrged
from shared.contracts.reconsideration.letters import (
    Deed,
    Flaw,
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    RecommendationIssued,
)
from shared.contracts.supervision import (
    ComplianceWatchOpened,
    CriticismCirculated,
    InterviewNotified,
    OfficialInterviewed,
    PerformanceOrdered,
)
from shared.law.article import ARL, ARR2026, COERCION

# -- corrections that are ordered from above


def _wrong(matter: Matter) -> dict[str, Any]:
    reported = matter.beside(WrongReported)
    return {
        "below": matter.organ(reported.below),
        "wrong": WRONG[reported.wrong],
        "declined": reported.wrong in NOT_ACCEPTED,
        "overdue": reported.wrong is Wrong.OVERDUE,
    }


def _ordered(fact: CorrectionOrdered, matter: Matter) -> dict[str, Any]:
    return {**_wrong(matter), "until": fact.until}


def _told(_: CorrectionDenied | DirectlyAccepted, matter: Matter) -> dict[str, Any]:
    return _wrong(matter)


# -- documents that are reviewed along


def _document(matter: Matter) -> dict[str, Any]:
    """Which document of the case it is, and under which article it is reviewed (ARL 56, 57)."""
    opened = matter.beside(AttachedReviewOpened)
    return {
        "nth": opened.nth,
        "document": said(opened.document),
        "asked": opened.asked,
        "item": ARL[56].code if opened.asked else ARL[57].code,
    }


def _notified(_: IssuerNotified, matter: Matter) -> dict[str, Any]:
    return {**_document(matter), "answer_within": ATTACHED.by_name["issuer_answers"].within}


def _explained(_: IssuerExplained, matter: Matter) -> dict[str, Any]:
    return {**_document(matter), "issuer": matter.organ(matter.beside(AttachedReviewTaken).issuer)}


def _forwarded(fact: DocumentForwarded, matter: Matter) -> dict[str, Any]:
    within = ATTACHED.by_name["receiver_answers"].within
    return {**_document(matter), "issuer": matter.organ(fact.issuer), "answer_within": within}


def _pressed(_: HandlingOpinionUrged, matter: Matter) -> dict[str, Any]:
    """When it was sent on, and until when the answer was due, once that is known (ARL 60)."""
    forwarded = matter.beside(DocumentForwarded)
    late = any(isinstance(one, HandlingOpinionOverdue) for one in matter.own)
    received = [one for one in matter.own if isinstance(one, ForwardedDocumentReceived)]
    return {
        **_document(matter),
        "issuer": matter.organ(forwarded.issuer),
        "sent_on": forwarded.head.on,
        "received_on": received[-1].head.on if received else None,
        "answer_within": ATTACHED.by_name["receiver_answers"].within,
        "late": late,
    }


def _concluded(fact: AttachedReviewConcluded, matter: Matter) -> dict[str, Any]:
    return {
        **_document(matter),
        "lawful": fact.flaw is ClauseFlaw.NONE,
        "flaw": said(fact.flaw),
    }


# -- what follows a case


_ENDS_WITH: Final = {
    Conclusion.DELIVERED: "行政复议决定书",
    Conclusion.MEDIATED: "行政复议调解书",
    Conclusion.TERMINATED: "行政复议终止决定书",
    Conclusion.DECLINED: "不予受理行政复议申请决定书",
}


def _decided(matter: Matter) -> dict[str, Any]:
    """What paper the case ended with, and its number; a decision also before all have it."""
    opened = _ending(matter)
    name = _ENDS_WITH[_conclusion(matter)]
    if opened.outcome is Outcome.APPLICATION_DISMISSED:
        name = "驳回行政复议申请决定书"
    number = opened.document_number
    return {"ended_with": f"《{name}》" + (f"（{number}）" if number else "")}


def _ending(matter: Matter) -> AftermathOpened | DecisionTookEffect:
    return next(
        one for one in reversed(matter.own) if isinstance(one, AftermathOpened | DecisionTookEffect)
    )


def _conclusion(matter: Matter) -> Conclusion:
    opened = _ending(matter)
    return opened.conclusion if isinstance(opened, AftermathOpened) else Conclusion.DELIVERED


def _corrected(_: ClericalErrorsCorrected | DecisionCopied, matter: Matter) -> dict[str, Any]:
    return _decided(matter)


def _lettered(fact: OpinionLetterIssued, matter: Matter) -> dict[str, Any]:
    old = fact.flaw is Flaw.AFTERMATH
    return {
        "flaw": LETTER_FOR[fact.flaw],
        "item": "ARR2007 57(1)" if old else ARL[76].code,
        "report_within": AFTERMATH.by_name["report_correction"].within,
        "of_respondent": fact.organ in matter.respondents,
    }


def _letter_copied(fact: OpinionLetterCopied, matter: Matter) -> dict[str, Any]:
    [letter] = [
        one
        for one in matter.own
        if isinstance(one, OpinionLetterIssued) and one.opinion_letter_id == fact.opinion_letter_id
    ]
    return {"addressed": matter.organ(letter.organ), "letter_on": letter.head.on}


def _recommended(fact: RecommendationIssued, _: Matter) -> dict[str, Any]:
    return {
        "level": said(fact.level),
        "answer_by": fact.answer_by,
        "item": ARR2026[69].code if ARR2026.in_force(fact.head.on) else "ARR2007 57(2)",
    }


def _handed_over(fact: LiabilityHandedOver, _: Matter) -> dict[str, Any]:
    return {
        "recipient": said(fact.recipient),
        "deed": said(fact.deed),
        "done_on": fact.done_on,
        "duty_crime": fact.duty_crime and fact.deed is not Deed.DUTY_CRIME,
        "clue": fact.duty_crime,
        "item": ARL[86].code if fact.duty_crime else whither(fact.deed).code,
    }


def _is_final(matter: Matter) -> bool:
    """最终裁决: whether nobody could sue over the decision that is enforced (ARL 10, 78)."""
    made = matter.newest(DecisionMade)
    return made is not None and made.final_law_id is not None


def _urged(fact: PartyUrged, matter: Matter) -> dict[str, Any]:
    return {
        **_decided(matter),
        "mediated": _conclusion(matter) is Conclusion.MEDIATED,
        "final": _is_final(matter),
        "perform_until": fact.perform_until,
    }


_Asked = EnforcementApplied | CourtAboveAsked | ImmediateEnforcementAsked
"""What an organ asks of a court against a party."""


def _applied(fact: _Asked, matter: Matter) -> dict[str, Any]:
    """How the party was urged before the court is asked, and what it ruled (COERCION 54, 55)."""
    before = [one for one in matter.own if one.head.version < fact.head.version]
    urged = [
        one.head.on
        for one in before
        if isinstance(one, PartyUrged) and one.person_id == fact.person_id
    ]
    refused = [
        one
        for one in before
        if isinstance(one, EnforcementRefused) and one.person_id == fact.person_id
    ]
    return {
        **_decided(matter),
        "mediated": _conclusion(matter) is Conclusion.MEDIATED,
        "final": _is_final(matter),
        "lives": matter.person(fact.person_id, "被申请执行人").address or "",
        "urged_on": urged[-1] if urged else None,
        "refused_on": refused[-1].received_on if refused else None,
        "asked_under": refused[-1].ask_article if refused else COERCION[58].par(3).code,
    }


# -- what a respondent is told that does not perform


def _watched(
    fact: PerformanceOrdered | InterviewNotified | OfficialInterviewed | CriticismCirculated,
    matter: Matter,
) -> dict[str, Any]:
    opened = matter.beside(ComplianceWatchOpened)
    return {
        "obliged": matter.organ(obliged_by(matter, fact)[0]),
        "was_due": opened.perform_by,
        "perform_by": fact.perform_by if isinstance(fact, PerformanceOrdered) else None,
    }


OWN: Final[Mapping[type[Fact], Callable[[Any, Matter], dict[str, Any]]]] = {
    CorrectionOrdered: _ordered,
    CorrectionDenied: _told,
    DirectlyAccepted: _told,
    IssuerNotified: _notified,
    IssuerExplained: _explained,
    DocumentForwarded: _forwarded,
    HandlingOpinionUrged: _pressed,
    AttachedReviewConcluded: _concluded,
    ClericalErrorsCorrected: _corrected,
    DecisionCopied: _corrected,
    OpinionLetterIssued: _lettered,
    OpinionLetterCopied: _letter_copied,
    RecommendationIssued: _recommended,
    LiabilityHandedOver: _handed_over,
    PartyUrged: _urged,
    **dict.fromkeys((EnforcementApplied, CourtAboveAsked, ImmediateEnforcementAsked), _applied),
    **dict.fromkeys(
        (PerformanceOrdered, InterviewNotified, OfficialInterviewed, CriticismCirculated), _watched
    ),
}
"""By the fact that the paper tells of."""
