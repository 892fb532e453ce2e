"""申请期限: until when a statutory road is open, from what was registered (ARL 20, 21).

The date warns the party; whoever takes the application decides whether it is in time. A party who
was told nothing when the act was made learns its rights from the very notice that shows the date;
had it known them before, the authority will find so.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from shared.contracts.intake import ActKind, DisputeRegistered
from shared.contracts.routing import Compulsory, Road
from shared.law.article import ALL, ARL, LDMA, RLCD, Article, arr
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, Months, Period, Reckoning, Years

REAL_ESTATE_MATTERS: Final = frozenset({"tudi", "lindi", "caoyuan", "zhengshou"})
"""Matters about land, forest, grassland and houses 不动产 (ARL 21)."""


@dataclass(frozen=True, slots=True)
class Window:
    """申请期限 of one road: what it runs from, and its last day where that can be reckoned."""

    period: Period | None = None
    article: Article | None = None
    starts_on: date | None = None
    open_until: date | None = None
    sue_until: date | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class _Bound:
    """One date that closes the road, with the article that sets it."""

    article: Article
    reckoning: Reckoning


def window(
    road: Road, fact: DisputeRegistered, compulsory: Compulsory, told_on: date, calendar: Calendar
) -> Window:
    """Until when the road is open to the party.

    Args:
        road: The road that is told.
        fact: What was registered.
        compulsory: Whether a suit must wait for reconsideration.
        told_on: The day of this notice, on which a party who was told nothing learns its rights.
        calendar: The city's calendar.
    """
    match road:
        case Road.RECONSIDERATION:
            return _reconsideration(fact, compulsory, told_on, calendar)
        case Road.LABOUR_ARBITRATION:
            return _simple(Years(1), LDMA[27].par(1), fact, calendar)
        case Road.LAND_CONTRACT_ARBITRATION:
            return _simple(Years(2), RLCD[18], fact, calendar)
        case _:
            return Window()


def _simple(
    period: Period, article: Article, fact: DisputeRegistered, calendar: Calendar
) -> Window:
    if fact.learnt_on is None:
        return Window(period=period, article=article)
    until = period.reckon(fact.learnt_on, calendar)
    return Window(
        period=period,
        article=article,
        starts_on=until.start,
        open_until=until.last_day,
        provisional=until.provisional,
    )


def _reconsideration(
    fact: DisputeRegistered, compulsory: Compulsory, told_on: date, calendar: Calendar
) -> Window:
    sixty = CalendarDays(60)
    if fact.learnt_on is None:
        return Window(period=sixty, article=_article(fact, told_on))
    bounds = _filing_bounds(fact, fact.learnt_on, told_on, calendar)
    first = min(bounds, key=lambda bound: bound.reckoning.last_day)
    return Window(
        period=first.reckoning.period,
        article=first.article,
        starts_on=first.reckoning.start,
        open_until=first.reckoning.last_day,
        sue_until=_suit(fact, compulsory, calendar),
        provisional=first.reckoning.provisional,
    )


def _article(fact: DisputeRegistered, on: date) -> Article:
    """Inaction is counted from the end of the time for performing (ARR2007 16, ARR2026 24)."""
    if fact.act is ActKind.INACTION:
        edition = arr(on)
        return edition[24 if edition.key == "ARR2026" else 16]
    return ARL[20].par(1)


def _filing_bounds(
    fact: DisputeRegistered, learnt_on: date, told_on: date, calendar: Calendar
) -> list[_Bound]:
    sixty = CalendarDays(60)
    if fact.told_remedies or fact.act is ActKind.INACTION:
        bounds = [_Bound(_article(fact, told_on), sixty.reckon(learnt_on, calendar))]
    else:
        cap = ARL[20].par(3)
        bounds = [
            _Bound(cap, sixty.reckon(max(told_on, learnt_on), calendar)),
            _Bound(cap, Years(1).reckon(learnt_on, calendar)),
        ]
    return bounds + _long_stop(ARL[21], fact, calendar)


def _long_stop(article: Article, fact: DisputeRegistered, calendar: Calendar) -> list[_Bound]:
    """Twenty years for real estate, five for the rest, from the act (ARL 21, ALL 46)."""
    if fact.happened_on is None or fact.act is ActKind.INACTION:
        return []
    estate = fact.act is ActKind.RESOURCE_TITLE or fact.matter in REAL_ESTATE_MATTERS
    return [_Bound(article, Years(20 if estate else 5).reckon(fact.happened_on, calendar))]


def _suit(fact: DisputeRegistered, compulsory: Compulsory, calendar: Calendar) -> date | None:
    """直接起诉期限, where the choice is free; not shown where the party was told nothing."""
    if compulsory is Compulsory.REQUIRED or not fact.told_remedies or fact.learnt_on is None:
        return None
    bounds = [
        _Bound(ALL[46].par(1), Months(6).reckon(fact.learnt_on, calendar)),
        *_long_stop(ALL[46].par(2), fact, calendar),
    ]
    return min(bound.reckoning.last_day for bound in bounds)
