"""撤回: whoever brought a dispute takes it back (RULES 3)."""

from datetime import date
from uuid import UUID

from services.intake.domain import registration
from services.intake.domain.registration import Dispute
from services.intake.store import DISPUTES
from shared.contracts.intake import Side
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Work


def withdraw(
    work: Work,
    case_id: UUID,
    reason: str | None,
    *,
    by: str,
    on: date | None = None,
    speaks_for: frozenset[Side] | None = None,
) -> Dispute:
    """撤回; `speaks_for` names the sides of a party that does it itself (RULES 3).

    Raises:
        Refused: That party is not who brought the dispute.
    """
    if speaks_for is not None and Side.APPLICANT not in speaks_for:
        raise Refused("只有提出纠纷的当事人可以撤回；有数人的，请共同到窗口办理", RULES[3])
    dispute = work.take(DISPUTES, case_id)
    kept = (
        work.document(case_id, dispute.dispute_id, registration.REASON, reason) if reason else None
    )
    fact = registration.withdraw(work.head(dispute, by=by, on=on), reason_id=kept)
    return work.record(dispute, fact)
