"""吹哨报到: who may do what under a whistle, as a table (RULES 4, 8 to 13, 18 to 30, 36 to 39, 46).

The file stands open until the centre closes it; each department called stands somewhere of its
own. Silence, refusal and a dispute of competence are three different things: silence is a fact that
changes nothing of what is owed and climbs by itself, the other two are ruled on. The clocks stand
in `whistle_clocks` and `centre_clocks`.
"""

from enum import StrEnum
from typing import Final

from services.routing.domain.centre_clocks import CENTRE_CLOCKS
from services.routing.domain.whistle_clocks import CLOCKS
from shared.contracts.fact import Fact
from shared.contracts.routing import (
    AnswerLapsed,
    CalledBack,
    CheckInLapsed,
    CompetenceDisputed,
    CompetenceUpheld,
    DepartmentAnswered,
    DepartmentCalled,
    DepartmentCalledToDanger,
    DepartmentCalledUrgently,
    DepartmentCheckedIn,
    DepartmentFinished,
    DepartmentInformed,
    DepartmentOverdue,
    DepartmentRefused,
    DepartmentRuledOut,
    ExtensionAsked,
    ExtensionDenied,
    ExtensionDropped,
    ExtensionGranted,
    ExtensionUndecided,
    FinishReleased,
    JointMeetingHeld,
    JointPlanMade,
    LeadNamed,
    OthersAwaited,
    OthersCame,
    PartyAwaited,
    PartyCame,
    ProgressTold,
    RoutingActOverdue,
    RulingLapsed,
    SilenceReachedInspection,
    SilenceReachedLeader,
    SiteVisited,
    WaitLapsed,
    WhistleBlown,
    WhistleClosed,
    WhistleFinished,
    WhistleProposed,
    WhistleRaised,
    WhistleReopened,
    WhistleReturned,
)
from shared.law.article import RULES
from shared.law.procedure import Move, Procedure, Track


class State(StrEnum):
    """Where a whistle stands."""

    PROPOSED = "awaiting_signature"  # 待签批
    BLOWN = "blown"  # 已吹哨
    FINISHED = "awaiting_callback"  # 待回访
    CLOSED = "closed"  # 已办结
    RETURNED = "returned"  # 已退回


class Standing(StrEnum):
    """Where a department stands under a whistle."""

    CALLED = "called"  # 已召集
    INFORMED = "informed"  # 已知会
    CHECKED_IN = "checked_in"  # 已报到
    ANSWERED = "answered"  # 已反馈
    DONE = "done"  # 部门已办结
    OBJECTED = "objected"  # 异议待裁定
    RULED_OUT = "ruled_out"  # 已裁定不承办


class Actor(StrEnum):
    """Who may make a move."""

    CENTRE = "centre"  # 综治中心
    LEADER = "leader"  # 负责人
    DEPARTMENT = "department"  # 部门
    CLOCK = "clock"  # 期限届满自动记录


_S, _A, _R = Standing, Actor, RULES

_OWES: Final = (_S.CALLED, _S.CHECKED_IN, _S.ANSWERED, _S.OBJECTED)
_AT_WORK: Final = (_S.CHECKED_IN, _S.ANSWERED)

_CALLABLE: Final = (None, _S.INFORMED, _S.RULED_OUT, _S.ANSWERED, _S.DONE)
"""Who may be called: whoever is not under the whistle, or has nothing more to do under it.

Whoever assists has done its part by answering, and is called again where the whistle is reopened.
"""

DEPARTMENTS: Final = Track(
    subject="department",
    moves=(
        Move(_CALLABLE, DepartmentCalled, _S.CALLED, _A.CENTRE, _R[9]),
        Move(None, DepartmentCalledUrgently, _S.CALLED, _A.CENTRE, _R[9]),
        Move(None, DepartmentCalledToDanger, _S.CALLED, _A.CENTRE, _R[9]),
        Move(None, DepartmentInformed, _S.INFORMED, _A.CENTRE, _R[10]),
        Move(_S.CALLED, DepartmentCheckedIn, _S.CHECKED_IN, _A.DEPARTMENT, _R[4]),
        Move(_AT_WORK, SiteVisited, None, _A.DEPARTMENT, _R[20]),
        Move(_S.CHECKED_IN, DepartmentAnswered, _S.ANSWERED, _A.DEPARTMENT, _R[11]),
        Move(_AT_WORK, ProgressTold, None, _A.DEPARTMENT, _R[11]),
        Move(_S.ANSWERED, DepartmentFinished, _S.DONE, _A.DEPARTMENT, _R[24]),
        Move(_S.CALLED, DepartmentRefused, _S.OBJECTED, _A.DEPARTMENT, _R[26]),
        Move(_S.CALLED, CompetenceDisputed, _S.OBJECTED, _A.DEPARTMENT, _R[26]),
        Move(_S.OBJECTED, CompetenceUpheld, _S.CALLED, _A.CENTRE, _R[27]),
        Move(_OWES, DepartmentRuledOut, _S.RULED_OUT, _A.CENTRE, _R[27]),
        Move(_OWES[:3], LeadNamed, None, _A.CENTRE, _R[27]),
        Move(_OWES[:3], ExtensionAsked, None, _A.DEPARTMENT, _R[29]),
        Move(_OWES, ExtensionGranted, None, _A.CENTRE, _R[29]),
        Move(_OWES, ExtensionDenied, None, _A.CENTRE, _R[29]),
        Move(_OWES, ExtensionUndecided, None, _A.CLOCK, _R[29]),
        Move(_S.ANSWERED, ExtensionDropped, None, _A.CLOCK, _R[29]),
        Move(_S.ANSWERED, OthersAwaited, None, _A.CLOCK, _R[24]),
        Move(_AT_WORK, OthersCame, None, _A.CLOCK, _R[24]),
        Move(_S.ANSWERED, FinishReleased, None, _A.CLOCK, _R[12]),
        Move(_AT_WORK, PartyAwaited, None, _A.DEPARTMENT, _R[28]),
        Move(_AT_WORK, PartyCame, None, _A.DEPARTMENT, _R[28]),
        Move(_AT_WORK, WaitLapsed, None, _A.CLOCK, _R[28]),
        Move(_S.CALLED, CheckInLapsed, None, _A.CLOCK, _R[4]),
        Move((*_OWES[:2], _S.OBJECTED), AnswerLapsed, None, _A.CLOCK, _R[11]),
        Move(_OWES, DepartmentOverdue, None, _A.CLOCK, _R[13]),
        Move(_S.OBJECTED, RulingLapsed, None, _A.CLOCK, _R[27]),
        Move(_OWES, SilenceReachedLeader, None, _A.CLOCK, _R[30]),
        Move(_OWES, SilenceReachedInspection, None, _A.CLOCK, _R[30]),
    ),
)


def _in_file(move: Move) -> Move:
    """A department's step, as a row of the file: none of them changes where the whistle stands.

    What the clock finds it also finds while a callback is awaited: the centre must not be able to
    end a silence by going on.
    """
    states = (State.BLOWN, State.FINISHED) if move.by is Actor.CLOCK else State.BLOWN
    return Move(states, move.on, None, move.by, move.article)


def _once(moves: tuple[Move, ...]) -> tuple[Move, ...]:
    kinds: dict[type[Fact], Move] = {}
    for move in moves:
        kinds.setdefault(move.on, _in_file(move))
    return tuple(kinds.values())


_OPEN: Final = (State.PROPOSED, State.BLOWN, State.FINISHED)
_BLOWN: Final = (State.BLOWN, State.FINISHED)

WHISTLE: Final = Procedure(
    name="whistle",
    term="吹哨报到",
    since=RULES.since,
    moves=(
        Move(None, WhistleProposed, State.PROPOSED, _A.CENTRE, _R[18]),
        Move((None, State.PROPOSED), WhistleBlown, State.BLOWN, _A.CENTRE, _R[8]),
        Move(
            (None, State.PROPOSED, State.BLOWN), WhistleReturned, State.RETURNED, _A.CENTRE, _R[19]
        ),
        *_once(DEPARTMENTS.moves),
        Move(State.BLOWN, JointMeetingHeld, None, _A.CENTRE, _R[25]),
        Move(State.BLOWN, JointPlanMade, None, _A.CENTRE, _R[25]),
        Move(State.BLOWN, WhistleFinished, State.FINISHED, _A.DEPARTMENT, _R[24]),
        Move(State.FINISHED, CalledBack, None, _A.CENTRE, _R[36]),
        Move(State.FINISHED, WhistleReopened, State.BLOWN, _A.CENTRE, _R[39]),
        Move(_BLOWN, WhistleRaised, State.BLOWN, _A.CENTRE, _R[37]),
        Move(_OPEN, WhistleClosed, State.CLOSED, _A.CENTRE, _R[12]),
        Move(_OPEN, RoutingActOverdue, None, _A.CLOCK, _R[13]),
    ),
    track=DEPARTMENTS,
    deadlines=(*CENTRE_CLOCKS, *CLOCKS),
    closed=(State.CLOSED, State.RETURNED),
    patient={
        Standing.INFORMED: "只知会，不负期限；可以召回",
        Standing.ANSWERED: "已反馈，主办部门另有办结期限，协办部门等待综治中心办结",
        Standing.DONE: "已办结，等待回访",
        Standing.RULED_OUT: "已裁定不承办，不负期限；可以召回",
    },
)
