"""登记 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.intake.acts import ACTS
from services.intake.store import DISPUTES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _router() -> "APIRouter":
    from services.intake.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


OFFICE: Final = Office(
    name="intake",
    term="登记",
    shelves=(DISPUTES,),
    acts=ACTS,
    routers=(_router,),
)
"""登记 (RULES 1 to 3)."""
