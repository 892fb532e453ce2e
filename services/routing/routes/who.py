"""Who stands at the doors of a whistle."""

from typing import Annotated

from shared.auth import Identity, Role
from shared.web import needs

Department = Annotated[Identity, needs(Role.DEPARTMENT)]
"""An officer of a department; it acts for its own department only."""

Centre = Annotated[Identity, needs(Role.WINDOW, Role.SUPERVISOR)]
"""Somebody of the centre 综治中心."""

Caller = Annotated[Identity, needs(Role.WINDOW, Role.SUPERVISOR, Role.PARTY)]
"""Whoever says what came of a callback: the centre, or the party that answers by itself."""

Leader = Annotated[Identity, needs(Role.SUPERVISOR)]
"""The leader 负责人, who signs."""


def led_by(who: Identity) -> str:
    """Code of the place 区划 in which they are a leader: that of their organ, or their county."""
    return who.organ.split("-", 1)[0] or who.county


Whistler = Annotated[Identity, needs(Role.GRID, Role.WINDOW, Role.SUPERVISOR)]
"""Whoever may ask for a whistle: grid and village, township, county and city."""
