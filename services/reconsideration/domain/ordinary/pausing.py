"""Suspension 中止, resumption 恢复 and stay of execution 停止执行 (ARL 39 to 42), as a table.

The regulation of 2007 had eight grounds to suspend and five to terminate; since January 2024 those
of the statute go before them, so the rows are the same in both editions (ARR2007 41, 42).
"""

from typing import Final

from services.reconsideration.domain.ordinary.pauses import even_begun_by
from services.reconsideration.domain.ordinary.states import (
    NOT_YET_ACCEPTED,
    ON_HAND,
    UNDER_REVIEW,
    Role,
)
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    DecisionMade,
    ReconsiderationActOverdue,
)
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    SixtyDaysSuspended,
    StayEnded,
    StayRefused,
    StayRequested,
    StayRequestMoved,
    SuspensionCauseGone,
)
from shared.law.article import ARL, RULES
from shared.law.period import CalendarDays, WorkingDays
from shared.law.procedure import NOBODY, OFFICE, Deadline, Move

R = Role

MOVES: Final = (
    Move(ON_HAND, ReconsiderationSuspended, None, R.AUTHORITY, ARL[39].par(1)),
    Move(ON_HAND, SuspensionCauseGone, None, R.BODY, ARL[39].par(2)),
    Move(ON_HAND, ReconsiderationResumed, None, R.AUTHORITY, ARL[39].par(2)),
    Move(ON_HAND, ResumptionOrdered, None, R.SUPERIOR, ARL[40]),
    Move(ON_HAND, SixtyDaysSuspended, None, R.CLOCK, ARL[41].par(item=5)),
    Move((*NOT_YET_ACCEPTED, *ON_HAND), StayRequested, None, R.APPLICANT, ARL[42].par(item=3)),
    Move(ON_HAND, ExecutionStayed, None, R.AUTHORITY, ARL[42]),
    Move(ON_HAND, StayRefused, None, R.AUTHORITY, ARL[42].par(item=3)),
    Move((*UNDER_REVIEW, *ON_HAND), StayRequestMoved, None, R.AUTHORITY, RULES[136]),
    Move(ON_HAND, StayEnded, None, R.AUTHORITY, ARL[42]),
)

DEADLINES: Final = (
    Deadline(
        name="sixty_days",
        term="中止满六十日",
        starts=(ReconsiderationSuspended,),
        ends=(SuspensionCauseGone, ReconsiderationResumed, DecisionMade),
        within=CalendarDays(60),
        article=ARL[41].par(item=5),
        lapse=SixtyDaysSuspended,
        owed_by=NOBODY,  # 满六十日由法律规定终止
        subject="cause",
        person="applicant",
        where="ends_in_sixty",  # three of the ten causes
    ),
    Deadline(
        name="resume",
        term="恢复审理",
        starts=(SuspensionCauseGone, ResumptionOrdered),
        ends=(ReconsiderationResumed, DecisionMade),
        within=WorkingDays(5),
        article=RULES[66],  # the law says: in time
        lapse=ReconsiderationActOverdue,
        owed_by=OFFICE,
        subject="cause",
        person="applicant",
        pauses=(even_begun_by(SuspensionCauseGone),),
    ),
    Deadline(
        name="terminate",
        term="中止满六十日的终止",
        starts=(SixtyDaysSuspended,),
        ends=(SuspensionCauseGone, ReconsiderationResumed, DecisionMade),
        within=WorkingDays(5),
        article=RULES[67],
        lapse=ReconsiderationActOverdue,
        owed_by=OFFICE,
        subject="cause",
        person="applicant",
        pauses=(even_begun_by(SixtyDaysSuspended),),
    ),
    Deadline(
        name="answer_stay",
        term="答复停止执行的申请",
        starts=(StayRequested, ApplicationAccepted),
        ends=(ExecutionStayed, StayRefused, StayRequestMoved, DecisionMade),
        within=WorkingDays(5),
        article=RULES[68],
        lapse=ReconsiderationActOverdue,
        subject="stay_request",
        owed_by=OFFICE,
        where="asks_stay",  # asked with the application, it is answered once that is accepted
        unless="others_wait",  # 同一期限内还有尚未答复的申请
    ),
)
