"""The law desk 法律服务台 of mediation: each file asks one question and glues it to `domain`.

Nothing is decided here: what answers are the functions that the office's commands use, too.
"""

from typing import Any, Final

from services.mediation.lawdesk import mediation
from shared.lawdesk import Question

QUESTIONS: Final[tuple[Question[Any], ...]] = (mediation.QUESTION,)
"""What the office answers about its law."""
