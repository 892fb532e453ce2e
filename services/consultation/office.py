"""Consultation 咨询 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.consultation.acts import ACTS
from services.consultation.agents import LISTENS
from services.consultation.books import RULES
from services.consultation.store import CONSULTATIONS, ROSTERS
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.pages import Pages


def _consultations() -> "APIRouter":
    from services.consultation.routes import consultations  # noqa: PLC0415 - a worker needs no web

    return consultations


def _rosters() -> "APIRouter":
    from services.consultation.routes import rosters  # noqa: PLC0415 - as above

    return rosters


def _pages() -> "Pages":
    from services.consultation.pages import PAGES  # noqa: PLC0415 - as above

    return PAGES


OFFICE: Final = Office(
    acts=ACTS,
    name="consultation",
    shelves=(CONSULTATIONS, ROSTERS),
    listens=LISTENS,
    routers=(_consultations, _rosters),
    pages=_pages,
    rules=RULES,
)
"""行政复议委员会咨询 (ARL 52)."""
