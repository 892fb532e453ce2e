"""How good a model is 评测: counted on messages that it had not seen."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

from services.routing.suggest.scoring import sure

BINS: Final = (0.0, 0.4, 0.6, 0.8, 1.0)
"""Edges between which claims are compared with what came true."""


@dataclass(frozen=True, slots=True)
class ClassMeasure:
    """准确率、召回率、F1 of one class."""

    label: str
    count: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Claimed:
    """把握 against 命中: what was claimed within two bounds, and how much of it was right."""

    low: float
    high: float
    count: int
    claimed: float
    right: float


@dataclass(frozen=True, slots=True)
class Measured:
    """评测结果 of a cross-validation."""

    classes: tuple[ClassMeasure, ...]
    confusion: tuple[tuple[int, ...], ...]
    """Rows are what officials said, columns what was suggested, in the order of the classes."""

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the classes, each counting the same."""
        return sum(one.f1 for one in self.classes) / len(self.classes)

    @property
    def accuracy(self) -> float:
        """Part of the messages whose first suggestion was right."""
        right = sum(row[at] for at, row in enumerate(self.confusion))
        return right / sum(map(sum, self.confusion))


def measured(labels: Sequence[str], truth: Sequence[int], guess: Sequence[int]) -> Measured:
    """评测 of guesses, as numbers of classes."""
    pairs = Counter(zip(truth, guess, strict=True))
    span = range(len(labels))
    confusion = tuple(tuple(pairs[row, column] for column in span) for row in span)
    classes = []
    for at, label in enumerate(labels):
        right, said = confusion[at][at], sum(row[at] for row in confusion)
        count = sum(confusion[at])
        f1 = 2 * right / (said + count) if said + count else 0.0
        precision, recall = right / said if said else 0.0, right / count if count else 0.0
        classes.append(ClassMeasure(label, count, precision, recall, f1))
    return Measured(tuple(classes), confusion)


def best(values: Sequence[float]) -> int:
    """Number of the highest."""
    return max(range(len(values)), key=values.__getitem__)


def temperature(scores: Sequence[Sequence[float]], truth: Sequence[int]) -> float:
    """校准: by what scores are divided so that claims come true as often as they say."""
    tried = [0.02 * 1.1**step for step in range(50)]
    return min(tried, key=lambda one: _loss(scores, truth, one))


def claims(
    scores: Sequence[Sequence[float]], truth: Sequence[int], divisor: float
) -> tuple[Claimed, ...]:
    """What was claimed of the first suggestions, against what came true."""
    told = [sure(each, divisor) for each in scores]
    firsts = [(max(each), best(each) == right) for each, right in zip(told, truth, strict=True)]
    found = []
    for low, high in pairwise(BINS):
        inside = [one for one in firsts if low < one[0] <= high]
        if inside:
            count = len(inside)
            claimed, right = sum(p for p, _ in inside) / count, sum(ok for _, ok in inside) / count
            found.append(Claimed(low, high, count, claimed, right))
    return tuple(found)


def _loss(scores: Sequence[Sequence[float]], truth: Sequence[int], divisor: float) -> float:
    pairs = zip(scores, truth, strict=True)
    return -sum(log(max(sure(each, divisor)[right], 1e-12)) for each, right in pairs)
