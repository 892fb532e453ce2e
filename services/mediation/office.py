"""People's mediation 人民调解 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.mediation.agents import LISTENS
from services.mediation.store import MEDIATIONS
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _router() -> "APIRouter":
    from services.mediation.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


OFFICE: Final = Office(
    name="mediation",
    term="人民调解",
    shelves=(MEDIATIONS,),
    listens=LISTENS,
    routers=(_router,),
)
"""人民调解 (PML)."""
