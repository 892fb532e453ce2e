"""通知一览: who is told of what, in which words. The one place where that stands.

Read it as: when this is recorded, these desks are told this. Who may not see the file is left out,
whatever stands here. The provision cited is the first that the fact itself carries out.
"""

from typing import Final

from services.notification.domain.table import (
    consulting,
    deciding,
    mediating,
    overseeing,
    reviewing,
    routing,
    supervising,
)

TABLE: Final = (
    *routing.ROWS,
    *mediating.ROWS,
    *reviewing.ROWS,
    *deciding.ROWS,
    *overseeing.ROWS,
    *consulting.ROWS,
    *supervising.ROWS,
)
"""Every row. Order is that of the offices; a kind stands here once."""
