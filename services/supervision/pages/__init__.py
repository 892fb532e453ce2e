"""监督的页面: the city live and as of any moment, pressing on a case, what an organ owes."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from services.supervision.pages import counted, live, pressing
from services.supervision.queries import HANDLERS
from shared.auth import Role
from shared.frame import Entry, Pages

router: Final = APIRouter()
for one in (counted, live, pressing):
    router.routes.extend(one.router.routes)

PAGES: Final = Pages(
    "supervision",
    router,
    Path(__file__).parent,
    (
        Entry(
            "城市态势",
            "/desk/live",
            frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
            order=5,
            says="全市正在发生什么，各县区登记、在办、到期、逾期；可以回看任一时刻",
        ),
        Entry(
            "要求说明",
            "/desk/explanations",
            frozenset(HANDLERS),
            order=40,
            says="监督人员要求本机构说明的事项，先到期的在前",
        ),
    ),
)
"""监督的页面, as the application composes them."""
