"""制发监督: one page that tells of what was issued, as it is kept (ARL 75 to 79, 85, 86)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.supervision import ComplianceWatchOpened, PerformanceTakenOver
from shared.law.period import end_of

COPIES, PUBLISHES, OWED = "copies", "publishes", "owed"
"""What a page may bear, so that something follows from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, as far as it tells of what was issued; made of the page alone."""

    case_id: UUID
    version: int
    kind: str
    on: date
    """The legal day of the page; of performance, the day on which it was performed."""
    thing: UUID | None = None
    """The paper by which later pages name it."""
    organs: str = ""
    """Codes of the organs that it names, those that have to perform first."""
    recipient: str = ""
    until: datetime | None = None
    """Until when it is owed, as the page states it."""
    flags: str = ""


def page_of(fact: Fact) -> Page:
    """What is kept of a page."""
    named = [getattr(fact, name, None) for name in ("opinion_letter_id", "recommendation_id")]
    first = getattr(fact, "obliged", None) or getattr(fact, "organ", "")
    beside = fact.joint if isinstance(fact, ComplianceWatchOpened) else ()
    if isinstance(fact, PerformanceTakenOver):
        first, beside = fact.before, (fact.respondent,)
    flags = (name for name in (COPIES, PUBLISHES, OWED) if getattr(fact, name, None))
    return Page(
        case_id=fact.head.case_id,
        version=fact.head.version,
        kind=fact.kind,
        on=getattr(fact, "performed_on", None) or fact.head.on,
        thing=next((one for one in named if one), None),
        organs=" ".join(one for one in (first, *beside) if one),
        recipient=str(getattr(fact, "recipient", "")),
        until=_stated(fact),
        flags=" ".join(flags),
    )


def _stated(fact: Fact) -> datetime | None:
    moment: datetime | None = getattr(fact, "interview_at", None)
    day: date | None = getattr(fact, "answer_by", None) or getattr(fact, "perform_by", None)
    return moment or (end_of(day) if day else None)
