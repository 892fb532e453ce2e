"""Authorities that decide together 共同作出行政复议决定 (ARR2026 32; RULES 155), as a table."""

from dataclasses import replace
from typing import Final

from services.reconsideration.domain.ordinary.pauses import BEFORE_NEW_DAYS, PAUSES
from services.reconsideration.domain.ordinary.states import ON_HAND, Role
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersigned,
    CountersignOverdue,
    CountersignRefused,
)
from shared.contracts.reconsideration.deferring import JointReplyDeferred, ReplyDeferred
from shared.contracts.reconsideration.drafting import DecisionApproved, DecisionReturned
from shared.contracts.reconsideration.hearing_held import HearingWaiverTakenBack
from shared.contracts.reconsideration.higher import AcceptedAbove, ElevatedFileReceived
from shared.contracts.reconsideration.in_time import JointReplyInTime, ReplyInTime
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.contracts.reconsideration.request import RequestChanged
from shared.contracts.reconsideration.respondent import RespondentReplaced, RespondentSucceeded
from shared.contracts.reconsideration.served_again import CopyServedAgain, JointCopyServedAgain
from shared.contracts.reconsideration.settling import (
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
)
from shared.law.article import ARR2026, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import Deadline, Move

R = Role

MOVES: Final = (
    Move(ON_HAND, CoAuthorityCalled, None, R.AUTHORITY, ARR2026[32].par(2)),
    Move(ON_HAND, CoAuthorityReleased, None, R.AUTHORITY, RULES[155]),
    Move(ON_HAND, Countersigned, None, R.CO_AUTHORITY, ARR2026[32].par(2)),
    Move(ON_HAND, CountersignRefused, None, R.CO_AUTHORITY, RULES[155]),
    Move(ON_HAND, CountersignOverdue, None, R.CLOCK, RULES[155]),
)

SAID: Final[tuple[type[Fact], ...]] = (Countersigned, CountersignRefused, CoAuthorityReleased)
_UNDONE: Final[tuple[type[Fact], ...]] = (
    *(RespondentReplaced, RespondentSucceeded, JointRespondentNamed, JointRespondentLeft),
    *(ElevatedFileReceived, AcceptedAbove),
)
"""With these what lay before the other authorities is drawn up anew."""
_NOT_SILENT: Final[tuple[type[Fact], ...]] = (
    *(ReplyInTime, JointReplyInTime, CopyServedAgain, JointCopyServedAgain),
    *(ReplyDeferred, JointReplyDeferred),
)
"""With these a draft that rested on a silence is drawn up anew, where there was one (ARL 70)."""

HELD: Final = tuple(replace(one, lasting="held_by") for one in PAUSES)
"""Days that begin while the case is suspended run from the resumption on (ARL 39)."""

DEADLINES: Final = (
    Deadline(
        name="countersign",
        term="会签复议决定",
        starts=(DecisionApproved, CoAuthorityCalled, CoAuthorityReleased),
        ends=(
            *SAID,
            CoAuthorityCalled,
            DecisionReturned,
            DecisionMade,
            RequestChanged,
            HearingWaiverTakenBack,
            ApplicationSevered,
            *_UNDONE,
            *_NOT_SILENT,
        ),
        within=WorkingDays(5),
        article=RULES[155],
        lapse=CountersignOverdue,
        where="decision_awaited",
        unless="decision_runs_on",
        pauses=(*HELD, BEFORE_NEW_DAYS),
    ),
    Deadline(
        name="countersign_mediation",
        term="会签调解书",
        starts=(MediationDocumentDrawn, CoAuthorityCalled, CoAuthorityReleased),
        ends=(
            *SAID,
            CoAuthorityCalled,
            MediationDocumentDrawn,
            MediationDocumentSealed,
            MediationBroken,
            DecisionMade,
            *_UNDONE,
        ),
        within=WorkingDays(5),
        article=RULES[155],
        lapse=CountersignOverdue,
        where="mediation_awaited",
        unless="mediation_runs_on",
    ),
)
"""The document may be signed while the case is suspended for the talks (ARL 39): its days run."""
