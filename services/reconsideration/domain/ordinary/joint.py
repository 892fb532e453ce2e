"""Joint respondents 共同被申请人 (ARL 19, 48, 54; ARR2026 29), as a table.

The file walks with the respondent that is named first. Each of the others has a track: it has its
copy on its own day, its own days to reply, and its silence is its own.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.ordinary.assigning import ordinary_again
from services.reconsideration.domain.ordinary.lost import LOST
from services.reconsideration.domain.ordinary.pauses import IN_TRANSIT, PAUSES
from services.reconsideration.domain.ordinary.states import NOT_YET_ACCEPTED, ON_HAND, Role
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionMade, ReconsiderationActOverdue
from shared.contracts.reconsideration.deferring import JointReplyDeferred
from shared.contracts.reconsideration.in_time import JointReplyInTime
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointReplyForfeited,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served_again import JointCopyServedAgain
from shared.law.article import ARL, ARR2026, CPL
from shared.law.period import WorkingDays
from shared.law.procedure import OFFICE, Deadline, Move, Track

R = Role


class Stand(StrEnum):
    """Where one of the joint respondents stands."""

    NAMED = "joint_named"  # 已列为共同被申请人
    COPIED = "copied"  # 已发送副本
    REPLYING = "replying"  # 答复期间
    REPLIED = "replied"  # 已答复
    FORFEITED = "forfeited"  # 未依法答复
    LEFT = "joint_left"  # 不再列为共同被申请人


S = Stand
THERE: Final = (S.NAMED, S.COPIED, S.REPLYING, S.REPLIED, S.FORFEITED)

MOVES: Final = (
    Move((*NOT_YET_ACCEPTED, *ON_HAND), JointRespondentNamed, None, R.APPLICANT, ARL[19].par(2)),
    Move((*NOT_YET_ACCEPTED, *ON_HAND), JointRespondentLeft, None, R.APPLICANT, ARR2026[29]),
    Move(ON_HAND, JointCopySent, None, R.BODY, ARL[48]),
    Move(ON_HAND, JointCopyReceived, None, R.RESPONDENT, ARL[48]),
    Move(ON_HAND, JointCopyServedAgain, None, R.BODY, ARL[48]),
    Move(ON_HAND, JointReplyFiled, None, R.RESPONDENT, ARL[48]),
    Move(ON_HAND, JointReplyForfeited, None, R.CLOCK, ARL[70]),
    Move(ON_HAND, JointReplyInTime, None, R.BODY, CPL[85].par(4)),
    Move(ON_HAND, JointReplyDeferred, None, R.BODY, CPL[86]),
)

TRACK: Final = Track(
    subject="organ",
    moves=(
        Move((None, S.LEFT), JointRespondentNamed, S.NAMED, R.APPLICANT, ARL[19].par(2)),
        Move(S.NAMED, JointCopySent, S.COPIED, R.BODY, ARL[48]),
        Move(S.COPIED, JointCopyReceived, S.REPLYING, R.RESPONDENT, ARL[48]),
        Move((S.REPLYING, S.FORFEITED), JointCopyServedAgain, S.REPLYING, R.BODY, ARL[48]),
        Move(S.REPLYING, JointReplyFiled, S.REPLIED, R.RESPONDENT, ARL[48]),
        Move(S.REPLYING, JointReplyForfeited, S.FORFEITED, R.CLOCK, ARL[70]),
        Move(S.FORFEITED, JointReplyInTime, S.REPLIED, R.BODY, CPL[85].par(4)),
        Move(S.FORFEITED, JointReplyDeferred, S.REPLYING, R.BODY, CPL[86]),
        Move(THERE, JointRespondentLeft, S.LEFT, R.APPLICANT, ARR2026[29]),
    ),
    passes=(RespondentSucceeded,),
)

_ENDS: Final[tuple[type[Fact], ...]] = (JointRespondentLeft, DecisionMade)
_SET_ASIDE: Final = (JointReplyInTime, JointCopyServedAgain, JointReplyDeferred)
"""By these the silence of one of the others is none (ARL 48, 70)."""

DEADLINES: Final = (
    Deadline(
        name="send_joint_copy",
        term="向追加的共同被申请人发送申请书副本",
        starts=(JointRespondentNamed,),
        ends=(JointCopySent, *_ENDS),
        within=WorkingDays(7),
        article=ARL[48],
        lapse=ReconsiderationActOverdue,
        owed_by=OFFICE,
        subject="organ",
        passes=(RespondentSucceeded,),
        where="copy_due",
        pauses=(*PAUSES, IN_TRANSIT),
    ),
    Deadline(
        name="joint_reply",
        term="共同被申请人书面答复",
        starts=(JointCopyReceived, JointCopyServedAgain),
        ends=(JointReplyFiled, JointCopyServedAgain, *_ENDS),
        within=WorkingDays(10),
        article=ARL[48],
        lapse=JointReplyForfeited,
        forfeits=True,
        set_aside_by=_SET_ASIDE,
        lapsed_as="lapsed_as",
        subject="organ",
        passes=(RespondentSucceeded,),
        where="is_ordinary",
        pauses=PAUSES,
    ),
    Deadline(
        name="joint_reply_simplified",
        term="简易程序共同被申请人书面答复",
        starts=(JointCopyReceived, JointCopyServedAgain),
        ends=(JointReplyFiled, JointCopyServedAgain, *_ENDS),
        within=WorkingDays(5),
        article=ARL[54].par(1),
        lapse=JointReplyForfeited,
        forfeits=True,
        set_aside_by=_SET_ASIDE,
        lapsed_as="lapsed_as",
        subject="organ",
        passes=(RespondentSucceeded,),
        where="is_simplified",
        pauses=PAUSES,
        prolongings=ordinary_again(5),
    ),
    Deadline(
        name="joint_reply_deferred",
        term="顺延的共同被申请人书面答复",
        starts=(JointReplyDeferred,),
        ends=(JointReplyFiled, JointCopyServedAgain, *_ENDS),
        within=LOST,
        article=CPL[86],
        lapse=JointReplyForfeited,
        forfeits=True,
        set_aside_by=_SET_ASIDE,
        lapsed_as="lapsed_as",
        subject="organ",
        passes=(RespondentSucceeded,),
        pauses=PAUSES,
    ),
)

PATIENT: Final[Mapping[StrEnum, str]] = {
    S.NAMED: "副本随同向在先的被申请人一并发送，期限在案卷上",
    S.COPIED: "答复期限自该机关收到副本之日起",
}
