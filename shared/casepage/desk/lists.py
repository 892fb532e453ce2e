"""案卷列表: the disputes that the reader may see, narrowed and paged in the address."""

from collections.abc import Iterable
from typing import Annotated, Any, Final

from fastapi import Query
from starlette.responses import Response

from shared.auth import Identity
from shared.casepage.listing import Asked, list_disputes
from shared.casepage.track import ROADS
from shared.frame import PageDep, page_router
from shared.law.casefile import UNLISTED
from shared.law.terms import zh
from shared.law.terms.actors import OFFICES
from shared.web import needs
from shared.work import Shelf

router = page_router()

NARROWING: Final = (
    ("", "全部机构"),
    *((one.english, one.chinese) for one in OFFICES if one.english != "intake"),
)
"""Offices by which the list is narrowed; every dispute has a file at intake 登记受理."""

OF_NO_DISPUTE: Final = UNLISTED | {
    *("parked", "rulebook", "hotspot", "precedent"),
    *("roster", "numbers", "numbered_papers", "work_reports", "work_check"),
}
"""Procedures of registers, of checks and of what is kept beside: no dispute stands there."""


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
        states=[("", "全部状态"), *_states(page.hub.shelves.values(), asked.office)],
    )


def _states(shelves: Iterable[Shelf[Any]], office: str) -> list[tuple[str, str]]:
    """Every state in which a file of a dispute can stand, at the office that is asked for."""
    found = {
        str(move.target): zh(str(move.target))
        for shelf in shelves
        if office in ("", shelf.office)
        for procedure in shelf.editions
        if procedure.name not in OF_NO_DISPUTE
        for move in procedure.moves
        if move.target is not None
    }
    return list(found.items())
