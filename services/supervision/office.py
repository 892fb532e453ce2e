"""履行监督, as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.supervision.acts import ACTS, FROM_ABOVE
from services.supervision.agents import LISTENS
from services.supervision.books import RULES
from services.supervision.live.keeping import keep
from services.supervision.store import ALERTS, PRESSES, WATCHES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.pages import Pages


def _router() -> "APIRouter":
    from services.supervision.routes import router  # noqa: PLC0415 - a worker does not import the web

    return router


def _pages() -> "Pages":
    from services.supervision.pages import PAGES  # noqa: PLC0415 - as above

    return PAGES


OFFICE: Final = Office(
    acts=ACTS,
    from_beside=FROM_ABOVE,
    name="supervision",
    shelves=(ALERTS, PRESSES, WATCHES),
    tasks=(keep,),
    listens=LISTENS,
    rules=RULES,
    routers=(_router,),
    pages=_pages,
)
"""履行监督和预警."""
