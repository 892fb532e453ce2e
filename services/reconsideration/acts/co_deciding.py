"""Doors of authorities that decide together 共同作出行政复议决定 (ARR2026 32; RULES 155)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersigned,
    CountersignRefused,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/co-authority": (CoAuthorityCalled,),
    "/reconsiderations/{case_id}/co-authority-release": (CoAuthorityReleased,),
    "/reconsiderations/{case_id}/countersignature": (Countersigned,),
    "/reconsiderations/{case_id}/countersign-refusal": (CountersignRefused,),
}
"""By the path of the door."""

FROM_OTHERS: Final = frozenset(
    f"/reconsiderations/{{case_id}}/{door}" for door in ("countersignature", "countersign-refusal")
)
"""Those at which another authority acts, too, that decides the case with the one whose it is."""
