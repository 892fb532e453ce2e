"""训练: from labelled messages to a model and an honest account of how good it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.routing.suggest import measure
from services.routing.suggest.fitting import TITLE_WEIGHT, Fitted, Sample, fit
from services.routing.suggest.folds import FOLDS, groups, split
from services.routing.suggest.labelled import Labelled
from services.routing.suggest.measure import Claimed, Measured, measured
from services.routing.suggest.model import Learnt, Model, rounded
from services.routing.suggest.scoring import Scorer
from services.routing.suggest.text import plain
from shared.errors import HubError

SPLITS: Final = 3
"""So many ways of making folds are tried; how far they differ is chance."""

MANY: Final = 2_000
"""From so many messages on one way is enough: chance evens out, and minutes count."""

FEWEST: Final = FOLDS
"""Messages that a class must have: one for each fold."""


class TooLittle(HubError):
    """训练材料不够: fewer than two classes with enough messages."""


@dataclass(frozen=True, slots=True)
class Trained:
    """训练结果: the model and its account."""

    model: Model
    grouped: Measured
    """Repeats kept together; this is what to expect of messages to come."""
    plain: Measured
    """Repeats torn apart, as results elsewhere are often told."""
    spread: tuple[float, ...]
    """Macro-F1 of every way of making folds, repeats kept together; the first is `grouped`."""
    claims: tuple[Claimed, ...]
    repeats: int
    """Messages that repeat another."""
    left_out: dict[str, int]
    """Classes with too few messages, and how many they have."""


@dataclass(frozen=True, slots=True)
class _Task:
    """The messages in the one form, with the numbers of their classes."""

    samples: list[Sample]
    labels: tuple[str, ...]
    truth: list[int]


def train(messages: Sequence[Labelled], *, on: str, seed: int = 0) -> Trained:
    """Cross-validate twice, then learn from all messages.

    Raises:
        TooLittle: Fewer than two classes have enough messages.
    """
    task, left_out = _task(messages)
    told = [task.labels[at] for at in task.truth]
    group = groups([text or subject for subject, text in task.samples])
    scores = _validate(task, split(told, group, seed=seed))
    more = range(1, SPLITS if len(told) < MANY else 1)
    others = [_validate(task, split(told, group, seed=seed + n)) for n in more]
    torn = _validate(task, split(told, list(range(len(told))), seed=seed))
    kept = _measured(task, scores)
    warmth = rounded(measure.temperature(scores, task.truth))
    learnt = Learnt(
        on=on,
        rows=len(told),
        labels=dict(sorted(Counter(told).items())),
        macro_f1=rounded(kept.macro_f1),
        accuracy=rounded(kept.accuracy),
    )
    fitted = fit(task.samples, task.truth, len(task.labels))
    return Trained(
        model=_model(task, _short(fitted), warmth, learnt),
        grouped=kept,
        plain=_measured(task, torn),
        spread=tuple(_measured(task, each).macro_f1 for each in (scores, *others)),
        claims=measure.claims(scores, task.truth, warmth),
        repeats=len(group) - len(set(group)),
        left_out=left_out,
    )


def _task(messages: Sequence[Labelled]) -> tuple[_Task, dict[str, int]]:
    counts = Counter(each.label for each in messages)
    labels = tuple(sorted(label for label, count in counts.items() if count >= FEWEST))
    left_out = {label: count for label, count in counts.items() if label not in labels}
    if len(labels) <= 1:
        raise TooLittle(f"训练材料不够：至少要有两个类别，每类至少 {FEWEST} 件")
    number = {label: at for at, label in enumerate(labels)}
    kept = [each for each in messages if each.label in number]
    samples = [(plain(each.subject).text, plain(each.text).text) for each in kept]
    return _Task(samples, labels, [number[each.label] for each in kept]), left_out


def _validate(task: _Task, fold: Sequence[int]) -> list[list[float]]:
    """The scores of every message, by a model that had not seen its fold."""
    scores: list[list[float]] = [[] for _ in fold]
    for held in range(FOLDS):
        seen = [at for at, one in enumerate(fold) if one != held]
        fitted = fit(
            [task.samples[at] for at in seen], [task.truth[at] for at in seen], len(task.labels)
        )
        learnt = Learnt(on="", rows=len(seen), labels={}, macro_f1=0.0, accuracy=0.0)
        scorer = Scorer(_model(task, fitted, 1.0, learnt))
        for at, one in enumerate(fold):
            if one == held:
                subject, text = task.samples[at]
                scores[at] = scorer.scores(scorer.vector(subject, text))
    return scores


def _measured(task: _Task, scores: Sequence[Sequence[float]]) -> Measured:
    return measured(task.labels, task.truth, [measure.best(each) for each in scores])


def _model(task: _Task, fitted: Fitted, warmth: float, learnt: Learnt) -> Model:
    return Model(
        labels=task.labels,
        title_weight=TITLE_WEIGHT,
        temperature=warmth,
        bias=fitted.bias,
        weights=fitted.weights,
        learnt=learnt,
    )


def _short(fitted: Fitted) -> Fitted:
    """With as many digits as the messages can tell."""
    weights = {run: tuple(map(rounded, line)) for run, line in fitted.weights.items()}
    return Fitted(tuple(map(rounded, fitted.bias)), weights)
