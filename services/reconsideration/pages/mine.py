"""承办人: the open cases of a reviewer by due time, each with what comes next and what it lacks.

A head sees those below, too, which it may take up, or order to go on (ARL 38, 40).
"""

from functools import partial
from typing import Annotated, Final, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.pages.offers import called
from services.reconsideration.pages.steps import step_of
from services.reconsideration.pages.who import Officer
from services.reconsideration.pages.words import WORDS
from services.reconsideration.queries.desk import Sieve, due
from shared.auth import Role
from shared.errors import Unknown
from shared.frame import Page, PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.sorting import Order
from shared.sessions.posts import called_of

router = page_router()

EACH: Final = 25

TABS: Final = (("mine", "我承办的"), ("unassigned", "尚未指定承办人的"), ("every", "本机关全部"))
BELOW: Final = (("below", "下级案件"),)
"""Of the authorities below, for the head of a body above any."""
HELD: Final = (("", "全部"), ("going", "正在办理"), ("held", "中止"))
LATES: Final = (("", "全部"), ("overdue", "已逾期"), ("in_time", "未逾期"))
GRAVES: Final = (("", "全部"), ("grave", "重大、疑难、复杂"))

EMPTY: Final = {
    "mine": ("没有您承办的案件", "指定您为承办人的案件会出现在这里；先看看有没有尚未指定承办人的"),
    "unassigned": ("没有尚未指定承办人的案件", "新收到的申请会出现在这里，请及时审查、指定承办人"),
    "every": ("本机关没有在办的复议案件", "收到申请以后会出现在这里"),
    "below": ("下级没有在办的复议案件", "下级收到申请以后会出现在这里，可以提级审理、责令恢复审理"),
}

ORDER_ON: Final = ("resumption-order", "责令恢复审理")
TAKE_UP: Final = ("elevation", "决定提级审理")


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    whose: Literal["mine", "unassigned", "every", "below"] = "mine"
    reviewer: str = Field("", max_length=64)
    """Code of another reviewer of the same authority, as the load of each leads here."""
    stage: Literal["", "filing", "on_hand", "decided"] = ""
    held: Literal["", "held", "going"] = ""
    late: Literal["", "overdue", "in_time"] = ""
    grave: Literal["", "grave"] = ""
    sort: Literal[
        "", "due", "-due", "received", "-received", "respondent", "-respondent", "state", "-state"
    ] = ""
    cursor: str = ""
    part: bool = False
    """Whether only the list is wanted, to be put in the place of the one that is shown."""


@router.get("/desk/reconsideration/mine")
async def mine(page: PageDep, who: Officer, asked: Annotated[Asked, Query()]) -> Response:
    """承办的复议案: by due time, with a clock, what comes next, and what is lacking and why."""
    order = Order.of(asked.sort, "due")
    is_head = Role.RECONSIDERATION_HEAD in who.roles
    below = page.hub.directory.authorities_below(who.organ) if is_head else ()
    if asked.whose == "below" and not below:
        raise Unknown("没有下级行政复议机关")
    found = await due(
        page.hub,
        who.organ,
        asked.reviewer or who.code,
        Sieve(asked.whose, asked.stage, asked.held, asked.late, asked.grave),
        order,
        cursor=asked.cursor,
        limit=EACH,
        below=below,
    )
    now, shown = await clock_of(page)
    other = await _named(page, asked.reviewer)
    next_of = partial(step_of, by=who.code, now=now, calendar=page.hub.calendar)
    return page.show(
        "reconsideration/mine.html",
        title=f"{other}承办的复议案",
        block="list" if asked.part else "",
        found=found,
        items=[
            (one, shown(one.until, overdue=one.overdue), next_of(one.case)) for one in found.items
        ],
        now=now,
        asked=asked,
        order=str(order),
        tabs=(*_tabs(other), *(BELOW if below else ())),
        helds=HELD,
        lates=LATES,
        graves=GRAVES,
        from_above=from_above,
        empty=_empty(asked, other),
        called=await called(page.hub, (one.case for one in found.items)),
        **WORDS,
    )


async def _named(page: Page, code: str) -> str:
    """Another reviewer whose load is looked at, by what the post is called; else empty."""
    return (await called_of(page.hub.pool, [code]))[code] if code else ""


def from_above(case: Case) -> tuple[tuple[str, str], ...]:
    """What the head above may do in a case below, by door and word (ARL 38, 40)."""
    if case.state not in ON_HAND or case.elevated.ordered_on:
        return ()
    held = any(one.ordered_on is None for one in case.suspended_for)
    return (ORDER_ON, TAKE_UP) if held else (TAKE_UP,)


def _tabs(reviewer: str) -> tuple[tuple[str, str], ...]:
    """The tabs; the first is called after another reviewer whose load is looked at."""
    return (("mine", f"{reviewer}承办的"), *TABS[1:]) if reviewer else TABS


def _empty(asked: Asked, reviewer: str) -> tuple[str, str]:
    if asked.whose == "mine" and reviewer:
        return (f"没有{reviewer}承办的案件", "指定其为承办人的案件会出现在这里")
    return EMPTY[asked.whose]
