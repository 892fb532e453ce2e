"""告知途径: what a party is told of a road, at triage and whenever a road is told again.

One function makes every notice, so that the dates told after a mediation are those of triage.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.routing.domain.filing import LeftOut, Window, window
from services.routing.domain.jurisdiction import competent, compulsory_first
from services.routing.domain.known import Known
from services.routing.domain.receipts import Receipt
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory, Occasion, OwnSuitTold, Road, RoadNotified
from shared.directory import Directory
from shared.directory.model import Nature
from shared.law.article import ARL, LDMA, OGI, PETITION, PLAN, PML, RLCD, RULES, Article
from shared.law.calendar import Calendar
from shared.law.prescribed import Prescribed
from shared.law.procedure import Refused
from shared.law.suing import SUE_DECISION, SUE_NO_DECISION

OPENED_BY: Final = {
    Road.ADJUDICATION: PLAN[24],
    Road.RECONSIDERATION: ARL[11],
    Road.LABOUR_ARBITRATION: LDMA[5],
    Road.LAND_CONTRACT_ARBITRATION: RLCD[4],
    Road.PETITION: PETITION[31].par(item=6),
    Road.DISCLOSURE: OGI[27],
    Road.COURT: PML[26],
}
"""须由当事人申请的途径: roads that only the party's own application opens, and by what article."""

OF_NATURE: Final = {
    Nature.ACT: Road.RECONSIDERATION,
    Nature.LABOUR: Road.LABOUR_ARBITRATION,
    Nature.LAND_CONTRACT: Road.LAND_CONTRACT_ARBITRATION,
    Nature.ADJUDICATION: Road.ADJUDICATION,
}
"""The statutory road of a kind of trouble, told even where another one is taken first."""


def opened_by(road: Road, act: ActKind | None) -> Article:
    """The article that opens a road, with the head of the act where one is complained of."""
    if road is Road.RECONSIDERATION and act is not None:
        return ARL[11].par(item=list(ActKind).index(act) + 1)
    return OPENED_BY[road]


def first_of(road: Road, known: Known, on: date) -> tuple[Compulsory, Article | None]:
    """复议前置, which concerns one road only (ARL 23)."""
    if road is not Road.RECONSIDERATION:
        return Compulsory.FREE, None
    silent = bool(known.omission)
    return compulsory_first(known.act, known.respondent, on, silent=silent)


def tell(
    road: Road,
    article: Article,
    known: Known,
    directory: Directory,
    calendar: Calendar,
    *,
    head: Head,
    occasion: Occasion = Occasion.TRIAGE,
    told_on: date | None = None,
    directly: bool = True,
    left: LeftOut | None = None,
) -> RoadNotified:
    """告知途径: the page that tells a statutory road and its last days (RULES 7, 58).

    Args:
        road: The road.
        article: The article that opens it.
        known: What is known of the dispute.
        directory: The city's organs.
        calendar: The city's calendar.
        head: Head of the page.
        occasion: Why it is told now.
        told_on: The day on which it was told first, if that was earlier: a party that had been
            told nothing learnt its rights then, and telling it again gives it no more time.
        directly: Whether one may still go to court instead; not once a decision came (ALL 45).
        left: The days that are not counted of the period to apply (ARR2026 38).
    """
    first, first_article = first_of(road, known, head.on)
    open_for = window(road, known, first, told_on or head.on, calendar, left=left)
    open_for = open_for if directly else replace(open_for, suit=None, suit_article=None)
    return RoadNotified(
        head=head,
        road=road,
        article=article.code,
        organs=competent(road, known, directory).organs,
        compulsory=first,
        compulsory_article=_code(first_article),
        starts_on=open_for.starts_on,
        period=open_for.period.code if open_for.period else None,
        period_article=_code(open_for.article),
        open_until=open_for.open_until,
        provisional=open_for.provisional,
        occasion=occasion,
        left_out_from=left[0] if left else None,
        left_out_until=left[1] if left else None,
        **_directly(open_for),
    )


def _directly(open_for: Window) -> dict[str, Any]:
    """The period for suing instead; nothing of it where one may not (ALL 45, 46)."""
    suit = open_for.suit
    return {
        "sue_until": open_for.sue_until,
        "sue_starts_on": suit.start if suit else None,
        "sue_period": suit.period.code if suit else None,
        "sue_article": _code(open_for.suit_article),
        "sue_provisional": bool(suit and suit.provisional),
    }


def tell_suit(
    served_on: date,
    known: Known,
    directory: Directory,
    calendar: Calendar,
    head: Head,
    *,
    occasion: Occasion = Occasion.DECIDED,
    rule: Prescribed = SUE_DECISION,
    decision_id: UUID | None = None,
    whose: Receipt | None = None,
    overdue_id: UUID | None = None,
) -> RoadNotified:
    """不服复议决定，起诉: fifteen days from the day on which the decision came (ALL 45).

    Args:
        served_on: 收到决定书之日; where none came in time, the last day for making it (ARL 34).
        known: What is known of the dispute.
        directory: The city's organs.
        calendar: The city's calendar.
        head: Head of the page.
        occasion: Why it is told now.
        rule: By which provision the fifteen days are given.
        decision_id: The file of the decision that was served, where one was.
        whose: Whose receipt it is, where that is known.
        overdue_id: The file of the case that was not decided in time.
    """
    until = rule.period.reckon(served_on, calendar)
    return RoadNotified(
        head=head,
        road=Road.COURT,
        article=rule.article.code,
        organs=competent(Road.COURT, known, directory).organs,
        occasion=occasion,
        sue_starts_on=served_on,
        sue_period=rule.period.code,
        sue_article=rule.article.code,
        sue_until=until.last_day,
        sue_provisional=until.provisional,
        decision_id=decision_id,
        person_id=whose.person_id if whose else None,
        of_case_id=whose.of_case_id if whose else overdue_id,
    )


def tell_own_suit(
    whose: Receipt, rule: Prescribed, calendar: Calendar, head: Head, *, occasion: Occasion
) -> OwnSuitTold:
    """告知本人起诉期限: fifteen days from one's own receipt, whenever the others had it (ARL 75).

    Args:
        whose: Who received what, when.
        rule: By which provision the fifteen days are given.
        calendar: The city's calendar.
        head: Head of the page.
        occasion: Why it is told now.
    """
    until = rule.period.reckon(whose.on, calendar)
    return OwnSuitTold(
        head=head,
        person_id=whose.person_id,
        of_case_id=whose.of_case_id,
        occasion=occasion,
        sue_starts_on=whose.on,
        sue_period=rule.period.code,
        sue_article=rule.article.code,
        sue_until=until.last_day,
        sue_provisional=until.provisional,
    )


def without_decision(*, first: bool) -> Prescribed:
    """起诉期限 where reconsideration gave no decision, and whether it comes `first` (ARL 34).

    ARL 34 speaks of acts for which reconsideration comes first; of the others ALL 45 does.
    """
    return SUE_NO_DECISION if first else SUE_DECISION


def suit_rule(article: str | None) -> Prescribed:
    """起诉期限 by the article by which it was told before; that of a decision where none was."""
    return without_decision(first=article == SUE_NO_DECISION.article.code)


def tell_of_oneself(persons: Collection[UUID], applicants: Collection[UUID]) -> None:
    """记明自己已另行申请: the dates are those of who brought the dispute (RULES 58).

    Raises:
        Refused: None of these persons did.
    """
    if set(persons).isdisjoint(applicants):
        raise Refused("申请期限是提出纠纷的当事人的，由其本人或者窗口记明已经申请", RULES[58])


def _code(article: Article | None) -> str | None:
    return article.code if article else None
