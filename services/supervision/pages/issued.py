"""制发和移送: what was issued in a dispute, to whom, until when it is owed, and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from services.supervision.domain.issued import Issued, Sort, Stand
from shared.contracts.catalogue import wording, wording_of
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import (
    DecisionCopied,
    DecisionPublished,
    DecisionWithheld,
)
from shared.contracts.reconsideration.letters import (
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    Recipient,
    RecommendationIssued,
)
from shared.contracts.supervision import (
    ComplianceWatchOpened,
    CriticismCirculated,
    OfficialInterviewed,
    PerformanceOrdered,
)
from shared.frame.meanings import meanings
from shared.frame.words import day

RECIPIENTS: Final = meanings(Recipient)

NAMED: Final[Mapping[Sort, tuple[type[Fact], str]]] = {
    Sort.LETTER: (OpinionLetterIssued, "报告"),
    Sort.LETTER_COPY: (OpinionLetterCopied, "抄告"),
    Sort.RECOMMENDATION: (RecommendationIssued, "答复"),
    Sort.COPY: (DecisionCopied, "抄告"),
    Sort.PUBLICATION: (DecisionPublished, "公开"),
    Sort.HAND_OVER: (LiabilityHandedOver, "移送"),
    Sort.PERFORMANCE: (ComplianceWatchOpened, "履行"),
    Sort.ORDER: (PerformanceOrdered, "履行"),
    Sort.INTERVIEW: (OfficialInterviewed, "约谈"),
    Sort.CRITICISM: (CriticismCirculated, "通报"),
}
"""The page by whose name each is called, and what is done with it."""

_OTHERWISE: Final = {DecisionWithheld.kind_name(): "决定不予公开"}
"""What was done instead."""

LIGHTS: Final[Mapping[Stand, str]] = {
    Stand.TOLD: "grey",
    Stand.WAITING: "yellow",
    Stand.LATE: "red",
    Stand.DONE: "green",
    Stand.DONE_LATE: "green",
    Stand.UNHEEDED: "red",
    Stand.FALLEN: "grey",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was issued, as the page says it."""

    term: str
    organs: tuple[str, ...]
    """Codes of the organs to which it goes; none where `recipient` says it, or it is public."""
    recipient: str
    on: date
    until: datetime | None
    """Until when it is owed; None where nothing runs, or not yet."""
    became: str
    """What came of it, in words; empty where nothing is to come."""
    light: str


def lines_of(found: Iterable[Issued], now: datetime) -> list[Line]:
    """What was issued, line by line, as it stands now (ARL 76, 77, 79, 85)."""
    return [_line(one, one.stand(now)) for one in found]


def _line(one: Issued, stand: Stand) -> Line:
    return Line(
        term=wording_of(NAMED[one.sort][0]).term,
        organs=tuple(one.organs.split()),
        recipient=RECIPIENTS.get(one.recipient, ""),
        on=one.on,
        until=one.until,
        became=_became(one, stand),
        light=LIGHTS[stand],
    )


def _became(one: Issued, stand: Stand) -> str:
    done = NAMED[one.sort][1]
    match stand:
        case Stand.DONE:
            return f"{_done(one)}（{day(one.done_on)}）"
        case Stand.DONE_LATE:
            return f"逾期后{_done(one)}（{day(one.done_on)}）"
        case Stand.LATE:
            return f"逾期未{done}"
        case Stand.WAITING:
            return f"尚未{done}"
        case Stand.UNHEEDED | Stand.FALLEN:
            return wording(one.ended_by).term
        case Stand.TOLD:
            return ""


def _done(one: Issued) -> str:
    return _OTHERWISE.get(one.done_by) or f"已{NAMED[one.sort][1]}"
