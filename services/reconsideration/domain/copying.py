"""申请书副本: which respondents have still to be sent their own (ARL 19, 48, 54)."""

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import State


def copy_waits(case: Case) -> bool:
    """Whether the one named first is; of what was severed after acceptance it is not (RULES 136).

    The copy of the same application was due in the case before.
    """
    return case.state is State.ACCEPTED and case.copy_due


def joint_waiting(case: Case) -> tuple[str, ...]:
    """Which of the others 共同被申请人 are: of what was severed, only who is named since (ARL 48).

    Whoever came along was sent it in the case before.
    """
    waits = (one for one in case.joint if one.sent_on is None)
    return tuple(one.organ for one in waits if case.copy_due or one.copy_due)
