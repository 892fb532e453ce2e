"""Cases against two organs that acted in one name, for tests about joint respondents."""

from services.reconsideration.domain import (
    joint_acts,
)
from shared.contracts.reconsideration import (
    CopyReceived,
    CopySent,
    ViewsHeard,
)
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
)
from tests.reconsideration.makers import (
    OTHER,
    PAPER,
    Walk,
    accepted,
    received,
)

THIRD = "620702-gongan"


def named(walk: Walk, on: str, organ: str = OTHER) -> Walk:
    return walk.record(joint_acts.name(walk.case, walk.head(on), organ, PAPER))


def both(on: str = "2026-03-02") -> Walk:
    """Accepted against two organs that acted in one name."""
    walk = named(received(on), on)
    return walk.then(*accepted_on(on))


def accepted_on(on: str) -> tuple[type, str]:
    return type(accepted(on).facts[-1]), on


def sent(on: str = "2026-03-04") -> Walk:
    return both().then(CopySent, on).then(JointCopySent, on)


def heard(first: str, second: str) -> Walk:
    """Both have their copies, each on its own day, and the applicant was heard."""
    walk = sent().then(CopyReceived, first).then(JointCopyReceived, second)
    return walk.then(ViewsHeard, second)
