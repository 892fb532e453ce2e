"""How an adjudication begins: the right told, the party's application, acceptance or not."""

from datetime import date
from uuid import UUID

from services.adjudication.commands.pages import find, paper, turn
from services.adjudication.domain import hearing
from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.domain.powers import Power, power_over
from services.adjudication.domain.states import State
from services.adjudication.store import MATTER, SHELVES, adjudication_of
from shared.contracts.adjudication import (
    AdjudicationAccepted,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
    DeclineGround,
)
from shared.contracts.fact import CLOCK
from shared.contracts.routing import DisputeRouted, RoadCorrected
from shared.directory import Kind, Organ, Role
from shared.errors import Malformed
from shared.law.article import PLAN
from shared.law.online import hand_in
from shared.law.procedure import Refused
from shared.work import Work


def notify_right(work: Work, fact: DisputeRouted | RoadCorrected) -> None:
    """告知裁决权利, once a dispute; whether to apply is the party's own affair (PLAN 24).

    Raises:
        Refused: No statute gives the power, or no organ of the directory has it.
    """
    dispute_id = fact.head.dispute_id
    case_id = adjudication_of(dispute_id)
    if find(work, case_id) is not None:
        return
    power = power_over(fact.matter, work.today)
    if fact.organ is None:
        raise Refused("名录中没有有权裁决的机关", PLAN[24])
    case = work.open(SHELVES[power.matter], case_id, dispute_id)
    work.label(case_id, authority=fact.organ, **{MATTER: power.matter.value})
    head = work.head(case, by=CLOCK)
    came_from = fact.came_from if isinstance(fact, RoadCorrected) else None
    work.record(case, hearing.notify_right(power.matter, fact.organ, came_from, head=head))


def apply(
    work: Work,
    dispute_id: UUID,
    other_id: UUID,
    *,
    matter: str,
    authority: str,
    applicants: tuple[UUID, ...],
    respondents: tuple[UUID, ...],
    text: str,
    by: str,
    on: date | None = None,
    window: str = "",
    came_from: UUID | None = None,
    persons: frozenset[UUID] | None = None,
) -> Adjudication:
    """申请行政裁决, dated when it reached the organ, today if `on` does not say (PLAN 24).

    `other_id` is for a file of its own, if the dispute's first one cannot take it; `came_from`
    the earlier file at another office; `persons` those of a party that applies online.

    Raises:
        Refused: No statute gives the power, an adjudication is under way, or what arrives online
            says an earlier day.
    """
    power = power_over(matter, on or work.today)
    organ = _empowered(work, power, authority)
    case = _file_for(work, dispute_id, other_id, power, on)
    _label(work, case, power, organ, window)
    head = work.head(case, by=by, on=on)
    if persons is not None:
        hand_in(head, PLAN[24])
    page = hearing.apply(
        case,
        matter=matter,
        authority=authority,
        applicants=applicants,
        respondents=respondents,
        text_id=paper(work, case, "adjudication_application", text),
        came_from=came_from,
        head=head,
    )
    return work.record(case, page)


def accept(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Adjudication:
    """受理裁决申请."""
    case, head = turn(work, case_id, by, on)
    return work.record(case, AdjudicationAccepted(head=head))


def decline(
    work: Work,
    case_id: UUID,
    ground: DeclineGround,
    *,
    reason: str,
    by: str,
    on: date | None = None,
) -> Adjudication:
    """不予受理裁决申请, with the reason."""
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "decline_reason", reason)
    return work.record(case, AdjudicationDeclined(head=head, ground=ground, reason_id=reason_id))


def withdraw(
    work: Work,
    case_id: UUID,
    *,
    by: str,
    on: date | None = None,
    persons: frozenset[UUID] | None = None,
) -> Adjudication:
    """撤回裁决申请; `persons` are those of a party that does it itself."""
    case, head = turn(work, case_id, by, on)
    hearing.withdraw_as_applicants(case, persons)
    return work.record(case, AdjudicationWithdrawn(head=head))


def _empowered(work: Work, power: Power, authority: str) -> Organ:
    """The organ, if it is one of those to which the statute gives the power."""
    try:
        organ = work.directory.organ(authority)
    except LookupError as none:
        raise Malformed(str(none), "authority") from none
    is_government = organ.kind is Kind.GOVERNMENT
    if is_government != power.government or not (is_government or Role.ADJUDICATOR in organ.roles):
        raise Refused(f"{organ.name}没有裁决{power.term}的法定职权", power.basis)
    return organ


def _label(work: Work, case: Adjudication, power: Power, organ: Organ, window: str) -> None:
    """Say on the file whose it is, where, and at which window it came in."""
    county = work.directory.county_of(organ.place).code
    said = {"authority": organ.code, "county": county, MATTER: power.matter.value}
    work.label(case.case_id, **said, **({"window": window} if window else {}))


def _file_for(
    work: Work, dispute_id: UUID, other_id: UUID, power: Power, on: date | None
) -> Adjudication:
    """The file of the right that was told, or a new one."""
    shelf, first_id = SHELVES[power.matter], adjudication_of(dispute_id)
    first = find(work, first_id)
    if first is None:
        return work.open(shelf, first_id, dispute_id, on=on, labels={})
    if first.state is State.NOTIFIED:
        told = first.matter is power.matter
        return first if told else work.open(shelf, other_id, dispute_id, on=on, labels={})
    if not first.is_closed:
        raise Refused("本纠纷正在裁决，请在原案卷内办理", power.accept.article)
    return work.open(shelf, other_id, dispute_id, on=on, labels={})
