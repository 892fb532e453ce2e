"""综治中心: what a centre has to sign, rule, grant, convene, call back and close."""

from typing import Annotated, Final, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

from services.routing.pages.who import Centre
from services.routing.pages.words import PLACES
from services.routing.queries.centre import CENTRE_ACTS, Sieve, of_centre
from shared.frame import PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.sorting import Order

router = page_router()

EACH: Final = 50

DOORS: Final = {
    "sign_off": "signature",
    "ruling": "ruling",
    "extension": "extension",
    "meeting": "meeting",
    "plan": "plan",
    "callback": "callback",
    "close": "closure",
}
"""At which door each thing is done."""


Sort = Literal[
    "",
    "due",
    "-due",
    "county",
    "-county",
    "matter",
    "-matter",
    "state",
    "-state",
    "registered",
    "-registered",
]


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    what: Literal["", "sign_off", "ruling", "extension", "meeting", "plan", "callback", "close"] = (
        ""
    )
    reopened: bool = False
    sort: Sort = ""
    cursor: str = ""
    part: bool = False


@router.get("/desk/centre")
async def queue(page: PageDep, who: Centre, asked: Annotated[Asked, Query()]) -> Response:
    """中心待办: by due time unless the address says otherwise, each leading to its form."""
    order = Order.of(asked.sort, "due")
    items, more = await of_centre(
        page.hub,
        who,
        Sieve(asked.what, reopened=asked.reopened),
        order,
        cursor=asked.cursor,
        limit=EACH,
    )
    now, shown = await clock_of(page)
    return page.show(
        "routing/centre.html",
        title="中心待办",
        block="list" if asked.part else "",
        items=[
            (one.awaited, one.registered_on, shown(one.awaited.until, overdue=one.awaited.overdue))
            for one in items
        ],
        more=more,
        now=now,
        asked=asked,
        order=str(order),
        whats=[("", "全部"), *((name, PLACES["duties"][name]) for name in CENTRE_ACTS)],
        doors=DOORS,
        **PLACES,
    )
