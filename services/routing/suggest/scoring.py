"""How sure a model is of each class 把握, and the words that weighed for and against it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, hypot, sqrt
from operator import mul
from typing import Final

from services.routing.suggest.model import Model, pairs, rounded
from services.routing.suggest.text import Plain, counted, dampened, runs

LONGEST_WORD: Final = 10
SHORTEST_WORD: Final = 2
FAINT: Final = 0.05
"""A character that weighs less than this part of the heaviest ends a word."""

Vector = dict[str, float]
"""How much each run stands for in a message."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """词语分量: words of the message itself, and what they added to the score or took from it."""

    word: str
    weight: float


def vector(subject: str, text: str, rarity: Mapping[str, float], title_weight: float) -> Vector:
    """Runs of a message, the rarer the heavier; subject and text each of one length first."""
    whole = defaultdict(float, _part(text, rarity))
    for run, value in _part(subject, rarity).items():
        whole[run] += title_weight * value
    return dict(whole)


def _part(text: str, rarity: Mapping[str, float]) -> Vector:
    counts = counted(text)
    part = {run: dampened(n) * rarity[run] for run, n in counts.items() if run in rarity}
    length = sqrt(sum(value * value for value in part.values())) or 1.0
    return {run: value / length for run, value in part.items()}


class Scorer:
    """评分: a model at work; made once, asked often."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._rarity = {run: values[0] for run, values in model.weights.items()}
        self._pairs = {run: pairs(values) for run, values in model.weights.items()}
        # Multiplied beforehand: a message has hundreds of runs.
        self._pull = {run: tuple(r * w for r, w in each) for run, each in self._pairs.items()}
        self._size = {run: tuple(r * r for r, _ in each) for run, each in self._pairs.items()}

    def vector(self, subject: str, text: str) -> Vector:
        """A message in the one form, as the model sees it."""
        return vector(subject, text, self._rarity, self.model.title_weight)

    def familiar(self, *texts: Plain) -> float:
        """熟悉程度: which part of the message's pairs the model has met."""
        every = [run for each in texts for run in counted(each.text) if len(run) > 1]
        return sum(run in self._rarity for run in every) / len(every) if every else 0.0

    def probabilities(self, said: Vector) -> list[float]:
        """把握 of each class, all together one."""
        return sure(self.scores(said), self.model.temperature)

    def scores(self, said: Vector) -> list[float]:
        """Score of each class, before it is told as a part of one."""
        if not said:
            return list(self.model.bias)
        values = list(said.values())
        squares = [value * value for value in values]
        pull = zip(*(self._pull[run] for run in said), strict=True)
        size = zip(*(self._size[run] for run in said), strict=True)
        return [
            bias + sum(map(mul, values, weights)) / (sqrt(sum(map(mul, squares, ratios))) or 1.0)
            for bias, weights, ratios in zip(self.model.bias, pull, size, strict=True)
        ]

    def reasons(self, said: Vector, at: int, texts: Sequence[Plain]) -> list[Weighed]:
        """The words that weighed for a class (above nought) and against it, heaviest first."""
        parts = self.parts(said, at)
        words: defaultdict[str, float] = defaultdict(float)
        times = sum((counted(each.text) for each in texts), counted(""))
        share = {run: part / times[run] for run, part in parts.items() if times[run]}
        for each in texts:
            for word, weight in _words(each, share):
                words[word] += weight
        heaviest = sorted(words.items(), key=lambda one: (-abs(one[1]), one[0]))
        return [Weighed(word, rounded(weight)) for word, weight in heaviest]

    def parts(self, said: Vector, at: int) -> Vector:
        """What each run adds to the score of a class."""
        scaled = {run: value * self._pairs[run][at][0] for run, value in said.items()}
        length = hypot(*scaled.values()) or 1.0
        return {run: value * self._pairs[run][at][1] / length for run, value in scaled.items()}


def sure(scores: Sequence[float], temperature: float) -> list[float]:
    """Scores as parts of one."""
    highest = max(scores)
    raised = [exp((score - highest) / temperature) for score in scores]
    return [value / sum(raised) for value in raised]


def _words(text: Plain, share: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Neighbouring characters that weigh to the same side, as pairs too, are one word."""
    weight = [0.0] * len(text.text)
    for start, run in runs(text.text):
        for place in range(start, start + len(run)):
            weight[place] += share.get(run, 0.0) / len(run)
    least = FAINT * max(map(abs, weight), default=0.0)
    start = 0
    while start < len(weight):
        end = start + 1
        while end < min(len(weight), start + LONGEST_WORD) and _belongs(
            weight[start], weight[end], share.get(text.text[end - 1 : end + 1], 0.0), least
        ):
            end += 1
        if end - start >= SHORTEST_WORD and abs(weight[start]) >= least:
            yield text.said(start, end), sum(weight[start:end])
        start = end


def _belongs(first: float, this: float, pair: float, least: float) -> bool:
    """Whether a character goes on with the word that the first one began."""
    return abs(this) >= least and this * first > 0 and pair * first > 0
