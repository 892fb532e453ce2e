"""Administrative adjudication 行政裁决 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Any, Final

from services.adjudication.acts import ACTS
from services.adjudication.agents import LISTENS
from services.adjudication.store import SHELVES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.law.prescribed import Group
    from shared.lawdesk import Question


def _router() -> "APIRouter":
    from services.adjudication.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


def _questions() -> "tuple[Question[Any], ...]":
    from services.adjudication.lawdesk import QUESTIONS  # noqa: PLC0415 - nor the law desk

    return QUESTIONS


def _prescribed() -> "tuple[Group, ...]":
    from services.adjudication.lawdesk.periods import GROUPS  # noqa: PLC0415 - nor the law desk

    return GROUPS


OFFICE: Final = Office(
    acts=ACTS,
    name="adjudication",
    shelves=tuple(SHELVES.values()),
    listens=LISTENS,
    routers=(_router,),
    questions=_questions,
    prescribed=_prescribed,
)
"""行政裁决 (PLAN 24)."""
