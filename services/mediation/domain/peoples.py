"""人民调解: the procedure of the People's Mediation Law as a table.

The law sets no term. The configured one (RULES 33) ends no mediation by itself, for only a party
(PML 23) or the mediator who sees that it fails (PML 26) may do that: when it is over the mediator
owes an end, or an extension on which all agree.
"""

from datetime import date
from enum import StrEnum
from typing import Final

from shared.contracts.mediation import (
    AgreementMade,
    AgreementNotPerformed,
    AgreementPerformed,
    BothConsented,
    ConfirmationApplied,
    ConfirmationRuled,
    ConfirmationWindowClosed,
    ConsentGiven,
    EscalationReported,
    MediationActOverdue,
    MediationFailed,
    MediationProposed,
    MediationRefused,
    MediatorAppointed,
    PerformancePeriodExpired,
    SessionHeld,
    TermExpired,
    TermExtended,
)
from shared.law.article import CPL, PML, RULES
from shared.law.period import CalendarDays, Period, WorkingDays
from shared.law.procedure import PARTY, AsStated, Deadline, Move, Procedure


class State(StrEnum):
    """Where a mediation stands 调解进度."""

    PROPOSED = "proposed"  # 征询意愿
    CONSENTED = "consented"  # 双方同意
    MEDIATING = "mediating"  # 调解中
    TERM_OVER = "term_over"  # 调解期限届满
    AGREED = "agreed"  # 已达成协议
    UNPERFORMED = "unperformed"  # 协议未履行
    REFUSED = "refused"  # 拒绝调解
    FAILED = "failed"  # 调解不成
    PERFORMED = "performed"  # 履行完毕


class Role(StrEnum):
    """Who makes a move."""

    PARTY = "party"  # 当事人
    COMMITTEE = "committee"  # 人民调解委员会
    MEDIATOR = "mediator"  # 人民调解员
    COURT = "court"  # 人民法院
    CLOCK = "clock"  # 期限届满


_BEFORE_AGREEMENT: Final = (State.PROPOSED, State.CONSENTED, State.MEDIATING, State.TERM_OVER)
_AT_WORK: Final = (State.MEDIATING, State.TERM_OVER)
_IN_FORCE: Final = (State.AGREED, State.UNPERFORMED)

PEOPLES: Final = Procedure(
    name="peoples",
    term="人民调解程序",
    since=date(2011, 1, 1),
    moves=(
        Move(None, MediationProposed, State.PROPOSED, Role.COMMITTEE, PML[17]),
        Move(State.PROPOSED, ConsentGiven, None, Role.PARTY, PML[17]),
        Move(State.PROPOSED, BothConsented, State.CONSENTED, Role.COMMITTEE, PML[17]),
        Move(
            (State.PROPOSED, State.CONSENTED),
            MediationRefused,
            State.REFUSED,
            Role.PARTY,
            PML[17],
        ),
        Move(
            (State.CONSENTED, State.MEDIATING),
            MediatorAppointed,
            State.MEDIATING,
            Role.COMMITTEE,
            PML[19],
        ),
        Move(_AT_WORK, SessionHeld, None, Role.MEDIATOR, PML[27]),
        Move(_BEFORE_AGREEMENT, EscalationReported, None, Role.MEDIATOR, PML[25]),
        Move(_AT_WORK, TermExtended, State.MEDIATING, Role.COMMITTEE, RULES[33]),
        Move(
            (State.CONSENTED, State.MEDIATING),
            TermExpired,
            State.TERM_OVER,
            Role.CLOCK,
            RULES[33],
        ),
        Move(_AT_WORK, AgreementMade, State.AGREED, Role.PARTY, PML[28]),
        Move(_BEFORE_AGREEMENT, MediationFailed, State.FAILED, Role.MEDIATOR, PML[26]),
        Move(_IN_FORCE, PerformancePeriodExpired, None, Role.CLOCK, PML[31]),
        Move(_IN_FORCE, AgreementPerformed, State.PERFORMED, Role.COMMITTEE, PML[31]),
        Move(State.AGREED, AgreementNotPerformed, State.UNPERFORMED, Role.COMMITTEE, PML[32]),
        Move(_IN_FORCE, ConfirmationApplied, None, Role.PARTY, PML[33]),
        Move(_IN_FORCE, ConfirmationRuled, None, Role.COURT, CPL[206]),
        Move(_IN_FORCE, ConfirmationWindowClosed, None, Role.CLOCK, PML[33]),
        Move(
            (*_BEFORE_AGREEMENT, *_IN_FORCE),
            MediationActOverdue,
            None,
            Role.CLOCK,
            RULES[13],
        ),
    ),
    deadlines=(
        Deadline(
            name="ask_consent",
            term="征询调解意愿",
            starts=(MediationProposed,),
            ends=(BothConsented, MediationRefused, MediationFailed),
            within=WorkingDays(5),
            article=RULES[31],
            lapse=MediationActOverdue,
        ),
        Deadline(
            name="appoint",
            term="确定人民调解员",
            starts=(BothConsented,),
            ends=(MediatorAppointed, MediationRefused, MediationFailed),
            within=WorkingDays(3),
            article=RULES[32],
            lapse=MediationActOverdue,
        ),
        Deadline(
            name="term",
            term="调解期限",
            starts=(BothConsented,),
            ends=(AgreementMade, MediationFailed, MediationRefused, TermExtended),
            within=CalendarDays(30),
            article=RULES[33],
            lapse=TermExpired,
        ),
        Deadline(
            name="longer_term",
            term="延长后的调解期限",
            starts=(TermExtended,),
            ends=(AgreementMade, MediationFailed, TermExtended),
            within=AsStated("extended_to"),
            article=RULES[33],
            lapse=TermExpired,
        ),
        Deadline(
            name="end",
            term="期满后终止或者约定延长",
            starts=(TermExpired,),
            ends=(AgreementMade, MediationFailed, TermExtended),
            within=WorkingDays(3),
            article=RULES[34],
            lapse=MediationActOverdue,
        ),
        Deadline(
            name="perform",
            term="履行调解协议",
            starts=(AgreementMade,),
            ends=(AgreementPerformed, AgreementNotPerformed),
            within=AsStated("perform_by"),
            article=PML[31].par(1),
            lapse=PerformancePeriodExpired,
            owed_by=PARTY,
        ),
        Deadline(
            name="follow_up",
            term="履行期满回访",
            starts=(PerformancePeriodExpired,),
            ends=(AgreementPerformed, AgreementNotPerformed),
            within=WorkingDays(5),
            article=RULES[35],
            lapse=MediationActOverdue,
        ),
        Deadline(
            name="confirmation",
            term="共同申请司法确认",
            starts=(AgreementMade,),
            ends=(ConfirmationApplied,),
            within=CalendarDays(30),
            article=PML[33].par(1),
            lapse=ConfirmationWindowClosed,
            owed_by=PARTY,
        ),
    ),
    closed=(State.REFUSED, State.FAILED, State.PERFORMED),
    patient={
        State.UNPERFORMED: "是否起诉或者申请强制执行，由当事人决定（《人民调解法》第32、33条）"
    },
)
"""Rows of the People's Mediation Law; what it leaves open is the hub's own rule, and says so."""


def period_of(name: str) -> Period:
    """The period of a deadline of the table, for whoever reckons it without a case.

    Raises:
        ValueError: What runs is stated by a fact, and no period.
    """
    within = PEOPLES.by_name[name].within
    if not isinstance(within, Period):
        raise ValueError(f"{name} runs as a fact states")  # noqa: TRY004 - of the value, not the type
    return within
