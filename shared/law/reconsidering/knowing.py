"""期限的起算: from which day the filing period runs (ARR2026 23, 24; before it ARR2007 15, 16)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from shared.contracts.intake import ActKind
from shared.contracts.service import Manner
from shared.law.article import ARR2007, ARR2026, OGI, Article, arr
from shared.law.calendar import Calendar
from shared.law.day import DAY
from shared.law.period import CalendarDays, Period, WorkingDays, parse_period
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.reconsidering.filing import Known
from shared.law.reconsidering.omission import Said
from shared.law.service import NOTICE_DAYS, filing_start


@dataclass(frozen=True, slots=True)
class Start:
    """期限起算之日, not counted itself: why that day, by which provision, and how it came about."""

    on: date
    because: str
    article: Article
    proofs: tuple[Proof, ...] = ()
    condition: str = ""
    """What must also be so, else this was no service."""


def start_by_service(
    manner: Manner, on: date, step_on: date, calendar: Calendar, *, notice_days: int = NOTICE_DAYS
) -> Start:
    """起算 by the manner of service (ARR2026 23; ARR2007 15).

    Args:
        manner: How the act was told.
        on: The day that the evidence shows; of a notice, the day of its publication.
        step_on: The day of the application, whose edition governs.
        calendar: The city's calendar.
        notice_days: How long the notice itself says that it runs.
    """
    served = filing_start(manner, on, step_on, calendar, notice_days=notice_days)
    proofs = (served.proof,) if served.proof else ()
    return Start(served.on, served.because, served.article, proofs, served.condition)


def start_by_evidence(on: date, step_on: date) -> Start:
    """被申请人证明的知道之日 goes before what the papers say (ARR2026 23(2); ARR2007 15)."""
    edition = arr(step_on)
    if edition is ARR2026:
        return Start(on, "证据材料证明知道或者应当知道该行政行为", edition[23].par(2))
    # The edition of 2007 let only knowledge be proved, not that one should have known.
    return Start(on, "证据材料证明知道该行政行为", edition[15].par(1, 6))


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """履职申请: what was asked of the organ, and by when a rule says it had to act."""

    received_on: date | None = None
    perform_by: date | None = None
    within: Period | None = None
    disclosure: bool = False


_PERFORM: Final = Prescribed(
    name="perform",
    term="行政机关履行期限",
    period=CalendarDays(60),
    article=ARR2026[24].par(1),
    because="行政机关收到申请",
    since=ARR2026.since,
)
PERFORM: Final = (
    _PERFORM,
    replace(_PERFORM, article=ARR2007[16], since=date.min, until=ARR2026.since - DAY),
)
"""没有规定履行期限的，六十日, the newest edition first (ARR2026 24; ARR2007 16)."""


DISCLOSE: Final = WorkingDays(20)
"""收到政府信息公开申请后二十个工作日内答复 (OGI 33)."""


def start_of_omission(asked: Request, step_on: date, calendar: Calendar) -> Start | None:
    """未履行职责的起算: the end of the time to perform, else sixty days (ARR2026 24)."""
    rule = next(each.article for each in PERFORM if each.since <= step_on)
    if asked.perform_by:
        return Start(asked.perform_by, "履行期限届满", rule)
    if asked.received_on is None:
        return None
    time = next(each for each in PERFORM if each.since <= step_on)
    # Of disclosure the articles do not speak; its own law sets a time, which is taken alike.
    article = OGI[33].par(2) if asked.disclosure else time.article
    within = asked.within or (DISCLOSE if asked.disclosure else None)
    time = replace(time, article=article, period=within or time.period)
    because = "履行期限届满" if within else "行政机关收到申请满60日"
    shown = time.proof(asked.received_on, calendar)
    return Start(shown.reckoning.last_day, because, rule, (shown,))


def duty_ended(
    said: Said, step_on: date, calendar: Calendar, *, perform_by: date | None = None
) -> Start | None:
    """履行期限届满, from which the period of an omission runs; None of an act (ARR2026 24).

    Args:
        said: What is said of the organ. What is reckoned from the request goes before the day that
            is said to be that of knowing.
        step_on: The day of the application, whose edition governs.
        calendar: The city's calendar.
        perform_by: 履行期限届满之日 as it was found or told by itself, which goes before both.
    """
    if not said.silent:
        return None
    asked = Request(
        received_on=said.requested_on,
        perform_by=perform_by or (None if said.requested_on else said.learnt_on),
        within=parse_period(said.duty_within) if said.duty_within else None,
        disclosure=said.act is ActKind.DISCLOSURE,
    )
    return start_of_omission(asked, step_on, calendar)


def since(known: Known, ended: Start | None) -> Known:
    """What is known of the act; of an omission, that it runs from the end of the time to perform.

    An omission has neither a notice of remedies nor a long stop, so what is said of them is left.
    """
    if ended is None:
        return known
    day = ended.on
    return replace(known, learnt_on=day, content_on=day, because=ended.because, omission=True)
