"""How a mediation is conducted, up to an end without agreement (PML 19 to 27)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.mediation.commands.pages import turn
from services.mediation.domain import conduct
from services.mediation.domain.mediation import Mediation
from services.mediation.store import MEDIATIONS, mediation_of, running_of
from shared.contracts.fact import CLOCK
from shared.contracts.intake import Side
from shared.contracts.mediation import Danger, EscalationReported, Ground
from shared.contracts.routing import RoadCorrected
from shared.errors import Malformed
from shared.work import Work


def appoint(
    work: Work,
    case_id: UUID,
    mediators: tuple[str, ...],
    *,
    chosen: bool,
    names: Sequence[str] = (),
    by: str,
    on: date | None = None,
) -> Mediation:
    """确定调解员; `names` are those who have no post with which to sign in (PML 13, 19)."""
    case, head = turn(work, case_id, by, on)
    kept = "、".join(dict.fromkeys(names))
    names_id = work.document(case_id, case.dispute_id, "mediator_names", kept) if kept else None
    page = conduct.appoint(mediators, chosen=chosen, head=head, names_id=names_id)
    return work.record(case, page)


def hold_session(
    work: Work,
    case_id: UUID,
    present: tuple[Side, ...],
    *,
    invited: int,
    record: str,
    by: str,
    on: date | None = None,
) -> Mediation:
    """调解记录 (PML 20, 27)."""
    case, head = turn(work, case_id, by, on)
    record_id = work.document(case_id, case.dispute_id, "mediation_record", record)
    page = conduct.hold_session(case, present, invited, record_id, head=head)
    return work.record(case, page)


def report_escalation(
    work: Work,
    case_id: UUID,
    danger: Danger,
    *,
    reported_to: str,
    measures: str,
    by: str,
    on: date | None = None,
) -> Mediation:
    """报告激化危险 (PML 25)."""
    case, head = turn(work, case_id, by, on)
    try:
        told = work.directory.organ(reported_to).code
    except LookupError as none:
        raise Malformed(str(none), "reported_to") from none
    page = EscalationReported(
        head=head,
        danger=danger,
        reported_to=told,
        measures_id=work.document(case_id, case.dispute_id, "preventive_measures", measures),
    )
    return work.record(case, page)


def extend(
    work: Work, case_id: UUID, extended_to: date, *, by: str, on: date | None = None
) -> Mediation:
    """约定延长调解期限 (RULES 33)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, conduct.extend(case, extended_to, head=head))


def fail(
    work: Work, case_id: UUID, ground: Ground, *, by: str, on: date | None = None
) -> Mediation:
    """调解不成, the other routes told (PML 26)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, conduct.fail(ground, head=head))


def end_withdrawn(work: Work, dispute_id: UUID) -> None:
    """纠纷已撤回: without a dispute there is nothing to mediate; an agreement stays (PML 23)."""
    _end(work, mediation_of(dispute_id), Ground.DISPUTE_WITHDRAWN)


def end_corrected(work: Work, fact: RoadCorrected) -> None:
    """途径已更正: what was begun is ended and kept; an agreement stays (RULES 59)."""
    for case_id in running_of(fact):
        _end(work, case_id, Ground.ROAD_CORRECTED)


def _end(work: Work, case_id: UUID, ground: Ground) -> None:
    case = work.find(MEDIATIONS, case_id)
    if case is not None and case.before_agreement:
        head = work.head(case, by=CLOCK)
        work.record(case, conduct.fail(ground, head=head))
