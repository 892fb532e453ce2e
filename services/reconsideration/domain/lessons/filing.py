"""What a case learns from application 申请 to acceptance 受理 (ARL chapters 2 and 3)."""

from typing import Final

from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    SupplementNoticeReceived,
)
from shared.contracts.reconsideration.admissibility import ConditionsFound

RECEIVED: Final = {
    *("authority", "county", "applicants", "respondent", "act", "act_done_on", "learnt_on"),
    *("told_remedies", "remedies_learnt_on", "real_estate", "posted_on", "manner", "text_id"),
    "act_id",
}
"""What an application says, wherever it is handed in."""

LESSONS: Final[Lessons] = {
    ApplicationReceived: lambda _, f: {
        **f.model_dump(include=RECEIVED),
        "received_on": f.head.on,
    },
    ConditionsFound: lambda _, f: {"conditions": f.conditions, "groundless": f.groundless},
    SupplementNoticeReceived: lambda _, f: {"notice_received_on": f.head.on},
    ApplicationAccepted: lambda _, f: {"accepted_on": f.head.on},
}
