"""写给谁: the persons and the organ that a paper names beside the parties of its case."""

from typing import Final
from uuid import UUID

from services.reconsideration.papers.matter import Matter, told
from services.reconsideration.papers.sorts import Sort, To
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    StayRefused,
    StayRequested,
)
from shared.contracts.reconsideration.people import ApplicantsLeft
from shared.contracts.reconsideration.proving import (
    FurtherEvidenceAllowed,
    FurtherEvidenceRefused,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.contracts.supervision import (
    ComplianceWatchOpened,
    CriticismCirculated,
    InterviewNotified,
    PerformanceOrdered,
    PerformanceTakenOver,
)


def persons_of(matter: Matter, sort: Sort) -> tuple[UUID, ...]:
    """Whose names a paper needs: the parties', and that of whom it is written to or tells.

    Raises:
        Refused: What it tells of has not come about.
    """
    if not matter.has_parties:
        return ()
    parties = (*matter.applicant_ids, *matter.third_ids, *_told_of(matter, told(matter, sort)))
    return parties if (one := person_of(matter, sort)) is None else (*parties, one)


def leaving(fact: Fact) -> tuple[UUID, ...]:
    """Applicants who are none any more with this page: it is for them, too (ARL 30, 41)."""
    return fact.applicants if isinstance(fact, ApplicantsLeft | ApplicationSevered) else ()


def _told_of(matter: Matter, fact: Fact) -> tuple[UUID, ...]:
    """Of whom beside the parties its paper tells: who leaves, in whom a cause lay, who asked.

    Who died is no applicant any more once the case is resumed, or a stay is refused (ARL 39, 42).
    """
    whose = fact.applicant if isinstance(fact, _HELD) else None
    asked = stays_asked(matter, fact) if isinstance(fact, StayRefused) else ()
    return (
        *leaving(fact),
        *([whose] if whose else []),
        *(who for one in asked for who in one.askers),
    )


def stays_asked(matter: Matter, fact: StayRefused) -> tuple[StayRequested, ...]:
    """停止执行申请 that this refusal answers; none on a page of old (RULES 169)."""
    asked = (one for one in matter.pages if isinstance(one, StayRequested))
    return tuple(one for one in asked if one.text_id in fact.request_ids)


_HELD: Final = (ReconsiderationSuspended, ReconsiderationResumed, ResumptionOrdered)


def person_of(matter: Matter, sort: Sort) -> UUID | None:
    """The person to whom a paper is written, or of whom it tells; None where its act names none.

    Raises:
        Refused: The act has not been done.
    """
    field = sort.person or (sort.names if sort.to is To.PERSON else "")
    return getattr(told(matter, sort), field) if field else None


def organ_to(matter: Matter, sort: Sort) -> str:
    """The organ to which a paper is written, by its full name; several with 、 between.

    Raises:
        Refused: The act has not been done.
    """
    return "、".join(matter.organ(one) for one in organs_of(matter, sort, told(matter, sort)))


def organs_of(matter: Matter, sort: Sort, fact: Fact) -> tuple[str, ...]:
    """Organ codes to which the paper of this page is written: joint respondents, each of them."""
    if isinstance(fact, PerformanceOrdered | InterviewNotified | CriticismCirculated):
        return obliged_by(matter, fact)
    if isinstance(fact, FurtherEvidenceAllowed | FurtherEvidenceRefused):
        return (fact.organ or matter.respondent,)
    return (getattr(fact, sort.names) if sort.names else matter.handling(fact),)


def obliged_by(matter: Matter, fact: Fact) -> tuple[str, ...]:
    """Organ codes of who has to perform by this page of a watch, successors too (ARL 19, 77)."""
    opened = matter.beside(ComplianceWatchOpened)
    organs = [opened.obliged or matter.respondent, *opened.joint]
    for page in matter.own:
        if isinstance(page, PerformanceTakenOver) and page.head.version < fact.head.version:
            organs = [page.respondent if one == page.before else one for one in organs]
    return tuple(dict.fromkeys(organs))
