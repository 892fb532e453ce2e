"""What a case learns of the organ through which it was applied 通过处罚机关申请 (ARL 32)."""

from typing import Final

from services.reconsideration.domain.lessons.filing import RECEIVED
from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration.forwarding import ApplicationHandedIn, ForwardingOverdue

LESSONS: Final[Lessons] = {
    ApplicationHandedIn: lambda _, f: {
        **f.model_dump(include=RECEIVED | {"follows"}),
        "respondent": f.organ,
        "handed_in_on": f.head.on,
    },
    ForwardingOverdue: lambda _, f: {"forwarding_overdue_on": f.head.on},
}
