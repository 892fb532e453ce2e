"""分流, as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.routing import books
from services.routing.agents import LISTENS
from services.routing.store import ROUTINGS, RULEBOOKS, WHISTLES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _router() -> "APIRouter":
    from services.routing.routes import router  # noqa: PLC0415 - a worker does not import the web

    return router


def _rulebooks() -> "APIRouter":
    from services.routing.rulebooks.routes import router  # noqa: PLC0415 - as above

    return router


OFFICE: Final = Office(
    name="routing",
    term="分流",
    shelves=(ROUTINGS, WHISTLES, RULEBOOKS),
    listens=LISTENS,
    routers=(_router, _rulebooks),
    rules=books.RULES,
)
"""分流和吹哨报到."""
