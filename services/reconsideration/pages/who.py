"""Who stands at these desks."""

from typing import Annotated, Final

from shared.auth import Identity, Role
from shared.web import needs

BODY: Final = frozenset({Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD})
"""行政复议机构的人员."""

Officer = Annotated[Identity, needs(*BODY)]
"""Somebody of a body 行政复议机构."""

Head = Annotated[Identity, needs(Role.RECONSIDERATION_HEAD)]
"""行政复议机构负责人."""

Department = Annotated[Identity, needs(Role.DEPARTMENT)]
"""Somebody of a department, whose act is reconsidered."""
