"""分流和告知: the two pages of a routing file, made from what was registered (RULES 6, 7)."""

from dataclasses import dataclass

from services.routing.domain.jurisdiction import competent
from services.routing.domain.telling import first_of, tell
from services.routing.domain.triage import (
    Rule,
    Situation,
    article_of,
    choose_road,
    road_to_tell,
)
from shared.contracts.fact import Head
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import DisputeRouted, RoadNotified
from shared.directory import Directory
from shared.law.article import Article
from shared.law.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Choice:
    """分流结果: the rule that gave the road, and the rule whose road is told, if any."""

    taken: Rule
    told: Rule | None

    @property
    def blows(self) -> bool:
        """Whether departments are called."""
        return self.taken.whistle


def choose(fact: DisputeRegistered, directory: Directory) -> Choice:
    """分流: what becomes of a dispute as it was registered (RULES 6)."""
    situation = Situation(fact, directory.matter(fact.matter))
    return Choice(choose_road(situation), road_to_tell(situation))


def routed(fact: DisputeRegistered, rule: Rule, directory: Directory, head: Head) -> DisputeRouted:
    """分流: the page that keeps road, rule and competent organ (RULES 6)."""
    competence = competent(rule.road, fact, directory)
    first, article = first_of(rule.road, fact, head.on)
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
        respondent=fact.respondent,
        act=fact.act,
        happened_on=fact.happened_on,
        learnt_on=fact.learnt_on,
        told_remedies=fact.told_remedies,
    )


def notified(
    fact: DisputeRegistered, rule: Rule, directory: Directory, calendar: Calendar, head: Head
) -> RoadNotified:
    """告知途径: the page that tells a statutory road and its last day (RULES 7)."""
    article = article_of(rule, fact.act)
    return tell(rule.road, article, fact, directory, calendar, head=head)


def _code(article: Article | None) -> str | None:
    return article.code if article else None
