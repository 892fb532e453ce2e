"""分流和告知: the two pages of a routing file, made from what was registered (RULES 6, 7)."""

from services.routing.domain.condition import Situation
from services.routing.domain.jurisdiction import competent
from services.routing.domain.known import said_of
from services.routing.domain.rulebook import RuleBook
from services.routing.domain.telling import first_of, tell
from services.routing.domain.triage import Choice, Rule, article_of
from services.routing.domain.triage import choose as choose_rule
from shared.contracts.fact import Head
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import DisputeRouted, NearMiss, Road, RoadNotified
from shared.directory import Directory
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.reconsidering.omission import at_once


def choose(fact: DisputeRegistered, directory: Directory, book: RuleBook) -> Choice:
    """分流: what becomes of a dispute as it was registered, by this rule book (RULES 6)."""
    return choose_rule(book.rules, Situation.of(fact, directory.matter(fact.matter)))


def routed(
    fact: DisputeRegistered, choice: Choice, directory: Directory, book: RuleBook, head: Head
) -> DisputeRouted:
    """分流: the page that keeps road, rule, competent organ and what came near (RULES 6)."""
    rule = choice.taken
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
        reason=reason_of(rule, fact),
        nearly=tuple(
            NearMiss(rule=near.rule.name, lacked=near.lacked.code) for near in choice.nearly
        ),
        rules=book.edition,
        respondent=fact.respondent,
        act=fact.act,
        happened_on=fact.happened_on,
        learnt_on=fact.learnt_on,
        told_remedies=fact.told_remedies,
        omission=fact.omission,
        requested_on=fact.requested_on,
        duty_within=fact.duty_within,
        urgent=fact.urgent,
    )


def notified(
    fact: DisputeRegistered, rule: Rule, directory: Directory, calendar: Calendar, head: Head
) -> RoadNotified:
    """告知途径: the page that tells a statutory road and its last day (RULES 7)."""
    article = article_of(rule, fact.act)
    return tell(rule.road, article, fact, directory, calendar, head=head)


def reason_of(rule: Rule, fact: DisputeRegistered) -> str:
    """分流理由 as the party reads it; of an organ that kept silent, from when one may apply.

    Who asks for protection in an emergency waits for no time of the organ's (ARR2026 24).
    """
    said = said_of(fact)
    if rule.road is not Road.RECONSIDERATION or not said.silent:
        return rule.reason
    if at_once(said.act, urgent=said.urgent):
        return f"{rule.reason}；紧急情况下请求保护的，可以立即申请，不必等待履行期限届满"
    return f"{rule.reason}；行政机关没有处理履职申请的，申请期限自其履行期限届满之日起算"


def _code(article: Article | None) -> str | None:
    return article.code if article else None
