"""Who stands at these desks."""

from typing import Annotated

from shared.auth import Identity, Role
from shared.web import needs

Officer = Annotated[Identity, needs(Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD)]
"""Somebody of a body 行政复议机构."""

Head = Annotated[Identity, needs(Role.RECONSIDERATION_HEAD)]
"""行政复议机构负责人."""
