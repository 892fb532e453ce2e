"""The law desk 法律服务台 of reconsideration: each file asks one question and glues it to `domain`.

Nothing is decided here: what answers are the functions that the office's commands use, too.
"""

from typing import Any, Final

from services.reconsideration.lawdesk import (
    admissibility,
    compulsory_first,
    conduct,
    decision,
    filing,
    jurisdiction,
    missed_day,
    procedure,
    remedy,
)
from shared.lawdesk import Question

QUESTIONS: Final[tuple[Question[Any], ...]] = (
    filing.QUESTION,
    admissibility.QUESTION,
    compulsory_first.QUESTION,
    jurisdiction.QUESTION,
    procedure.QUESTION,
    conduct.QUESTION,
    missed_day.QUESTION,
    decision.QUESTION,
    remedy.QUESTION,
)
"""What the office answers about its law, in the order in which a case meets it."""
