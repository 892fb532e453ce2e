"""更正联系方式: a telephone that was left out, misheard or has changed (RULES 163, 166)."""

from datetime import date
from uuid import UUID

from services.intake.domain import registration
from services.intake.domain.contacts import contacts_of
from services.intake.store import CONTACT_FILES, DISPUTES
from shared.law.casefile import CaseFile
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
) -> CaseFile:
    """更正联系方式: the party is known by this telephone now, not by the former (RULES 163).

    `person_id` is known to be of the dispute or of a file of it; `mark` is the telephone's keyed
    hash. Of a dispute that was withdrawn the page stands beside it (RULES 166).
    """
    dispute: CaseFile = work.take(DISPUTES, case_id)
    work.telephone(person_id, phone, mark)
    file = _beside(work, dispute) if dispute.is_closed else dispute
    return work.record(file, registration.correct_contact(work.head(file, by=by, on=on), person_id))


def _beside(work: Work, dispute: CaseFile) -> CaseFile:
    """The file beside a withdrawn dispute, seen by whoever sees that."""
    labels = work.labels_of(dispute.case_id)
    return work.open(CONTACT_FILES, contacts_of(dispute.case_id), dispute.dispute_id, labels=labels)
