"""Doors of what was found of the conditions of acceptance 审查认定 (ARL 30, 33)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.admissibility import ConditionsFound

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/conditions": (ConditionsFound,),
}
"""By the path of the door."""
