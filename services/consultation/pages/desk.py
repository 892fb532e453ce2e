"""咨询办件 of a committee's secretary, and 请我咨询的 of a member: what is due first first."""

from typing import Annotated, Final, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.consultation.pages.who import Member, Secretary
from services.consultation.pages.words import WORDS
from services.consultation.queries.desk import TABS, AskedPage, of_committee, of_member
from shared.frame import Page, PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.sorting import Order
from shared.sessions.posts import called_of

router = page_router()

EACH: Final = 25

Tab = Literal["received", "seated", "done"]

SORTS: Final = (
    ("due", "先到期的在前"),
    ("-due", "后到期的在前"),
    ("-received", "后收到的在前"),
    ("received", "先收到的在前"),
)

EMPTY: Final = {
    "received": ("没有等待组成小组的提请", "复议机构提请咨询以后会出现在这里"),
    "seated": ("没有正在咨询的案件", "小组组成以后会出现在这里"),
    "done": ("还没有终结的咨询", "提出咨询意见以后会出现在这里"),
}
OWN_EMPTY: Final = {
    "seated": ("现在没有请您咨询的案件", "列入咨询小组以后会通知您，并出现在这里"),
    "done": ("您参加的咨询还没有终结的", "小组提出咨询意见以后会出现在这里"),
}


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    tab: Tab = "received"
    sort: Literal["", "due", "-due", "received", "-received"] = ""
    page: int = Field(1, ge=1, le=10_000)
    part: bool = False

    @property
    def order(self) -> Order:
        """What is due first first; of those that are over, what came last."""
        return Order.of(self.sort, "-received" if self.tab == "done" else "due")


class OwnAsked(Asked):
    """The same of a member, who sees none before the panel is seated."""

    tab: Literal["seated", "done"] = "seated"


@router.get("/desk/consultation")
async def committee(page: PageDep, who: Secretary, asked: Annotated[Asked, Query()]) -> Response:
    """咨询办件: requests that wait for a panel, panels with recusals, meetings, who has spoken."""
    skip = (asked.page - 1) * EACH
    found = await of_committee(
        page.hub, who.organ, asked.tab, asked.order, limit=EACH + 1, skip=skip
    )
    return await _show(
        page, asked, found, title="咨询办件", empty=EMPTY[asked.tab], tabs=list(TABS)
    )


@router.get("/desk/consultation/mine")
async def mine(page: PageDep, who: Member, asked: Annotated[OwnAsked, Query()]) -> Response:
    """请我咨询的: made for a telephone first; what is asked, and whether one has spoken."""
    skip = (asked.page - 1) * EACH
    found = await of_member(page.hub, who.code, asked.tab, asked.order, limit=EACH + 1, skip=skip)
    tabs = ["seated", "done"]
    return await _show(
        page, asked, found, title="请我咨询的", empty=OWN_EMPTY[asked.tab], tabs=tabs
    )


async def _show(
    page: Page,
    asked: Asked,
    found: AskedPage,
    *,
    title: str,
    empty: tuple[str, str],
    tabs: list[str],
) -> Response:
    now, shown = await clock_of(page)
    items = found.items[:EACH]
    return page.show(
        "consultation/desk.html",
        title=title,
        block="list" if asked.part else "",
        items=[(one, shown(one.until, overdue=one.overdue)) for one in items],
        more=len(found.items) > EACH,
        tabs=[(key, TABS[key][0], found.tabs[key]) for key in tabs],
        now=now,
        asked=asked,
        order=str(asked.order),
        sorts=SORTS,
        empty=empty,
        called=await called_of(page.hub.pool, {code for one in items for code in one.named}),
        **WORDS,
    )
