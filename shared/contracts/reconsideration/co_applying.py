"""Facts of who applies together 共同申请: named by one, each confirms by itself (ARL 14, 22)."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class CoApplicantNamed(Fact):
    """写明共同申请人: no applicant until it confirms by itself (ARL 22; ARR2026 27)."""

    kind: Literal["reconsideration.co_applicant_named.v1"] = "reconsideration.co_applicant_named.v1"
    person_id: UUID
    """Who is named."""


class CoApplicationAnswered(Fact):
    """共同申请人本人答复: on this day it applies, too, or says that it does not (ARL 14, 22)."""

    kind: Literal["reconsideration.co_application_answered.v1"] = (
        "reconsideration.co_application_answered.v1"
    )
    person_id: UUID
    """Who answers."""
    agrees: bool
    """Whether it applies, too; the day of this page is the day of its application."""
    text_id: UUID
    """Document 共同申请确认书: what it said online, or the paper with its signature."""
