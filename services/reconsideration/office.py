"""Reconsideration 行政复议 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.reconsideration.agents import LISTENS
from services.reconsideration.store import CASES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _router() -> "APIRouter":
    from services.reconsideration.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


OFFICE: Final = Office(
    name="reconsideration",
    term="行政复议",
    shelves=(CASES,),
    listens=LISTENS,
    routers=(_router,),
)
"""行政复议 (ARL)."""
