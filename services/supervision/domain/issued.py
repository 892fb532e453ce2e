"""制发监督: what was issued in a case and from it, as supervision heard it (ARL 75 to 79, 85, 86).

Each page that tells of it is kept once, whenever it is heard. What was issued, until when it is
owed and what came of it follow from the pages that are kept of a file, in their order: so hearing
them anew makes the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from services.supervision.domain.issued_page import COPIES, OWED, PUBLISHES, Page
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import (
    AftermathOpened,
    DecisionAnnulled,
    DecisionCopied,
    DecisionPublished,
    DecisionTookEffect,
    DecisionWithheld,
)
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    CorrectionUnreported,
    LetterUnheeded,
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
    RecommendationUnanswered,
)
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from shared.contracts.supervision import (
    ComplianceWatchOpened,
    CriticismCirculated,
    InterviewNotified,
    OfficialInterviewed,
    OrderLapsed,
    PerformanceLapsed,
    PerformanceOrdered,
    PerformanceRunsAnew,
    PerformanceTakenOver,
    Performed,
    WatchEnded,
)
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, Period, WorkingDays, day_of_expiry


class Sort(StrEnum):
    """What was issued, or is to be."""

    LETTER = "opinion_letter"  # 意见书
    LETTER_COPY = "letter_copied"  # 抄告意见书
    RECOMMENDATION = "recommendation"  # 建议书
    COPY = "decision_copied"  # 抄告决定书
    PUBLICATION = "published"  # 公开决定书
    HAND_OVER = "handed_over"  # 移送
    PERFORMANCE = "performance"  # 履行
    ORDER = "ordered"  # 责令履行
    INTERVIEW = "interview"  # 约谈
    CRITICISM = "criticism"  # 通报批评


class Step(StrEnum):
    """What a page says of it."""

    BEGUN = "begun"  # 制发，或者应当办理
    RECEIVED = "received"  # 收到
    DONE = "done"  # 已报告、答复、办理
    LATE = "late"  # 逾期
    UNHEEDED = "unheeded"  # 不履行
    FALLEN = "fallen"  # 不再需要
    ANEW = "anew"  # 期限重新起算
    TAKEN_OVER = "taken_over"  # 由继续行使职权的机关履行


class Stand(StrEnum):
    """Where it stands."""

    TOLD = "told"  # 已送出，无须答复
    WAITING = "waiting"  # 尚未办理，期限未满
    LATE = "late"  # 逾期未办
    DONE = "done"  # 按期办理
    DONE_LATE = "done_late"  # 逾期后办理
    UNHEEDED = "unheeded"  # 不履行
    FALLEN = "fallen"  # 不再需要


Says = tuple[Sort, Step, str]
"""What a page says of which sort, and the flag that it must bear; empty where it always does."""

_FALLEN: Final = ((Sort.ORDER, Step.FALLEN, ""), (Sort.INTERVIEW, Step.FALLEN, ""))
"""What pressed for performance is pressed for no longer."""

STEPS: Final[Mapping[type[Fact], tuple[Says, ...]]] = {
    OpinionLetterIssued: ((Sort.LETTER, Step.BEGUN, ""),),
    OpinionLetterReceived: (
        (Sort.LETTER, Step.RECEIVED, ""),
        (Sort.LETTER_COPY, Step.BEGUN, COPIES),
    ),
    OpinionLetterServedAgain: ((Sort.LETTER, Step.RECEIVED, ""),),
    OpinionLetterCopied: ((Sort.LETTER_COPY, Step.DONE, ""),),
    CorrectionReported: ((Sort.LETTER, Step.DONE, ""),),
    CorrectionUnreported: ((Sort.LETTER, Step.LATE, ""),),
    LetterUnheeded: ((Sort.LETTER, Step.UNHEEDED, ""),),
    RecommendationIssued: ((Sort.RECOMMENDATION, Step.BEGUN, ""),),
    RecommendationAnswered: ((Sort.RECOMMENDATION, Step.DONE, ""),),
    RecommendationUnanswered: ((Sort.RECOMMENDATION, Step.LATE, ""),),
    DecisionTookEffect: ((Sort.COPY, Step.BEGUN, COPIES),),
    AftermathOpened: (
        (Sort.COPY, Step.BEGUN, COPIES),
        (Sort.PUBLICATION, Step.BEGUN, PUBLISHES),
    ),
    DecisionCopied: ((Sort.COPY, Step.DONE, ""),),
    DecisionPublished: ((Sort.PUBLICATION, Step.DONE, ""),),
    DecisionWithheld: ((Sort.PUBLICATION, Step.DONE, ""),),
    **dict.fromkeys(
        (DecisionAnnulled, RefusalCorrected),
        ((Sort.COPY, Step.FALLEN, ""), (Sort.PUBLICATION, Step.FALLEN, "")),
    ),
    LiabilityHandedOver: ((Sort.HAND_OVER, Step.BEGUN, ""),),
    ComplianceWatchOpened: ((Sort.PERFORMANCE, Step.BEGUN, ""),),
    PerformanceRunsAnew: ((Sort.PERFORMANCE, Step.ANEW, ""), *_FALLEN),
    PerformanceTakenOver: tuple(
        (sort, Step.TAKEN_OVER, "") for sort in (Sort.PERFORMANCE, Sort.ORDER, Sort.INTERVIEW)
    ),
    PerformanceLapsed: ((Sort.PERFORMANCE, Step.LATE, ""),),
    PerformanceOrdered: ((Sort.ORDER, Step.BEGUN, ""),),
    OrderLapsed: ((Sort.ORDER, Step.LATE, ""),),
    Performed: (
        *((sort, Step.DONE, "") for sort in (Sort.PERFORMANCE, Sort.ORDER)),
        (Sort.INTERVIEW, Step.FALLEN, ""),
    ),
    WatchEnded: ((Sort.PERFORMANCE, Step.FALLEN, ""), *_FALLEN),
    InterviewNotified: ((Sort.INTERVIEW, Step.BEGUN, ""),),
    OfficialInterviewed: ((Sort.INTERVIEW, Step.DONE, ""),),
    CriticismCirculated: ((Sort.CRITICISM, Step.BEGUN, ""),),
}
"""What each page that supervision keeps says of what was issued."""

OWED_FOR: Final[Mapping[tuple[Sort, Step], Period]] = {
    (Sort.LETTER, Step.RECEIVED): CalendarDays(60),  # ARL 76
    (Sort.LETTER_COPY, Step.BEGUN): WorkingDays(5),  # RULES 93
    (Sort.COPY, Step.BEGUN): WorkingDays(5),  # RULES 93
    (Sort.PUBLICATION, Step.BEGUN): WorkingDays(20),  # RULES 94
}
"""Within what it is done, from the day of the page; else the page states it, or nothing runs."""

ALONE: Final = frozenset({Sort.LETTER_COPY, Sort.COPY, Sort.PUBLICATION, Sort.INTERVIEW})
"""What may be done without anything that asked for it before."""

TOLD_ONLY: Final = frozenset({Sort.HAND_OVER, Sort.CRITICISM})
"""What nobody answers."""

AGAINST_OBLIGED: Final = frozenset({Sort.ORDER, Sort.INTERVIEW, Sort.CRITICISM})
"""What goes to whoever has to perform: the page names the organ that acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """One thing that was issued 制发、抄告、公开、移送、责令, and what came of it."""

    case_id: UUID
    sort: Sort
    on: date
    thing: UUID | None = None
    organs: str = ""
    recipient: str = ""
    until: datetime | None = None
    late_on: date | None = None
    done_on: date | None = None
    done_by: str = ""
    """Kind of the page that says so."""
    ended: Stand | None = None
    """认定不履行, or no longer needed."""
    ended_by: str = ""

    def stand(self, now: datetime) -> Stand:
        """Where it stands now; late by the page that says so, or by its day."""
        if self.ended:
            return self.ended
        if self.done_on:
            return Stand.DONE_LATE if self._done_late(self.done_on) else Stand.DONE
        if self.sort in TOLD_ONLY:
            return Stand.TOLD
        return Stand.LATE if self.late_on or (self.until and self.until <= now) else Stand.WAITING

    def _done_late(self, done_on: date) -> bool:
        last = day_of_expiry(self.until) if self.until else self.late_on
        return last is not None and done_on > last


_BY_NAME: Final = {kind.kind_name(): said for kind, said in STEPS.items()}
"""What a page says, by the name of its kind."""


def issued(pages: Iterable[Page], calendar: Calendar) -> list[Issued]:
    """What was issued in these files and what came of each, the earliest first."""
    found: list[Issued] = []
    for page in sorted(pages, key=lambda one: (one.case_id, one.version)):
        for sort, step, flag in _BY_NAME[page.kind]:
            if not flag or flag in page.flags.split():
                _follow(found, page, sort, step, calendar)
    return sorted(found, key=lambda one: one.on)


def _follow(found: list[Issued], page: Page, sort: Sort, step: Step, calendar: Calendar) -> None:
    """Let what is found so far follow one page."""
    within = OWED_FOR.get((sort, step))
    until = within.until(page.on, None, calendar) if within else page.until
    if step is Step.BEGUN:
        found.append(_begun(found, page, sort, until))
        return
    those = [n for n, one in enumerate(found) if _is_of(one, page, sort)]
    left = [n for n in those if found[n].done_on is None and found[n].ended is None]
    if step is Step.DONE and not left and sort in ALONE:
        found.append(_after(_begun(found, page, sort, None), page, step, None))
    for n in those if step is Step.UNHEEDED else left:
        found[n] = _after(found[n], page, step, until)
        if OWED in page.flags.split():  # of others it is owed still
            found.append(replace(found[n], organs="", done_on=None, done_by=""))


def _begun(found: list[Issued], page: Page, sort: Sort, until: datetime | None) -> Issued:
    watched = (one for one in found if _is_of(one, page, Sort.PERFORMANCE))
    obliged = next((one.organs for one in watched), "") if sort in AGAINST_OBLIGED else ""
    return Issued(
        case_id=page.case_id,
        sort=sort,
        on=page.on,
        thing=page.thing,
        organs=obliged or ("" if sort in {Sort.LETTER_COPY, *AGAINST_OBLIGED} else page.organs),
        recipient=page.recipient,
        until=until,
    )


def _is_of(one: Issued, page: Page, sort: Sort) -> bool:
    """Whether the page speaks of it: it is of the same file and sort, and of the same paper."""
    return (one.case_id, one.sort, one.thing) == (page.case_id, sort, page.thing)


def _after(one: Issued, page: Page, step: Step, until: datetime | None) -> Issued:
    said: dict[str, Any]
    match step:
        case Step.RECEIVED:
            said = {"until": until}
        case Step.DONE:
            organs = one.organs or page.organs
            said = {"done_on": page.on, "done_by": page.kind, "organs": organs}
        case Step.LATE:
            said = {"late_on": one.late_on or page.on}
        case Step.ANEW:
            said = {"until": until, "late_on": None}
        case Step.TAKEN_OVER:
            gone, new = page.organs.split()
            organs = " ".join(new if code == gone else code for code in one.organs.split())
            said = {"organs": organs}
        case Step.UNHEEDED:
            said = {"ended": Stand.UNHEEDED, "ended_by": page.kind}
        case _:
            said = {"ended": Stand.FALLEN, "ended_by": page.kind}
    return replace(one, **said)
