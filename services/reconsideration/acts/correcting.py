"""Doors of reports to the authority above 向上级反映 (ARL 35)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    DirectlyAccepted,
    WrongCorrected,
    WrongReported,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/wrong-report": (WrongReported,),
    "/corrections/{case_id}/order": (CorrectionOrdered,),
    "/corrections/{case_id}/denial": (CorrectionDenied,),
    "/corrections/{case_id}/direct-acceptance": (DirectlyAccepted,),
    "/corrections/{case_id}/correction": (WrongCorrected,),
}
"""By the path of the door."""

FROM_BELOW: Final = frozenset({"/corrections/{case_id}/correction"})
"""Where the authority below acts in the file of the one above."""
