"""Consultation 咨询 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.consultation.acts import ACTS
from services.consultation.agents import LISTENS
from services.consultation.store import CONSULTATIONS
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter


def _router() -> "APIRouter":
    from services.consultation.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


OFFICE: Final = Office(
    acts=ACTS,
    name="consultation",
    shelves=(CONSULTATIONS,),
    listens=LISTENS,
    routers=(_router,),
)
"""行政复议委员会咨询 (ARL 52)."""
