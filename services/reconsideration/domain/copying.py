"""申请书副本: whether the respondent named first has still to be sent its own (ARL 48, 54)."""

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import State


def copy_waits(case: Case) -> bool:
    """Whether it is still to be sent; of what was severed after acceptance it is not (RULES 136).

    The copy of the same application was due in the case before.
    """
    return case.state is State.ACCEPTED and case.copy_due
