"""From application 申请 to acceptance 受理 (ARL chapters 2 and 3), as a table."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.ordinary.lost import LOST
from services.reconsideration.domain.ordinary.states import (
    NOT_YET_ACCEPTED,
    ON_HAND,
    UNDER_REVIEW,
    Role,
    State,
)
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationReceived,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    SupplementExtended,
    SupplementNoticeReceived,
    SupplementNoticeServedAgain,
    SupplementNotified,
)
from shared.contracts.reconsideration.admissibility import ConditionsFound
from shared.contracts.reconsideration.deferring import SupplementDeferred
from shared.contracts.reconsideration.enforcing import SuitOnRecord
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.in_time import SupplementInTime
from shared.contracts.reconsideration.oral import OralApplicationRecorded
from shared.contracts.reconsideration.repeated import ApplicationSevered, NotHandledAgain
from shared.contracts.reconsideration.request import RequestChanged
from shared.law.article import ARL, ARR2026, CPL, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import PARTY, AsStated, Deadline, Move

S, R = State, Role

MOVES: Final = (
    Move(None, ApplicationReceived, S.RECEIVED, R.APPLICANT, ARL[22]),
    Move(S.RECEIVED, OralApplicationRecorded, None, R.BODY, ARL[22].par(3)),
    Move(S.RECEIVED, SupplementNotified, S.SUPPLEMENT_NOTIFIED, R.BODY, ARL[31].par(1)),
    Move(
        S.SUPPLEMENT_NOTIFIED,
        SupplementNoticeReceived,
        S.SUPPLEMENTING,
        R.APPLICANT,
        ARL[31].par(2),
    ),
    Move(S.SUPPLEMENTING, SupplementNoticeServedAgain, None, R.BODY, ARL[31].par(2)),
    Move(S.SUPPLEMENTING, SupplementExtended, None, R.BODY, ARL[31].par(2)),
    Move(
        (S.SUPPLEMENT_NOTIFIED, S.SUPPLEMENTING),
        ApplicationSupplemented,
        S.SUPPLEMENTED,
        R.APPLICANT,
        ARL[31].par(2),
    ),
    Move(S.RECEIVED, SupplementInTime, S.SUPPLEMENTED, R.BODY, CPL[85].par(4)),
    Move(S.RECEIVED, SupplementDeferred, S.SUPPLEMENTING, R.BODY, CPL[86]),
    Move((*NOT_YET_ACCEPTED, *ON_HAND), CompensationClaimed, None, R.APPLICANT, ARL[72].par(1)),
    Move((*NOT_YET_ACCEPTED, *ON_HAND), RequestChanged, None, R.APPLICANT, ARL[15].par(2)),
    Move(S.SUPPLEMENTING, ApplicationAbandoned, S.ABANDONED, R.CLOCK, ARL[31].par(2)),
    Move(UNDER_REVIEW, ConditionsFound, None, R.BODY, ARL[30].par(1)),
    Move(ON_HAND, ConditionsFound, None, R.BODY, ARL[33]),
    Move((*NOT_YET_ACCEPTED, *ON_HAND), SuitOnRecord, None, R.CLOCK, ARL[29].par(2)),
    Move(UNDER_REVIEW, ApplicationAccepted, S.ACCEPTED, R.AUTHORITY, ARL[30].par(1)),
    Move(UNDER_REVIEW, ApplicationDeclined, S.DECLINED, R.AUTHORITY, ARL[30].par(2)),
    Move(UNDER_REVIEW, ApplicationSevered, None, R.AUTHORITY, RULES[136]),
    Move(ON_HAND, ApplicationSevered, None, R.AUTHORITY, ARL[33]),
    Move(UNDER_REVIEW, NotHandledAgain, S.NOT_HANDLED, R.AUTHORITY, ARR2026[37].par(2)),
    Move(NOT_YET_ACCEPTED, ApplicationWithdrawn, S.WITHDRAWN, R.APPLICANT, ARL[22]),
)

DEADLINES: Final = (
    Deadline(
        name="review",
        term="审查",
        starts=(ApplicationReceived,),
        ends=(
            *(SupplementNotified, SupplementInTime, SupplementDeferred),
            *(ApplicationAccepted, ApplicationDeclined),
        ),
        within=WorkingDays(5),
        article=ARL[30].par(1),
        lapse=ApplicationAccepted,  # 视为受理, ARL 30(3)
    ),
    Deadline(
        name="supplement",
        term="补正",
        starts=(SupplementNoticeReceived, SupplementNoticeServedAgain),
        ends=(ApplicationSupplemented, SupplementExtended, SupplementNoticeServedAgain),
        within=WorkingDays(10),
        article=ARL[31].par(2),
        lapse=ApplicationAbandoned,  # 视为放弃
        owed_by=PARTY,
    ),
    Deadline(
        name="supplement_extended",
        term="延长的补正",
        starts=(SupplementExtended,),
        ends=(ApplicationSupplemented, SupplementExtended, SupplementNoticeServedAgain),
        within=AsStated("until"),
        article=ARL[31].par(2),
        lapse=ApplicationAbandoned,
        owed_by=PARTY,
    ),
    Deadline(
        name="supplement_deferred",
        term="顺延的补正",
        starts=(SupplementDeferred,),
        ends=(ApplicationSupplemented, SupplementExtended, SupplementNoticeServedAgain),
        within=LOST,
        article=CPL[86],
        lapse=ApplicationAbandoned,
        owed_by=PARTY,
    ),
    Deadline(
        name="review_again",
        term="补正后审查",
        starts=(ApplicationSupplemented, SupplementInTime),
        ends=(ApplicationAccepted, ApplicationDeclined),
        within=WorkingDays(5),
        article=ARL[31].par(3),
        lapse=ApplicationAccepted,
    ),
)

PATIENT: Final[Mapping[StrEnum, str]] = {
    S.SUPPLEMENT_NOTIFIED: "补正通知尚在送达途中，申请人收到之日起才计算补正期限",
}
"""Open states that no period bounds, each with the reason."""
