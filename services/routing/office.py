"""分流, as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.routing import books
from services.routing.agents import LISTENS
from services.routing.store import ROUTINGS, WHISTLES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _router() -> "APIRouter":
    from services.routing.routes import router  # noqa: PLC0415 - a worker does not import the web

    return router


def _road_router() -> "APIRouter":
    from services.routing.road_routes import router  # noqa: PLC0415 - as above

    return router


OFFICE: Final = Office(
    name="routing",
    term="分流",
    shelves=(ROUTINGS, WHISTLES),
    listens=LISTENS,
    routers=(_router, _road_router),
    rules=books.RULES,
)
"""分流和吹哨报到."""
