"""空白文书样式: what a party may print and fill in before there is a case; it names nobody."""

import asyncio
from functools import lru_cache
from typing import Final, Literal

from starlette.responses import Response

from services.reconsideration.papers.blanks import EMPTY, blank_of
from services.reconsideration.papers.blanks.making import blank_paper
from services.reconsideration.papers.writing import content_of, sent
from shared.errors import Unknown
from shared.frame import PageDep, page_router
from shared.paper import Paper
from shared.settings import settings

router = page_router()

HERE: Final = "/party/blanks"


@router.get(HERE)
async def show(page: PageDep) -> Response:
    """空白样式，任何人都可以打印 (ARL 22)."""
    return page.show("reconsideration/blanks.html", title="空白文书样式", blanks=EMPTY, here=HERE)


@router.get("/party/blanks/{sort}.{form}")
async def make(sort: str, form: Literal["docx", "pdf"]) -> Response:
    """一种空白样式."""
    blank, standing = blank_of(sort)
    if not blank.before or standing is not blank.by[0]:
        raise Unknown("没有这种空白文书样式")
    paper = blank_paper(blank, standing, None, replaced=settings().papers)
    return sent(await asyncio.to_thread(_kept, paper, form), paper, sort, form)


@lru_cache(maxsize=2 * len(EMPTY))
def _kept(paper: Paper, form: str) -> bytes:
    """They are alike for everybody, and anybody may ask: each is written once."""
    return content_of((paper,), form)
