"""通知, as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Final

from services.notification.agents import LISTENS
from services.notification.sending.figures import tell_for_ever
from services.notification.sending.sender import send_out
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.pages import Pages


def _router() -> "APIRouter":
    from services.notification.routes import router  # noqa: PLC0415 - a worker imports no web

    return router


def _pages() -> "Pages":
    from services.notification.pages import PAGES  # noqa: PLC0415 - likewise

    return PAGES


OFFICE: Final = Office(
    name="notification",
    shelves=(),
    listens=LISTENS,
    routers=(_router,),
    pages=_pages,
    tasks=(send_out, tell_for_ever),
)
"""通知."""
