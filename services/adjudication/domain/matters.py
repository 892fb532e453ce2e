"""The catalogue 裁决事项目录 as a whole."""

from typing import Final

from services.adjudication.domain.catalogue import Row
from services.adjudication.domain.other_matters import OTHERS
from services.adjudication.domain.own_matters import OWN

CATALOGUE: Final = (*OWN, *OTHERS)
"""Every matter in every edition."""


def rows_of(code: str | None) -> tuple[Row, ...]:
    """各版本 of one matter, or of all."""
    return tuple(row for row in CATALOGUE if code is None or row.code == code)
