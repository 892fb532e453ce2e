"""What reconsideration does when it hears other offices, and itself.

A case and the attached reviews 附带审查 of its documents are files of their own: each tells the
other by facts.
"""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from services.reconsideration.commands import (
    aftermath,
    at_court,
    attached,
    attached_review,
    enforcing,
    handling,
    papers_served,
    refusing,
    respondent,
)
from services.reconsideration.domain.attached_acts import Result
from services.reconsideration.domain.decision import Asked
from services.reconsideration.store import aftermath_of, review_of, services_of
from shared.contracts.consultation import OpinionGiven
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration import (
    ApplicationDeclined,
    CopySent,
    DecisionDelivered,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.attached import AttachedReviewBegun, AttachedReviewDropped
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    HandlingOpinionReceived,
)
from shared.contracts.reconsideration.co_deciding import CoAuthorityCalled, CoAuthorityReleased
from shared.contracts.reconsideration.correcting import DirectlyAccepted, WrongCorrected
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.higher import (
    AcceptedAbove,
    CameAbove,
    ElevatedCaseEnded,
    ElevatedFileReceived,
)
from shared.contracts.reconsideration.joint import (
    JointCopySent,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.people import (
    AgentEnded,
    AgentNamed,
    ApplicantsLeft,
    ApplicantSucceeded,
    ApplicantsWithdrew,
    StatutoryAgentJoined,
    ThirdPersonJoined,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.contracts.reconsideration.respondent import (
    RespondentChanged,
    RespondentReplaced,
    RespondentSucceeded,
)
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.contracts.routing import SuitFiled
from shared.office import Heard, Listens
from shared.work import Work


def record_opinion(work: Work, fact: OpinionGiven) -> None:
    """记录咨询意见: the committee has spoken, and its opinion goes on the file (ARL 52)."""
    head, case_id = fact.head, fact.request_case_id
    handling.record_opinion(
        *(work, case_id, head.case_id, fact.opinion_id, fact.stance),
        by=CLOCK,
        on=head.on,
        asked=Asked(by=fact.authority, question_id=fact.question_id, of=fact.respondents),
    )


def open_review(work: Work, fact: AttachedReviewBegun) -> None:
    """附带审查立卷: the case stands still for a document (ARL 56, 57)."""
    attached_review.open_review(work, fact)


def end_review(work: Work, fact: AttachedReviewDropped) -> None:
    """附带审查终结: the case no longer asks for it (ARL 13)."""
    attached_review.end_review(work, fact)


def end_reviews(work: Work, fact: ElevatedCaseEnded) -> None:
    """附带审查终结: the case that asked for it has come to its end above (ARL 13; RULES 118)."""
    attached_review.end_with_case(work, fact)


def move_beside(work: Work, fact: CameAbove) -> None:
    """随案移交: what stands beside a case that is now the authority's above (ARL 35, 38)."""
    attached_review.go_along(work, fact)
    for nth in fact.reviews:
        papers_served.go_along(work, review_of(fact.head.case_id, nth))
    follow_case(work, fact)


def files_beside(fact: CameAbove | ElevatedCaseEnded) -> Iterable[UUID]:
    """The case, the files beside it, and the attached reviews that run for it, with services."""
    reviews = [review_of(fact.head.case_id, nth) for nth in fact.reviews]
    return (*case_and_aftermath(fact), *reviews, *map(services_of, reviews))


def record_result(work: Work, fact: Result) -> None:
    """记录附带审查的结果 in the case that waits for it (ARL 59, 60)."""
    attached.record_result(work, fact)


def case_and_aftermath(fact: Fact) -> Iterable[UUID]:
    """A case, the file of what follows it, and those of the services of the papers of both."""
    case_id = fact.head.case_id
    after = aftermath_of(case_id)
    return (case_id, after, services_of(case_id), services_of(after))


def open_aftermath(work: Work, fact: Fact) -> None:
    """结案之后开立后续案卷, from the day on which the case came to its end (RULES 90, 121)."""
    delivered = fact if isinstance(fact, DecisionDelivered) else None
    aftermath.open_file(
        *(work, fact.head.case_id),
        on=fact.head.on,
        remedies=delivered.remedies if delivered else (),
        refusal=fact if isinstance(fact, ApplicationDeclined) else None,
        first=delivered.first_day if delivered else None,
    )


def take_effect(work: Work, fact: DecisionServed) -> None:
    """决定一经送达即生效: what follows from it waits for no other service (ARL 75, 78, 79)."""
    aftermath.take_effect(work, fact.head.case_id)


def files_complained_of(fact: WrongCorrected | DirectlyAccepted) -> Iterable[UUID]:
    """The case of which a report complained, and what follows it; pages of old do not tell it."""
    return (fact.of_case_id, aftermath_of(fact.of_case_id)) if fact.of_case_id else ()


def end_refusal(work: Work, fact: WrongCorrected | DirectlyAccepted) -> None:
    """不予受理或者驳回申请已纠正: it is accepted below or above (ARL 35; RULES 132)."""
    if fact.of_case_id:
        where = (
            fact.corrected_case_id if isinstance(fact, WrongCorrected) else fact.accepted_case_id
        )
        refusing.correct(work, fact.of_case_id, where, on=fact.head.on)


def follow_case(work: Work, fact: Fact) -> None:
    """后续案卷随案: it has other respondents, or others see it (ARR2026 29, 32; RULES 116, 155)."""
    aftermath.go_along(work, fact.head.case_id, on=fact.head.on)
    papers_served.go_along(work, fact.head.case_id)
    papers_served.go_along(work, aftermath_of(fact.head.case_id))


def follow_successor(work: Work, fact: RespondentSucceeded) -> None:
    """后续案卷随案: what the one before has to answer is its successor's (ARL 19, 76)."""
    respondent.hand_on(work, fact)
    follow_case(work, fact)


def follow_people(work: Work, fact: Fact) -> None:
    """文书送达随案: whoever comes in sees it, whoever leaves sees it no more (ARL 14 to 17, 47)."""
    papers_served.go_along(work, fact.head.case_id)


def note_suit(work: Work, fact: SuitFiled) -> None:
    """记载有起诉记录 in each case over which it may be, and what follows (ARL 29, 78; RULES 58)."""
    filed_on, on = fact.filed_on or fact.head.on, fact.head.on
    for one in fact.applications:
        at_court.note_suit(work, one, filed_on, fact.applicant, on=on)
        enforcing.note_suit(work, aftermath_of(one), filed_on, fact.applicant, on=on)


def cases_sued_over(fact: SuitFiled) -> Iterable[UUID]:
    """The cases over which a suit may be, and what follows each."""
    return (*fact.applications, *map(aftermath_of, fact.applications))


LISTENS: Final[Listens] = {
    **dict.fromkeys(
        (
            *(RespondentChanged, RespondentReplaced, CopySent),
            *(JointRespondentNamed, JointRespondentLeft, JointCopySent),
            *(CoAuthorityCalled, CoAuthorityReleased),
        ),
        Heard(follow_case, files=case_and_aftermath),
    ),
    **dict.fromkeys(
        (
            *(ThirdPersonJoined, ApplicantSucceeded, ApplicantsLeft, ApplicationSevered),
            *(AgentNamed, AgentEnded, StatutoryAgentJoined, AddresseeGone, AddresseeFound),
            ApplicantsWithdrew,
        ),
        Heard(follow_people, files=case_and_aftermath),
    ),
    **dict.fromkeys(
        (
            *(DecisionDelivered, MediationDocumentSealed, ReconsiderationTerminated),
            ApplicationDeclined,
        ),
        Heard(open_aftermath, files=case_and_aftermath),
    ),
    RespondentSucceeded: Heard(follow_successor, files=case_and_aftermath),
    DecisionServed: Heard(take_effect, files=case_and_aftermath),
    **dict.fromkeys(
        (WrongCorrected, DirectlyAccepted), Heard(end_refusal, files=files_complained_of)
    ),
    SuitFiled: Heard(note_suit, files=cases_sued_over),
    OpinionGiven: Heard(record_opinion, files=lambda fact: [fact.request_case_id]),
    AttachedReviewBegun: Heard(
        open_review, files=lambda fact: [review_of(fact.head.case_id, fact.nth)]
    ),
    AttachedReviewDropped: Heard(
        end_review, files=lambda fact: [review_of(fact.head.case_id, fact.nth)]
    ),
    **dict.fromkeys((ElevatedFileReceived, AcceptedAbove), Heard(move_beside, files=files_beside)),
    ElevatedCaseEnded: Heard(end_reviews, files=files_beside),
    AttachedReviewConcluded: Heard(record_result, files=lambda fact: [fact.request_case_id]),
    HandlingOpinionReceived: Heard(record_result, files=lambda fact: [fact.request_case_id]),
}
"""The facts that reconsideration hears."""
