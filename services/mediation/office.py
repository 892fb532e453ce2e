"""People's mediation 人民调解 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Any, Final

from services.mediation.acts import ACTS
from services.mediation.agents import LISTENS
from services.mediation.store import MEDIATIONS
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.law.prescribed import Group
    from shared.lawdesk import Question
    from shared.pages import Pages


def _router() -> "APIRouter":
    from services.mediation.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


def _pages() -> "Pages":
    from services.mediation.pages import PAGES  # noqa: PLC0415 - as above

    return PAGES


def _questions() -> "tuple[Question[Any], ...]":
    from services.mediation.lawdesk import QUESTIONS  # noqa: PLC0415 - nor the law desk

    return QUESTIONS


def _prescribed() -> "tuple[Group, ...]":
    from services.mediation.lawdesk.periods import GROUPS  # noqa: PLC0415 - nor the law desk

    return GROUPS


OFFICE: Final = Office(
    acts=ACTS,
    name="mediation",
    shelves=(MEDIATIONS,),
    listens=LISTENS,
    routers=(_router,),
    pages=_pages,
    questions=_questions,
    prescribed=_prescribed,
)
"""人民调解 (PML)."""
