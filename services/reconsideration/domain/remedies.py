"""起诉期限 of each party on whom a decision was served (ARL 75; ALL 45)."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from services.reconsideration.domain.finality import is_final
from services.reconsideration.domain.ordering import suing
from shared.contracts.reconsideration import Remedy
from shared.contracts.reconsideration.served import Service
from shared.law.calendar import Calendar

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def suit_day(start: date, calendar: Calendar) -> date:
    """起诉期限的最后一日, from receipt of the decision or from the period's end (ALL 45)."""
    return suing(start, "收到复议决定书", calendar).reckoning.last_day


def sue_by(case: "Case", served_on: date, calendar: Calendar) -> date | None:
    """起诉期限的最后一日 of who has the decision; None where nobody may sue over it (ARL 10)."""
    return None if is_final(case) else suit_day(served_on, calendar)


def remedy(person_id: UUID, served_on: date, until: date | None) -> Remedy:
    """救济途径 of one party, which of 最终裁决 is none (ARL 10)."""
    return Remedy(
        person_id=person_id,
        served_on=served_on,
        sue_until=until or served_on,
        final=until is None,
    )


def in_place(services: tuple[Service, ...], anew: Service) -> tuple[Service, ...]:
    """The service that was none gives its place to the one that counts (ARL 34, 75)."""
    who = (anew.person_id, anew.organ)
    return tuple(anew if (one.person_id, one.organ) == who else one for one in services)


def remedied(
    remedies: tuple[Remedy, ...],
    person_id: UUID | None,
    served_on: date,
    until: date | None,
    *,
    final: bool,
) -> tuple[Remedy, ...]:
    """起诉期限 of each party, once one was served again: nobody else's days move (ARL 75).

    Who was taken for one without successor is served for the first time here (RULES 145). There is
    no day where nobody may sue over it because it is `final` 最终裁决 (ARL 10).
    """
    if person_id is None or (until is None and not final):
        return remedies
    anew = remedy(person_id, served_on, until)
    rest = {one.person_id: one for one in remedies}
    return tuple({**rest, person_id: anew}.values())
