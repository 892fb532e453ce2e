"""当事人应当履行的: what a paper tells each party it has to perform, and until when (ARL 78)."""

from datetime import date
from typing import TypedDict

from services.reconsideration.papers.matter import Matter
from shared.contracts.reconsideration.enforcing import PartyDuties


class Owing(TypedDict):
    """One line of the paper: the party by its place and name, and its last day if one is set."""

    who: str
    perform_by: date | None


def owing(duties: PartyDuties, matter: Matter) -> list[Owing]:
    """Each party that the paper obliges, by whose day enforcement is reckoned; none if not said."""
    return [
        Owing(
            who=("第三人" if one.person_id in matter.third_ids else "申请人")
            + (matter.people[one.person_id].name if one.person_id in matter.people else ""),
            perform_by=one.perform_by,
        )
        for one in duties or ()
    ]
