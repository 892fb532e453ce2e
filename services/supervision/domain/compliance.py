"""履行监督: one table in four parts, by what is to be performed (ARL 77, 78, PML 31, PLAN 25).

Only what reconsideration decided has periods here: its authority, or one above it, orders that it
be performed; whoever supervises for the city looks on. For an agreement or a ruling the committee
or the organ keeps the time and finds whether it was performed; here it is followed. So it is with
what an applicant or third person has to perform: who enforces it keeps the time, and whether it
was is followed here.
"""

from enum import StrEnum
from typing import Final

from shared.contracts.supervision import (
    AgreementWatchOpened,
    ComplianceWatchOpened,
    CriticismCirculated,
    EnforcementWatchOpened,
    InterviewNotified,
    NonPerformanceFound,
    OfficialInterviewed,
    OrderLapsed,
    PerformanceLapsed,
    PerformanceOrdered,
    PerformanceRunsAnew,
    PerformanceTakenOver,
    Performed,
    RulingWatchOpened,
    SupervisionActOverdue,
    WatchEnded,
)
from shared.law.article import ALL, ARL, COERCION, PLAN, PML, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import AsStated, Deadline, Move, Procedure


class State(StrEnum):
    """Where a watch stands."""

    DUE = "due"  # 待履行
    OVERDUE = "overdue"  # 逾期未履行
    ORDERED = "ordered"  # 已责令履行
    DEFIED = "defied"  # 经责令仍未履行
    PROMISED = "promised"  # 协议待履行
    BROKEN = "broken"  # 协议未履行
    RULED = "ruled"  # 裁决待履行
    UNHEEDED = "unheeded"  # 裁决未履行
    ENFORCING = "enforcing"  # 强制执行监督中
    PERFORMED = "performed"  # 已履行
    ENDED = "ended"  # 已终止监督


class Actor(StrEnum):
    """Who may make a move."""

    CLOCK = "clock"  # 按规则自动记录
    AUTHORITY = "authority"  # 行政复议机关或者有关上级行政机关
    COMMITTEE = "committee"  # 人民调解委员会
    ORGAN = "organ"  # 行政裁决机关
    ENFORCER = "enforcer"  # 负责强制执行的机关


DECIDED: Final = (State.DUE, State.OVERDUE, State.ORDERED, State.DEFIED)
"""Open states of what reconsideration decided; its authority finds and orders performance."""

AGREED: Final = (State.PROMISED, State.BROKEN)
"""Open states of an agreement."""

ADJUDICATED: Final = (State.RULED, State.UNHEEDED)
"""Open states of a ruling."""

LATE: Final = (State.OVERDUE, State.ORDERED, State.DEFIED)

ORDER: Final = WorkingDays(5)
"""逾期后责令履行: the statute says that it must be ordered, not how soon; to be confirmed."""

COMPLIANCE: Final = Procedure(
    name="compliance",
    term="履行监督",
    since=ARL.since,
    moves=(
        # 行政复议：由行政复议机关或者有关上级行政机关责令
        Move(None, ComplianceWatchOpened, State.DUE, Actor.CLOCK, ARL[77].par(1)),
        Move(DECIDED, Performed, State.PERFORMED, Actor.AUTHORITY, ARL[77].par(1)),
        Move(State.DUE, PerformanceLapsed, State.OVERDUE, Actor.CLOCK, ARL[77].par(2)),
        Move(
            (State.DUE, State.OVERDUE, State.DEFIED),
            PerformanceOrdered,
            State.ORDERED,
            Actor.AUTHORITY,
            ARL[77].par(2),
        ),
        Move(DECIDED, PerformanceRunsAnew, State.DUE, Actor.CLOCK, ARL[75].par(2)),  # 重新送达
        # 被申请人的职权由其他机关继续行使
        Move((*DECIDED, State.ENFORCING), PerformanceTakenOver, None, Actor.CLOCK, ARL[19].par(4)),
        Move(State.ORDERED, OrderLapsed, State.DEFIED, Actor.CLOCK, ARL[83]),
        Move(LATE, InterviewNotified, None, Actor.AUTHORITY, ARL[77].par(2)),
        Move(LATE, OfficialInterviewed, None, Actor.AUTHORITY, ARL[77].par(2)),
        Move(LATE, CriticismCirculated, None, Actor.AUTHORITY, ARL[77].par(2)),
        Move(None, WatchEnded, State.ENDED, Actor.CLOCK, RULES[92]),  # 送达尚未得知时已被撤销
        Move(DECIDED, WatchEnded, State.ENDED, Actor.CLOCK, RULES[92]),  # 决定已被撤销
        Move(State.OVERDUE, SupervisionActOverdue, None, Actor.CLOCK, RULES[13]),
        # 调解协议：由人民调解委员会监督
        Move(None, AgreementWatchOpened, State.PROMISED, Actor.CLOCK, PML[31].par(2)),
        Move(AGREED, Performed, State.PERFORMED, Actor.COMMITTEE, PML[31].par(2)),
        Move(AGREED, NonPerformanceFound, State.BROKEN, Actor.COMMITTEE, PML[31].par(2)),
        # 行政裁决：由裁决机关掌握
        Move(None, RulingWatchOpened, State.RULED, Actor.CLOCK, PLAN[25]),
        Move(ADJUDICATED, Performed, State.PERFORMED, Actor.ORGAN, PLAN[25]),
        Move(ADJUDICATED, NonPerformanceFound, State.UNHEEDED, Actor.ORGAN, COERCION[54]),
        Move(ADJUDICATED, WatchEnded, State.ENDED, Actor.ORGAN, ALL[70]),
        # 对申请人、第三人的强制执行：由负责的机关掌握
        Move(None, EnforcementWatchOpened, State.ENFORCING, Actor.CLOCK, ARL[78]),
        Move(State.ENFORCING, Performed, State.PERFORMED, Actor.ENFORCER, ARL[78]),
        Move(State.ENFORCING, WatchEnded, State.ENDED, Actor.ENFORCER, ARL[78]),
    ),
    deadlines=(
        Deadline(
            name="perform",
            term="履行期限",
            starts=(ComplianceWatchOpened, PerformanceRunsAnew),
            ends=(PerformanceOrdered, Performed, PerformanceRunsAnew),
            within=AsStated("perform_by"),
            article=ARL[77].par(1),
            lapse=PerformanceLapsed,
            owed_by="obliged",
        ),
        Deadline(
            name="order",
            term="责令履行期限",
            starts=(PerformanceLapsed,),
            ends=(PerformanceOrdered, Performed, PerformanceRunsAnew),
            within=ORDER,
            article=RULES[15],
            lapse=SupervisionActOverdue,
        ),
        Deadline(
            name="obey",
            term="责令载明的履行期限",
            starts=(PerformanceOrdered,),
            ends=(Performed, PerformanceRunsAnew),
            within=AsStated("perform_by"),
            article=ARL[77].par(2),
            lapse=OrderLapsed,
            owed_by="obliged",
        ),
    ),
    closed=(State.PERFORMED, State.ENDED),
    patient={
        State.DUE: "文书未载明履行期限的，不计期，由行政复议机关督促",
        State.DEFIED: "经责令仍不履行的，依法追究责任，可以再次责令",
        State.PROMISED: "履行期限由人民调解委员会掌握",
        State.BROKEN: "当事人可以起诉，经司法确认的可以申请强制执行",
        State.RULED: "履行期限由裁决机关掌握",
        State.ENFORCING: "申请人民法院强制执行的期限由负责的机关掌握",
        State.UNHEEDED: "由裁决机关或者当事人申请人民法院强制执行",
    },
)
