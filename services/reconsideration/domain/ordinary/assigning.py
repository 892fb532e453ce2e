"""Complexity, reviewers, recusal, and the simplified procedure 简易程序 (ARL 36 to 55), as a table.

The simplified procedure is a road through the same states with periods of its own. On conversion
those of the copy and of the reply grow to the ordinary ones, and the sixty days to decide begin.
"""

from typing import Final

from services.reconsideration.domain.ordinary.handling import SET_ASIDE
from services.reconsideration.domain.ordinary.pauses import BEFORE_NEW_DAYS, PAUSES, TO_DECIDE
from services.reconsideration.domain.ordinary.states import ON_HAND, Role, State
from shared.contracts.reconsideration import (
    CopyReceived,
    CopySent,
    DecisionMade,
    DecisionOverdue,
    ReconsiderationActOverdue,
    ReplyFiled,
    ReplyForfeited,
)
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    ConvertedToOrdinary,
    RecusalDecided,
    RecusalRequested,
    ReviewersAssigned,
    SimplifiedAgreed,
    SimplifiedChosen,
)
from shared.contracts.reconsideration.higher import AcceptedAbove, ElevatedFileReceived
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.contracts.reconsideration.served_again import CopyServedAgain
from shared.law.article import ARL, RULES
from shared.law.period import CalendarDays, WorkingDays
from shared.law.procedure import Deadline, Move, Prolonging, Since

S, R = State, Role

FROM_ACCEPTANCE: Final = Since("runs_from", "受理")
"""The periods of both procedures run from acceptance, whenever the procedure is chosen."""

MOVES: Final = (
    Move(ON_HAND, ComplexityFound, None, R.BODY, ARL[50].par(1)),
    Move(ON_HAND, ReviewersAssigned, None, R.BODY, ARL[36].par(1)),
    Move(ON_HAND, RecusalRequested, None, R.PARTY, RULES[47]),
    Move(ON_HAND, RecusalDecided, None, R.BODY_HEAD, RULES[47]),
    Move(S.ACCEPTED, SimplifiedChosen, None, R.AUTHORITY, ARL[53]),
    Move(ON_HAND, SimplifiedAgreed, None, R.PARTY, ARL[53].par(2)),
    Move(ON_HAND, ConvertedToOrdinary, None, R.BODY_HEAD, ARL[55]),
)


def ordinary_again(days: int) -> tuple[Prolonging, ...]:
    """So many working days more, with which it is the period of the ordinary procedure."""
    return (
        Prolonging(
            term="转为普通程序",
            starts=(ConvertedToOrdinary,),
            by=WorkingDays(days),
            article=ARL[48],
        ),
    )


DEADLINES: Final = (
    Deadline(
        name="send_copy_simplified",
        term="简易程序发送申请书副本",
        starts=(SimplifiedChosen, ElevatedFileReceived, AcceptedAbove),
        ends=(CopySent, DecisionMade, RespondentReplaced, ElevatedFileReceived, AcceptedAbove),
        within=WorkingDays(3),
        article=ARL[54].par(1),
        lapse=ReconsiderationActOverdue,
        since=FROM_ACCEPTANCE,
        where="copy_due_simplified",
        pauses=(*PAUSES, BEFORE_NEW_DAYS),
        prolongings=ordinary_again(4),
    ),
    Deadline(
        name="reply_simplified",
        term="简易程序书面答复",
        starts=(CopyReceived, CopyServedAgain),
        ends=(ReplyFiled, DecisionMade, RespondentReplaced, CopyServedAgain),
        within=WorkingDays(5),
        article=ARL[54].par(1),
        lapse=ReplyForfeited,
        forfeits=True,
        set_aside_by=SET_ASIDE,
        owed_by="respondent",
        where="is_simplified",
        pauses=PAUSES,
        prolongings=ordinary_again(5),
    ),
    Deadline(
        name="decide_simplified",
        term="简易程序作出决定",
        starts=(SimplifiedChosen, ElevatedFileReceived, AcceptedAbove),
        ends=(DecisionMade, ConvertedToOrdinary, ElevatedFileReceived, AcceptedAbove),
        within=CalendarDays(30),
        article=ARL[62].par(2),
        lapse=DecisionOverdue,
        since=FROM_ACCEPTANCE,
        where="is_simplified",
        unless="overdue",  # 六十日也已届满的转换不起算期限，决定仍欠着
        shorter="law_days",  # 法律规定少于三十日的，读法
        pauses=TO_DECIDE,
        continues="decide",
    ),
)
"""None of them is ever extended: the thirty days of ARL 62 are the ordinary procedure's."""
