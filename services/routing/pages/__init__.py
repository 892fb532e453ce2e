"""Pages of routing: the desk of a department, and that of a centre 综治中心."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from services.routing.acts import ACTS
from services.routing.pages import (
    acting,
    centre,
    department,
    explanation,
    files,
    hotspot,
    whistle,
)
from shared.auth import Role
from shared.frame import Entry, Pages

router: Final = APIRouter(include_in_schema=False)
for one in (department, centre, whistle, files, acting, hotspot, explanation):
    router.routes.extend(one.router.routes)

_UNDER_A_WHISTLE: Final = "/whistles/{case_id}/"


def _form(door: str) -> str:
    """Where an act under a whistle has its form: on its page, with precedents and names to tick."""
    act = door.removeprefix(_UNDER_A_WHISTLE)
    return f"/desk/department/whistles/{{case_id}}?act={act}#act"


PAGES: Final = Pages(
    "routing",
    router,
    Path(__file__).parent,
    (
        Entry(
            "待办的哨",
            "/desk/department",
            frozenset({Role.DEPARTMENT}),
            order=10,
            says="先到期的在前，一键报到",
        ),
        Entry(
            "部门往来",
            "/desk/department/owed",
            frozenset({Role.DEPARTMENT}),
            order=11,
            says="本部门欠的、别人欠本部门的、权属怎样裁定",
        ),
        Entry(
            "中心待办",
            "/desk/centre",
            frozenset({Role.WINDOW, Role.SUPERVISOR}),
            order=12,
            says="签批、裁定、延期、会商、方案、回访、办结",
        ),
    ),
    forms={door: _form(door) for door in ACTS if door.startswith(_UNDER_A_WHISTLE)},
)
"""分流的页面."""
