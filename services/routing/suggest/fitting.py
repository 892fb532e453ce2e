"""Learns the weights of a model; the only place that computes with numpy.

For each class every run is first scaled by how much oftener it stands there than elsewhere (the
log-count ratio of naive Bayes), then a ridge regression finds its weight, classes balanced.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from services.routing.suggest.scoring import Vector, vector
from services.routing.suggest.text import counted

TITLE_WEIGHT: Final = 0.7
FEWEST_MESSAGES: Final = 2
"""Messages in which a run must stand: what one citizen wrote does not get into the file."""
MOST_RUNS: Final = 60_000
SMOOTHING: Final = 0.3
RIDGE: Final = 1.0
STEPS: Final = 80
CLOSE: Final = 1e-8

Floats: TypeAlias = NDArray[np.float64]
Sample: TypeAlias = tuple[str, str]
"""Subject and text of a message, in the one form."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was learnt: for each class a bias, for each run its rarity, ratios and weights."""

    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Messages as rows of a sparse matrix."""

    start: NDArray[np.intp]
    """Where each row begins."""
    at: NDArray[np.intp]
    """Column of each value."""
    row: NDArray[np.intp]
    value: Floats
    width: int

    def times(self, weights: Floats) -> Floats:
        """One number for each row."""
        return np.add.reduceat(self.value * weights[self.at], self.start)

    def back(self, numbers: Floats) -> Floats:
        """One number for each column."""
        found = np.bincount(self.at, weights=self.value * numbers[self.row], minlength=self.width)
        return np.asarray(found, dtype=np.float64)

    def scaled(self, ratio: Floats) -> "_Rows":
        """Columns times a ratio, each row then of length one."""
        value = self.value * ratio[self.at]
        length = np.sqrt(np.add.reduceat(value * value, self.start))
        length[length == 0] = 1.0
        return _Rows(self.start, self.at, self.row, value / length[self.row], self.width)


def fit(samples: Sequence[Sample], truth: Sequence[int], classes: int) -> Fitted:
    """Learn from messages and the numbers of their classes."""
    rarity = _rarity(samples)
    vectors = [vector(subject, text, rarity, TITLE_WEIGHT) for subject, text in samples]
    usable = [at for at, each in enumerate(vectors) if each]
    rows = _rows([vectors[at] for at in usable], {run: at for at, run in enumerate(rarity)})
    target = np.array([truth[at] for at in usable])
    found = [_one_class(rows, target == at) for at in range(classes)]
    table = np.column_stack([each for _, ratio, weights in found for each in (ratio, weights)])
    lines = zip(rarity.items(), table.tolist(), strict=True)
    return Fitted(
        bias=tuple(bias for bias, _, _ in found),
        weights={run: (rare, *line) for (run, rare), line in lines},
    )


def _rarity(samples: Sequence[Sample]) -> dict[str, float]:
    """Rare runs weigh more; those of a single message are left out."""
    seen: Counter[str] = Counter()
    for subject, text in samples:
        seen.update(counted(subject).keys() | counted(text).keys())
    kept = sorted(
        (run for run, count in seen.items() if count >= FEWEST_MESSAGES),
        key=lambda run: (-seen[run], run),
    )
    return {run: log((1 + len(samples)) / (1 + seen[run])) + 1 for run in kept[:MOST_RUNS]}


def _rows(vectors: Sequence[Vector], column: dict[str, int]) -> _Rows:
    sizes = np.array([len(each) for each in vectors])
    value = np.array([value for each in vectors for value in each.values()])
    row = np.repeat(np.arange(len(vectors)), sizes)
    length = np.sqrt(np.bincount(row, weights=value * value))
    return _Rows(
        start=np.concatenate(([0], np.cumsum(sizes)[:-1])),
        at=np.array([column[run] for each in vectors for run in each]),
        row=row,
        value=value / length[row],
        width=len(column),
    )


def _one_class(rows: _Rows, is_it: NDArray[np.bool_]) -> tuple[float, Floats, Floats]:
    here = rows.back(is_it.astype(float)) + SMOOTHING
    there = rows.back((~is_it).astype(float)) + SMOOTHING
    ratio = np.log((here / here.sum()) / (there / there.sum()))
    count, inside = len(is_it), int(is_it.sum())
    balance = np.where(is_it, count / (2 * inside), count / (2 * (count - inside)))
    bias, weights = _ridge(rows.scaled(ratio), np.where(is_it, 1.0, -1.0), balance)
    return bias, ratio, weights


def _ridge(rows: _Rows, target: Floats, balance: Floats) -> tuple[float, Floats]:
    """Ridge regression with a free bias, by conjugate gradients on its normal equations."""

    def applied(x: Floats) -> Floats:
        told = balance * (rows.times(x[:-1]) + x[-1])
        return np.append(rows.back(told) + RIDGE * x[:-1], told.sum())

    aim = balance * target
    rest = np.append(rows.back(aim), aim.sum())
    found, way, size = np.zeros(rows.width + 1), rest.copy(), float(rest @ rest)
    enough = CLOSE * size
    for _ in range(STEPS):
        if size <= enough:
            break
        pull = applied(way)
        step = size / float(way @ pull)
        found += step * way
        rest -= step * pull
        before, size = size, float(rest @ rest)
        way = rest + size / before * way
    return float(found[-1]), found[:-1]
