"""更正联系方式: a telephone that was left out, misheard or has changed (RULES 163)."""

from datetime import date
from uuid import UUID

from services.intake.domain import registration
from services.intake.domain.registration import Dispute
from services.intake.store import DISPUTES
from shared.work import Work


def correct_contact(
    work: Work,
    case_id: UUID,
    person_id: UUID,
    phone: str,
    mark: str | None,
    *,
    by: str,
    on: date | None = None,
) -> Dispute:
    """更正联系方式: the party is known by this telephone now, not by the former (RULES 163).

    `person_id` is known to be of the dispute or of a file of it; `mark` is the telephone's keyed
    hash.
    """
    dispute = work.take(DISPUTES, case_id)
    fact = registration.correct_contact(work.head(dispute, by=by, on=on), person_id)
    work.telephone(person_id, phone, mark)
    return work.record(dispute, fact)
