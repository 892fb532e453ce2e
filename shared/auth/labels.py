"""标签: what the labels of a file say of who may see it, as `shared.auth.sight` reads them."""

from typing import Final

BEHIND: Final = frozenset({"intake", "routing"})
"""Offices whose files go with any file of the dispute."""

PARTICIPANTS: Final = "participants"
"""Label of a reconsideration: ids of third persons and agents, who read its file (ARL 47)."""

CO_APPLICANTS: Final = "co_applicants"
"""Label of a reconsideration: ids of who is named as applying, too, and has not answered.

They read nothing of its file, and may only answer for themselves (ARL 14, 22).
"""

AUTHORITIES: Final = "authorities"
"""Label of a reconsideration: authorities that read it beside the one whose it is (ARL 38).

Of a dispute: the authority to which it came, and which takes the application in itself (ARL 22).

The one above that was asked to take the case up; those below, through whose hands it went; those
that decide it, too (ARR2026 32).
"""

CO_AUTHORITIES: Final = "co_authorities"
"""Label of a reconsideration: those of `AUTHORITIES` that decide it, too (ARR2026 32)."""

ABOVE: Final = "above"
"""Label of a reconsideration: the authorities above the one whose it is, from the nearest.

The heads of their bodies read it, who take a case up and order that it goes on (ARL 38, 40).
"""

SUPERIORS: Final = "superiors"
"""Label of a watch: the departments above whoever has to perform, which read it (ARL 77).

The authority is none of them, though it may be such a department. They order it performed as the
authority does, and do nothing else there.
"""

WINDOWS: Final = "windows"
"""Label of a dispute: other windows at which it was brought in again, and who answer for that."""

CONSULTATION: Final = "consultation"
"""The office whose files stay between an authority and its committee."""

BESIDE: Final = "beside"
"""Label of a press or an alert: the office of the file that it stands beside (RULES 14, 64)."""

ASKED: Final = "asked"
"""Label of a press: whose the case was when they were asked to explain (RULES 65).

Departments that were asked stay among its `departments`.
"""

APPLICATION: Final = "application"
"""Label of a routing file of one application: the case whose it is, whose readers read it."""

SEVERED: Final = "severed"
"""Label of a routing file: ids of whose application and road went on apart 分案 (RULES 136)."""

REQUEST: Final = "request"
"""Label of a consultation: the reconsideration that asks, whose file its panel reads (ARL 52)."""

PANEL: Final = "panel"
"""Label of a consultation: codes of who sits."""

DIRECTOR: Final = "director"
"""Label of a consultation: code of the committee's director, who decides on recusals (RULES 72)."""

CONTESTED: Final = "contested"
"""Label of a consultation: codes of members whose recusal waits to be decided (RULES 72)."""
