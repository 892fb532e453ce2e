"""Whom a whistle of tests calls, and one more dispute of its place."""

from services.routing.store import ladder_of, whistle_of
from shared.auth import Role
from tests.routing.cases import DISPUTE

LEAD, ASSIST, OTHER = "620702-sifa", "620702-zhujian", "620702-chengguan"
CENTRE = (Role.WINDOW, "620702-window-1")
WHISTLE, LADDER = f"/whistles/{whistle_of(DISPUTE)}", f"/ladders/{ladder_of(DISPUTE)}"
