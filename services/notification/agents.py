"""What is told when an office records something: a notice to each desk of the table."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from services.notification.domain.making import ROWS, notices
from services.notification.domain.told import Recipient, Told
from services.notification.store import NOTICES, row_of
from shared.auth import Identity, Role, may_see
from shared.contracts.fact import Fact
from shared.law.calendar import BeyondCalendar
from shared.law.period import end_of, parse_period
from shared.office import Heard, Listens
from shared.work import Work


def no_files(_: Fact) -> Iterable[UUID]:
    """A notice is no file."""
    return ()


def tell(work: Work, fact: Fact) -> None:
    """通知 every desk that is told of this and may see the file (RULES 75)."""
    told = Told(fact, work.heard_labels, work.directory, work.deadline_terms)
    own = ROWS[type(fact)].own
    work.lay(
        NOTICES,
        *(
            row_of(one, until_of(work, own(told, one.recipient).fact), fact.head.at, work.now)
            for one in notices(told)
            if sees(one.recipient, told)
        ),
    )


def sees(recipient: Recipient, told: Told) -> bool:
    """Whether a desk may see the file of the fact."""
    role = Role(recipient.role)
    organ = "" if role is Role.SUPERVISOR else recipient.sits_at or recipient.organ
    county = recipient.organ if role is Role.SUPERVISOR else ""
    code = recipient.organ if role is Role.COMMITTEE else "desk"
    who = Identity.of(code, [role], organ=organ, county=county)
    office = getattr(told.fact, "office_name", told.fact.office())
    labels = {**told.labels, "office": office}
    return may_see(who, told.fact.head.dispute_id, labels)


def until_of(work: Work, fact: Fact) -> datetime | None:
    """When what is owed is over, as the fact says it; None where it does not or nobody can."""
    field = ROWS[type(fact)].until
    match getattr(fact, field) if field else None:
        case datetime() as moment:
            return moment
        case date() as day:
            return end_of(day)
        case str() as code if code:
            try:
                return parse_period(code).until(fact.head.on, fact.head.moment, work.calendar)
            except (BeyondCalendar, ValueError):  # told without its date rather than not at all
                return None
        case _:
            return None


LISTENS: Listens = {kind: Heard(tell, files=no_files) for kind in ROWS}
"""What is told on: all that stands in the table."""
