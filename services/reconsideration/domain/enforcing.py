"""强制执行: who enforces against whoever neither sues nor performs, and until when (ARL 78)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.remedying import Paper, Served
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Outcome
from shared.law.ahead import latest_start
from shared.law.article import ALI, ARL, COERCION
from shared.law.calendar import Calendar
from shared.law.day import DAY
from shared.law.proof import Proof
from shared.law.suing import ENFORCE, URGE

_ENFORCERS: Final = {
    "organ": "由作出行政行为的行政机关依法强制执行，或者申请人民法院强制执行",
    "authority": "由行政复议机关依法强制执行，或者申请人民法院强制执行",
}


def enforcer(served: Served) -> tuple[str, Point] | None:
    """对申请人、第三人的强制执行: who enforces what they do not perform (ARL 78)."""
    if served.paper is Paper.MEDIATION:
        return "authority", Point(_ENFORCERS["authority"], ARL[78].par(item=3))
    if served.paper is not Paper.DECISION:
        return None
    if served.outcome is Outcome.UPHELD:
        return "organ", Point(_ENFORCERS["organ"], ARL[78].par(item=1))
    if served.outcome is Outcome.CHANGED:
        return "authority", Point(_ENFORCERS["authority"], ARL[78].par(item=2))
    return None


def enforcer_of_all(outcomes: Iterable[Outcome]) -> str | None:
    """一份决定逐项决定几项行为: who enforces; "authority", "organ", or None for nobody (ARL 78).

    Where one act is changed and another upheld the authority answers for what its paper says, and
    takes down what the organ enforces of the one that was upheld [D].
    """
    whose = (enforcer(Served(paper=Paper.DECISION, on=None, outcome=one)) for one in outcomes)
    found = {each[0] for each in whose if each}
    return next((one for one in _ENFORCERS_FIRST if one in found), None)


_ENFORCERS_FIRST: Final = ("authority", "organ")


@dataclass(frozen=True, slots=True)
class Ended:
    """何时起可以申请执行: the day with which all that was open, or allowed, has ended."""

    on: date
    because: str
    read: str = ""
    """The reading on which it rests, in Chinese, where no article says so in so many words."""


def ended(served: Served, suit: Proof | None, perform_until: date | None) -> Ended | None:
    """起算之日 of the three months (COERCION 53).

    A mediation document and a final ruling leave no suit, so that nothing but the time to perform
    can end; where none was set, or it was over before, their own effect [D].
    """
    if suit is not None:
        return Ended(suit.reckoning.last_day, "起诉期限届满")
    if served.paper is not Paper.MEDIATION and not served.final:
        return None
    name = "调解书" if served.paper is Paper.MEDIATION else "最终裁决"
    read = (
        f"{name}没有起诉期限，三个月自履行期限届满起算，"
        "没有写明或者此前已经届满的自生效起算（解释）"
    )
    if perform_until and not (served.on and perform_until < served.on):
        return Ended(perform_until, f"{name}的履行期限届满", read)
    return Ended(served.on, f"{name}生效", read) if served.on else None


def enforcing(start: Ended | None, urged_on: date | None, calendar: Calendar) -> Iterator[Proof]:
    """申请人民法院强制执行: three months, and ten working days after urging (COERCION 53, 54)."""
    if start:
        yield ENFORCE.proof(start.on, calendar, because=start.because)
    if urged_on:
        yield URGE.proof(urged_on, calendar)


def urge_by(start: Ended, calendar: Calendar) -> date:
    """最迟的催告之日: ten working days later one must still be able to apply (COERCION 53, 54)."""
    last = ENFORCE.period.last_day(start.on, calendar)
    return latest_start(URGE.period, last - DAY, calendar)


def counted_from(
    sue_until: date | None, perform_by: date | None, effective_on: date, calendar: Calendar
) -> date:
    """起算之日 of the three months against one party (COERCION 53).

    It is the end of the days to sue, as the article says. Where the time to perform leaves no day
    on which to urge in those months, nothing could ever be applied for: they run from its end [D].
    What has no effect yet is not enforced, so that they never run from a day before it has.

    Args:
        sue_until: The last day to sue; None where no suit is open, as in `ended`.
        perform_by: The last day to perform, where one is set.
        effective_on: The day of service, or on which a mediation document has effect.
        calendar: The city's calendar.
    """
    if sue_until is None:
        return max(effective_on, perform_by or effective_on)
    if perform_by and perform_by >= urge_by(Ended(sue_until, ENFORCE.because), calendar):
        return perform_by
    return sue_until


def courting(start: Ended | None, urged_on: date | None, calendar: Calendar) -> Iterator[Point]:
    """申请执行前后: urge first, in which court, what lateness costs (COERCION 54; ALI 156, 157)."""
    yield Point("没有强制执行权的机关自期限届满之日起三个月内申请人民法院", COERCION[53])
    if start and start.read:
        yield Point(start.read, COERCION[53])
    text = "申请前应当催告，送达十日后仍不履行的可以申请"
    yield Point(text, COERCION[54])
    yield Point("十日以内的期限是工作日", COERCION[69])
    if start:
        last = ENFORCE.period.last_day(start.on, calendar)
        by = urge_by(start, calendar)
        in_time = None if urged_on is None else urged_on <= by
        yield Point(f"催告书最迟{by}送达，才来得及在{last}以前申请", COERCION[54], in_time)
    yield Point("逾期申请的，除有正当理由外，人民法院不予受理", ALI[156])
    yield Point("由申请机关所在地的基层人民法院受理，不动产的由不动产所在地的受理", ALI[157].par(1))
