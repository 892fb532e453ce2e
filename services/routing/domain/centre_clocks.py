"""综治中心的期限: the clocks of the whole whistle, as rows; the pages say how long each is.

While any department awaits the party the time to close stands still; the time of a competence
ruling is the centre's own, and does not stop it (RULES 27, 28).
"""

from typing import Final

from shared.contracts.routing import (
    CalledBack,
    DepartmentCalled,
    DepartmentRuledOut,
    JointMeetingHeld,
    JointPlanMade,
    PartyAwaited,
    PartyCame,
    RoutingActOverdue,
    WaitLapsed,
    WhistleBlown,
    WhistleClosed,
    WhistleFinished,
    WhistleProposed,
    WhistleRaised,
    WhistleReopened,
)
from shared.law.article import RULES
from shared.law.period import Hours, WorkingDays
from shared.law.procedure import AsSet, Deadline, Granted, Pause, Prolonging
from shared.law.warning import USUAL

_ANYBODYS_PARTY: Final = Pause(
    term="等待当事人",
    starts=(PartyAwaited,),
    ends=(PartyCame, WaitLapsed, DepartmentRuledOut, DepartmentCalled),
    article=RULES[28],
    each="department",
    where="of_centre",
)
"""The centre closes when everybody has answered, so it is held up while anybody waits."""

_AGAIN: Final = (WhistleRaised, WhistleReopened)

CENTRE_CLOCKS: Final = (
    Deadline(
        name="sign_off",
        term="签批期限",
        starts=(WhistleProposed,),
        ends=(WhistleBlown,),
        within=AsSet("sign_off", Hours(1)),
        article=RULES[18],
        lapse=RoutingActOverdue,
        warn=USUAL,
    ),
    Deadline(
        name="close",
        term="办结期限",
        starts=(WhistleBlown, *_AGAIN),
        ends=(WhistleClosed, WhistleFinished, *_AGAIN),
        within=AsSet("close", WorkingDays(4)),
        article=RULES[12],
        lapse=RoutingActOverdue,
        pauses=(_ANYBODYS_PARTY,),
    ),
    Deadline(
        name="meeting",
        term="会商期限",
        starts=(WhistleBlown,),
        ends=(JointMeetingHeld, WhistleFinished),
        within=AsSet("meeting", WorkingDays(3)),
        article=RULES[25],
        lapse=RoutingActOverdue,
    ),
    Deadline(
        name="plan",
        term="方案期限",
        starts=(WhistleBlown,),
        ends=(JointPlanMade, WhistleFinished),
        within=AsSet("plan", WorkingDays(7)),
        article=RULES[25],
        lapse=RoutingActOverdue,
    ),
    Deadline(
        name="callback",
        term="回访期限",
        starts=(WhistleFinished,),
        ends=(WhistleClosed, *_AGAIN),
        within=AsSet("callback", WorkingDays(1)),
        article=RULES[36],
        lapse=RoutingActOverdue,
        prolongings=(
            Prolonging(
                term="联系不到当事人，改日再行回访",
                starts=(CalledBack,),
                by=Granted("again"),
                article=RULES[36],
            ),
        ),
    ),
)
"""The clocks of the centre, but for its duties to rule on an objection and on a request."""
