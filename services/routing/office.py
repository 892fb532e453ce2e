"""分流, as the rest of the hub sees it."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

from services.routing import books
from services.routing.agents import LISTENS
from services.routing.store import LADDERS, PRECEDENTS, ROUTINGS, WHISTLES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _routers() -> "Iterator[Callable[[], APIRouter]]":
    for name in ("road", "department", "centre", "ladder"):

        def load(name: str = name) -> "APIRouter":
            module = import_module(f"services.routing.routes.{name}")
            router: APIRouter = module.router
            return router

        yield load


OFFICE: Final = Office(
    name="routing",
    term="分流",
    shelves=(ROUTINGS, WHISTLES, LADDERS, PRECEDENTS),
    listens=LISTENS,
    routers=tuple(_routers()),
    rules=books.RULES,
)
"""分流和吹哨报到."""
