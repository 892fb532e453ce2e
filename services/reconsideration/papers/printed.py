"""What of a file a paper prints beside its own act: findings, evidence, the application copied."""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from typing import Any
from uuid import UUID

from services.reconsideration.domain.participants import Admission, admitted_after
from services.reconsideration.papers.matter import Matter, told
from services.reconsideration.papers.sorts import Sort
from shared.contracts.reconsideration import (
    ApplicationReceived,
    ApplicationSupplemented,
    CopySent,
    DecisionMade,
)
from shared.contracts.reconsideration.access import FileAccessGranted
from shared.contracts.reconsideration.assigning import RecusalDecided
from shared.contracts.reconsideration.attached import AttachedReviewDropped, Drop
from shared.contracts.reconsideration.hearing_held import HearingHeld
from shared.contracts.reconsideration.inquiring import EvidenceTaken, InspectionEnded
from shared.contracts.reconsideration.judged import Finding, FindingsRecorded
from shared.contracts.reconsideration.overseeing import WorkReportSubmitted
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.contracts.reconsideration.request import RequestChanged
from shared.contracts.reconsideration.settling import MediationDocumentDrawn


def found(matter: Matter) -> tuple[Finding, ...]:
    """审理认定 on the file, act by act; none where nothing was recorded."""
    newest = matter.newest(FindingsRecorded)
    return newest.findings if newest else ()


def texts_of(matter: Matter, sort: Sort) -> list[UUID]:
    """The texts that a paper prints: its own, or those of what it finds, lists or keeps back.

    Raises:
        Refused: What it tells of has not come about.
    """
    fact = told(matter, sort)
    own = [getattr(fact, sort.text)] if sort.text else []
    match fact:
        case CopySent() if sort.goes_along:
            return [text_id for _, text_id in copied(matter)] + _asked_ids(matter)
        case DecisionMade():
            asked = _end_ids(matter)
            law = [fact.final_law_id] if fact.final_law_id else []
            texts = [one.text_id for one in found(matter)]
            return own + asked + texts + unreviewed(matter) + law
        case MediationDocumentDrawn():
            return own + _end_ids(matter)
        case EvidenceSubmitted():
            return [one.shows_id for one in listed(matter, fact)]
        case HearingHeld(unsigned_reason_id=UUID()):
            own.append(fact.unsigned_reason_id)
        case WorkReportSubmitted():
            own.append(fact.counts_id)
        case FileAccessGranted():
            return [one.reason_id for one in fact.withheld]
        case _:
            pass
    return own


def unreviewed(matter: Matter) -> list[UUID]:
    """Why documents are no basis of the act, which the decision tells (ARL 13)."""
    dropped = (one for one in matter.facts if isinstance(one, AttachedReviewDropped))
    return [one.reason_id for one in dropped if one.reason_id and one.drop is Drop.NO_BASIS]


def officers_of(matter: Matter, sort: Sort) -> list[str]:
    """The officers whom a paper names, by their codes (ARL 45, 50; RULES 47).

    Raises:
        Refused: What it tells of has not come about.
    """
    match told(matter, sort):
        case RecusalDecided() as fact:
            return [fact.reviewer, *filter(None, [fact.successor])]
        case (EvidenceTaken() | InspectionEnded()) as fact:
            return list(fact.inquirers)
        case HearingHeld() as fact:
            return [fact.host, *fact.officers, fact.recorder]
        case _:
            return []


def copied(matter: Matter) -> Iterator[tuple[date | None, UUID]]:
    """Which texts the copy 副本 repeats, each with the day of its receipt (ARL 31, 48).

    The application comes first, then what supplemented it; one that goes on from an earlier file
    brings along what was supplied there, the day of which this file does not know: None (ARL 35).
    """
    for one in matter.by_then:
        if isinstance(one, ApplicationReceived | ApplicationSupplemented):
            yield one.head.on, one.text_id
        if isinstance(one, ApplicationReceived) and one.supplement_id:
            yield None, one.supplement_id


def asked_now(matter: Matter) -> RequestChanged | None:
    """变更后的行政复议请求 by then, the newest; None where the application's stands (ARL 15)."""
    changed = (one for one in reversed(matter.by_then) if isinstance(one, RequestChanged))
    return next(changed, None)


def told_request(matter: Matter) -> dict[str, Any]:
    """What a paper tells of a request that was changed: the day, and what is asked now."""
    asked = asked_now(matter)
    return {
        "request_on": asked.asked_on if asked else None,
        "request": matter.texts.get(asked.text_id, "") if asked else "",
    }


def told_in_the_end(matter: Matter) -> dict[str, Any]:
    """What the paper that ends a case tells of what was asked anew, and what was admitted."""
    own = (
        told_admission(matter, one) | {"text": matter.texts.get(one.text_id, "")}
        for one in admitted(matter)
    )
    return {**told_request(matter), "admitted": list(own)}


def told_admission(matter: Matter, one: Admission) -> dict[str, Any]:
    """Who admitted the request of which third person, when, and whether with consent (ARL 15)."""
    return {
        "admitters": "、".join(matter.person(who, "申请人").name for who in one.applicants),
        "third_person": matter.person(one.person_id, "第三人").name,
        "admitted_on": one.admitted_on,
        "consented": one.consented,
    }


def admitted(matter: Matter) -> tuple[Admission, ...]:
    """承认的第三人请求 by then, of the parties as they were then (ARL 15)."""
    nothing: tuple[Admission, ...] = ()
    found = reduce(admitted_after, matter.by_then, nothing)
    return tuple(one for one in found if one.person_id in matter.third_ids)


def retold(matter: Matter) -> UUID:
    """Which text says what is asked, and why: the application, or what changed it (ARL 15, 22)."""
    asked = asked_now(matter)
    return asked.text_id if asked else matter.received.text_id


def _asked_ids(matter: Matter) -> list[UUID]:
    asked = asked_now(matter)
    return [asked.text_id] if asked else []


def _end_ids(matter: Matter) -> list[UUID]:
    return [*_asked_ids(matter), *(one.text_id for one in admitted(matter))]


def listed(matter: Matter, last: EvidenceSubmitted) -> list[EvidenceSubmitted]:
    """证据 on file as a piece was put in, that piece the last."""
    pieces = (f for f in matter.facts if isinstance(f, EvidenceSubmitted))
    return [one for one in pieces if one.head.version <= last.head.version]


def decided_together(matter: Matter, sort: Sort) -> tuple[UUID, ...]:
    """The files of a decision on several cases, as its paper tells them all (ARR2026 43).

    Raises:
        Refused: What the paper tells of has not come about.
    """
    fact = told(matter, sort)
    return fact.together if isinstance(fact, DecisionMade) else ()
