"""To the authority above: elevation 提级审理, direct acceptance (ARL 35, 38), as a table.

The regulation of 2026 is the first to say how. Until June 2026 the statute alone let a case be
taken up, where there was need for it: neither grounds, time to hand over, time left out nor a new
period to decide; `ordinary_2007` says so.
"""

from typing import Final

from services.reconsideration.domain.ordinary.states import ON_HAND, Role, State
from shared.contracts.reconsideration import ReconsiderationActOverdue
from shared.contracts.reconsideration.higher import (
    AcceptedAbove,
    ElevatedCaseEnded,
    ElevatedFileReceived,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    FileHandedOver,
)
from shared.law.article import ARL, ARR2026, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import Deadline, Move

R = Role

MOVES: Final = (
    Move(ON_HAND, ElevationAsked, None, R.AUTHORITY, ARL[38].par(2)),
    Move(ON_HAND, ElevationDenied, None, R.SUPERIOR, ARL[38].par(2)),
    Move(ON_HAND, ElevationOrdered, None, R.SUPERIOR, ARL[38].par(1)),
    Move(ON_HAND, FileHandedOver, None, R.AUTHORITY, ARR2026[40].par(3)),
    Move(ON_HAND, ElevatedFileReceived, None, R.SUPERIOR, ARR2026[40].par(3)),
    Move(ON_HAND, ElevatedCaseEnded, State.ENDED_ABOVE, R.SUPERIOR, RULES[118]),
    Move(ON_HAND, AcceptedAbove, None, R.SUPERIOR, ARL[35]),
)

DEADLINES: Final = (
    Deadline(
        name="hand_over",
        term="移送案件材料",
        starts=(ElevationOrdered,),
        ends=(FileHandedOver, ElevatedFileReceived, AcceptedAbove),
        within=WorkingDays(5),
        article=ARR2026[40].par(3),
        lapse=ReconsiderationActOverdue,
    ),
)
"""It runs in a case that is suspended, too: handing over is no handling of the case."""
