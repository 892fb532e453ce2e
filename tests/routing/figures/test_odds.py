"""Ratios of a few cases: intervals, shrinking, and who is ranked (RULES 62)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.routing.figures.odds import (
    below,
    nearest_rank,
    prior_of,
    quantile,
    shrunk,
    wilson,
)

COUNTS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: (p[0], p[0] + p[1]))


def test_wilsons_interval_is_the_one_of_the_textbooks() -> None:
    """81/263: 0.2553 to 0.3662 (Newcombe 1998, table I)."""
    found = wilson(81, 263)
    assert found.low == pytest.approx(0.2553, abs=5e-5)
    assert found.high == pytest.approx(0.3662, abs=5e-5)
    none = wilson(0, 20)
    assert (none.low, none.high) == (0.0, pytest.approx(0.1611, abs=5e-5))


def test_without_a_denominator_there_is_no_ratio() -> None:
    """没有分母不成比率 (RULES 61)."""
    assert (wilson(0, 0).value, wilson(0, 0).low) == (None, None)


@given(COUNTS)
def test_an_interval_holds_its_ratio_and_stays_between_nothing_and_all(
    counted: tuple[int, int],
) -> None:
    found = wilson(*counted)
    if found.value is not None and found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.value <= found.high <= 1


def test_the_beta_distribution_is_the_one_of_closed_forms() -> None:
    """Beta(2, 3) is a polynomial, Beta(1/2, 1/2) an arcsine."""
    for x in (0.1, 0.35, 0.8):
        assert below(2, 3, x) == pytest.approx(6 * x**2 - 8 * x**3 + 3 * x**4)
        assert below(0.5, 0.5, x) == pytest.approx(2 / math.pi * math.asin(math.sqrt(x)))
        assert quantile(2, 3, below(2, 3, x)) == pytest.approx(x)


def test_groups_that_differ_by_chance_alone_are_shrunk_to_the_mean() -> None:
    """差别不出偶然之外的，向平均收缩 (RULES 62)."""
    prior = prior_of([(9, 10), (8, 10), (9, 10), (8, 10)])
    assert prior is not None
    assert (prior.mean, prior.weight) == (0.85, 40.0)
    middle, low, high = shrunk(3, 3, prior)
    assert low < 0.85 < middle < 0.88 < high


def test_groups_that_truly_differ_keep_their_own_ratio() -> None:
    """真有差别的，保留各自的比率 (RULES 62)."""
    prior = prior_of([(190, 200), (60, 200), (185, 200), (50, 200)])
    assert prior is not None
    assert prior.weight < 5
    assert shrunk(190, 200, prior)[0] == pytest.approx(0.945, abs=0.005)


def test_moments_give_back_the_prior_that_made_the_groups() -> None:
    """Equal groups of 1,000 whose ratios vary as Beta(8, 2) does, beside chance, are worth ten."""
    n, mean, weight = 1000, 0.8, 10
    spread = mean * (1 - mean)
    off = math.sqrt(spread * (1 + (n - 1) / (weight + 1)) / n)  # beta-binomial, one standard
    groups = [(round(n * (mean + off)), n), (round(n * (mean - off)), n)] * 50
    prior = prior_of(groups)
    assert prior is not None
    assert prior.weight == pytest.approx(weight, rel=0.02)


@given(st.lists(COUNTS, max_size=8), COUNTS)
def test_shrinking_goes_towards_the_mean_and_no_further(
    groups: list[tuple[int, int]], mine: tuple[int, int]
) -> None:
    prior = prior_of([*groups, mine])
    if prior is None or mine[1] == 0:
        return
    middle, low, high = shrunk(*mine, prior)
    ends = sorted([mine[0] / mine[1], prior.mean])
    assert ends[0] - 1e-9 <= middle <= ends[1] + 1e-9
    assert 0 <= low <= high <= 1


def test_median_and_ninetieth_are_values_that_occurred() -> None:
    """最近秩法 (RULES 61)."""
    counted = dict.fromkeys(range(1, 11), 1)
    assert (nearest_rank(counted, 0.5), nearest_rank(counted, 0.9)) == (5, 9)
    assert nearest_rank({30: 1}, 0.9) == 30
