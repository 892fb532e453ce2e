"""Who stands at these desks."""

from typing import Annotated

from shared.auth import Identity, Role
from shared.web import needs

Department = Annotated[Identity, needs(Role.DEPARTMENT)]
"""An officer of a department."""

Centre = Annotated[Identity, needs(Role.WINDOW, Role.SUPERVISOR)]
"""Somebody of the centre 综治中心."""

Supervisor = Annotated[Identity, needs(Role.SUPERVISOR)]
"""Somebody who watches over a county, or over the city."""

Watcher = Annotated[Identity, needs(Role.SUPERVISOR, Role.ADMINISTRATOR)]
"""Whoever may look on: those who watch, and who keeps the hub."""

Worker = Annotated[Identity, needs(Role.DEPARTMENT, Role.WINDOW, Role.SUPERVISOR)]
"""Whoever works under a whistle: departments and centres."""
