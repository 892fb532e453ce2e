"""Consultation 咨询程序, as a table (ARL 52).

The law sets the committee no period of its own, yet the decision period runs on meanwhile (ARL 62):
the periods here are the hub's rules, short enough to leave time for the decision, and a committee
may set others (RULES 74). A consultation suspends nothing.
"""

from enum import StrEnum
from typing import Final

from shared.contracts.consultation import (
    ConsultationActOverdue,
    ConsultationCancelled,
    ConsultationReceived,
    ConsultedRespondentsChanged,
    MeetingHeld,
    MemberOpinionGiven,
    MemberReplaced,
    OpinionGiven,
    OpinionOverdue,
    PanelConvened,
    RecusalAsked,
    RecusalDecided,
)
from shared.law.article import ARL, ARR2026, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import AsSet, Deadline, Move, Procedure


class State(StrEnum):
    """Where a consultation 咨询 stands."""

    RECEIVED = "received"  # 已收到提请
    SEATED = "seated"  # 已组成咨询小组
    GIVEN = "given"  # 已提出咨询意见
    CANCELLED = "cancelled"  # 咨询终结


class Role(StrEnum):
    """Who makes a move."""

    BODY = "body"  # 行政复议机构
    SECRETARY = "secretary"  # 委员会办事机构
    EXPERT = "expert"  # 咨询委员
    DECIDER = "recusal_decider"  # 委员会主任，主任的回避和没有主任的为行政复议机构负责人
    CLOCK = "clock"  # 期限届满


S, R = State, Role

CONSULTATION: Final = Procedure(
    name="consultation",
    term="咨询程序",
    since=ARL.since,
    moves=(
        Move(None, ConsultationReceived, S.RECEIVED, R.BODY, ARL[52].par(2)),
        Move(S.RECEIVED, PanelConvened, S.SEATED, R.SECRETARY, ARL[52].par(1)),
        Move(S.RECEIVED, ConsultationActOverdue, None, R.CLOCK, RULES[13]),
        Move((S.RECEIVED, S.SEATED), ConsultedRespondentsChanged, None, R.CLOCK, RULES[72]),
        Move(S.SEATED, RecusalAsked, None, R.SECRETARY, RULES[72]),
        Move(S.SEATED, RecusalDecided, None, R.DECIDER, RULES[72]),
        Move(S.SEATED, MemberReplaced, None, R.SECRETARY, RULES[71]),
        Move(S.SEATED, MeetingHeld, None, R.SECRETARY, ARR2026[51]),
        Move(S.SEATED, MemberOpinionGiven, None, R.EXPERT, RULES[73]),
        Move(S.SEATED, OpinionGiven, S.GIVEN, R.SECRETARY, ARL[52].par(1)),
        Move(S.SEATED, OpinionOverdue, None, R.CLOCK, RULES[22]),
        Move(
            (S.RECEIVED, S.SEATED),
            ConsultationCancelled,
            S.CANCELLED,
            R.BODY,
            ARL[41].par(item=1),
        ),
    ),
    deadlines=(
        Deadline(
            name="convene",
            term="组成咨询小组",
            starts=(ConsultationReceived,),
            ends=(PanelConvened,),
            within=AsSet("seat_within", WorkingDays(3)),
            article=RULES[21],
            lapse=ConsultationActOverdue,
        ),
        Deadline(
            name="give_opinion",
            term="提出咨询意见",
            starts=(PanelConvened,),
            ends=(OpinionGiven,),
            within=AsSet("speak_within", WorkingDays(10)),
            article=RULES[22],
            lapse=OpinionOverdue,
        ),
    ),
    closed=(S.GIVEN, S.CANCELLED),
)
"""行政复议委员会咨询程序 (ARL 52; RULES 21, 22)."""
