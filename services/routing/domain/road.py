"""分流和告知: the two pages of a routing file, made from what was registered (RULES 6, 7)."""

from datetime import date

from services.routing.domain.condition import Situation
from services.routing.domain.filing import window
from services.routing.domain.jurisdiction import competent, compulsory_first
from services.routing.domain.rulebook import RuleBook
from services.routing.domain.triage import Choice, Rule, article_of
from services.routing.domain.triage import choose as choose_rule
from shared.contracts.fact import Head
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import Compulsory, DisputeRouted, NearMiss, Road, RoadNotified
from shared.directory import Directory
from shared.law.article import Article
from shared.law.calendar import Calendar


def choose(fact: DisputeRegistered, directory: Directory, book: RuleBook) -> Choice:
    """分流: what becomes of a dispute as it was registered, by this rule book (RULES 6)."""
    return choose_rule(book.rules, Situation.of(fact, directory.matter(fact.matter)))


def routed(
    fact: DisputeRegistered, choice: Choice, directory: Directory, book: RuleBook, head: Head
) -> DisputeRouted:
    """分流: the page that keeps road, rule, competent organ and what came near (RULES 6)."""
    rule = choice.taken
    competence = competent(rule.road, fact, directory)
    first, article = _first(rule.road, fact, head.on)
    return DisputeRouted(
        head=head,
        road=rule.road,
        rule=rule.name,
        article=article_of(rule, fact.act).code,
        organs=competence.organs,
        competence=_code(competence.article),
        compulsory=first,
        compulsory_article=_code(article),
        matter=fact.matter,
        place=fact.place,
        county=fact.county,
        parties=fact.parties,
        willingness=fact.willingness,
        history=fact.history,
        reason=rule.reason,
        nearly=tuple(
            NearMiss(rule=near.rule.name, lacked=near.lacked.code) for near in choice.nearly
        ),
        rules=book.edition,
    )


def notified(
    fact: DisputeRegistered, rule: Rule, directory: Directory, calendar: Calendar, head: Head
) -> RoadNotified:
    """告知途径: the page that tells a statutory road and its last day (RULES 7)."""
    first, article = _first(rule.road, fact, head.on)
    open_for = window(rule.road, fact, first, head.on, calendar)
    return RoadNotified(
        head=head,
        road=rule.road,
        article=article_of(rule, fact.act).code,
        organs=competent(rule.road, fact, directory).organs,
        compulsory=first,
        compulsory_article=_code(article),
        starts_on=open_for.starts_on,
        period=open_for.period.code if open_for.period else None,
        period_article=_code(open_for.article),
        open_until=open_for.open_until,
        sue_until=open_for.sue_until,
        provisional=open_for.provisional,
    )


def _first(road: Road, fact: DisputeRegistered, on: date) -> tuple[Compulsory, Article | None]:
    if road is not Road.RECONSIDERATION:
        return Compulsory.FREE, None
    return compulsory_first(fact.act, fact.respondent, on)


def _code(article: Article | None) -> str | None:
    return article.code if article else None
