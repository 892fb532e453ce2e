"""How a reconsideration ends: decision, service, withdrawal (ARL 41, chapter 5), as a table."""

from typing import Final

from services.reconsideration.domain.ordinary.assigning import FROM_ACCEPTANCE
from services.reconsideration.domain.ordinary.pauses import TO_DECIDE
from services.reconsideration.domain.ordinary.states import ON_HAND, Role, State
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationWithdrawn,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    DecisionOverdue,
    ReconsiderationActOverdue,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.assigning import ConvertedToOrdinary, SimplifiedChosen
from shared.contracts.reconsideration.drafting import (
    DecisionApproved,
    DecisionDrafted,
    DecisionReturned,
    DecisionSubmitted,
)
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.higher import AcceptedAbove, ElevatedFileReceived
from shared.contracts.reconsideration.judged import FindingsRecorded
from shared.contracts.reconsideration.served import DecisionAnnounced, DecisionServed
from shared.law.article import ARL, CPL, RULES
from shared.law.period import CalendarDays, WorkingDays
from shared.law.procedure import OFFICE, Deadline, Granted, Move, Prolonging, Since

S, R = State, Role

EXTENSION_DAYS: Final = 30
"""How many days a decision may be put off in all (ARL 62)."""

MOVES: Final = (
    Move(ON_HAND, DecisionExtended, None, R.BODY_HEAD, ARL[62].par(1)),
    Move(ON_HAND, DecisionOverdue, None, R.CLOCK, ARL[62]),
    Move(ON_HAND, FindingsRecorded, None, R.BODY, ARL[61]),
    Move(ON_HAND, DecisionDrafted, None, R.BODY, ARL[61].par(1)),
    Move(ON_HAND, DecisionSubmitted, None, R.BODY, ARL[61].par(1)),
    Move(ON_HAND, DecisionReturned, None, R.AUTHORITY, ARL[61].par(1)),
    Move(ON_HAND, DecisionApproved, None, R.AUTHORITY, ARL[61].par(1)),
    Move(ON_HAND, DecisionMade, S.DECIDED, R.AUTHORITY, ARL[61]),
    Move(S.DECIDED, DecisionAnnounced, None, R.AUTHORITY, CPL[95]),
    Move(S.DECIDED, DecisionServed, None, R.AUTHORITY, ARL[75].par(2)),
    Move(S.DECIDED, ServedAgain, None, R.AUTHORITY, ARL[75].par(2)),
    Move(S.DECIDED, DecisionDelivered, S.DELIVERED, R.AUTHORITY, ARL[75].par(2)),
    Move(ON_HAND, ApplicationWithdrawn, None, R.APPLICANT, ARL[41].par(item=1)),
    Move(ON_HAND, ReconsiderationTerminated, S.TERMINATED, R.AUTHORITY, ARL[41]),
    Move((*ON_HAND, S.DECIDED), ReconsiderationActOverdue, None, R.CLOCK, ARL[80]),
)

DEADLINES: Final = (
    Deadline(
        name="decide",
        term="作出决定",
        starts=(ApplicationAccepted, ConvertedToOrdinary, ElevatedFileReceived, AcceptedAbove),
        ends=(DecisionMade, SimplifiedChosen, ElevatedFileReceived, AcceptedAbove),
        within=CalendarDays(60),
        article=ARL[62].par(1),
        lapse=DecisionOverdue,
        pauses=TO_DECIDE,
        continues="decide_simplified",
        since=FROM_ACCEPTANCE,
        where="is_ordinary",
        shorter="law_days",  # 法律规定少于六十日的
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
        starts=(DecisionMade, AddresseeFound),
        ends=(DecisionDelivered, DecisionServed, DecisionAnnounced, AddresseeGone),
        within=WorkingDays(5),
        article=RULES[23],  # the law sets no period between making and service
        lapse=ReconsiderationActOverdue,
        where="alone_unserved",  # 撤销无承受人的记载时，没有其他人待送达的
        unless="others_unserved",  # 还有没有送达、也没有公告的
        backdated=True,  # 送达之日 stays what it was, whenever it is recorded (ARL 75)
    ),
    Deadline(
        name="deliver_announced",
        term="公告期满后记载送达",
        starts=(DecisionAnnounced, AddresseeFound),
        ends=(DecisionServed, DecisionDelivered, AddresseeGone),
        within=WorkingDays(5),
        since=Since("served_on", "公告期满"),
        article=RULES[143],
        lapse=ReconsiderationActOverdue,
        owed_by=OFFICE,
        where="announced",  # 撤销无承受人的记载时，已经公告的
        subject="person_id",
        backdated=True,  # likewise
    ),
)
