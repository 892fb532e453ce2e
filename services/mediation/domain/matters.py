"""调解领域一览: what kinds of mediation a matter knows on a day."""

from datetime import date
from typing import Final

from services.mediation.domain.everyday import EVERYDAY
from services.mediation.domain.fields import Field, Kind
from services.mediation.domain.general import (
    ADMINISTRATIVE_GENERAL,
    COMMERCIAL,
    COURT,
    NOT_COMMERCIAL,
    PEOPLES_GENERAL,
)
from services.mediation.domain.special import SPECIAL

FIELDS: Final = (*EVERYDAY, *SPECIAL)
"""Every field that has rules of its own, in every edition."""

CODES: Final = frozenset(field.code for field in FIELDS)


def kinds_of(code: str, on: date, *, civil: bool, departmental: bool) -> tuple[Field, ...]:
    """各种调解, the field's own first.

    Args:
        code: The matter by its code.
        on: The day of the step.
        civil: Whether it is a dispute between private persons (PML 2).
        departmental: Whether a department answers for the matter.
    """
    own = tuple(field for field in FIELDS if field.code == code and field.in_force(on))
    if any(field.kind is Kind.NONE for field in own):
        return own
    found = list(own)
    has = {field.kind for field in own}
    if civil and Kind.PEOPLES not in has:
        found.append(PEOPLES_GENERAL)
    if departmental and Kind.ADMINISTRATIVE not in has:
        found.append(ADMINISTRATIVE_GENERAL)
    if not found:
        return ()
    if COMMERCIAL.in_force(on) and code not in NOT_COMMERCIAL:
        found.append(COMMERCIAL)
    return (*found, COURT)
