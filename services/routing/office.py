"""分流, as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.routing import books
from services.routing.agents import LISTENS
from services.routing.store import HOTSPOTS, ROUTINGS, WHISTLES
from services.routing.watching import watch
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _router() -> "APIRouter":
    from services.routing.routes import router  # noqa: PLC0415 - a worker does not import the web

    return router


def _hotspots() -> "APIRouter":
    from services.routing.hotspot_routes import router  # noqa: PLC0415 - as above

    return router


OFFICE: Final = Office(
    name="routing",
    term="分流",
    shelves=(ROUTINGS, WHISTLES, HOTSPOTS),
    listens=LISTENS,
    routers=(_router, _hotspots),
    rules=books.RULES,
    tasks=(watch,),
)
"""分流、吹哨报到和热点."""
