"""分流, as the rest of the hub sees it."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

from services.routing import books
from services.routing.acts import ACTS
from services.routing.agents import LISTENS
from services.routing.figures.keeping import keep
from services.routing.queries.bonds import BONDS
from services.routing.rulebooks import checking
from services.routing.store import HOTSPOTS, LADDERS, PRECEDENTS, ROUTINGS, RULEBOOKS, WHISTLES
from services.routing.watching.watcher import watch
from shared.office import Office
from shared.parts import go_on_with_all
from shared.work import Hub

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.pages import Pages


_DOORS: Final = (
    *(f"routes.{name}" for name in ("road", "department", "centre", "ladder")),
    "hotspot_routes",
    "figures.routes",
    "rulebooks.routes",
    "road_routes",
)
"""Where the doors are; a worker does not import the web."""


def _pages() -> "Pages":
    found: Pages = import_module("services.routing.pages").PAGES
    return found


def _routers() -> "Iterator[Callable[[], APIRouter]]":
    for name in _DOORS:

        def load(name: str = name) -> "APIRouter":
            module = import_module(f"services.routing.{name}")
            router: APIRouter = module.router
            return router

        yield load


async def _go_on(hub: Hub) -> None:
    from services.routing.rulebooks import rehearsing  # noqa: PLC0415 - only a worker does

    await go_on_with_all(hub, "rehearsal", rehearsing.STANDING, rehearsing.step)


OFFICE: Final = Office(
    acts=ACTS,
    name="routing",
    opens_again=True,
    shelves=(ROUTINGS, WHISTLES, LADDERS, PRECEDENTS, HOTSPOTS, RULEBOOKS),
    listens=LISTENS,
    routers=tuple(_routers()),
    pages=_pages,
    bonds=BONDS,
    rules=(*books.RULES, *checking.RULES),
    tasks=(watch, keep, _go_on),
)
"""分流、吹哨报到和热点."""
