"""Reconsideration 行政复议 from application to service (ARL chapters 2 to 5), as a table.

The ordinary procedure 普通程序 and the simplified 简易程序 are two roads through the same states:
only their periods differ, so both stand here, and a case that is converted stays where it is.

Each chapter has a module with its own rows, `MOVES` and `DEADLINES`; here they are put together,
in the order of the statute. An act of a chapter that stands here is added in its module alone.
"""

from typing import Final

from services.reconsideration.domain.ordinary import (
    assigning,
    attached,
    co_deciding,
    deciding,
    filing,
    forwarding,
    handling,
    hearing,
    higher,
    joint,
    pausing,
    people,
    proving,
    respondent,
    settling,
)
from services.reconsideration.domain.ordinary.deciding import EXTENSION_DAYS
from services.reconsideration.domain.ordinary.pauses import HANDING_OVER, STANDSTILL
from services.reconsideration.domain.ordinary.states import (
    CLOSED,
    NOT_YET_ACCEPTED,
    ON_HAND,
    Role,
    State,
)
from shared.law.article import ARR2026
from shared.law.procedure import Procedure

__all__ = ["EXTENSION_DAYS", "NOT_YET_ACCEPTED", "ON_HAND", "ORDINARY", "Role", "State"]

ORDINARY: Final = Procedure(
    name="ordinary",
    term="行政复议",
    since=ARR2026.since,
    moves=(
        *forwarding.MOVES,
        *filing.MOVES,
        *people.MOVES,
        *respondent.MOVES,
        *joint.MOVES,
        *assigning.MOVES,
        *higher.MOVES,
        *handling.MOVES,
        *proving.MOVES,
        *hearing.MOVES,
        *pausing.MOVES,
        *attached.MOVES,
        *settling.MOVES,
        *deciding.MOVES,
        *co_deciding.MOVES,
    ),
    deadlines=(
        *forwarding.DEADLINES,
        *filing.DEADLINES,
        *people.DEADLINES,
        *assigning.DEADLINES,
        *higher.DEADLINES,
        *handling.DEADLINES,
        *joint.DEADLINES,
        *hearing.DEADLINES,
        *pausing.DEADLINES,
        *settling.DEADLINES,
        *deciding.DEADLINES,
        *co_deciding.DEADLINES,
    ),
    track=joint.TRACK,
    standstills=(STANDSTILL, HANDING_OVER),
    closed=CLOSED,
    patient={**filing.PATIENT, **joint.PATIENT},
)
"""行政复议普通程序、简易程序 since July 2026 (ARL 30, 31, 48 to 55, 61, 62, 75; ARR2026)."""
