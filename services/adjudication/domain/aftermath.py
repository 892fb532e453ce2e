"""裁决之后: service, remedies, performance and enforcement, the same in every matter."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from services.adjudication.domain.remedies import ENTITLED, URGE
from services.adjudication.domain.states import Role, State
from shared.contracts.adjudication import (
    AdjudicationActOverdue,
    AdjudicationClosed,
    EnforcementRequested,
    EnforcementWindowClosed,
    EntitledWindowClosed,
    PerformanceDue,
    PerformanceUrged,
    RemedyPeriodExpired,
    RemedyTaken,
    RulingMade,
    RulingOverturned,
    RulingPerformed,
    RulingServed,
    RulingUpheld,
    SettlementReached,
    UrgingExpired,
)
from shared.law.article import ALI, ALL, ARL, COERCION, CPL, PLAN, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import NOBODY, PARTY, AsStated, Deadline, Move

_AFTER: Final = (State.SERVED, State.CONTESTED)

CLOSED: Final = (
    State.DECLINED,
    State.WITHDRAWN,
    State.OVERTURNED,
    State.PERFORMED,
    State.ENFORCEMENT,
    State.CLOSED,
)
PATIENT: Final[Mapping[StrEnum, str]] = {
    State.CONTESTED: "等待行政复议决定或者人民法院裁判",
}


def open_states(*, settles: bool) -> tuple[State, ...]:
    """The states after a ruling, or a settlement, in which something may still be owed."""
    return (State.RULED, *_AFTER, *((State.SETTLED,) if settles else ()))


def moves(*, settles: bool) -> tuple[Move, ...]:
    """The rows after a ruling, and after a settlement where the matter knows one."""
    return (*_SERVED, *_CONTESTED, *_ENFORCED, *(_SETTLED if settles else ()))


def deadlines(*, settles: bool) -> tuple[Deadline, ...]:
    """The periods after a ruling, and after a settlement where the matter knows one."""
    return (*_PERIODS, *(_SETTLEMENT if settles else ()))


_SERVED: Final = (
    Move(State.RULED, RulingServed, State.SERVED, Role.ORGAN, CPL[87]),
    Move(_AFTER, RulingServed, None, Role.ORGAN, CPL[87]),
    Move(_AFTER, PerformanceDue, None, Role.CLOCK, COERCION[53]),
    Move(State.SERVED, RulingPerformed, State.PERFORMED, Role.ORGAN, COERCION[53]),
    Move(State.SERVED, AdjudicationClosed, State.CLOSED, Role.ORGAN, RULES[45]),
)

_CONTESTED: Final = (
    Move(State.SERVED, RemedyTaken, State.CONTESTED, Role.PARTY, ARL[20]),
    Move(State.CONTESTED, RemedyTaken, None, Role.PARTY, ALL[46]),
    Move(_AFTER, RemedyPeriodExpired, None, Role.CLOCK, COERCION[53]),
    Move(State.CONTESTED, RulingUpheld, State.SERVED, Role.COURT, ALL[69]),
    Move(State.CONTESTED, RulingOverturned, State.OVERTURNED, Role.COURT, ALL[70]),
)

_ENFORCED: Final = (
    Move(State.SERVED, PerformanceUrged, None, Role.ORGAN, COERCION[54]),
    Move(_AFTER, UrgingExpired, None, Role.CLOCK, COERCION[54]),
    Move(State.SERVED, EnforcementRequested, State.ENFORCEMENT, Role.ORGAN, COERCION[53]),
    Move(State.SERVED, EnforcementWindowClosed, None, Role.CLOCK, COERCION[53]),
    Move(State.SERVED, EntitledWindowClosed, None, Role.CLOCK, ALI[158]),
)

_SETTLED: Final = (
    Move(State.SETTLED, PerformanceDue, None, Role.CLOCK, PLAN[24]),
    Move(State.SETTLED, RulingPerformed, State.PERFORMED, Role.ORGAN, PLAN[24]),
    Move(State.SETTLED, AdjudicationClosed, State.CLOSED, Role.ORGAN, RULES[45]),
)

_PERIODS: Final = (
    Deadline(
        name="serve",
        term="送达裁决书",
        starts=(RulingMade,),
        ends=(RulingServed,),
        within=WorkingDays(5),
        article=RULES[44],
        lapse=AdjudicationActOverdue,
    ),
    Deadline(
        name="remedy",
        term="申请行政复议或者提起行政诉讼",
        starts=(RulingServed,),
        ends=(RemedyTaken, RulingPerformed),
        within=AsStated("remedy_until"),
        article=COERCION[53],
        lapse=RemedyPeriodExpired,
        owed_by=PARTY,
        subject="party",
    ),
    Deadline(
        name="perform",
        term="履行裁决",
        starts=(RulingServed,),
        ends=(RulingPerformed,),
        within=AsStated("perform_by"),
        article=COERCION[53],
        lapse=PerformanceDue,
        owed_by=PARTY,
        subject="party",
    ),
    Deadline(
        name="urging",
        term="催告后履行",
        starts=(PerformanceUrged,),
        ends=(RulingPerformed,),
        within=URGE.period,
        article=COERCION[54],
        lapse=UrgingExpired,
        owed_by=PARTY,
        subject="party",
    ),
    Deadline(
        name="enforce",
        term="申请人民法院强制执行",
        starts=(RulingServed,),
        ends=(EnforcementRequested, RulingPerformed, RemedyTaken),
        within=AsStated("enforce_by"),
        article=COERCION[53],
        lapse=EnforcementWindowClosed,
        owed_by=NOBODY,  # 机关没有申请的，权利人可以申请（行诉解释第158条）
        subject="party",
    ),
    Deadline(
        name="entitled_enforce",
        term="权利人申请强制执行",
        starts=(EnforcementWindowClosed,),
        ends=(EnforcementRequested, RulingPerformed, RemedyTaken),
        within=ENTITLED.period,
        article=ALI[158],
        lapse=EntitledWindowClosed,
        owed_by=PARTY,
        subject="party",
    ),
)

_SETTLEMENT: Final = (
    Deadline(
        name="perform_settlement",
        term="履行调解书",
        starts=(SettlementReached,),
        ends=(RulingPerformed,),
        within=AsStated("perform_by"),
        article=PLAN[24],
        lapse=PerformanceDue,
        owed_by=PARTY,
    ),
)
