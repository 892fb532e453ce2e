"""申请期限: until when one may apply for reconsideration (ARL 20, 21; ARR2026 23 to 26, 38).

Each date that closes the way is a proof of its own, the sixty days as well as the caps of one, five
and twenty years, and the first of them decides. Time left out lengthens the sixty; the caps stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from shared.contracts.reconsideration import LeftOut
from shared.law.article import ARL, ARR2007, ARR2026, Article
from shared.law.calendar import Calendar
from shared.law.course import Cap, Exclusion
from shared.law.day import DAY
from shared.law.period import CalendarDays, Years
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.readings import READINGS, Readings, taken
from shared.law.reckoning import bounding
from shared.law.suing import RECONSIDER

TERM: Final = "行政复议申请期限"
FILE: Final = replace(RECONSIDER, name="file", term=TERM, because="知道或者应当知道该行政行为")
"""六十日, unless a law gives more (ARL 20)."""
FILE_UNTOLD: Final = replace(
    FILE,
    name="file_untold",
    article=ARL[20].par(3),
    because="知道或者应当知道申请复议的权利、机关和期限",
)
"""未告知申请复议的权利、机关和期限的 (ARL 20)."""
_OMISSION: Final = replace(
    FILE,
    name="file_omission",
    article=ARR2026[24],
    because="履行期限届满",
    since=ARR2026.since,
)
FILE_OMISSION: Final = (
    _OMISSION,
    replace(_OMISSION, article=ARR2007[16], since=date.min, until=ARR2026.since - DAY),
)
"""对未履行法定职责的申请期限, the newest edition first (ARR2026 24; ARR2007 16)."""
UNTOLD: Final = Prescribed(
    name="untold",
    term="未告知救济途径时的最长申请期限",
    period=Years(1),
    article=ARL[20].par(3),
    because="知道或者应当知道行政行为内容",
)
LONG_STOP: Final = Prescribed(
    name="long_stop",
    term="最长保护期（其他）",
    period=Years(5),
    article=ARL[21],
    because="行政行为作出",
)
ESTATE_STOP: Final = replace(
    LONG_STOP, name="estate_stop", term="最长保护期（因不动产）", period=Years(20)
)
PERIODS: Final = (FILE, FILE_UNTOLD, *FILE_OMISSION, UNTOLD, LONG_STOP, ESTATE_STOP)
"""申请期限和各个最长期限 (ARL 20, 21)."""
SIXTY: Final = FILE.period.n


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the act and of what was told; days that are not known are None."""

    on: date
    """The day of the step, whose edition of the regulation governs."""
    learnt_on: date | None
    """知道或者应当知道之日; of an omission, the day from which its period runs."""
    content_on: date | None
    """知道或者应当知道行政行为内容之日, from which the one year runs; None: it is not known."""
    because: str = FILE.because
    done_on: date | None = None
    told: bool = True
    """Whether right, authority and period were all told when the act was made."""
    remedies_learnt_on: date | None = None
    real_estate: bool = False
    omission: bool = False
    """未履行法定职责: there is no act, so neither a notice of remedies nor a long stop."""
    days: int = SIXTY
    exclusions: tuple[Exclusion, ...] = ()
    readings: Readings = READINGS
    """读法 where the text leaves two ways open."""


_LEFT_OUT: Final = {
    LeftOut.OBSTACLE: ("不可抗力或者其他正当理由", ARL[20].par(2)),
    LeftOut.SUIT: ("未经复议直接起诉的期间", ARR2026[26]),
    LeftOut.CORRECTION: ("行政机关自行纠正的期间", ARR2026[38].par(2)),
}


def left_out(
    why: LeftOut, first: date, last: date | None, on: date, *, readings: Readings = READINGS
) -> Exclusion:
    """不计入申请期限的期间 (ARL 20; ARR2026 26, 38): neither its first day nor its last counts.

    Before the regulation of 2026 a suit and a correction are another good reason [D].

    Args:
        why: The reason.
        first: The first day that is not counted.
        last: The last one; None while it still lasts.
        on: The day of the application, whose edition governs.
        readings: Whether both days are left out of a suit or a correction.
    """
    reason, article = _LEFT_OUT[why]
    named = article if article.statute.in_force(on) else ARL[20].par(2)
    if why is not LeftOut.OBSTACLE and readings.way("left_out") == "last_day":
        return Exclusion(first, last, reason, named)
    return Exclusion.whole(first, last, reason, named)


def by_organ(readings: Readings = READINGS) -> bool:
    """Whether the organ's receipt is the day of filing where one applies through it (ARL 32)."""
    return readings.way("through_organ") == "organ"


def lengthened(known: Known, left: Exclusion, calendar: Calendar) -> Known:
    """The same with what is left out of its sixty days told as their sum (ARL 20; ARR2026 38).

    Nothing is left out of days that were over before.
    """
    plain, longer = (
        next((one.reckoning.raw_end for one in bounds(each, calendar)), None)
        for each in (known, replace(known, exclusions=(left,)))
    )
    more = (longer - plain).days if plain and longer and known.learnt_on else 0
    return replace(known, days=known.days + more)


def article_of(known: Known) -> Article:
    """The provision that sets the sixty days (ARL 20; ARR2007 16; ARR2026 24)."""
    return _rule(known).article


def _rule(known: Known) -> Prescribed:
    if known.omission:
        return next(each for each in FILE_OMISSION if each.since <= known.on)
    return FILE if known.told else FILE_UNTOLD


def bounds(known: Known, calendar: Calendar) -> tuple[Proof, ...]:
    """Every date that closes the way, with its proof; none where nothing can be reckoned."""
    return tuple(_bounds(known, calendar))


def binding(proofs: tuple[Proof, ...]) -> Proof | None:
    """The one that closes it first 最先届满."""
    return min(proofs, key=lambda each: each.reckoning.last_day, default=None)


def _bounds(known: Known, calendar: Calendar) -> Iterator[Proof]:
    if known.learnt_on:
        yield from _sixty(known, known.learnt_on, calendar)
    rolls = known.readings.way("cap") == "rolls"
    if known.content_on and not known.told and not known.omission:
        yield _capping(UNTOLD, known.content_on, calendar, rolls=rolls)
    if known.done_on and not known.omission:
        stop = ESTATE_STOP if known.real_estate else LONG_STOP
        yield _capping(stop, known.done_on, calendar, rolls=rolls)


def _capping(rule: Prescribed, start: date, calendar: Calendar, *, rolls: bool) -> Proof:
    """A cap that closes the way; the reading is told where its last day is a rest day."""
    reckoning = bounding(Cap(rule.period, start, rule.article, rolls), calendar)
    rests = calendar.is_rest(reckoning.raw_end)
    return Proof(
        term=rule.term,
        article=rule.article,
        because=rule.because,
        reckoning=reckoning,
        readings=(taken("cap", "rolls" if rolls else "stands"),) if rests else (),
    )


def _sixty(known: Known, learnt_on: date, calendar: Calendar) -> Iterator[Proof]:
    start, because = learnt_on, known.because
    if not known.told and not known.omission:
        if known.remedies_learnt_on is None:
            return
        start = max(learnt_on, known.remedies_learnt_on)
        because = FILE_UNTOLD.because
    rule = replace(_rule(known), period=CalendarDays(known.days))
    spans = any(one.reason in _SPANS for one in known.exclusions)
    yield rule.proof(
        start,
        calendar,
        because=because,
        exclusions=known.exclusions,
        readings=(known.readings.taken("left_out"),) if spans else (),
    )


_SPANS: Final = {_LEFT_OUT[why][0] for why in (LeftOut.SUIT, LeftOut.CORRECTION)}
"""Intervals from one day to another, of which no text says whether both are left out."""
