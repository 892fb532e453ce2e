"""吹哨报到: a centre calls departments, each with a clock of its own (RULES 4, 8 to 13).

The file stands open until the centre closes it; each department called stands somewhere of its
own. Silence is a fact, and changes nothing of what the department still owes.
"""

from enum import StrEnum
from typing import Final

from services.routing.domain.tiers import (
    ANSWER,
    CHECK_IN_DANGER,
    CHECK_IN_ORDINARY,
    CHECK_IN_URGENT,
    CLOSE,
)
from shared.contracts.routing import (
    AnswerLapsed,
    CheckInLapsed,
    DepartmentAnswered,
    DepartmentCalled,
    DepartmentCalledToDanger,
    DepartmentCalledUrgently,
    DepartmentCheckedIn,
    DepartmentInformed,
    RoutingActOverdue,
    WhistleBlown,
    WhistleClosed,
)
from shared.law.article import RULES
from shared.law.procedure import Deadline, Move, Procedure, Track


class State(StrEnum):
    """Where a whistle stands."""

    BLOWN = "blown"  # 已吹哨
    CLOSED = "closed"  # 已办结


class Standing(StrEnum):
    """Where a department stands under a whistle."""

    CALLED = "called"  # 已召集
    INFORMED = "informed"  # 已知会
    CHECKED_IN = "checked_in"  # 已报到
    ANSWERED = "answered"  # 已反馈


class Actor(StrEnum):
    """Who may make a move."""

    CENTRE = "centre"  # 综治中心
    DEPARTMENT = "department"  # 部门
    CLOCK = "clock"  # 期限届满自动记录


CALLS: Final = (DepartmentCalled, DepartmentCalledUrgently, DepartmentCalledToDanger)
"""A call in each tier; each starts a time to check in of its own length."""

_OWES: Final = (Standing.CALLED, Standing.CHECKED_IN)

DEPARTMENTS: Final = Track(
    subject="department",
    moves=(
        Move(None, DepartmentCalled, Standing.CALLED, Actor.CENTRE, RULES[9]),
        Move(None, DepartmentCalledUrgently, Standing.CALLED, Actor.CENTRE, RULES[9]),
        Move(None, DepartmentCalledToDanger, Standing.CALLED, Actor.CENTRE, RULES[9]),
        Move(None, DepartmentInformed, Standing.INFORMED, Actor.CENTRE, RULES[10]),
        Move(Standing.CALLED, DepartmentCheckedIn, Standing.CHECKED_IN, Actor.DEPARTMENT, RULES[4]),
        Move(Standing.CALLED, CheckInLapsed, None, Actor.CLOCK, RULES[4]),
        Move(
            Standing.CHECKED_IN, DepartmentAnswered, Standing.ANSWERED, Actor.DEPARTMENT, RULES[11]
        ),
        Move(_OWES, AnswerLapsed, None, Actor.CLOCK, RULES[11]),
    ),
)

WHISTLE: Final = Procedure(
    name="whistle",
    term="吹哨报到",
    since=RULES.since,
    moves=(
        Move(None, WhistleBlown, State.BLOWN, Actor.CENTRE, RULES[8]),
        *(Move(State.BLOWN, m.on, None, m.by, m.article) for m in DEPARTMENTS.moves),
        Move(State.BLOWN, WhistleClosed, State.CLOSED, Actor.CENTRE, RULES[12]),
        Move(State.BLOWN, RoutingActOverdue, None, Actor.CLOCK, RULES[13]),
    ),
    track=DEPARTMENTS,
    deadlines=(
        Deadline(
            name="check_in",
            term="报到期限",
            starts=(DepartmentCalled,),
            ends=(DepartmentCheckedIn,),
            within=CHECK_IN_ORDINARY,
            article=RULES[4],
            lapse=CheckInLapsed,
            subject="department",
        ),
        Deadline(
            name="check_in_urgent",
            term="紧急报到期限",
            starts=(DepartmentCalledUrgently,),
            ends=(DepartmentCheckedIn,),
            within=CHECK_IN_URGENT,
            article=RULES[4],
            lapse=CheckInLapsed,
            subject="department",
        ),
        Deadline(
            name="check_in_danger",
            term="应急报到期限",
            starts=(DepartmentCalledToDanger,),
            ends=(DepartmentCheckedIn,),
            within=CHECK_IN_DANGER,
            article=RULES[4],
            lapse=CheckInLapsed,
            subject="department",
        ),
        Deadline(
            name="answer",
            term="反馈期限",
            starts=CALLS,
            ends=(DepartmentAnswered,),
            within=ANSWER,
            article=RULES[11],
            lapse=AnswerLapsed,
            subject="department",
        ),
        Deadline(
            name="close",
            term="办结期限",
            starts=(WhistleBlown,),
            ends=(WhistleClosed,),
            within=CLOSE,
            article=RULES[12],
            lapse=RoutingActOverdue,
        ),
    ),
    closed=(State.CLOSED,),
    patient={
        Standing.INFORMED: "只知会，不负期限",
        Standing.CHECKED_IN: "反馈期限自召集时起算，报到不另起期限",
        Standing.ANSWERED: "已反馈，等待综治中心办结",
    },
)
