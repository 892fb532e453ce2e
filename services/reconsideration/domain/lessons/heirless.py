"""What a case learns of a party that is no more and has no successor (ARL 14, 75; RULES 145)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.participants import heirless_after
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _learnt(case: "Case", fact: AddresseeGone | AddresseeFound) -> dict[str, object]:
    there = case.participants
    return {"participants": replace(there, heirless=heirless_after(there.heirless, fact))}


LESSONS: Final[Lessons] = {AddresseeGone: _learnt, AddresseeFound: _learnt}
