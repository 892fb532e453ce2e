"""From acceptance 受理 to what the decision rests on (ARL chapter 4), as a table."""

from typing import Final

from services.reconsideration.domain.ordinary.lost import LOST
from services.reconsideration.domain.ordinary.pauses import BEFORE_NEW_DAYS, PAUSES
from services.reconsideration.domain.ordinary.states import ON_HAND, Role, State
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ConsultationRequested,
    ConsultationWithdrawn,
    CopyReceived,
    CopySent,
    DecisionMade,
    OpinionRecorded,
    ReconsiderationActOverdue,
    ReplyFiled,
    ReplyForfeited,
    ViewsHeard,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.assigning import SimplifiedChosen
from shared.contracts.reconsideration.deferring import ReplyDeferred
from shared.contracts.reconsideration.higher import AcceptedAbove, ElevatedFileReceived
from shared.contracts.reconsideration.in_time import ReplyInTime
from shared.contracts.reconsideration.proving import LateReplyFiled
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.contracts.reconsideration.served_again import CopyServedAgain
from shared.law.article import ARL, CPL, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import Deadline, Move

S, R = State, Role

MOVES: Final = (
    Move(S.ACCEPTED, CopySent, S.COPIED, R.BODY, ARL[48]),
    Move(S.COPIED, CopyReceived, S.REPLYING, R.RESPONDENT, ARL[48]),
    Move((S.REPLYING, S.EXAMINING), CopyServedAgain, S.REPLYING, R.BODY, ARL[48]),
    Move(S.REPLYING, ReplyFiled, S.EXAMINING, R.RESPONDENT, ARL[48]),
    Move(S.REPLYING, ReplyForfeited, S.EXAMINING, R.CLOCK, ARL[70]),
    Move(ON_HAND, LateReplyFiled, None, R.RESPONDENT, ARL[48]),
    Move(ON_HAND, ReplyInTime, None, R.BODY, CPL[85].par(4)),
    Move(S.EXAMINING, ReplyDeferred, S.REPLYING, R.BODY, CPL[86]),
    Move(ON_HAND, ViewsHeard, None, R.BODY, ARL[49]),
    Move(ON_HAND, ViewsUnavailable, None, R.BODY, ARL[49]),
    Move(ON_HAND, ConsultationRequested, None, R.BODY, ARL[52].par(2)),
    Move(ON_HAND, ConsultationWithdrawn, None, R.BODY, RULES[151]),
    Move(ON_HAND, OpinionRecorded, None, R.BODY, ARL[52].par(3)),
)

SET_ASIDE: Final = (ReplyInTime, CopyServedAgain, ReplyDeferred)
"""By these the silence of the respondent named first is none (ARL 48, 70)."""

DEADLINES: Final = (
    Deadline(
        name="send_copy",
        term="发送申请书副本",
        starts=(ApplicationAccepted, RespondentReplaced, ElevatedFileReceived, AcceptedAbove),
        ends=(
            *(CopySent, DecisionMade, SimplifiedChosen, RespondentReplaced),
            *(ElevatedFileReceived, AcceptedAbove),
        ),
        within=WorkingDays(7),
        article=ARL[48],
        lapse=ReconsiderationActOverdue,
        where="copy_due_ordinary",
        pauses=(*PAUSES, BEFORE_NEW_DAYS),
    ),
    Deadline(
        name="reply",
        term="书面答复",
        starts=(CopyReceived, CopyServedAgain),
        ends=(ReplyFiled, DecisionMade, RespondentReplaced, CopyServedAgain),
        within=WorkingDays(10),
        article=ARL[48],
        lapse=ReplyForfeited,
        forfeits=True,
        set_aside_by=SET_ASIDE,
        owed_by="respondent",
        pauses=PAUSES,
        where="is_ordinary",
    ),
    Deadline(
        name="reply_deferred",
        term="顺延的书面答复",
        starts=(ReplyDeferred,),
        ends=(ReplyFiled, DecisionMade, RespondentReplaced, CopyServedAgain),
        within=LOST,
        article=CPL[86],
        lapse=ReplyForfeited,
        forfeits=True,
        set_aside_by=SET_ASIDE,
        owed_by="respondent",
        pauses=PAUSES,
    ),
)
