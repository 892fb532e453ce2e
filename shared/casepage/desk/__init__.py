"""案卷页: one page for a dispute: what happened, what runs, what may be done now and what not."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from shared.auth import Role
from shared.casepage.desk import acting, lists, reading, show
from shared.frame import Entry, Pages

router: Final = APIRouter()
for one in (lists, show, reading, acting):
    router.routes.extend(one.router.routes)

PAGES: Final = Pages(
    "casepage",
    router,
    Path(__file__).parent,
    (
        Entry(
            "案卷",
            "/desk/disputes",
            frozenset(Role) - {Role.PARTY},
            order=60,
            says="按编号、类型、途径、状态查找案卷，看每一步、每个期限",
        ),
    ),
)
"""案卷页, as the application composes it."""
