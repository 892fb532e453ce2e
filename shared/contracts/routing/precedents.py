"""Facts of precedents 权属先例: how the centre ruled on who answers for a kind of matter."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class PrecedentSet(Fact):
    """权属先例: how it was ruled last, for the next objection of the kind (RULES 27)."""

    kind: Literal["routing.precedent_set.v1"] = "routing.precedent_set.v1"
    matter: str
    county: str
    department: str
    """The department that objected."""
    upheld: bool
    """Whether it had to do it."""
    instead: str = ""
    """The department that did it in its place."""
    basis: str
    reason_id: UUID
    whistle_id: UUID
    """The whistle under which it was ruled."""
