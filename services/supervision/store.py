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


def alert_of(case_id: UUID) -> UUID:
    """Id of the alert file beside a file."""
    return derived(case_id, "alert")


def press_of(case_id: UUID) -> UUID:
    """Id of the file that keeps how a file was pressed on."""
    return derived(case_id, "press")
