"""申请期限: until when a statutory road is open, from what was registered (ARL 20, 21).

The date warns the party; whoever takes the application decides whether it is in time. A party who
was told nothing when the act was made learns its rights from the very notice that shows the date;
had it known them before, the authority will find so.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from services.routing.domain.known import Known, said_of
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import LeftOut as Why
from shared.contracts.routing import Compulsory, Road
from shared.law.article import LDMA, RLCD, Article
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, Period, Reckoning, Years, parse_period
from shared.law.reconsidering import filing
from shared.law.reconsidering.knowing import duty_ended, since
from shared.law.suing import (
    PERFORM_DUTY,
    SUE_ACT,
    SUE_ESTATE_STOP,
    SUE_OMISSION,
    SUE_STOP,
    Omission,
    omitted,
)

REAL_ESTATE_MATTERS: Final = frozenset({"tudi", "lindi", "caoyuan", "zhengshou"})
"""Matters about land, forest, grassland and houses 不动产 (ARL 21)."""


LeftOut = tuple[date, date]
"""不计入申请期限的期间: the day of handing in to the organ, and that of being told (ARR2026 38)."""


@dataclass(frozen=True, slots=True)
class Window:
    """申请期限 of one road: what it runs from, and its last day where that can be reckoned."""

    period: Period | None = None
    article: Article | None = None
    starts_on: date | None = None
    open_until: date | None = None
    provisional: bool = False
    suit: Reckoning | None = None
    """直接起诉期限, where the party may go to court instead."""
    suit_article: Article | None = None

    @property
    def sue_until(self) -> date | None:
        """The last day for going to court directly."""
        return self.suit.last_day if self.suit else None


def window(
    road: Road,
    fact: Known,
    compulsory: Compulsory,
    told_on: date,
    calendar: Calendar,
    *,
    left: LeftOut | None = None,
) -> Window:
    """Until when the road is open to the party.

    Args:
        road: The road that is told.
        fact: What was registered.
        compulsory: Whether a suit must wait for reconsideration.
        told_on: The day of this notice, on which a party who was told nothing learns its rights.
        calendar: The city's calendar.
        left: The days that are not counted of the period for reconsideration.
    """
    match road:
        case Road.RECONSIDERATION:
            return _reconsideration(fact, compulsory, told_on, calendar, left)
        case Road.LABOUR_ARBITRATION:
            return _simple(Years(1), LDMA[27].par(1), fact, calendar)
        case Road.LAND_CONTRACT_ARBITRATION:
            return _simple(Years(2), RLCD[18], fact, calendar)
        case _:
            return Window()


def _simple(period: Period, article: Article, fact: Known, calendar: Calendar) -> Window:
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
    fact: Known, compulsory: Compulsory, told_on: date, calendar: Calendar, left: LeftOut | None
) -> Window:
    filed = _filed(fact, told_on, calendar)
    if left:
        spans = filing.left_out(Why.CORRECTION, *left, left[1])
        filed = filing.lengthened(filed, spans, calendar)
    first = filing.binding(filing.bounds(filed, calendar)) if filed.learnt_on else None
    if first is None:
        return Window(period=CalendarDays(filed.days), article=filing.article_of(filed))
    suit, article = _suit(fact, compulsory, calendar) or (None, None)
    return Window(
        period=first.reckoning.period,
        article=first.article,
        starts_on=first.reckoning.start,
        open_until=first.reckoning.last_day,
        provisional=first.reckoning.provisional,
        suit=suit,
        suit_article=article,
    )


def _filed(fact: Known, told_on: date, calendar: Calendar) -> filing.Known:
    """What was registered; who was told nothing learns its rights from this notice."""
    said = said_of(fact)
    known = filing.Known(
        on=told_on,
        learnt_on=fact.learnt_on,
        content_on=fact.learnt_on,
        done_on=fact.happened_on,
        told=fact.told_remedies,
        remedies_learnt_on=None if fact.told_remedies else told_on,
        real_estate=_estate(fact),
        omission=said.silent,
    )
    return since(known, duty_ended(said, told_on, calendar))


def _estate(fact: Known) -> bool:
    return fact.act is ActKind.RESOURCE_TITLE or fact.matter in REAL_ESTATE_MATTERS


def _suit(
    fact: Known, compulsory: Compulsory, calendar: Calendar
) -> tuple[Reckoning, Article] | None:
    """直接起诉期限, where the choice is free and the party was told its remedies (ALL 46, 47)."""
    if compulsory is Compulsory.REQUIRED:
        return None
    if said_of(fact).silent:
        return _suit_of_silence(fact, calendar)
    if not fact.told_remedies or fact.learnt_on is None:
        return None
    ends = [(SUE_ACT.period.reckon(fact.learnt_on, calendar), SUE_ACT.article)]
    if fact.happened_on:
        stop = SUE_ESTATE_STOP if _estate(fact) else SUE_STOP
        ends.append((stop.period.reckon(fact.happened_on, calendar), stop.article))
    return min(ends, key=lambda end: end[0].last_day)


def _suit_of_silence(fact: Known, calendar: Calendar) -> tuple[Reckoning, Article] | None:
    """不履行职责的: from the end of the two months, or of the time that is set (ALL 47; ALI 66)."""
    if fact.requested_on:
        within = parse_period(fact.duty_within) if fact.duty_within else PERFORM_DUTY.period
        asked = Omission(requested_on=fact.requested_on, within=within, urgent=fact.urgent)
        last = next(reversed(omitted(asked, calendar)), None)
        return (last.reckoning, last.article) if last else None
    if fact.learnt_on is None:
        return None
    return SUE_OMISSION.period.reckon(fact.learnt_on, calendar), SUE_OMISSION.article
