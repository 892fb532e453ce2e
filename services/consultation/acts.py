"""办理事项: which fact each door of 行政复议咨询 makes, so that a page can say what may be done."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.consultation import (
    OpinionGiven,
    PanelConvened,
)
from shared.contracts.fact import Fact

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/consultations/{case_id}/panel": (PanelConvened,),
    "/consultations/{case_id}/opinion": (OpinionGiven,),
}
"""By the path of the door."""
