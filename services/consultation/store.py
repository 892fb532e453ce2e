"""The shelves of consultation files and of committees' rosters."""

from typing import Final
from uuid import UUID

from services.consultation import tables
from services.consultation.domain.case import Consultation
from services.consultation.domain.opinion import CONSULTATION
from services.consultation.domain.roster import ROSTER, Roster
from shared.contracts.fact import Head
from shared.directory import committee_in
from shared.law.casefile import derived
from shared.work import Shelf

CONSULTATIONS: Final = Shelf(
    office="consultation",
    name=CONSULTATION.name,
    value=Consultation,
    editions=(CONSULTATION,),
    table=tables.CONSULTATION,
)
"""咨询案卷."""

ROSTERS: Final = Shelf(
    office="consultation",
    name=ROSTER.name,
    value=Roster,
    editions=(ROSTER,),
    table=tables.ROSTER,
)
"""委员名册, a file for each committee."""

OWN: Final = UUID("5f0f2d53-4a57-4c1e-8b43-0a3c1f6d7e20")


def roster_of(organ: str) -> UUID:
    """The roster of the committee in the place of an organ."""
    return derived(OWN, committee_in(organ))


def files_of(asks: Head) -> tuple[UUID, ...]:
    """The consultation files that a case can have by a page of it, of which most are not there.

    Each time that a committee is asked takes the next: the authority asks anew, or the one above
    has the case since and asks its own committee (ARL 35, 38, 52; RULES 151). Another page has
    let what was asked before fall, so by any page there are at most half as many.

    Args:
        asks: Head of the page of the reconsideration that is heard.
    """
    more = (derived(asks.case_id, f"consultation {nth}") for nth in range(3, 2 + asks.version // 2))
    return file_of(asks.case_id), derived(asks.case_id, "consultation above"), *more


def file_of(request_case_id: UUID) -> UUID:
    """The consultation file of the authority that asked first."""
    return derived(request_case_id, "consultation")
