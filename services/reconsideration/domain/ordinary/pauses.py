"""What holds the periods of a case up, for the rows of every chapter (ARL 39)."""

from typing import Final

from services.reconsideration.domain.suspended import TERM
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
)
from shared.law.article import ARL
from shared.law.procedure import Pause

PAUSES: Final = (
    Pause(
        term=TERM,
        starts=(ReconsiderationSuspended,),
        ends=(ReconsiderationResumed,),
        article=ARL[39].par(1),
        each="cause",
    ),
)
"""While any cause lasts, nothing that is owed in the case runs."""
