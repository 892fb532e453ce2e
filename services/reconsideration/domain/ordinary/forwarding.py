"""Through the organ that fined 通过处罚机关申请 (ARL 32; ARR2026 38), as a table.

The authority's own five days to review run from its own receipt, as of any application. The law
sets no time to put that receipt on record, so a rule does: until then no day to review would run.
"""

from typing import Final

from services.reconsideration.domain.ordinary.states import Role, State
from shared.contracts.reconsideration import (
    ApplicationReceived,
    ApplicationWithdrawn,
    ReconsiderationActOverdue,
)
from shared.contracts.reconsideration.forwarding import (
    ApplicationForwarded,
    ApplicationHandedIn,
    ForwardingOverdue,
    PenaltyCorrected,
)
from shared.law.article import ARL, ARR2026, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import Deadline, Move

S, R = State, Role

MOVES: Final = (
    Move(None, ApplicationHandedIn, S.HANDED_IN, R.APPLICANT, ARL[32].par(1)),
    Move(S.HANDED_IN, ApplicationForwarded, S.FORWARDED, R.RESPONDENT, ARL[32].par(2)),
    Move(S.HANDED_IN, PenaltyCorrected, S.CORRECTED, R.RESPONDENT, ARR2026[38].par(1)),
    Move(S.HANDED_IN, ForwardingOverdue, None, R.CLOCK, ARL[32].par(2)),
    Move(S.FORWARDED, ApplicationReceived, S.RECEIVED, R.AUTHORITY, ARL[30].par(1)),
    Move(S.FORWARDED, ReconsiderationActOverdue, None, R.CLOCK, RULES[133]),
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
        owed_by="respondent",
    ),
    Deadline(
        name="forwarding_receipt",
        term="登记收到转送的申请",
        starts=(ApplicationForwarded,),
        ends=(ApplicationReceived,),
        within=WorkingDays(5),
        article=RULES[133],  # the law sets no period between sending on and what is on record
        lapse=ReconsiderationActOverdue,
        backdated=True,  # 审查期限自收到之日起算, whenever it is recorded (ARL 30)
    ),
)
