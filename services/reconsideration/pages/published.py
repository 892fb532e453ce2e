"""公开的行政复议决定: a list and each text, for anybody, without signing in (ARL 79; RULES 49)."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Query
from starlette.responses import Response

from services.reconsideration.queries.published import newest_published, read_published
from shared.frame import PageDep, page_router
from shared.frame.paging import EVERYBODY, NEVER, cursor_of, place_of
from shared.law.day import begin_of, legal_day

router = page_router()

EACH: Final = 20
"""On one page of the list."""

Cursor = Annotated[str, Query(max_length=200)]


@router.get("/party/decisions")
async def decisions(page: PageDep, cursor: Cursor = "") -> Response:
    """公开的决定书, 最近公开的在前."""
    until, case_id = place_of(cursor) if cursor else (NEVER, EVERYBODY)
    found = await newest_published(page.hub.pool, (legal_day(until), case_id), EACH + 1)
    shown, rest = found[:EACH], found[EACH:]
    last = shown[-1] if rest else None
    return page.show(
        "reconsideration/decisions.html",
        title="公开的行政复议决定",
        found=shown,
        following=cursor_of(begin_of(last.published_on), last.case_id) if last else "",
    )


@router.get("/party/decisions/{case_id}")
async def decision(page: PageDep, case_id: UUID) -> Response:
    """一份公开的决定书."""
    one, text = await read_published(page.hub.pool, case_id)
    return page.show("reconsideration/decision.html", title="行政复议决定书", one=one, text=text)
