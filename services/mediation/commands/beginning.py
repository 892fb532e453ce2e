"""How a mediation begins: handed over or applied for, consented to or refused (PML 17)."""

from datetime import date
from uuid import UUID

from services.mediation.commands.pages import turn
from services.mediation.domain import conduct
from services.mediation.domain.mediation import BOTH, Mediation
from services.mediation.store import MEDIATIONS, corrected_of, mediation_of
from shared.contracts.fact import CLOCK, Head
from shared.contracts.intake import Side, Willingness
from shared.contracts.mediation import MediationProposed, MediationRefused, Origin
from shared.contracts.routing import DisputeRouted, RoadCorrected
from shared.directory import Kind
from shared.errors import Malformed
from shared.law.article import PML
from shared.law.procedure import Refused
from shared.work import Work


def take_over(work: Work, fact: DisputeRouted | RoadCorrected) -> None:
    """分流或者更正到调解: open the file; a willingness stated by both is their consent (PML 17).

    What comes by a correction has a file of its own where an earlier mediation has ended.

    Raises:
        Refused: Routing names no committee.
    """
    dispute_id, corrected = fact.head.dispute_id, isinstance(fact, RoadCorrected)
    first = work.find(MEDIATIONS, mediation_of(dispute_id))
    anew = isinstance(fact, RoadCorrected) and first is not None and first.is_closed
    case_id = corrected_of(fact) if anew else mediation_of(dispute_id)
    case = work.open(MEDIATIONS, case_id, dispute_id)
    if case.state is not None or fact.willingness is Willingness.REFUSED:
        return
    if fact.organ is None:
        raise Refused("没有可以受理的人民调解委员会", PML[7])
    page = MediationProposed(
        head=work.head(case, by=CLOCK),
        origin=Origin.CORRECTED if corrected else Origin.ROUTED,
        committee=fact.organ,
        came_from=fact.came_from if isinstance(fact, RoadCorrected) else None,
    )
    case = _propose(work, case, page)
    if fact.willingness is Willingness.BOTH:
        _consent(work, case, BOTH, work.head(case, by=CLOCK))


def apply(
    work: Work,
    dispute_id: UUID,
    other_id: UUID,
    *,
    committee: str,
    side: Side | None,
    text: str,
    by: str,
    on: date | None = None,
    window: str = "",
    came_from: UUID | None = None,
) -> Mediation:
    """申请调解, or taken up by the committee itself where no side is named (PML 17).

    Args:
        work: The unit of work.
        dispute_id: The dispute.
        other_id: Id of a file of its own, if an earlier mediation has ended.
        committee: Organ code of the mediation committee.
        side: Who applies; applying is consenting.
        text: What is asked.
        by: Who records it.
        on: The day of the application; today if not said.
        window: Organ code of the window that took it in, if one did.
        came_from: The earlier file of the dispute at another office.

    Raises:
        Malformed: There is no such committee.
        Refused: A mediation of this dispute is under way.
    """
    first = work.find(MEDIATIONS, mediation_of(dispute_id))
    if first is not None and not first.is_closed:
        raise Refused("本纠纷正在调解，请在原案卷内办理", PML[17])
    case_id = other_id if first else mediation_of(dispute_id)
    labels = {"county": _county_of(work, committee), **({"window": window} if window else {})}
    case = work.open(MEDIATIONS, case_id, dispute_id, on=on, labels=labels)
    page = MediationProposed(
        head=work.head(case, by=by, on=on),
        origin=Origin.APPLIED if side else Origin.VOLUNTEERED,
        committee=committee,
        side=side,
        text_id=work.document(case_id, dispute_id, "mediation_request", text),
        came_from=came_from or (first.case_id if first else None),
    )
    case = _propose(work, case, page)
    return _consent(work, case, (side,), work.head(case, by=by, on=on)) if side else case


def consent(
    work: Work, case_id: UUID, sides: tuple[Side, ...], *, by: str, on: date | None = None
) -> Mediation:
    """同意调解; with the last side's consent the committee takes it on (PML 17)."""
    case, head = turn(work, case_id, by, on)
    return _consent(work, case, sides, head)


def refuse(work: Work, case_id: UUID, side: Side, *, by: str, on: date | None = None) -> Mediation:
    """拒绝调解 (PML 17)."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, MediationRefused(head=head, side=side))


def _county_of(work: Work, committee: str) -> str:
    try:
        organ = work.directory.organ(committee)
    except LookupError as none:
        raise Malformed(str(none), "committee") from none
    if organ.kind is not Kind.MEDIATION:
        raise Malformed(f"{organ.name}不是人民调解委员会", "committee")
    return work.directory.county_of(organ.place).code


def _propose(work: Work, case: Mediation, page: MediationProposed) -> Mediation:
    work.label(case.case_id, authority=page.committee)
    return work.record(case, page)


def _consent(work: Work, case: Mediation, sides: tuple[Side, ...], head: Head) -> Mediation:
    case = work.record(case, conduct.consent(case, sides, head=head))
    if not case.both_consented:
        return case
    next_head = work.head(case, by=head.by, on=head.on)
    return work.record(case, conduct.undertake(case, head=next_head))
