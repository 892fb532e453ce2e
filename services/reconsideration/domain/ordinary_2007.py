"""Reconsideration 行政复议 while the regulation of 2007 was in force, until June 2026.

The rows that are the statute's own are those of `ordinary`; here stand the others. The regulation
of 2026 has no transitional rule, so each step goes by the edition of its own day (ARR2026 77).
"""

from dataclasses import replace
from typing import Final

from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.ordinary.joint import TRACK
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationWithdrawn
from shared.contracts.reconsideration.basics import BasicsStated
from shared.contracts.reconsideration.capacity import CapacityStated
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersigned,
    CountersignOverdue,
    CountersignRefused,
)
from shared.contracts.reconsideration.forwarding import PenaltyCorrected
from shared.contracts.reconsideration.higher import (
    ElevatedFileReceived,
    ElevationOrdered,
    FileHandedOver,
)
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalDenied,
    AppraisalEnded,
    AppraisalRequested,
    InspectionBegun,
    InspectionEnded,
)
from shared.contracts.reconsideration.joint import JointRespondentLeft
from shared.contracts.reconsideration.oral import OralApplicationRecorded
from shared.contracts.reconsideration.people import CasesJoined
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.reconsideration.respondent import (
    RespondentChanged,
    RespondentChangeTakenBack,
    RespondentChangeTold,
    RespondentReplaced,
)
from shared.contracts.reconsideration.settling import RefilingAllowed
from shared.law.article import ARL, ARR2007, ARR2026, Article
from shared.law.procedure import Pause, Procedure

OTHERS: Final[dict[type[Fact], Article]] = {
    # Voluntary withdrawal had a rule of its own, with the body's consent.
    ApplicationWithdrawn: ARR2007[38].par(1),
    # It barred every withdrawal alike, after a settlement or not.
    RefilingAllowed: ARR2007[38].par(2),
    **dict.fromkeys((RespondentChangeTold, RespondentChangeTakenBack), ARR2007[22]),
    **dict.fromkeys((RespondentChanged, RespondentReplaced), ARR2007[22]),
    JointRespondentLeft: ARR2007[22],
    **dict.fromkeys((CapacityStated, BasicsStated), ARR2007[19]),
    OralApplicationRecorded: ARR2007[20],
    **dict.fromkeys(
        (AppraisalRequested, AppraisalDenied, AppraisalBegun, AppraisalEnded), ARR2007[37]
    ),
    **dict.fromkeys((InspectionBegun, InspectionEnded), ARR2007[34].par(3)),
    # Only what would be upheld is sent on: what would not, the organ dealt with in time itself.
    PenaltyCorrected: ARL[32].par(2),
    # Who had been heard once was declined; `again` says so.
    NotHandledAgain: ARL[30].par(1, 7),
    # The statute alone said that a case may go up; how the file does followed from it.
    **dict.fromkeys((ElevationOrdered, FileHandedOver, ElevatedFileReceived), ARL[38].par(1)),
}
"""Steps for which the regulation of 2007 had a rule of its own."""

NOT_YET: Final[frozenset[type[Fact]]] = frozenset(
    {
        *(CasesJoined, CoAuthorityCalled, CoAuthorityReleased),
        *(Countersigned, CountersignRefused, CountersignOverdue),
    }
)
"""Steps for which there was no rule before July 2026 (ARR2026 32, 43)."""

_GOES_ON: Final[frozenset[type[Fact]]] = frozenset({ElevatedFileReceived})
"""What began no period anew, and so ended none, before July 2026 (ARR2026 40(3))."""


def _older(pause: Pause) -> Pause:
    return replace(pause, article=OTHERS.get(pause.starts[0], pause.article))


def _counted(pause: Pause) -> bool:
    """报请提级、移送材料的时间: nothing let it be left out before July 2026 (ARR2026 40)."""
    return pause.article in (ARR2026[40].par(2), ARR2026[40].par(3))


def _running_on(facts: tuple[type[Fact], ...]) -> tuple[type[Fact], ...]:
    return tuple(one for one in facts if one not in _GOES_ON)


ORDINARY_2007: Final[Procedure] = replace(
    ORDINARY,
    since=ARL.since,
    moves=tuple(
        replace(move, article=OTHERS.get(move.on, move.article))
        for move in ORDINARY.moves
        if move.on not in NOT_YET
    ),
    track=replace(
        TRACK,
        moves=tuple(replace(m, article=OTHERS.get(m.on, m.article)) for m in TRACK.moves),
    ),
    deadlines=tuple(
        replace(
            deadline,
            starts=_running_on(deadline.starts),
            ends=_running_on(deadline.ends),
            pauses=tuple(_older(pause) for pause in deadline.pauses if not _counted(pause)),
        )
        for deadline in ORDINARY.deadlines
        if deadline.article.statute != ARR2026[40].statute and deadline.lapse not in NOT_YET
    ),
    standstills=tuple(
        replace(still, pauses=tuple(_older(pause) for pause in still.pauses))
        for still in ORDINARY.standstills
    ),
)
"""行政复议普通程序、简易程序 from January 2024 to June 2026 (ARL; ARR2007)."""
