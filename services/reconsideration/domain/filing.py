"""Filing period 申请期限: until when an application is in time (ARL 20, 21)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.case import Case
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationReceived,
    FilingManner,
    TimeFinding,
    TimeLeftOut,
)
from shared.contracts.reconsideration.admissibility import ConditionsFound
from shared.law.article import CPL
from shared.law.calendar import Calendar
from shared.law.course import Exclusion
from shared.law.procedure import Refused
from shared.law.proof import Proof
from shared.law.reconsidering import filing, knowing
from shared.law.reconsidering.knowing import Start
from shared.law.reconsidering.omission import Said

NO_FINDING = TimeFinding()


@dataclass(frozen=True, slots=True)
class _Received:
    """What an application says of its own time, of the page 收到申请."""

    act: ActKind
    act_done_on: date | None
    learnt_on: date | None
    told_remedies: bool
    remedies_learnt_on: date | None
    real_estate: bool
    omission: bool | None
    requested_on: date | None
    duty_within: str | None
    posted_on: date | None
    handed_in_on: date | None
    manner: FilingManner
    postmark_unclear: bool
    received_on: date


Filed = Case | _Received
"""The case remembers the same by the same names."""

_OF_PAGE: Final = tuple(name for name in _Received.__slots__ if name != "received_on")


def found_on(pages: Sequence[Fact], calendar: Calendar) -> dict[int, Proof]:
    """申请期限 as acceptance or refusal found it, by the number of that page (ARL 20, 21, 30)."""
    application = _application(pages)
    if application is None:
        return {}
    found: dict[int, Proof] = {}
    for page in pages:
        if isinstance(page, _FINDS_TIME):
            shown = proof(application, page.time or NO_FINDING, calendar)
            found |= {page.head.version: shown} if shown else {}
    return found


def filed_on(pages: Sequence[Fact]) -> date | None:
    """提出之日 by these pages; None where nobody has found when it was posted (CPL 85; ARL 32)."""
    application = _application(pages)
    times = [page.time for page in pages if isinstance(page, _FINDS_TIME) and page.time]
    finding = times[-1] if times else NO_FINDING
    if application is None or posting_unknown(application, finding):
        return None
    return brought_on(application, finding)


_FINDS_TIME: Final = (ApplicationAccepted, ApplicationDeclined, ConditionsFound)


def _application(pages: Sequence[Fact]) -> _Received | None:
    received = next((page for page in pages if isinstance(page, ApplicationReceived)), None)
    if received is None:
        return None
    named = {name: getattr(received, name) for name in _OF_PAGE}
    named["posted_on"] = received.posted_on or received.brought_on
    return _Received(**named, received_on=received.head.on)


def last_day(case: Filed, finding: TimeFinding, calendar: Calendar) -> date | None:
    """申请期限的最后一日; None while no day is known from which it could run (ARL 20, 21)."""
    first = proof(case, finding, calendar)
    return first.reckoning.last_day if first else None


def proof(case: Filed, finding: TimeFinding, calendar: Calendar) -> Proof | None:
    """申请期限届满日的由来: the date that closes the way first, and how it came about."""
    return filing.binding(filing.bounds(_known(case, finding, calendar), calendar))


def stated(case: Case, finding: TimeFinding) -> TimeFinding:
    """What goes on file: each interval left out with the provision that leaves it out.

    Raises:
        Refused: A day of posting is found that cannot be one (CPL 85).
    """
    if finding.posted_on and not _could_be_posted(case, finding.posted_on):
        says = "交邮之日只在邮寄申请时查明，不得晚于收到申请之日"
        raise Refused(says, CPL[85].par(4))
    cited = tuple(
        TimeLeftOut(reason=one.reason, first=one.first, last=one.last, article=each.article.code)
        for one, each in zip(finding.exclusions, _left_out(case, finding), strict=True)
    )
    return finding.model_copy(update={"exclusions": cited})


def _could_be_posted(case: Case, on: date) -> bool:
    came = (case.posted_on if case.postmark_unclear else None) or case.received_on
    return case.manner is FilingManner.POST and (came is None or on <= came)


def posting_unknown(case: Filed, finding: TimeFinding = NO_FINDING) -> bool:
    """Whether it came by post on a day that neither the file nor the finding says (CPL 85).

    Where it goes on in a new file, the day on which it came first stands for the unread one.
    """
    known = finding.posted_on or (case.posted_on and not case.postmark_unclear)
    return case.manner is FilingManner.POST and not known


def _left_out(case: Filed, finding: TimeFinding) -> tuple[Exclusion, ...]:
    on = brought_on(case, finding) or date.max
    return tuple(filing.left_out(one.reason, one.first, one.last, on) for one in finding.exclusions)


def omits(case: Filed) -> bool:
    """未履行法定职责, of which there is no act to be known (ARR2026 24)."""
    return _said(case).silent


def _said(case: Filed) -> Said:
    return Said(
        act=case.act,
        done_on=case.act_done_on,
        learnt_on=case.learnt_on,
        omission=case.omission,
        requested_on=case.requested_on,
        duty_within=case.duty_within,
    )


def duty_ended(case: Filed, finding: TimeFinding, calendar: Calendar) -> Start | None:
    """履行期限届满, from which the period of an omission runs; None of an act (ARR2026 24).

    What an officer found goes before what is reckoned from the request, and that before the day
    that the application says.
    """
    on = brought_on(case, finding) or date.max
    return knowing.duty_ended(_said(case), on, calendar, perform_by=finding.learnt_on)


def _known(case: Filed, finding: TimeFinding, calendar: Calendar) -> filing.Known:
    """What the file says; days left out that were found as a sum have no place of their own."""
    known = filing.Known(
        on=brought_on(case, finding) or date.max,
        exclusions=_left_out(case, finding),
        learnt_on=finding.learnt_on or case.learnt_on,
        content_on=finding.learnt_on or case.learnt_on,
        done_on=case.act_done_on,
        told=case.told_remedies,
        remedies_learnt_on=case.remedies_learnt_on,
        real_estate=case.real_estate,
        omission=omits(case),
        days=finding.filing_days + finding.excluded_days,
    )
    return knowing.since(known, duty_ended(case, finding, calendar))


def brought_on(case: Filed, finding: TimeFinding = NO_FINDING) -> date | None:
    """提出之日: time in the post, or at the organ that fined, is not counted (CPL 85; ARL 32)."""
    if case.handed_in_on and not filing.by_organ():
        return case.received_on
    posted = finding.posted_on or case.posted_on
    return posted or case.handed_in_on or case.received_on


def timely(brought: date | None, last: date | None) -> bool:
    """在法定申请期限内提出: by the last day; one that nobody knows is nobody's to lose (ARL 20)."""
    return last is None or brought is None or brought <= last


class Timing(StrEnum):
    """How an application stands to its period 是否在期限内."""

    IN_TIME = "in_time"  # 已经提出，在期限内
    LATE = "late"  # 已经提出，逾期
    OPEN = "open"  # 尚未提出，期限未满
    OVER = "over"  # 尚未提出，期限已满
    EARLY = "early"  # 履行期限未满，尚不能提出
    UNKNOWN = "unknown"  # 没有可以起算的日期


def timing(
    brought: date | None, today: date, last: date | None, *, not_before: date | None = None
) -> Timing:
    """是否在申请期限内 (ARL 20).

    Args:
        brought: The day on which it was brought; None if it was not yet.
        today: The day of asking.
        last: The last day of the period.
        not_before: The last day of the time to perform, on which there is no omission yet.
    """
    day = brought or today
    if not_before and day <= not_before:
        return Timing.EARLY
    if last is None:
        return Timing.UNKNOWN
    if brought:
        return Timing.IN_TIME if timely(brought, last) else Timing.LATE
    return Timing.OPEN if today <= last else Timing.OVER
