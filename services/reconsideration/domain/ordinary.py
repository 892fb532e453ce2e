"""Ordinary procedure 普通程序 from application to service (ARL chapters 3 to 5), as a table."""

from enum import StrEnum
from typing import Final

from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationReceived,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    ConsultationRequested,
    CopyReceived,
    CopySent,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    DecisionOverdue,
    OpinionRecorded,
    ReconsiderationActOverdue,
    ReconsiderationTerminated,
    ReplyFiled,
    ReplyForfeited,
    SupplementExtended,
    SupplementNoticeReceived,
    SupplementNotified,
    ViewsHeard,
    ViewsUnavailable,
)
from shared.law.article import ARL, ARR2026, RULES
from shared.law.period import CalendarDays, WorkingDays
from shared.law.procedure import AsStated, Deadline, Granted, Move, Procedure, Prolonging


class State(StrEnum):
    """Where a reconsideration case 行政复议案件 stands."""

    RECEIVED = "received"  # 已收到申请
    SUPPLEMENT_NOTIFIED = "supplement_notified"  # 已发补正通知
    SUPPLEMENTING = "supplementing"  # 补正期间
    SUPPLEMENTED = "supplemented"  # 已补正
    ACCEPTED = "accepted"  # 已受理
    COPIED = "copied"  # 已发送副本
    REPLYING = "replying"  # 答复期间
    EXAMINING = "examining"  # 审理中
    DECIDED = "decided"  # 已作出决定
    DELIVERED = "delivered"  # 已送达
    ABANDONED = "abandoned"  # 视为放弃申请
    DECLINED = "declined"  # 不予受理
    WITHDRAWN = "withdrawn"  # 受理前撤回
    TERMINATED = "terminated"  # 已终止


class Role(StrEnum):
    """Who makes a move."""

    APPLICANT = "applicant"  # 申请人
    RESPONDENT = "respondent"  # 被申请人
    AUTHORITY = "authority"  # 行政复议机关
    BODY = "body"  # 行政复议机构
    BODY_HEAD = "body_head"  # 行政复议机构的负责人
    CLOCK = "clock"  # 期限届满


S, R = State, Role

UNDER_REVIEW: Final = (S.RECEIVED, S.SUPPLEMENTED)
"""The authority has its five days to review 审查."""
NOT_YET_ACCEPTED: Final = (S.RECEIVED, S.SUPPLEMENT_NOTIFIED, S.SUPPLEMENTING, S.SUPPLEMENTED)
ON_HAND: Final = (S.ACCEPTED, S.COPIED, S.REPLYING, S.EXAMINING)
"""During the reconsideration 行政复议期间: accepted and not yet decided."""

EXTENSION_DAYS: Final = 30
"""How many days a decision may be put off in all (ARL 62)."""

ORDINARY: Final = Procedure(
    name="ordinary",
    term="普通程序",
    since=ARR2026.since,
    moves=(
        Move(None, ApplicationReceived, S.RECEIVED, R.APPLICANT, ARL[22]),
        Move(S.RECEIVED, SupplementNotified, S.SUPPLEMENT_NOTIFIED, R.BODY, ARL[31].par(1)),
        Move(
            S.SUPPLEMENT_NOTIFIED,
            SupplementNoticeReceived,
            S.SUPPLEMENTING,
            R.APPLICANT,
            ARL[31].par(2),
        ),
        Move(S.SUPPLEMENTING, SupplementExtended, None, R.BODY, ARL[31].par(2)),
        Move(
            (S.SUPPLEMENT_NOTIFIED, S.SUPPLEMENTING),
            ApplicationSupplemented,
            S.SUPPLEMENTED,
            R.APPLICANT,
            ARL[31].par(2),
        ),
        Move(S.SUPPLEMENTING, ApplicationAbandoned, S.ABANDONED, R.CLOCK, ARL[31].par(2)),
        Move(UNDER_REVIEW, ApplicationAccepted, S.ACCEPTED, R.AUTHORITY, ARL[30].par(1)),
        Move(UNDER_REVIEW, ApplicationDeclined, S.DECLINED, R.AUTHORITY, ARL[30].par(2)),
        Move(NOT_YET_ACCEPTED, ApplicationWithdrawn, S.WITHDRAWN, R.APPLICANT, ARL[22]),
        Move(S.ACCEPTED, CopySent, S.COPIED, R.BODY, ARL[48]),
        Move(S.COPIED, CopyReceived, S.REPLYING, R.RESPONDENT, ARL[48]),
        Move(S.REPLYING, ReplyFiled, S.EXAMINING, R.RESPONDENT, ARL[48]),
        Move(S.REPLYING, ReplyForfeited, S.EXAMINING, R.CLOCK, ARL[70]),
        Move(ON_HAND, ViewsHeard, None, R.BODY, ARL[49]),
        Move(ON_HAND, ViewsUnavailable, None, R.BODY, ARL[49]),
        Move(ON_HAND, ConsultationRequested, None, R.BODY, ARL[52].par(2)),
        Move(ON_HAND, OpinionRecorded, None, R.BODY, ARL[52].par(3)),
        Move(ON_HAND, DecisionExtended, None, R.BODY_HEAD, ARL[62].par(1)),
        Move(ON_HAND, DecisionOverdue, None, R.CLOCK, ARL[62].par(1)),
        Move(ON_HAND, DecisionMade, S.DECIDED, R.AUTHORITY, ARL[61]),
        Move(S.DECIDED, DecisionDelivered, S.DELIVERED, R.AUTHORITY, ARL[75].par(2)),
        Move(ON_HAND, ApplicationWithdrawn, None, R.APPLICANT, ARL[41].par(item=1)),
        Move(ON_HAND, ReconsiderationTerminated, S.TERMINATED, R.AUTHORITY, ARL[41].par(item=1)),
        Move((S.ACCEPTED, S.DECIDED), ReconsiderationActOverdue, None, R.CLOCK, ARL[80]),
    ),
    deadlines=(
        Deadline(
            name="review",
            term="审查",
            starts=(ApplicationReceived,),
            ends=(SupplementNotified, ApplicationAccepted, ApplicationDeclined),
            within=WorkingDays(5),
            article=ARL[30].par(1),
            lapse=ApplicationAccepted,  # 视为受理, ARL 30(3)
        ),
        Deadline(
            name="supplement",
            term="补正",
            starts=(SupplementNoticeReceived,),
            ends=(ApplicationSupplemented, SupplementExtended),
            within=WorkingDays(10),
            article=ARL[31].par(2),
            lapse=ApplicationAbandoned,  # 视为放弃
        ),
        Deadline(
            name="supplement_extended",
            term="延长的补正",
            starts=(SupplementExtended,),
            ends=(ApplicationSupplemented, SupplementExtended),
            within=AsStated("until"),
            article=ARL[31].par(2),
            lapse=ApplicationAbandoned,
        ),
        Deadline(
            name="review_again",
            term="补正后审查",
            starts=(ApplicationSupplemented,),
            ends=(ApplicationAccepted, ApplicationDeclined),
            within=WorkingDays(5),
            article=ARL[31].par(3),
            lapse=ApplicationAccepted,
        ),
        Deadline(
            name="send_copy",
            term="发送申请书副本",
            starts=(ApplicationAccepted,),
            ends=(CopySent, DecisionMade),
            within=WorkingDays(7),
            article=ARL[48],
            lapse=ReconsiderationActOverdue,
        ),
        Deadline(
            name="reply",
            term="书面答复",
            starts=(CopyReceived,),
            ends=(ReplyFiled, DecisionMade),
            within=WorkingDays(10),
            article=ARL[48],
            lapse=ReplyForfeited,
        ),
        Deadline(
            name="decide",
            term="作出决定",
            starts=(ApplicationAccepted,),
            ends=(DecisionMade,),
            within=CalendarDays(60),
            article=ARL[62].par(1),
            lapse=DecisionOverdue,
            prolongings=(
                Prolonging(
                    term="情况复杂",
                    starts=(DecisionExtended,),
                    by=Granted("days"),
                    article=ARL[62].par(1),
                    most=CalendarDays(EXTENSION_DAYS),
                ),
            ),
        ),
        Deadline(
            name="deliver",
            term="送达决定书",
            starts=(DecisionMade,),
            ends=(DecisionDelivered,),
            within=WorkingDays(5),
            article=RULES[23],  # the law sets no period between making and service
            lapse=ReconsiderationActOverdue,
        ),
    ),
    closed=(S.DELIVERED, S.ABANDONED, S.DECLINED, S.WITHDRAWN, S.TERMINATED),
    patient={
        S.SUPPLEMENT_NOTIFIED: "补正通知尚在送达途中，申请人收到之日起才计算补正期限",
    },
)
"""行政复议普通程序 since July 2026 (ARL 30, 31, 48 to 52, 61, 62, 75; ARR2026)."""
