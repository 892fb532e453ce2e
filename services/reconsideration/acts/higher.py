"""Doors of elevation 提级审理 (ARL 38; ARR2026 40)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.higher import (
    ElevatedCaseEnded,
    ElevatedFileReceived,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    FileHandedOver,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/elevation-request": (ElevationAsked,),
    "/reconsiderations/{case_id}/elevation-denial": (ElevationDenied,),
    "/reconsiderations/{case_id}/elevation": (ElevationOrdered,),
    "/reconsiderations/{case_id}/file-transfer": (FileHandedOver,),
    "/reconsiderations/{case_id}/elevated-file-receipt": (ElevatedFileReceived,),
    "/reconsiderations/{case_id}/elevated-case-end": (ElevatedCaseEnded,),
}
"""By the path of the door."""

FROM_ABOVE: Final = frozenset(
    f"/reconsiderations/{{case_id}}/{door}"
    for door in ("elevation-denial", "elevation", "elevated-file-receipt", "resumption-order")
)
"""Those at which the authority above acts, too, while the case is not its own yet."""
