"""部门: the whistles under which a department owes something, and what others owe it."""

from itertools import groupby
from typing import Annotated, Final, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.routing.pages.who import Department
from services.routing.pages.words import PLACES
from services.routing.queries.awaited import awaited, decided
from services.routing.queries.desk import Due, Sieve, due
from shared.frame import PageDep, page_router
from shared.frame.clock import GROUPS, clock_of
from shared.frame.sorting import Order

router = page_router()

EACH: Final = 25

SORTS: Final = (("", "先到期的在前"), ("-due", "后到期的在前"))
ROLES: Final = (("", "全部"), ("lead", "主办"), ("assist", "协办"))
LATES: Final = (("", "全部"), ("overdue", "已逾期"), ("in_time", "未逾期"))


WHATS: Final = (
    ("", "全部"),
    ("check_in", "报到"),
    ("answer", "反馈"),
    ("ruling", "权属裁定"),
    ("extension", "延期决定"),
    ("callback", "回访"),
)
RULINGS: Final = (
    ("", "全部"),
    ("upheld", "应当承办"),
    ("instead", "改由其他部门承办"),
    ("released", "不承办"),
)


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["", "lead", "assist"] = ""
    duty: Literal["", "check_in", "visit", "answer", "finish"] = ""
    tier: Literal["", "ordinary", "urgent", "emergency", "complex"] = ""
    late: Literal["", "overdue", "in_time"] = ""
    sort: Literal["", "-due"] = ""
    cursor: str = ""
    part: bool = False
    """Whether only the list is wanted, to be put in the place of the one that is shown."""


@router.get("/desk/department")
async def mine(page: PageDep, who: Department, asked: Annotated[Asked, Query()]) -> Response:
    """待办的哨: by due time, each with a clock and what is owed now."""
    turned = asked.sort == "-due"
    sieve = Sieve(asked.role, asked.duty, asked.tier, asked.late, latest_first=turned)
    found = await due(page.hub, who.organ, sieve, cursor=asked.cursor, limit=EACH)
    now, shown = await clock_of(page)
    clocks = [(one, shown(one.until, overdue=one.overdue)) for one in found.items]
    groups = [(name, list(rows)) for name, rows in groupby(clocks, key=lambda two: two[1].group)]
    return page.show(
        "routing/department.html",
        title="待办的哨",
        block="list" if asked.part else "",
        found=found,
        groups=groups,
        now=now,
        asked=asked,
        act=_act,
        sorts=SORTS,
        roles=ROLES,
        lates=LATES,
        order=GROUPS,
        **PLACES,
    )


def _act(one: Due) -> str:
    """The door at which a department does what it owes now; empty where it only waits."""
    doors = {"called": "check-in", "checked_in": "answer", "answered": "finish"}
    if one.duty == "visit" and one.standing != "called":
        return "site-visit"
    return doors.get(one.standing, "")


class OwedAsked(BaseModel):
    """What the address of 部门往来 says: of what others owe, and of what was ruled."""

    model_config = ConfigDict(extra="ignore")

    what: Literal["", "check_in", "answer", "ruling", "extension", "callback"] = ""
    late: Literal["", "overdue", "in_time"] = ""
    due: Literal["", "-due"] = ""
    others: int = Field(1, ge=1, le=10_000)
    """Number of a page, as `ruled` is."""
    ruling: Literal["", "upheld", "instead", "released"] = ""
    sort: Literal[
        "", "matter", "-matter", "county", "-county", "department", "-department", "rulings",
        "-rulings",
    ] = ""  # fmt: skip
    ruled: int = Field(1, ge=1, le=10_000)
    part: bool = False
    """Whether only the list is wanted, as above."""


@router.get("/desk/department/owed")
async def owed(page: PageDep, who: Department, asked: Annotated[OwedAsked, Query()]) -> Response:
    """部门往来: what this department owes, what others owe it, what was decided on competence."""
    others, ruled, order = asked.others, asked.ruled, Order.of(asked.sort, "-rulings")
    own = await due(page.hub, who.organ, Sieve(), cursor="", limit=EACH)
    theirs, many = await awaited(
        page.hub,
        who.organ,
        Order.of(asked.due, "due"),
        what=asked.what,
        late={"overdue": True, "in_time": False}.get(asked.late),
        limit=EACH,
        skip=(others - 1) * EACH,
    )
    rulings, known = await decided(
        page.hub, who.organ, order, ruling=asked.ruling, limit=EACH, skip=(ruled - 1) * EACH
    )
    _, shown = await clock_of(page)
    return page.show(
        "routing/owed.html",
        title="部门往来",
        block="list" if asked.part else "",
        own=[(one, shown(one.until, overdue=one.overdue)) for one in own.items],
        total=own.total,
        others=[(one, shown(one.until, overdue=one.overdue)) for one in theirs],
        many=many,
        others_next=others + 1 if others * EACH < many else None,
        decided=rulings,
        known=known,
        decided_next=ruled + 1 if ruled * EACH < known else None,
        asked=asked,
        sort=str(order),
        sorts=SORTS,
        lates=LATES,
        whats=WHATS,
        endings=RULINGS,
        **PLACES,
    )
