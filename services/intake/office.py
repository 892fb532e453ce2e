"""登记 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.intake.acts import ACTS, BESIDE
from services.intake.store import CONTACT_FILES, DISPUTES
from shared.office import Office
from shared.parts import go_on_with_all
from shared.work import Hub

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.pages import Pages


def _router() -> "APIRouter":
    from services.intake.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


def _finding() -> "APIRouter":
    from services.intake.routes.finding import router  # noqa: PLC0415 - as above

    return router


def _importing() -> "APIRouter":
    from services.intake.routes.importing import router  # noqa: PLC0415 - as above

    return router


def _pages() -> "Pages":
    from services.intake.pages import PAGES  # noqa: PLC0415 - as above

    return PAGES


async def _go_on(hub: Hub) -> None:
    from services.intake.importing import kept  # noqa: PLC0415 - only a worker does

    await go_on_with_all(hub, "import", kept.STANDING, kept.step)


OFFICE: Final = Office(
    name="intake",
    shelves=(DISPUTES, CONTACT_FILES),
    routers=(_router, _finding, _importing),
    acts=ACTS,
    beside=BESIDE,
    pages=_pages,
    tasks=(_go_on,),
)
"""登记 (RULES 1 to 3)."""
