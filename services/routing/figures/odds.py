"""比率的区间和收缩: what a ratio of a few cases is worth, by textbook formulas.

Wilson's interval tells how far chance alone may have carried a ratio. For a ranking, ratios are
shrunk towards the mean of all by as much as the groups differ less than chance would have it
(empirical Bayes: beta prior by the method of moments, beta-binomial), so that nobody stands first
or last for three cases (RULES 62).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

Z: Final = 1.959963984540054
"""Of an interval that holds in 95 of 100 cases."""

_TAIL: Final = 0.025
_STEPS: Final = 60
_TINY: Final = 1e-300
_ENOUGH: Final = 1e-14
_TERMS: Final = 300


@dataclass(frozen=True, slots=True)
class Share:
    """A ratio with its interval; without a denominator there is none."""

    numerator: int
    denominator: int
    value: float | None
    low: float | None
    high: float | None


def wilson(numerator: int, denominator: int) -> Share:
    """The ratio with Wilson's interval at 95 %."""
    if denominator == 0:
        return Share(numerator, 0, None, None, None)
    n, p = denominator, numerator / denominator
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    low = 0.0 if numerator == 0 else max(0.0, middle - half)
    high = 1.0 if numerator == denominator else min(1.0, middle + half)
    return Share(numerator, denominator, p, low, high)


@dataclass(frozen=True, slots=True)
class Prior:
    """What all groups together say before one of them is looked at: a beta distribution."""

    mean: float
    weight: float
    """As many cases as the mean is worth."""

    @property
    def alpha(self) -> float:
        """Its first parameter."""
        return self.mean * self.weight

    @property
    def beta(self) -> float:
        """Its second parameter."""
        return (1 - self.mean) * self.weight


def prior_of(groups: Sequence[tuple[int, int]]) -> Prior | None:
    """The prior by the method of moments, of numerators and denominators; None without cases.

    Where groups differ no more than chance makes them, the mean is worth all cases together.
    """
    known = [(x, n) for x, n in groups if n > 0]
    total = sum(n for _, n in known)
    if not total:
        return None
    mean = sum(x for x, _ in known) / total
    spread = mean * (1 - mean)
    degrees = len(known) - 1
    room = total - sum(n * n for _, n in known) / total - degrees
    if spread == 0 or degrees == 0 or room <= 0:
        return Prior(mean, float(total))
    between = sum(n * (x / n - mean) ** 2 for x, n in known) - degrees * spread
    alike = between / (spread * room)
    if alike <= 0:
        return Prior(mean, float(total))
    alike = min(alike, 1.0)
    return Prior(mean, min((1 - alike) / alike, float(total)))


def shrunk(numerator: int, denominator: int, prior: Prior) -> tuple[float, float, float]:
    """The ratio shrunk towards the mean, and its interval at 95 %."""
    alpha, beta = prior.alpha + numerator, prior.beta + denominator - numerator
    middle = alpha / (alpha + beta)
    if alpha <= 0 or beta <= 0:
        return middle, middle, middle
    return middle, quantile(alpha, beta, _TAIL), quantile(alpha, beta, 1 - _TAIL)


def quantile(alpha: float, beta: float, share: float) -> float:
    """Below which so large a share of a beta distribution lies."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if below(alpha, beta, middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def below(alpha: float, beta: float, x: float) -> float:
    """How much of a beta distribution lies below `x` (regularised incomplete beta function)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    log = math.lgamma(alpha + beta) - math.lgamma(alpha) - math.lgamma(beta)
    front = math.exp(log + alpha * math.log(x) + beta * math.log1p(-x))
    if x < (alpha + 1) / (alpha + beta + 2):
        return front * _fraction(alpha, beta, x) / alpha
    return 1 - front * _fraction(beta, alpha, 1 - x) / beta


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz."""
    c, d = 1.0, 1.0 / _kept(1 - (a + b) * x / (a + 1))
    found = d
    for n in range(1, _TERMS):
        for step in (
            n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n)),
            -(a + n) * (a + b + n) * x / ((a + 2 * n) * (a + 2 * n + 1)),
        ):
            d = 1.0 / _kept(1 + step * d)
            c = _kept(1 + step / c)
            found *= c * d
        if abs(c * d - 1) < _ENOUGH:
            break
    return found


def _kept(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def nearest_rank(counted: dict[int, int], share: float) -> int:
    """The least value that as large a share of all does not exceed."""
    wanted = math.ceil(share * sum(counted.values()))
    seen = 0
    for value in sorted(counted):
        seen += counted[value]
        if seen >= wanted:
            return value
    raise ValueError("of nothing there is no rank")
