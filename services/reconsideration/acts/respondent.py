"""Doors of a respondent wrongly named 错列被申请人 (ARR2026 29)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.respondent import (
    RespondentChanged,
    RespondentChangeTakenBack,
    RespondentChangeTold,
    RespondentReplaced,
    RespondentSucceeded,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/respondent-change-notice": (RespondentChangeTold,),
    "/reconsiderations/{case_id}/respondent-change-retraction": (RespondentChangeTakenBack,),
    "/reconsiderations/{case_id}/respondent-succession": (RespondentSucceeded,),
    "/aftermaths/{case_id}/respondent-succession": (RespondentSucceeded,),
    "/reconsiderations/{case_id}/respondent": (
        RespondentChanged,
        RespondentReplaced,
        JointRespondentNamed,
        JointRespondentLeft,
    ),
}
"""By the path of the door."""
