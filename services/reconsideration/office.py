"""Reconsideration 行政复议 as the rest of the hub sees it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from services.reconsideration.acts import (
    ACTS,
    aftermath,
    co_deciding,
    correcting,
    deferring,
    drafting,
    higher,
    overseeing,
    papers,
)
from services.reconsideration.agents import LISTENS
from services.reconsideration.books import RULES
from services.reconsideration.papers.blanks import PRINTED_BLANKS
from services.reconsideration.papers.sorts import BESIDE, PRINTED
from services.reconsideration.queries.bonds import BONDS
from services.reconsideration.store import (
    AFTERMATHS,
    CASES,
    CORRECTIONS,
    DEFERRALS,
    NUMBERS,
    PAPERS,
    REVIEWS,
    SERVICES,
    WORK_CHECKS,
    WORK_REPORTS,
)
from shared.office import Office

if TYPE_CHECKING:
    from fastapi import APIRouter

    from shared.law.prescribed import Group
    from shared.lawdesk import Question
    from shared.pages import Pages


_CHAPTERS: Final = (
    "forwarding",
    "filing",
    "people",
    "co_applying",
    "admissibility",
    "respondent",
    "assigning",
    "higher",
    "correcting",
    "handling",
    "in_time",
    "deferring",
    "proving",
    "access",
    "hearing",
    "pausing",
    "attached",
    "attached_review",
    "settling",
    "drafting",
    "co_deciding",
    "deciding",
    "aftermath",
    "heirless",
    "enforcing",
    "letters",
    "papers",
    "papers_served",
    "blanks",
    "overseeing",
)
"""Where the doors are, in the order of the statute; a worker does not import the web."""


def _routers() -> "Iterator[Callable[[], APIRouter]]":
    for chapter in _CHAPTERS:

        def load(chapter: str = chapter) -> "APIRouter":
            router: APIRouter = import_module(f"services.reconsideration.routes.{chapter}").router
            return router

        yield load


def _pages() -> "Pages":
    found: Pages = import_module("services.reconsideration.pages").PAGES
    return found


def _questions() -> "tuple[Question[Any], ...]":
    from services.reconsideration.lawdesk import QUESTIONS  # noqa: PLC0415 - nor the law desk

    return QUESTIONS


def _prescribed() -> "tuple[Group, ...]":
    from services.reconsideration.lawdesk.periods import GROUPS  # noqa: PLC0415 - nor the law desk

    return GROUPS


OFFICE: Final = Office(
    acts=ACTS,
    beside={
        **aftermath.BESIDE,
        **correcting.BESIDE,
        **deferring.BESIDE,
        **dict.fromkeys((papers.SERVICE, papers.AGAIN), BESIDE),
        papers.RECEIPT: tuple(replace(one, by_organ=None) for one in BESIDE),
    },
    into=deferring.INTO,
    from_beside=frozenset(
        {
            *(*higher.FROM_ABOVE, *correcting.FROM_BELOW, *overseeing.FROM_BELOW),
            *(*co_deciding.FROM_OTHERS, papers.SERVICE, papers.AGAIN),
        }
    ),
    from_called=co_deciding.FROM_OTHERS,
    name="reconsideration",
    opens_again=True,
    anew=drafting.ANEW,
    rests_on=drafting.RESTS_ON,
    shelves=(
        *(AFTERMATHS, CASES, CORRECTIONS, DEFERRALS, NUMBERS, PAPERS, REVIEWS, SERVICES),
        *(WORK_CHECKS, WORK_REPORTS),
    ),
    listens=LISTENS,
    routers=tuple(_routers()),
    pages=_pages,
    papers=(*PRINTED, *PRINTED_BLANKS),
    bonds=BONDS,
    rules=RULES,
    questions=_questions,
    prescribed=_prescribed,
)
"""行政复议 (ARL)."""
