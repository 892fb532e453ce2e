"""数字怎样说: ratios with denominators, scores, bands and rankings of what a board has counted."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.routing.domain.yardsticks import USUAL, Yardsticks
from services.routing.figures import measures as m
from services.routing.figures.fold import Board, Tally
from services.routing.figures.measures import RATIOS, Ratio, Rise, at_level, of_rise
from services.routing.figures.odds import Share, nearest_rank, prior_of, shrunk, wilson
from services.routing.figures.parts import Duty
from shared.contracts.routing import Rung


@dataclass(frozen=True, slots=True)
class Told:
    """A ratio as it is told."""

    ratio: Ratio
    share: Share
    aside: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Time:
    """Own time on a duty at a level, of whoever has done it; in minutes."""

    duty: Duty
    level: str
    n: int
    median: int
    ninetieth: int


@dataclass(frozen=True, slots=True)
class Step:
    """One level of the ladder: how many came, and what became of them."""

    level: Rung
    n: Mapping[Rise, int]
    solved: Told


@dataclass(frozen=True, slots=True)
class Score:
    """评分: of 100 by weights; None with the reason where there are too few cases."""

    value: float | None
    parts: tuple[str, ...]
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """吹哨率提示: below, inside or above, or too few to tell."""

    place: str
    says: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A group in a ranking: its ratio shrunk, the interval, and between which places it may be."""

    group: str
    share: Share
    value: float
    low: float
    high: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """排名, and who is not ranked since there are too few cases."""

    ratio: Ratio
    mean: float | None
    weight: float | None
    least: int
    ranked: tuple[Ranked, ...]
    too_few: tuple[tuple[str, int], ...]


def told(tally: Tally, ratio: Ratio) -> Told:
    """A ratio of what was counted."""
    share = wilson(tally.n[ratio.numerator], sum(tally.n[one] for one in ratio.denominator))
    return Told(ratio, share, {one: tally.n[one] for one in ratio.aside})


def ratios(tally: Tally) -> list[Told]:
    """Every ratio of what was counted."""
    return [told(tally, ratio) for ratio in RATIOS]


def times(tally: Tally) -> list[Time]:
    """Median and ninetieth percentile of own time, by duty and level."""
    return [
        Time(
            duty,
            level,
            sum(counted.values()),
            nearest_rank(counted, 0.5),
            nearest_rank(counted, 0.9),
        )
        for (duty, level), counted in sorted(tally.times.items())
    ]


def funnel(tally: Tally) -> list[Step]:
    """四级七天: what is solved where, level by level; levels that nothing reached are left out."""
    return [
        Step(
            level,
            {rise: tally.n[of_rise(level, rise)] for rise in Rise},
            told(tally, at_level(level)),
        )
        for level in Rung
        if tally.n[of_rise(level, Rise.ENTERED)]
    ]


def score(tally: Tally, by: Yardsticks = USUAL, *, whistler: bool = False) -> Score:
    """评分 of a responder, or of a whistler by what was not returned instead (RULES 62)."""
    first = _kept(tally) if whistler else told(tally, m.RESPONSE).share
    named = (
        ("未被退哨" if whistler else m.RESPONSE.term, by.response, first),
        (m.SOLUTION.term, by.solution, told(tally, m.SOLUTION).share),
        (m.SATISFACTION.term, by.satisfaction, told(tally, m.SATISFACTION).share),
    )
    parts = tuple(f"{term}{s.numerator}/{s.denominator}，占{w}分" for term, w, s in named)
    few = [f"{term}分母{s.denominator}" for term, _, s in named if s.denominator < by.least]
    if few:
        return Score(None, parts, f"件数不足{by.least}，不评分：{'、'.join(few)}")
    return Score(sum(w * (s.value or 0.0) for _, w, s in named), parts)


def _kept(tally: Tally) -> Share:
    return wilson(tally.n[m.ASKED] - tally.n[m.ASKED_RETURNED], tally.n[m.ASKED])


def band(tally: Tally, by: Yardsticks = USUAL) -> Band:
    """吹哨率 against its band; only what chance cannot explain is called too few or too many."""
    share = told(tally, m.RATE).share
    bounds = f"{by.rate_low:.0%}至{by.rate_high:.0%}"
    if share.value is None or share.low is None or share.high is None:
        return Band("unknown", "没有登记的纠纷，不提示")
    if share.denominator < by.least_registered:
        return Band("unknown", f"登记的纠纷不足{by.least_registered}件，不提示")
    if share.high < by.rate_low:
        return Band("below", f"吹哨率过低，低于{bounds}：是否有应当吹哨而未吹的")
    if share.low > by.rate_high:
        return Band("above", f"吹哨率过高，高于{bounds}：是否有本级能够化解而吹哨的")
    return Band("inside", f"吹哨率在{bounds}以内，或者与之相差不能排除偶然")


def ranking(found: Board, ratio: Ratio, by: Yardsticks = USUAL) -> Ranking:
    """排名 of the groups of a board by one ratio (RULES 62)."""
    shares = {group: told(tally, ratio).share for group, tally in found.groups.items()}
    known = {group: share for group, share in shares.items() if share.denominator}
    prior = prior_of([(s.numerator, s.denominator) for s in known.values()])
    enough = {group: s for group, s in known.items() if s.denominator >= by.least}
    few = tuple(sorted((g, s.denominator) for g, s in known.items() if g not in enough))
    if prior is None:
        return Ranking(ratio, None, None, by.least, (), few)
    drawn = {g: shrunk(s.numerator, s.denominator, prior) for g, s in enough.items()}
    order = sorted(drawn, key=lambda group: (-drawn[group][0], group))
    ranked = tuple(
        Ranked(
            group,
            enough[group],
            *drawn[group],
            first=1 + sum(low > drawn[group][2] for _, low, _ in drawn.values()),
            last=len(drawn) - sum(high < drawn[group][1] for _, _, high in drawn.values()),
        )
        for group in order
    )
    return Ranking(ratio, prior.mean, prior.weight, by.least, ranked, few)
