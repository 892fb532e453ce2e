"""Doors of the committee 行政复议委员会: of its consultations, and of its roster."""

from services.consultation.routes.consulting import router as consultations
from services.consultation.routes.rosters import router as rosters

__all__ = ["consultations", "rosters"]
