"""Administrative adjudication 行政裁决 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.adjudication.agents import LISTENS
from services.adjudication.store import SHELVES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _router() -> "APIRouter":
    from services.adjudication.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


OFFICE: Final = Office(
    name="adjudication",
    term="行政裁决",
    shelves=tuple(SHELVES.values()),
    listens=LISTENS,
    routers=(_router,),
)
"""行政裁决 (PLAN 24)."""
