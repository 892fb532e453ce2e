"""尺度: by what scores, rankings and the whistle-rate band are told, as the city sets them."""

from dataclasses import dataclass
from typing import Any, Final

from services.routing.domain.reading import only, whole
from shared.directory.source import Source

_WHOLE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardsticks:
    """尺度: weights, least numbers and bands, for the city to confirm (RULES 62, 63)."""

    least: int = 20
    """排名、评分的最低件数: of the denominator of each ratio."""
    response: int = 30
    solution: int = 35
    satisfaction: int = 35
    """The weight of each ratio in a score; the three are a hundred together."""
    rate_low: float = 0.02
    rate_high: float = 0.40
    """吹哨率的上下限."""
    least_registered: int = 50
    """提示吹哨率的最低登记件数."""


USUAL: Final = Yardsticks()
"""The yardsticks that the hub comes with, and that a book from before one could set them means."""

_WEIGHTS: Final = ("response", "solution", "satisfaction")
_LEAST: Final = ("least", "least_registered")
_RATES: Final = ("rate_low", "rate_high")


def read_yardsticks(source: Source) -> Yardsticks:
    """尺度 of the file; what is left out is as the hub comes with it."""
    record = source.one("figures")
    only(record, {*_WEIGHTS, *_LEAST, *_RATES})
    said: dict[str, Any] = {
        name: whole(record, name) for name in (*_WEIGHTS, *_LEAST) if name in record.values
    }
    said |= {name: whole(record, name) / _WHOLE for name in _RATES if name in record.values}
    found = Yardsticks(**said)
    if sum(getattr(found, name) for name in _WEIGHTS) != _WHOLE:
        raise record.wrong("response", "响应率、解决率、满意率三项权重之和应为 100")
    if not found.rate_low < found.rate_high <= 1:
        raise record.wrong("rate_low", "吹哨率的下限应低于上限，上限不超过 100")
    return found
