"""说理: one sentence of law with its provision, as the functions of this office give it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shared.law.article import Article
from shared.law.procedure import Refused
from shared.law.proof import Proof


@dataclass(frozen=True, slots=True)
class Point:
    """一点: what the law says of the case, and by which provision."""

    text: str
    article: Article | None
    met: bool | None = None
    """Whether it is so, where the point is a condition."""


class Norm(StrEnum):
    """How the law stands to a step 规范: it demands it, allows it, bars it, or does not speak."""

    MUST = "must"  # 应当
    MAY = "may"  # 可以
    BARRED = "barred"  # 不得，或者条件不具备
    SILENT = "silent"  # 没有规定
    UNCLEAR = "unclear"  # 事实不足，尚不能判定


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """办法: how a step is to be taken, why, and until when."""

    norm: Norm
    says: str
    """The same for people, one Chinese sentence."""

    points: tuple[Point, ...]
    proofs: tuple[Proof, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    """More of it for programs: plain JSON."""


def every(*conditions: bool | None) -> bool | None:
    """Whether all hold: one that fails decides, one that is not known leaves it open."""
    if False in conditions:
        return False
    return None if None in conditions else True


def by(condition: bool | None, holds: Norm) -> Norm:  # noqa: FBT001 - the question itself
    """The norm that a condition leads to: barred where it fails, unclear where nobody knows."""
    if condition is None:
        return Norm.UNCLEAR
    return holds if condition else Norm.BARRED


def hold(point: Point, otherwise: Article) -> None:
    """Hold an act against a condition of the law.

    Args:
        point: The condition.
        otherwise: The article that refuses, where the point names none.

    Raises:
        Refused: The condition fails.
    """
    if point.met is False:
        raise Refused(point.text, point.article or otherwise)
