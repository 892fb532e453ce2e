"""Reconsideration 行政复议 as the rest of the hub sees it."""

from typing import TYPE_CHECKING, Any, Final

from services.reconsideration.acts import ACTS
from services.reconsideration.agents import LISTENS
from services.reconsideration.papers.sorts import PRINTED
from services.reconsideration.store import CASES
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.law.prescribed import Group
    from shared.lawdesk import Question


def _router() -> "APIRouter":
    from services.reconsideration.routes import router  # noqa: PLC0415 - a worker needs no web

    return router


def _paper_router() -> "APIRouter":
    from services.reconsideration.paper_routes import router  # noqa: PLC0415 - likewise

    return router


def _questions() -> "tuple[Question[Any], ...]":
    from services.reconsideration.lawdesk import QUESTIONS  # noqa: PLC0415 - nor the law desk

    return QUESTIONS


def _prescribed() -> "tuple[Group, ...]":
    from services.reconsideration.lawdesk.periods import GROUPS  # noqa: PLC0415 - nor the law desk

    return GROUPS


OFFICE: Final = Office(
    acts=ACTS,
    name="reconsideration",
    shelves=(CASES,),
    listens=LISTENS,
    routers=(_router, _paper_router),
    papers=PRINTED,
    questions=_questions,
    prescribed=_prescribed,
)
"""行政复议 (ARL)."""
