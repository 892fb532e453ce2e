"""The catalogue 裁决事项目录 as a whole."""

from typing import Final

from services.adjudication.domain.catalogue import Row
from services.adjudication.domain.other_matters import OTHERS
from services.adjudication.domain.own_matters import OWN

CATALOGUE: Final = (*OWN, *OTHERS)
"""Every matter in every edition."""


_GENERAL: Final = ("纠纷", "争议")
"""Words that make no matter near to another."""

_NEAR: Final = 0.6
"""How many of the pairs of characters that were written a near name has, at least."""


def names() -> dict[str, str]:
    """事项名称, each matter by its code, in the order of the catalogue."""
    return {row.code: row.term for row in CATALOGUE}


def near(written: str) -> dict[str, str]:
    """相近的事项, nearest first: those whose names have most of what was written."""
    text = written
    for word in _GENERAL:
        text = text.replace(word, "")
    pairs = {text[n : n + 2] for n in range(len(text) - 1)}
    if not pairs:
        return {}
    shares = {
        code: sum(pair in term for pair in pairs) / len(pairs) for code, term in names().items()
    }
    found = sorted((c for c, share in shares.items() if share >= _NEAR), key=lambda c: -shares[c])
    return {code: names()[code] for code in found}


def rows_of(code: str | None) -> tuple[Row, ...]:
    """各版本 of one matter, or of all."""
    return tuple(row for row in CATALOGUE if code is None or row.code == code)
