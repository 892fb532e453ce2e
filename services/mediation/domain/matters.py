"""调解领域一览: what kinds of mediation a matter knows on a day."""

from datetime import date
from typing import Final

from services.mediation.domain.everyday import EVERYDAY
from services.mediation.domain.fields import Field, Kind, Note
from services.mediation.domain.general import (
    ADMINISTRATIVE_GENERAL,
    COMMERCE,
    COMMERCIAL,
    COURT,
    NOT_COMMERCIAL,
    PEOPLES_GENERAL,
)
from services.mediation.domain.special import SPECIAL
from shared.law.article import COMMERCIAL_MEDIATION

FIELDS: Final = (*EVERYDAY, *SPECIAL)
"""Every field that has rules of its own, in every edition."""

CODES: Final = frozenset(field.code for field in FIELDS)


def not_commercial(code: str, on: date) -> Note | None:
    """为什么不适用商事调解, None if the matter may be commercial (COMMERCIAL_MEDIATION 2)."""
    scope = COMMERCIAL_MEDIATION[2].par(1)
    if code in NOT_COMMERCIAL:
        return Note("婚姻家庭、继承、监护、劳动人事、消费者权益争议不适用商事调解", scope)
    if code not in COMMERCE:
        return Note("不是贸易、投资、金融、运输、房地产、工程、知识产权等商事争议", scope)
    if not COMMERCIAL.in_force(on):
        return Note("商事调解条例自2026年5月1日起施行", COMMERCIAL_MEDIATION[33])
    return None


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
    if not_commercial(code, on) is None:
        found.append(COMMERCIAL)
    return (*found, COURT)
