"""裁决程序: from the right told to the ruling; each matter fills the table with its periods."""

from enum import StrEnum
from typing import Final

from services.adjudication.domain import aftermath
from services.adjudication.domain.powers import POWERS, Mediation, Power, Term
from services.adjudication.domain.states import Role, Standing, State
from shared.contracts.adjudication import (
    AdjudicationAccepted,
    AdjudicationActOverdue,
    AdjudicationApplied,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
    AnswerFiled,
    AnswerPeriodExpired,
    CopySent,
    Matter,
    OpinionDrawn,
    OpinionExtended,
    OpinionSubmitted,
    RespondentServed,
    RightNotified,
    RulingMade,
    SettlementFailed,
    SettlementReached,
)
from shared.contracts.fact import Fact
from shared.law.article import PLAN, RULES
from shared.law.procedure import PARTY, AsStated, Deadline, Move, Procedure, Track

NOT_APPLIED: Final = "是否申请裁决，由当事人自行决定"


def _heard(power: Power) -> tuple[State, ...]:
    """The states in which the parties are heard."""
    return (State.ACCEPTED, State.UNSETTLED) if _settles(power) else (State.ACCEPTED,)


def _before_government(power: Power) -> tuple[State, ...]:
    return (State.PROPOSED, State.SUBMITTED) if power.government else ()


def _undecided(power: Power) -> tuple[State, ...]:
    return (State.APPLIED, *_heard(power), *_before_government(power))


def _settles(power: Power) -> bool:
    return power.mediation is not Mediation.NONE


def _opening(power: Power) -> tuple[Move, ...]:
    owing = (*_undecided(power), *aftermath.open_states(settles=_settles(power)))
    return (
        Move(None, RightNotified, State.NOTIFIED, Role.ORGAN, PLAN[24]),
        Move((None, State.NOTIFIED), AdjudicationApplied, State.APPLIED, Role.PARTY, power.basis),
        Move(State.APPLIED, AdjudicationAccepted, State.ACCEPTED, Role.ORGAN, power.accept.article),
        Move(State.APPLIED, AdjudicationDeclined, State.DECLINED, Role.ORGAN, power.accept.article),
        Move(_undecided(power), AdjudicationWithdrawn, State.WITHDRAWN, Role.PARTY, power.basis),
        Move(owing, AdjudicationActOverdue, None, Role.CLOCK, RULES[13]),
    )


def _hearing(power: Power) -> tuple[Move, ...]:
    heard = _heard(power)
    return (
        Move(heard, CopySent, None, Role.ORGAN, power.copy.article),
        Move(heard, RespondentServed, None, Role.ORGAN, power.copy.article),
        Move(heard, AnswerFiled, None, Role.PARTY, power.answer.article),
        Move(heard, AnswerPeriodExpired, None, Role.CLOCK, power.answer.article),
    )


def _respondents(power: Power) -> Track:
    return Track(
        subject="party",
        moves=(
            Move(None, RespondentServed, Standing.SERVED, Role.ORGAN, power.copy.article),
            Move(
                (Standing.SERVED, Standing.SILENT),
                AnswerFiled,
                Standing.ANSWERED,
                Role.PARTY,
                power.answer.article,
            ),
            Move(
                Standing.SERVED,
                AnswerPeriodExpired,
                Standing.SILENT,
                Role.CLOCK,
                power.answer.article,
            ),
        ),
    )


def _mediating(power: Power) -> tuple[Move, ...]:
    if not _settles(power):
        return ()
    article = power.mediated_under
    settling = (*_heard(power), *_before_government(power))
    return (
        Move(settling, SettlementReached, State.SETTLED, Role.PARTY, article),
        Move(State.ACCEPTED, SettlementFailed, State.UNSETTLED, Role.ORGAN, article),
    )


def _ruling(power: Power) -> tuple[Move, ...]:
    first = power.mediation is Mediation.FIRST
    ready = (State.UNSETTLED,) if first else _heard(power)
    if not power.government:
        return (Move(ready, RulingMade, State.RULED, Role.ORGAN, power.basis),)
    drawn = power.opinion.article if power.opinion else power.basis
    submitted = power.submit.article if power.submit else power.basis
    longer = Move(_heard(power), OpinionExtended, None, Role.ORGAN, drawn)
    return (
        *((longer,) if power.opinion else ()),
        Move(ready, OpinionDrawn, State.PROPOSED, Role.ORGAN, drawn),
        Move(State.PROPOSED, OpinionSubmitted, State.SUBMITTED, Role.ORGAN, submitted),
        Move(State.SUBMITTED, RulingMade, State.RULED, Role.GOVERNMENT, power.basis),
    )


def _deadlines(power: Power) -> tuple[Deadline, ...]:
    settled = (SettlementReached,) if _settles(power) else ()
    ready = OpinionDrawn if power.government else RulingMade
    return (
        _duty("accept", "审查受理", power.accept, AdjudicationAccepted, AdjudicationDeclined),
        _duty("copy", "发送申请书副本", power.copy, CopySent, *settled),
        Deadline(
            name="answer",
            term="答辩",
            starts=(RespondentServed,),
            ends=(AnswerFiled, ready, *settled),
            within=power.answer.period,
            article=power.answer.article,
            lapse=AnswerPeriodExpired,
            owed_by=PARTY,
            subject="party",
        ),
        *((_duty("rule", "作出裁决", power.rule, RulingMade, *settled),) if power.rule else ()),
        *(_opinion(power.opinion) if power.opinion else ()),
        *((_submission(power.submit),) if power.submit else ()),
    )


def _duty(name: str, term: str, within: Term, *ends: type[Fact]) -> Deadline:
    return Deadline(
        name=name,
        term=term,
        starts=(within.since,),
        ends=ends,
        within=within.period,
        article=within.article,
        lapse=AdjudicationActOverdue,
    )


def _opinion(within: Term) -> tuple[Deadline, ...]:
    ends = (OpinionDrawn, SettlementReached, OpinionExtended)
    return (
        _duty("opinion", "提出调查处理意见", within, *ends),
        Deadline(
            name="longer_opinion",
            term="延长后的调查处理期限",
            starts=(OpinionExtended,),
            ends=ends,
            within=AsStated("extended_to"),
            article=within.article,
            lapse=AdjudicationActOverdue,
        ),
    )


def _submission(within: Term) -> Deadline:
    return Deadline(
        name="submit",
        term="报送人民政府",
        starts=(OpinionDrawn,),
        ends=(OpinionSubmitted, SettlementReached),
        within=within.period,
        article=within.article,
        lapse=AdjudicationActOverdue,
    )


def _patient(power: Power) -> dict[StrEnum, str]:
    reasons: dict[StrEnum, str] = {State.NOTIFIED: NOT_APPLIED, **aftermath.PATIENT}
    if power.unbounded:
        unbounded = (State.SUBMITTED,) if power.government else _heard(power)
        reasons |= dict.fromkeys(unbounded, power.unbounded)
    return reasons


def procedure_of(power: Power) -> Procedure:
    """裁决程序 of one matter, with the periods of its statute."""
    settles = _settles(power)
    return Procedure(
        name=power.matter.name.lower(),
        term=f"{power.term}裁决程序",
        since=power.since,
        moves=(
            *_opening(power),
            *_hearing(power),
            *_mediating(power),
            *_ruling(power),
            *aftermath.moves(settles=settles),
        ),
        track=_respondents(power),
        deadlines=(*_deadlines(power), *aftermath.deadlines(settles=settles)),
        closed=aftermath.CLOSED,
        patient=_patient(power),
    )


PROCEDURES: Final[dict[Matter, Procedure]] = {m: procedure_of(p) for m, p in POWERS.items()}
"""The procedure of every matter that may be adjudicated."""
