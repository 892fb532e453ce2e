"""热点: what tells of one trouble, why it stands out; called for together, or told to be none."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.routing.hotspot_schemas import ExclusionIn
from services.routing.hotspots.file import State
from services.routing.pages.who import Supervisor, Watcher
from services.routing.schemas import HotSpotWhistleIn
from shared.auth import Role
from shared.db import HIGHEST
from shared.errors import Malformed, Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.filled import body_of, row, rows_of
from shared.frame.forms import Box, boxes
from shared.frame.organs import coded
from shared.frame.slices import Slice
from shared.frame.sorting import Order
from shared.law.article import RULES, Article
from shared.problem import problem_of
from shared.problem.model import Problem

router = page_router()

A_PAGE: Final = 50
"""Disputes on a page."""

SORTS: Final = (("on", "先登记的在前"), ("-on", "后登记的在前"))


class Asked(BaseModel):
    """What the address says of the list of disputes."""

    model_config = ConfigDict(extra="ignore")

    sort: Literal["", "on", "-on"] = ""
    after: int = Field(0, ge=0, le=HIGHEST)


_FIRST: Final = Asked()


@dataclass(frozen=True)
class Doing:
    """What may be done about a hot spot, at a door of its own."""

    slug: str
    term: str
    says: str
    article: Article
    model: type[BaseModel]
    states: frozenset[State]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Its form."""
        return boxes(self.model)


ACTS: Final[Mapping[str, Doing]] = {
    "whistle": Doing(
        "whistle",
        "合并吹哨",
        "同一问题的各件合并吹一个哨，各件仍各自办理",
        RULES[8],
        HotSpotWhistleIn,
        frozenset({State.HOT}),
    ),
    "exclusion": Doing(
        "exclusion",
        "排除热点",
        "不是同一问题，或者无须合并办理的，写明理由",
        RULES[57],
        ExclusionIn,
        frozenset({State.HOT, State.COOLED}),
    ),
}
"""What may be done, by the last word of its door."""


@router.get("/desk/hotspots/{case_id}")
async def hotspot(
    page: PageDep, case_id: UUID, who: Watcher, asked: Annotated[Asked, Query()]
) -> Response:
    """热点: its numbers, its words, the disputes that one may see, and what may be done."""
    return await _shown(page, case_id, may_act=Role.SUPERVISOR in who.roles, asked=asked)


@router.post("/desk/hotspots/{case_id}/{act}")
async def do_act(page: PageDep, case_id: UUID, act: str, who: Supervisor) -> Response:
    """办理: what was typed goes through the door of the act."""
    del who
    form = await page.form()
    doing = ACTS.get(act)
    if doing is None:
        raise Unknown("没有这个办理事项")
    try:
        body = body_of(coded(form, doing.boxes, page.hub.directory), doing.boxes)
    except Malformed as error:
        return await _shown(page, case_id, act, form, problem_of(error, page.request))
    answer = await page.call(
        "POST", f"/hotspots/{case_id}/{act}", body, if_match=form.get("if_match")
    )
    if answer.problem:
        return await _shown(page, case_id, act, form, answer.problem)
    if act == "whistle":
        return page.go(f"/desk/department/whistles/{answer.body['case_id']}", told="已合并吹哨")
    return page.go(f"/desk/hotspots/{case_id}", told="已排除")


async def _shown(
    page: Page,
    case_id: UUID,
    act: str = "",
    typed: Form | None = None,
    problem: Problem | None = None,
    *,
    may_act: bool = True,
    asked: Asked = _FIRST,
) -> Response:
    answer = await page.call("GET", f"/hotspots/{case_id}")
    if not answer.ok:
        raise Unknown("没有这个热点，或者您无权查看")
    spot: dict[str, Any] = answer.body
    order, after = Order.of(asked.sort, "on"), asked.after
    by_day = sorted(spot["members"], key=lambda one: (one["on"], one["number"]), reverse=order.down)
    return page.show(
        "routing/hotspot.html",
        title="热点",
        status=problem.status if problem else 200,
        spot=spot,
        members=Slice.of(by_day, after, A_PAGE),
        after=after,
        order=str(order),
        sorts=SORTS,
        acts=[one for one in ACTS.values() if may_act and State(spot["state"]) in one.states],
        may_act=may_act,
        act=act,
        typed=typed or Form(),
        faults=problem or (),
        row=row,
        rows_of=rows_of,
        parties=[],
        organs=_near(page, spot["place"]),
    )


def _near(page: Page, place: str) -> list[tuple[str, str]]:
    """The organs of a place and its city, to choose from by name."""
    near = {place[:6], place[:4] + "00"}
    return [(one.code, one.name) for one in page.hub.directory.organs() if one.place[:6] in near]
