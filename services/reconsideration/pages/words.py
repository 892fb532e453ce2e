"""What periods, causes and opinions are called on these desks, read off table and contracts."""

from typing import Any, Final

from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.queries.approvals import WAITING
from services.reconsideration.queries.desk import STAGES
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ConsultationGround, Stance, Standing
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.pausing import Stay, Suspension
from shared.contracts.reconsideration.proving import EvidenceKind, Examined, Proving
from shared.contracts.service import Manner
from shared.frame.meanings import meanings

TERMS: Final = {name: deadline.term for name, deadline in ORDINARY.by_name.items()}

WORDS: Final[dict[str, Any]] = {
    "terms": TERMS,
    "acts": meanings(ActKind),
    "causes": meanings(Suspension),
    "stays": meanings(Stay),
    "stances": meanings(Stance),
    "grounds": meanings(ConsultationGround),
    "standings": meanings(Standing),
    "evidences": meanings(EvidenceKind),
    "provings": meanings(Proving),
    "results": meanings(Examined),
    "manners": meanings(Manner),
    "tracks": meanings(Track),
    "waitings": WAITING,
    "stages": {key: says for key, (says, _) in STAGES.items()},
}
"""For every template of these desks."""
