"""The model file 模型文件: what was learnt, from how much and when; read whole or refused.

It is one line of JSON with a digest of its own. It holds characters and pairs of characters that
stood in several messages, and no sentence of any.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from shared.errors import HubError

FORMAT: Final = "hub-suggestions"
VERSION: Final = 1
"""Of the file and of how texts are cut; a file of another version is not read."""

FEWEST_LABELS: Final = 2


class BadModel(HubError):
    """模型文件不能用: it is missing, of another kind or version, or has been changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """训练情况: from what a model was made, and how well it did on what it had not seen."""

    on: str
    """Day of the training, as 2026-11-23."""
    rows: int
    """Messages that it learnt from."""
    labels: Mapping[str, int]
    """How many of each class."""
    macro_f1: float
    """Mean F1 over the classes in cross-validation, repeats kept together."""
    accuracy: float


@dataclass(frozen=True)
class Model:
    """模型: a line of weights for every run, two for each class."""

    labels: tuple[str, ...]
    title_weight: float
    """How much the subject counts beside the text."""
    temperature: float
    """Divides the scores, so that eight in ten suggestions of 80 % are right."""
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]
    """Of each run: how rare it is, then for each class the ratio and the weight."""
    learnt: Learnt

    @cached_property
    def digest(self) -> str:
        """摘要 of everything in it."""
        return _digest(self._body())

    def dump(self) -> str:
        """The file, byte for byte the same for the same model."""
        return _canonical({**self._body(), "digest": self.digest})

    def _body(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "labels": list(self.labels),
            "title_weight": self.title_weight,
            "temperature": self.temperature,
            "bias": list(self.bias),
            "weights": {run: list(values) for run, values in self.weights.items()},
            "learnt": {**asdict(self.learnt), "labels": dict(self.learnt.labels)},
        }


def read_model(path: Path) -> Model:
    """模型 from its file.

    Raises:
        BadModel: It cannot be read, is of another kind or version, or has been changed.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise BadModel(f"打不开模型文件 {path.name}") from None
    except ValueError:
        raise BadModel(f"{path.name} 不是模型文件，请用 hub routing train 训练") from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BadModel(f"{path.name} 不是模型文件，请用 hub routing train 训练")
    if told.get("version") != VERSION:
        raise BadModel(
            f"{path.name} 是第 {told.get('version')} 版模型，本枢纽只读第 {VERSION} 版，请重新训练"
        )
    if told.pop("digest", None) != _digest(told):
        raise BadModel(f"{path.name} 的内容与摘要不符，可能已损坏或者被改动")
    return _model(told, path.name)


def _model(told: dict[str, Any], name: str) -> Model:
    try:
        model = Model(
            labels=tuple(told["labels"]),
            title_weight=float(told["title_weight"]),
            temperature=float(told["temperature"]),
            bias=tuple(map(float, told["bias"])),
            weights={run: tuple(map(float, values)) for run, values in told["weights"].items()},
            learnt=Learnt(**told["learnt"]),
        )
        date.fromisoformat(model.learnt.on)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadModel(f"{name} 的内容不全") from None
    count, width = len(model.labels), 1 + 2 * len(model.labels)
    widths = {len(values) for values in model.weights.values()}
    if count < FEWEST_LABELS or len(model.bias) != count or widths != {width}:
        raise BadModel(f"{name} 的内容不全")
    if model.temperature <= 0:
        raise BadModel(f"{name} 的内容不全")
    return model


def rounded(value: float) -> float:
    """Five digits are more than the messages can tell."""
    return float(f"{value:.5g}")


def pairs(values: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
    """Ratio and weight for each class, of a run's line."""
    return tuple(pairwise(values[1:]))[::2]


def _digest(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(body).encode()).hexdigest()


def _canonical(body: Mapping[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
