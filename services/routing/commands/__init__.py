"""What routing does: choose a road, climb the ladder, blow the whistle, hear the departments."""

from services.routing.commands import (
    asking,
    blowing,
    centre,
    climbing,
    departments,
    following,
)
from services.routing.commands.triage import triage

__all__ = ["asking", "blowing", "centre", "climbing", "departments", "following", "triage"]
