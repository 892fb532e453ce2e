"""看板: what a supervisor watches: numbers of all offices, each with the cases that make it.

The numbers are the offices' own (`services.routing.figures`, `services.reconsideration.queries`,
`shared.due`); here they are put on pages, drawn, opened and exported, all from one value a board.
"""

from pathlib import Path
from typing import Final

from deploy.boards import show
from shared.auth import Role
from shared.frame import Entry, Pages

PAGES: Final = Pages(
    "boards",
    show.router,
    Path(__file__).parent,
    (
        Entry(
            "看板",
            "/desk/boards",
            frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
            order=40,
            says="办理量、期限、三率、热点、复议：每个数字都能打开案卷",
        ),
    ),
)
"""看板, as the application composes them."""
