"""The shelves of supervision: watches, alert files and presses, with ids by the file watched."""

from uuid import UUID

from services.supervision import tables
from services.supervision.domain.alert import ALERTS as ALERT_TABLE
from services.supervision.domain.alert import Alert
from services.supervision.domain.compliance import COMPLIANCE
from services.supervision.domain.press import PRESS, Press
from services.supervision.domain.watch import Watch
from shared.law.casefile import derived
from shared.work import Shelf

WATCHES = Shelf(
    office="supervision", name="compliance", table=tables.WATCH, value=Watch, editions=(COMPLIANCE,)
)
"""履行监督案."""

PRESSES = Shelf(
    office="supervision", name="press", table=tables.PRESS, value=Press, editions=(PRESS,)
)
"""督办卷."""

ALERTS = Shelf(
    office="supervision", name="alert", table=tables.ALERT, value=Alert, editions=(ALERT_TABLE,)
)
"""预警卷."""


def watch_of(case_id: UUID) -> UUID:
    """Id of the watch over what was decided, agreed or ruled in a file."""
    return derived(case_id, "watch")


def owed_by(case_id: UUID, person_id: UUID) -> UUID:
    """What one party has to perform, as a thing to watch; told in the file of what follows."""
    return derived(case_id, str(person_id))


def enforced_of(case_id: UUID, person_id: UUID) -> UUID:
    """Id of the watch over it."""
    return watch_of(owed_by(case_id, person_id))


def owed_by_organ(case_id: UUID, organ: str) -> UUID:
    """What one of several respondents has to perform from its own service, as a thing to watch."""
    return derived(case_id, f"owed {organ}")


def obliged_of(case_id: UUID, organ: str) -> UUID:
    """Id of the watch over it; that over the respondent named first is `watch_of` the case."""
    return watch_of(owed_by_organ(case_id, organ))


def alert_of(case_id: UUID) -> UUID:
    """Id of the alert file beside a file."""
    return derived(case_id, "alert")


def press_of(case_id: UUID) -> UUID:
    """Id of the file that keeps how a file was pressed on."""
    return derived(case_id, "press")
