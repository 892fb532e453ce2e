"""From which case a file derives, whose papers name its parties; and what belongs to none."""

from typing import Final
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    AftermathOpened,
    DecisionTookEffect,
)
from shared.contracts.reconsideration.attached_review import AttachedReviewOpened
from shared.contracts.reconsideration.correcting import WrongReported
from shared.contracts.reconsideration.deferring import DeferralAsked
from shared.contracts.reconsideration.overseeing import WorkChecked, WorkReportTimesSet
from shared.contracts.supervision import ComplianceWatchOpened

OF_NO_DISPUTE: Final = (WorkReportTimesSet, WorkChecked)
"""First pages of files that belong to no dispute, so that their papers name no number of one."""


def based_on(first: Fact) -> UUID | None:
    """The case from which a file with this first page derives; None of a case itself."""
    match first:
        case AftermathOpened() | AftermathBegun() | DecisionTookEffect():
            return first.about
        case AttachedReviewOpened():
            return first.request_case_id
        case WrongReported() | DeferralAsked():
            return first.of_case_id
        case ComplianceWatchOpened():
            return first.watched
        case _:
            return None
