"""分流规则: an ordered list over what was registered; the first rule that holds gives the road.

The rules are data and come from the rule book 规则簿. A road that a statute opens is told to the
party even where another one is taken first: mediation stops no other period.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.routing.domain.condition import (
    KINDS_OF_TROUBLE,
    Condition,
    Situation,
    Together,
    failing,
)
from shared.contracts.intake import ActKind
from shared.contracts.routing import Road
from shared.law.article import ARL, Article

MOST_NEAR: Final = 3
"""Of the rules that nearly fired, so many are kept."""


@dataclass(frozen=True, slots=True)
class Rule:
    """分流规则: when it holds, the road that follows, and why."""

    name: str
    road: Road
    article: Article
    reason: str
    """What the party reads 分流理由."""
    when: tuple[Together, ...] = ()
    """Alternatives 择一条件, each of conditions that hold together; none: it always holds."""
    whistle: bool = False
    """Whether departments are called."""
    told: bool = False
    """Whether the road is one that only the party's own application opens."""

    def holds(self, situation: Situation) -> bool:
        """Whether one of its alternatives holds."""
        for together in self.when:
            for one in together:
                if not one.holds(situation):
                    break
            else:
                return True
        return not self.when

    def lacks(self, situation: Situation) -> Condition | None:
        """The one condition for want of which it does not hold; None if it holds or wants more.

        It must have something in common with the dispute: a rule that asks for one thing only, or
        else for what was not registered, comes near to none.
        """
        near: Condition | None = None
        for together in self.when:
            lacking = failing(together, situation)
            if not lacking:
                return None
            if near is None and len(lacking) == 1 and _in_common(together, lacking):
                near = lacking[0]
        return near


def _in_common(together: Together, lacking: Sequence[Condition]) -> bool:
    return any(one.positive for one in together if one not in lacking)


@dataclass(frozen=True, slots=True)
class Near:
    """相近规则: a rule that would have held but for one condition."""

    rule: Rule
    lacked: Condition


@dataclass(frozen=True, slots=True)
class Choice:
    """分流结果: the rule that gave the road, the rule whose road is told, and what came near."""

    taken: Rule
    told: Rule | None
    nearly: tuple[Near, ...] = ()

    @property
    def blows(self) -> bool:
        """Whether departments are called."""
        return self.taken.whistle


def decide(rules: Sequence[Rule], situation: Situation) -> Choice:
    """分流: the first rule that holds, and the first statutory road that is open (RULES 6, 7).

    What came near is left out; `choose` finds it too.
    """
    taken = next(rule for rule in rules if rule.holds(situation))
    told = next((rule for rule in rules if rule.told and rule.holds(situation)), None)
    return Choice(taken, told)


def choose(rules: Sequence[Rule], situation: Situation) -> Choice:
    """分流, with the rules that nearly fired (RULES 6, 54)."""
    choice = decide(rules, situation)
    return Choice(choice.taken, choice.told, near_misses(rules, choice.taken, situation))


def near_misses(rules: Sequence[Rule], taken: Rule, situation: Situation) -> tuple[Near, ...]:
    """相近规则: those that lack one condition, the nearest to the one that fired first.

    A rule that lacks a circumstance comes before one for another kind of trouble: an officer can
    ask the party again whether it agrees to mediation, but a debt is no boundary of land.
    """
    at = rules.index(taken)
    found = [
        ((lacked.field in KINDS_OF_TROUBLE, abs(n - at), n), Near(rule, lacked))
        for n, rule in enumerate(rules)
        if (lacked := rule.lacks(situation))
    ]
    found.sort(key=lambda one: one[0])
    return tuple(near for _, near in found[:MOST_NEAR])


def article_of(rule: Rule, act: ActKind | None) -> Article:
    """The article that gives the reason, with the head of the act where one is complained of."""
    if rule.road is Road.RECONSIDERATION and act is not None:
        return ARL[11].par(item=list(ActKind).index(act) + 1)
    return rule.article
