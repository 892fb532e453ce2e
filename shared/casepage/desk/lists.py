"""案卷列表: the disputes that the reader may see, narrowed and paged in the address."""

from typing import Annotated, Final

from fastapi import Query
from starlette.responses import Response

from shared.auth import Identity
from shared.casepage.listing import Asked, list_disputes
from shared.casepage.track import ROADS
from shared.frame import PageDep, page_router
from shared.law.terms.actors import OFFICES
from shared.web import needs

router = page_router()

NARROWING: Final = (
    ("", "全部机构"),
    *((one.english, one.chinese) for one in OFFICES if one.english != "intake"),
)
"""Offices by which the list is narrowed; every dispute has a file at intake 登记受理."""


@router.get("/desk/disputes")
async def disputes(
    page: PageDep, who: Annotated[Identity, needs()], asked: Annotated[Asked, Query()]
) -> Response:
    """案卷列表: newest first."""
    directory = page.hub.directory
    found = await list_disputes(page.hub.pool, who, asked)
    return page.show(
        "casepage/list.html",
        title="案卷",
        found=found,
        asked=asked,
        counties=[("", "全部县区"), *((p.code, p.name) for p in directory.counties())],
        matters=[("", "全部类型"), *((m.code, m.name) for m in directory.matters.values())],
        roads=[("", "全部途径"), *((str(code), says) for code, says in ROADS.items())],
        offices=NARROWING,
    )
