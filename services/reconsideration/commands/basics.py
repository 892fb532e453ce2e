"""Saying who applies and where papers reach it 基本情况, at once or later (ARR2026 27).

What is said is personal data: it is kept with the parties, and no fact carries it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands.pages import head_of, turn
from services.reconsideration.domain.basics import state
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons, speaks_for
from shared.contracts.reconsideration.basics import Basic, BasicsStated
from shared.contracts.reconsideration.people import Power
from shared.people import Basics
from shared.work import Work


@dataclass(frozen=True, slots=True)
class Brought:
    """What an application says of one applicant, and what of him it comes with."""

    said: Basics
    formal: tuple[Basic, ...] = ()
    """签名、身份证明."""


Told = Mapping[UUID, Brought]
"""What an application says of each applicant."""

TOLD_NOTHING: Final[Told] = {}


def state_basics(
    work: Work,
    case_id: UUID,
    about: Sequence[UUID],
    said: Basics,
    *,
    formal: tuple[Basic, ...] = (),
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """写明基本情况, what was left out of it or has changed (ARR2026 27).

    Args:
        work: The unit of work.
        case_id: The file.
        about: Of whom it is said.
        said: What.
        formal: What of signature and proof of identity was handed in.
        by: Who puts it on file.
        on: The day; today if not said.
        persons: Those of a party that says it itself.
    """
    case, head = turn(work, case_id, by, on, BasicsStated)
    told = (*_named(said), *formal)
    fact = state(case, head, about, told, speaks_for(case, persons, head.on, Power.RECEIVE))
    for person_id in fact.persons if _named(said) else ():
        work.state(person_id, said)
    return work.record(case, fact)


def keep_with_application(
    work: Work, case: Case, told: Told, *, by: str, on: date, persons: Persons
) -> Case:
    """What the application itself says of its applicants; of anybody else it says nothing.

    Whose signature and proof of identity came with it stands on the pages after it (ARR2026 27).
    """
    handed: dict[tuple[Basic, ...], list[UUID]] = {}
    for person_id in case.applicants:
        if brought := told.get(person_id):
            if _named(brought.said):
                work.state(person_id, brought.said)
            if brought.formal:
                handed.setdefault(brought.formal, []).append(person_id)
    for formal, who in handed.items():
        fact = state(case, head_of(work, case, by, on), who, formal, persons)
        case = work.record(case, fact)
    return case


def _named(said: Basics) -> tuple[Basic, ...]:
    """What of it was said."""
    told = {
        Basic.ADDRESS: said.address,
        Basic.SERVICE_ADDRESS: said.service_address,
        Basic.HEAD: said.head_name or said.head_post,
    }
    return tuple(one for one, value in told.items() if value)
