"""Doors of reports to the authority above 向上级反映 (ARL 35)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationDeclined,
    DecisionDelivered,
    DecisionMade,
    DecisionOverdue,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    DirectlyAccepted,
    Wrong,
    WrongCorrected,
    WrongReported,
)
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.reconsideration.served import DecisionServed
from shared.law.article import ARL, CPL, RULES
from shared.office import After

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/wrong-report": (WrongReported,),
    "/corrections/{case_id}/order": (CorrectionOrdered,),
    "/corrections/{case_id}/denial": (CorrectionDenied,),
    "/corrections/{case_id}/direct-acceptance": (DirectlyAccepted,),
    "/corrections/{case_id}/correction": (WrongCorrected,),
}
"""By the path of the door."""

BESIDE: Final[Mapping[str, tuple[After, ...]]] = {
    "/reconsiderations/{case_id}/wrong-report": (
        After(kind=ApplicationDeclined, article=ARL[35]),
        After(kind=NotHandledAgain, article=RULES[146]),
        After(kind=ApplicationAbandoned, article=RULES[146], opens=("again",)),
        After(
            kind=DecisionServed,  # 决定书一经送达，即发生法律效力
            says={"outcome": Outcome.APPLICATION_DISMISSED, "standing": Standing.APPLICANT},
            article=RULES[172],
        ),
        After(
            kind=DecisionDelivered,
            says={"outcome": Outcome.APPLICATION_DISMISSED},
            article=ARL[35],
        ),
        After(kind=DecisionOverdue, unless=DecisionMade, article=ARL[35]),
    ),
    "/reconsiderations/{case_id}/supplement-in-time": (
        After(
            kind=ApplicationAbandoned,
            article=CPL[85].par(4),
            opens=("again", f"report:{Wrong.ABANDONED}/again"),
        ),
    ),
}
"""After which pages of a reconsideration it is reported, or goes on in a new file."""

FROM_BELOW: Final = frozenset({"/corrections/{case_id}/correction"})
"""Where the authority below acts in the file of the one above."""
