"""起诉期限 of each party on whom a decision was served (ARL 75; ALL 45)."""

from datetime import date
from uuid import UUID

from shared.contracts.reconsideration import Remedy
from shared.contracts.reconsideration.served import Service


def in_place(services: tuple[Service, ...], anew: Service) -> tuple[Service, ...]:
    """The service that was none gives its place to the one that counts (ARL 34, 75)."""
    who = (anew.person_id, anew.organ)
    return tuple(anew if (one.person_id, one.organ) == who else one for one in services)


def remedied(
    remedies: tuple[Remedy, ...], person_id: UUID | None, served_on: date, until: date | None
) -> tuple[Remedy, ...]:
    """起诉期限 of each party, once one was served again: nobody else's days move (ARL 75).

    Who was taken for one without successor is served for the first time here (RULES 145).
    """
    if until is None or person_id is None:
        return remedies
    anew = Remedy(person_id=person_id, served_on=served_on, sue_until=until)
    rest = {one.person_id: one for one in remedies}
    return tuple({**rest, person_id: anew}.values())
