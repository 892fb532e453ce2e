"""Who stands at these desks."""

from typing import Annotated

from shared.auth import Identity, Role
from shared.web import needs

Secretary = Annotated[Identity, needs(Role.SECRETARY)]
"""委员会办事人员."""

Member = Annotated[Identity, needs(Role.COMMITTEE)]
"""委员."""

Sitting = Annotated[Identity, needs(Role.SECRETARY, Role.COMMITTEE)]
"""Whoever works at a consultation: the secretary, and who sits."""

RosterReader = Annotated[
    Identity, needs(Role.SECRETARY, Role.COMMITTEE, Role.SUPERVISOR, Role.ADMINISTRATOR)
]
"""Whoever may read a roster."""
