"""The shelves of supervision: watches, alert files and presses, with ids by the file watched.

And the tray of what was issued, a row a page.
"""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from services.supervision import tables
from services.supervision.domain.alert import ALERTS as ALERT_TABLE
from services.supervision.domain.alert import Alert
from services.supervision.domain.compliance import COMPLIANCE
from services.supervision.domain.issued_page import Page
from services.supervision.domain.press import PRESS, Press
from services.supervision.domain.watch import Watch
from shared.law.casefile import derived
from shared.law.day import in_city
from shared.work import Shelf, Tray

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

ISSUED: Final = Tray(
    "issued",
    """
INSERT INTO supervision.issued
  (case_id, version, kind, "on", thing, organs, recipient, until, flags)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::date[], $5::uuid[], $6::text[],
                     $7::text[], $8::timestamptz[], $9::text[])
ON CONFLICT DO NOTHING
""",
)
"""制发监督: the page itself is the key, so that hearing it again changes nothing."""


def row_of(page: Page) -> tuple[object, ...]:
    """A page for the tray."""
    return (
        *(page.case_id, page.version, page.kind, page.on, page.thing),
        *(page.organs, page.recipient, page.until, page.flags),
    )


def page_in(row: Mapping[str, Any]) -> Page:
    """A page as its row holds it."""
    said = {name: row[name] for name in Page.__slots__}
    return Page(**{**said, "until": said["until"] and in_city(said["until"])})


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
