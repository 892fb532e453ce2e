"""公开的行政复议决定: a list and each text, for anybody, without signing in (ARL 79; RULES 49)."""

from typing import Annotated, Final, Literal
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.reconsideration.queries.published import list_published, offered, read_published
from shared.frame import PageDep, page_router
from shared.frame.paging import EVERYBODY, FIRST, NEVER, NOBODY, cursor_of, place_of
from shared.frame.sorting import Order
from shared.law.day import begin_of, legal_day

router = page_router()

EACH: Final = 20
"""On one page of the list."""

SORTS: Final = (("-on", "后公开的在前"), ("on", "先公开的在前"))

Code = Annotated[str, Field(max_length=80)]


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    authority: Code = ""
    respondent: Code = ""
    year: Annotated[int, Field(ge=1999, le=2999)] | Literal[""] = ""
    sort: Literal["", "on", "-on"] = ""
    cursor: str = Field("", max_length=200)


@router.get("/party/decisions")
async def decisions(page: PageDep, asked: Annotated[Asked, Query()]) -> Response:
    """公开的决定书, 最近公开的在前: narrowed to an authority, a respondent, a year."""
    order, pool = Order.of(asked.sort, "-on"), page.hub.pool
    start = (NEVER, EVERYBODY) if order.down else (FIRST, NOBODY)
    until, case_id = place_of(asked.cursor) if asked.cursor else start
    found = await list_published(
        pool,
        order,
        (legal_day(until), case_id),
        EACH + 1,
        authority=asked.authority,
        respondent=asked.respondent,
        year=asked.year or 0,
    )
    shown, rest = found[:EACH], found[EACH:]
    last = shown[-1] if rest else None
    place = cursor_of(begin_of(last.published_on), last.case_id) if last else ""
    return page.show(
        "reconsideration/decisions.html",
        title="公开的行政复议决定",
        found=shown,
        asked=asked,
        offered=await offered(pool),
        order=str(order),
        sorts=SORTS,
        following=page.with_query(cursor=place) if place else "",
    )


@router.get("/party/decisions/{case_id}")
async def decision(page: PageDep, case_id: UUID) -> Response:
    """一份公开的决定书."""
    one, text = await read_published(page.hub.pool, case_id)
    return page.show("reconsideration/decision.html", title="行政复议决定书", one=one, text=text)
