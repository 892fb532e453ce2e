"""态势表一行的案卷: the files that make a number of the board, live or as of a position."""

from typing import Annotated, Final, Literal

from fastapi import Query
from pydantic import Field
from starlette.responses import Response

from services.supervision.live.counting import By
from services.supervision.live.reading import Narrowed, Number, counted_in
from services.supervision.pages.lines import GROUPS, HEADS
from services.supervision.pages.live import (
    Asked,
    Watcher,
    address,
    place_of,
    within_own,
)
from shared.frame import PageDep, page_router
from shared.frame.sorting import Order
from shared.stream.wants import Wants

router = page_router()

EACH: Final = 30

ORDERS: Final = (
    ("number", "编号从前到后"),
    ("-number", "编号从后到前"),
    ("matter", "按纠纷类型"),
    ("state", "按状态"),
    ("-many", "计次多的在前"),
)


class CountedAsked(Asked):
    """Which number of the board is looked behind, and which page of its files."""

    line: str = Field("", title="行", description="县区、综治中心或者部门代码", max_length=64)
    column: Literal["", "opened", "running", "due", "late", "closed", "waiting", "answered"] = ""
    order: Literal["", "number", "-number", "matter", "state", "-many"] = Field(
        "", title="案卷的次序", description="sort 是态势表的，返回时还在"
    )
    page: int = Field(1, ge=1, le=10_000, title="页次")


@router.get("/desk/live/cases")
async def counted(page: PageDep, who: Watcher, asked: Annotated[CountedAsked, Query()]) -> Response:
    """一个数字背后的案卷: of one line of the board and one of its columns, page by page."""
    asked = within_own(who, asked)
    by = By(asked.by or By.COUNTY)
    column = asked.column if asked.column in by.columns else by.columns[0]
    narrowed = Narrowed.to(Wants.of(who, asked))
    now = await page.hub.now()
    async with page.hub.pool.acquire() as conn:
        place = await place_of(conn, now, asked)
        number = Number(by, asked.line, column, place.position, place.at, narrowed)
        order, skip = Order.of(asked.order, "number"), (asked.page - 1) * EACH
        found, total = await counted_in(conn, number, order, limit=EACH, skip=skip)
    name = page.frame.templates.filters["name"]
    return page.show(
        "supervision/counted.html",
        title=f"{name(asked.line) if asked.line else '未定县区'}：{HEADS[column][0]}",
        found=[(one, page.hub.shelf(one.office, one.procedure).editions[0].term) for one in found],
        total=total,
        place=place,
        group=GROUPS[by],
        columns=[(each, HEADS[each][0]) for each in by.columns],
        column=column,
        order=str(order),
        orders=ORDERS,
        back=address(asked, place),
        following=asked.page + 1 if asked.page * EACH < total else None,
        number=asked.page,
    )
