"""分流说明: which rule fired, what of every other held and what did not, and what came near."""

from dataclasses import dataclass

from services.routing.domain.condition import Condition, Situation
from services.routing.domain.condition_words import ROADS, read_code, said_of, words_of
from services.routing.domain.rulebook import RuleBook
from services.routing.domain.triage import Rule, article_of, near_misses
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import DisputeRouted
from shared.directory import Directory
from shared.law.article import Article


@dataclass(frozen=True, slots=True)
class Tried:
    """一项条件, and what was registered instead."""

    wanted: str
    said: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Line:
    """一条规则 as it met this dispute."""

    name: str
    road: str
    article: Article
    reason: str
    fired: bool
    holds: bool
    """One that holds and did not fire stands behind the one that did."""
    told: bool
    """Whether its road is one that the party must apply for."""
    alternatives: tuple[tuple[Tried, ...], ...]


@dataclass(frozen=True, slots=True)
class Nearly:
    """相近规则, and the one thing for want of which it did not hold."""

    name: str
    road: str
    reason: str
    lacked: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """分流说明 of one dispute."""

    number: str
    page: DisputeRouted
    road: str
    article: Article
    reason: str
    organs: tuple[str, ...]
    """Names of the competent organs."""
    competence: Article | None
    compulsory: Article | None
    book: RuleBook
    lines: tuple[Line, ...]
    nearly: tuple[Nearly, ...]


def explain(
    fact: DisputeRegistered, page: DisputeRouted, book: RuleBook, directory: Directory
) -> Explanation:
    """What was registered, held against the rule book in force on the day of the page (RULES 54).

    The road, the rule and what came near are the page's own; a page of an older release did not
    keep what came near, so it is found again.
    """
    situation = Situation.of(fact, directory.matter(fact.matter))
    lines = tuple(_line(rule, page, fact, situation, directory) for rule in book.rules)
    fired = next((line for line in lines if line.fired), None)
    return Explanation(
        number=fact.number,
        page=page,
        road=ROADS[page.road],
        article=Article.parse(page.article),
        reason=page.reason or (fired.reason if fired else ""),
        organs=tuple(_name(code, directory) for code in page.organs),
        competence=_article(page.competence),
        compulsory=_article(page.compulsory_article),
        book=book,
        lines=lines,
        nearly=tuple(
            _nearly(book.by_name[name], lacked, directory)
            for name, lacked in _near(page, book, situation)
            if name in book.by_name
        ),
    )


def _line(
    rule: Rule,
    page: DisputeRouted,
    fact: DisputeRegistered,
    situation: Situation,
    directory: Directory,
) -> Line:
    return Line(
        name=rule.name,
        road=ROADS[rule.road],
        article=article_of(rule, fact.act),
        reason=rule.reason,
        fired=rule.name == page.rule,
        holds=rule.holds(situation),
        told=rule.told,
        alternatives=tuple(
            tuple(_tried(one, situation, directory) for one in together) for together in rule.when
        ),
    )


def _tried(condition: Condition, situation: Situation, directory: Directory) -> Tried:
    said = words_of(condition.field, situation.said[condition.field], directory)
    return Tried(said_of(condition, directory), said, condition.holds(situation))


def _near(
    page: DisputeRouted, book: RuleBook, situation: Situation
) -> tuple[tuple[str, Condition], ...]:
    if page.rules or page.rule not in book.by_name:
        return tuple((near.rule, read_code(near.lacked)) for near in page.nearly)
    found = near_misses(book.rules, book.by_name[page.rule], situation)
    return tuple((near.rule.name, near.lacked) for near in found)


def _nearly(rule: Rule, lacked: Condition, directory: Directory) -> Nearly:
    return Nearly(rule.name, ROADS[rule.road], rule.reason, said_of(lacked, directory))


def _article(code: str | None) -> Article | None:
    return Article.parse(code) if code else None


def _name(code: str, directory: Directory) -> str:
    try:
        return directory.organ(code).name
    except LookupError:
        return code
