"""登记时所说: what was said when a dispute was taken in, which no later form asks for again."""

from collections.abc import Mapping
from typing import Any, Final

from shared.casepage.answers import DisputeOut
from shared.law.period import parse_period

REGISTERED: Final = "intake.registered.v1"
CORRECTED: Final = "routing.road_corrected.v1"
_ALIKE: Final = ("respondent", "act", "learnt_on", "omission", "requested_on")
"""What an application asks by the names of a registration."""


def registered(dispute: DisputeOut) -> Mapping[str, Any]:
    """What was said when the dispute was taken in; nothing where the reader may not see it."""
    pages = (page for file in dispute.files for page in file.pages)
    return next((p.findings for p in pages if p.kind == REGISTERED), {})


def matter_of(dispute: DisputeOut) -> str:
    """纠纷类型: as it was registered, or found to be when its road was corrected (RULES 59)."""
    pages = [page for file in dispute.files for page in file.pages if page.kind == CORRECTED]
    newest = max(pages, key=lambda page: page.at, default=None)
    return str((newest.findings if newest else registered(dispute)).get("matter", ""))


def applied_with(dispute: DisputeOut) -> dict[str, Any]:
    """登记时所说的, by the names of an application for reconsideration (ARL 22; ARR2026 24).

    Of a dispute in which no act was complained of nothing but the organ is known.
    """
    known = registered(dispute)
    said: dict[str, Any] = {name: known.get(name) for name in _ALIKE}
    if known.get("act"):
        said["told_remedies"] = known.get("told_remedies", True)
        said["act_done_on"] = known.get("happened_on")
        said["urgent"] = known.get("urgent") or None
    if within := known.get("duty_within"):
        said["duty_within"] = str(parse_period(within))
    return {name: value for name, value in said.items() if value is not None}
