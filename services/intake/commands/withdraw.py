"""撤回: whoever brought a dispute takes it back (RULES 3)."""

from datetime import date
from uuid import UUID

from services.intake.domain import registration
from services.intake.domain.registration import Dispute
from services.intake.store import DISPUTES
from shared.work import Work


def withdraw(
    work: Work, case_id: UUID, reason: str | None, *, by: str, on: date | None = None
) -> Dispute:
    """撤回 (RULES 3)."""
    dispute = work.take(DISPUTES, case_id)
    kept = (
        work.document(case_id, dispute.dispute_id, registration.REASON, reason) if reason else None
    )
    fact = registration.withdraw(work.head(dispute, by=by, on=on), reason_id=kept)
    return work.record(dispute, fact)
