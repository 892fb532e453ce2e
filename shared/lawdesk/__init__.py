"""The law desk 法律服务台: questions about the law, answered without a case, with proofs."""

from shared.lawdesk.question import (
    Answer,
    Assumed,
    Facts,
    Question,
    Reason,
    Setting,
    Table,
    told,
)

__all__ = ["Answer", "Assumed", "Facts", "Question", "Reason", "Setting", "Table", "told"]
