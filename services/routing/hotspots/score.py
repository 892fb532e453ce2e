"""Score 分值: how unlikely it is that as many come in by themselves, by what is usual there."""

from math import exp, lgamma, log, log10
from typing import Final

HIGHEST: Final = 99.0
ENOUGH: Final = 1e-12


def tail(count: int, shape: float, mean: float) -> float:
    """Chance of `count` or more, where the rate itself is only known from what was seen.

    A Poisson number whose rate is gamma distributed: negative binomial. What was seen seldom is
    not known well, and so surprises less.
    """
    stay = shape / (shape + mean)
    at = exp(
        lgamma(shape + count)
        - lgamma(shape)
        - lgamma(count + 1)
        + shape * log(stay)
        + count * log(1 - stay)
    )
    total, n = 0.0, count
    while at > total * ENOUGH:
        total += at
        at *= (shape + n) / (n + 1) * (1 - stay)
        n += 1
    return min(total, 1.0)


def expected(before: int, windows: float, swell: float, usual: float) -> float:
    """How many a window brings there as a rule, in the measure of the city's swell.

    Args:
        before: Messages alike in the past.
        windows: How many windows the known past has; nought for a hub that has just begun.
        swell: How many times more than usual the whole city brings.
        usual: What is taken for usual where nothing is known, as one window more.
    """
    return (before + usual) / (windows + 1) * swell


def score(count: int, before: int, windows: float, swell: float, usual: float) -> float:
    """分值: minus the logarithm, base ten, of the chance (RULES 55)."""
    chance = tail(count, before + usual, expected(before, windows, swell, usual))
    return min(HIGHEST, round(-log10(chance), 2)) if chance > 0 else HIGHEST
