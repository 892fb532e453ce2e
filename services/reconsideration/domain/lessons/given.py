"""What a case learns of days to reply that are given anew 顺延, whichever respondent's (CPL 86)."""

from typing import Any

from shared.contracts.reconsideration.deferring import JointReplyDeferred, ReplyDeferred


def given_anew(fact: ReplyDeferred | JointReplyDeferred) -> dict[str, Any]:
    """By which file, from which day, and how many."""
    return {
        "deferred_by": str(fact.deferral_case_id),
        "deferred_on": fact.head.on,
        "deferred_days": fact.deferred_days,
    }
