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
from shared.law.article import LDMA, RLCD, Article
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, Months, Period, Years
from shared.law.reconsidering.filing import Known, article_of, binding, bounds

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
    known = _known(fact, told_on)
    first = binding(bounds(known, calendar)) if fact.learnt_on else None
    if first is None:
        return Window(period=CalendarDays(known.days), article=article_of(known))
    return Window(
        period=first.reckoning.period,
        article=first.article,
        starts_on=first.reckoning.start,
        open_until=first.reckoning.last_day,
        sue_until=_suit(fact, compulsory, calendar),
        provisional=first.reckoning.provisional,
    )


def _known(fact: DisputeRegistered, told_on: date) -> Known:
    """What was registered; who was told nothing learns its rights from this notice."""
    return Known(
        on=told_on,
        learnt_on=fact.learnt_on,
        done_on=fact.happened_on,
        told=fact.told_remedies,
        remedies_learnt_on=None if fact.told_remedies else told_on,
        real_estate=_estate(fact),
        omission=fact.act is ActKind.INACTION,
    )


def _estate(fact: DisputeRegistered) -> bool:
    return fact.act is ActKind.RESOURCE_TITLE or fact.matter in REAL_ESTATE_MATTERS


def _suit(fact: DisputeRegistered, compulsory: Compulsory, calendar: Calendar) -> date | None:
    """直接起诉期限, where the choice is free and the party was told its remedies (ALL 46)."""
    if compulsory is Compulsory.REQUIRED or not fact.told_remedies or fact.learnt_on is None:
        return None
    ends = [Months(6).last_day(fact.learnt_on, calendar)]
    if fact.happened_on and fact.act is not ActKind.INACTION:
        ends.append(Years(20 if _estate(fact) else 5).last_day(fact.happened_on, calendar))
    return min(ends)
