"""Attached review 附带审查 of one document, as a table (ARL 56 to 60; ARR2026 53, 54).

Its file is opened when the case is suspended for it, and every period that the statute counts from
there does: so the regulation says since July 2026, and nothing says otherwise before [D].
"""

from enum import StrEnum
from typing import Final

from shared.contracts.reconsideration import ReconsiderationActOverdue
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    AttachedReviewEnded,
    AttachedReviewMoved,
    AttachedReviewOpened,
    AttachedReviewTaken,
    DocumentForwarded,
    ForwardedDocumentReceived,
    HandlingOpinionOverdue,
    HandlingOpinionReceived,
    HandlingOpinionUrged,
    IssuerCorrectionOrdered,
    IssuerCorrectionOverdue,
    IssuerCorrectionReported,
    IssuerExplained,
    IssuerNoticeReceived,
    IssuerNotified,
    IssuerReplied,
    IssuerReplyOverdue,
)
from shared.contracts.reconsideration.served_again import (
    ForwardedDocumentServedAgain,
    IssuerNoticeServedAgain,
)
from shared.law.article import ARL, RULES
from shared.law.period import CalendarDays, WorkingDays
from shared.law.procedure import Deadline, Move, Procedure, Since


class State(StrEnum):
    """Where an attached review 附带审查 stands."""

    OPENED = "opened"  # 待认定是否有权处理
    DEALING = "dealing"  # 有权处理，待通知制定机关
    ISSUER_TOLD = "issuer_told"  # 制定机关答复期间
    WEIGHING = "weighing"  # 待作出处理
    ORDERED = "issuer_ordered"  # 已责令纠正，待作出处理
    CORRECTING = "correcting"  # 制定机关纠正期间
    SENT_ON = "sent_on"  # 已转送，待收到
    AWAITED = "awaited"  # 待回复处理意见
    CONCLUDED = "concluded"  # 已处理
    ANSWERED = "opinion_received"  # 已收到处理意见
    DROPPED = "dropped"  # 已终结


class Role(StrEnum):
    """Who makes a move."""

    BODY = "body"  # 行政复议机构
    AUTHORITY = "authority"  # 行政复议机关
    ISSUER = "issuer"  # 制定机关
    RECEIVER = "receiver"  # 接受转送的机关
    CLOCK = "clock"  # 期限届满


S, R = State, Role

OF_ITS_OWN: Final = (S.DEALING, S.ISSUER_TOLD, S.WEIGHING, S.ORDERED)
"""The authority deals with the document itself."""

RUNNING: Final = (S.OPENED, *OF_ITS_OWN, S.SENT_ON, S.AWAITED)
"""There is no result yet."""

_SUSPENDED: Final = Since("suspended_on", "行政复议中止")

ATTACHED: Final = Procedure(
    name="attached",
    term="附带审查",
    since=ARL.since,
    moves=(
        Move(None, AttachedReviewOpened, S.OPENED, R.BODY, ARL[39].par(1, 9)),
        Move(S.OPENED, AttachedReviewTaken, S.DEALING, R.BODY, ARL[56]),
        Move(S.DEALING, IssuerNotified, S.ISSUER_TOLD, R.BODY, ARL[58].par(1)),
        Move(S.ISSUER_TOLD, IssuerNoticeReceived, None, R.ISSUER, ARL[58].par(1)),
        Move(
            (S.ISSUER_TOLD, S.WEIGHING),
            IssuerNoticeServedAgain,
            S.ISSUER_TOLD,
            R.BODY,
            ARL[58].par(1),
        ),
        Move((S.ISSUER_TOLD, S.WEIGHING), IssuerReplied, S.WEIGHING, R.ISSUER, ARL[58].par(1)),
        Move(S.ISSUER_TOLD, IssuerReplyOverdue, S.WEIGHING, R.CLOCK, ARL[58].par(1)),
        Move((S.ISSUER_TOLD, S.WEIGHING), IssuerExplained, None, R.ISSUER, ARL[58].par(2)),
        Move(S.WEIGHING, AttachedReviewConcluded, S.CONCLUDED, R.AUTHORITY, ARL[59]),
        Move(S.WEIGHING, IssuerCorrectionOrdered, S.ORDERED, R.AUTHORITY, ARL[59]),
        Move(S.ORDERED, AttachedReviewConcluded, S.CORRECTING, R.AUTHORITY, ARL[59]),
        Move(S.CORRECTING, IssuerCorrectionReported, S.CONCLUDED, R.ISSUER, ARL[59]),
        Move(S.CORRECTING, IssuerCorrectionOverdue, None, R.CLOCK, RULES[117]),
        Move(S.OPENED, DocumentForwarded, S.SENT_ON, R.BODY, ARL[56]),
        Move(S.SENT_ON, ForwardedDocumentReceived, S.AWAITED, R.RECEIVER, ARL[60]),
        Move(S.AWAITED, ForwardedDocumentServedAgain, None, R.BODY, ARL[60]),
        Move((S.SENT_ON, S.AWAITED), HandlingOpinionReceived, S.ANSWERED, R.RECEIVER, ARL[60]),
        Move((S.SENT_ON, S.AWAITED), HandlingOpinionUrged, None, R.BODY, ARL[60]),
        Move(S.AWAITED, HandlingOpinionOverdue, None, R.CLOCK, ARL[60]),
        Move((S.OPENED, *OF_ITS_OWN), ReconsiderationActOverdue, None, R.CLOCK, ARL[80]),
        Move(RUNNING, AttachedReviewMoved, None, R.AUTHORITY, ARL[38].par(1)),
        Move(
            RUNNING,
            AttachedReviewEnded,
            S.DROPPED,
            R.BODY,
            ARL[13].par(1),
        ),
    ),
    deadlines=(
        Deadline(
            name="forward",
            term="转送期限",
            starts=(AttachedReviewOpened,),
            ends=(DocumentForwarded, AttachedReviewTaken),
            within=WorkingDays(7),
            article=ARL[56],
            lapse=ReconsiderationActOverdue,
            where="asked",
        ),
        Deadline(
            name="forward_ex_officio",
            term="转送期限",
            starts=(AttachedReviewOpened,),
            ends=(DocumentForwarded, AttachedReviewTaken),
            within=WorkingDays(7),
            article=ARL[57],
            lapse=ReconsiderationActOverdue,
            where="ex_officio",
        ),
        Deadline(
            name="handle",
            term="附带审查处理期限",
            starts=(AttachedReviewTaken,),
            ends=(AttachedReviewConcluded,),
            within=CalendarDays(30),
            article=ARL[56],
            lapse=ReconsiderationActOverdue,
            where="asked",
            since=_SUSPENDED,
        ),
        Deadline(
            name="handle_ex_officio",
            term="附带审查处理期限",
            starts=(AttachedReviewTaken,),
            ends=(AttachedReviewConcluded,),
            within=CalendarDays(30),
            article=ARL[57],
            lapse=ReconsiderationActOverdue,
            where="ex_officio",
            since=_SUSPENDED,
        ),
        Deadline(
            name="ask_issuer",
            term="书面通知制定机关期限",
            starts=(AttachedReviewTaken,),
            ends=(IssuerNotified,),
            within=WorkingDays(3),
            article=ARL[58].par(1),
            lapse=ReconsiderationActOverdue,
            since=_SUSPENDED,
        ),
        Deadline(
            name="issuer_answers",
            term="制定机关答复期限",
            starts=(IssuerNoticeReceived, IssuerNoticeServedAgain),
            ends=(IssuerReplied, IssuerNoticeServedAgain),
            within=WorkingDays(10),
            article=ARL[58].par(1),
            lapse=IssuerReplyOverdue,
            set_aside_by=(IssuerNoticeServedAgain,),
            owed_by="issuer",
        ),
        Deadline(
            name="issuer_corrects",
            term="制定机关纠正期限",
            starts=(IssuerCorrectionOrdered,),
            ends=(IssuerCorrectionReported,),
            within=CalendarDays(60),
            article=RULES[117],
            lapse=IssuerCorrectionOverdue,
            owed_by="issuer",
        ),
        Deadline(
            name="receiver_answers",
            term="回复处理意见期限",
            starts=(ForwardedDocumentReceived, ForwardedDocumentServedAgain),
            ends=(HandlingOpinionReceived, ForwardedDocumentServedAgain),
            within=CalendarDays(60),
            article=ARL[60],
            lapse=HandlingOpinionOverdue,
            set_aside_by=(ForwardedDocumentServedAgain,),
            owed_by="receiver",
        ),
    ),
    closed=(S.CONCLUDED, S.ANSWERED, S.DROPPED),
    patient={
        S.SENT_ON: "接受转送的机关收到以后，六十日才开始计算，收到之日由其告知，没有告知的可以催告"
    },
)
"""附带审查程序 (ARL 56 to 60): a file for each document."""
