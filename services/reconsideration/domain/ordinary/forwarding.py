"""Through the organ that fined 通过处罚机关申请 (ARL 32; ARR2026 38), as a table.

The authority's own five days to review run from its own receipt, as of any application.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.ordinary.states import Role, State
from shared.contracts.reconsideration import ApplicationReceived, ApplicationWithdrawn
from shared.contracts.reconsideration.forwarding import (
    ApplicationForwarded,
    ApplicationHandedIn,
    ForwardingOverdue,
    PenaltyCorrected,
)
from shared.law.article import ARL, ARR2026
from shared.law.period import WorkingDays
from shared.law.procedure import Deadline, Move

S, R = State, Role

MOVES: Final = (
    Move(None, ApplicationHandedIn, S.HANDED_IN, R.APPLICANT, ARL[32].par(1)),
    Move(S.HANDED_IN, ApplicationForwarded, S.FORWARDED, R.RESPONDENT, ARL[32].par(2)),
    Move(S.HANDED_IN, PenaltyCorrected, S.CORRECTED, R.RESPONDENT, ARR2026[38].par(1)),
    Move(S.HANDED_IN, ForwardingOverdue, None, R.CLOCK, ARL[32].par(2)),
    Move(S.FORWARDED, ApplicationReceived, S.RECEIVED, R.AUTHORITY, ARL[30].par(1)),
    Move((S.HANDED_IN, S.FORWARDED), ApplicationWithdrawn, S.WITHDRAWN, R.APPLICANT, ARL[22]),
)

DEADLINES: Final = (
    Deadline(
        name="forward",
        term="处罚机关转送或者自行纠正",
        starts=(ApplicationHandedIn,),
        ends=(ApplicationForwarded, PenaltyCorrected),
        within=WorkingDays(5),
        article=ARL[32].par(2),
        lapse=ForwardingOverdue,
    ),
)

PATIENT: Final[Mapping[StrEnum, str]] = {
    S.FORWARDED: "转送尚在途中，行政复议机关收到之日起才计算审查期限",
}
"""Open states that no period bounds, each with the reason."""
