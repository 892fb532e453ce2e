"""负责人: what waits for the head, one after the other, and how much each reviewer has."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Annotated, Final, Literal
from urllib.parse import urlencode

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.reconsideration.pages.offers import called
from services.reconsideration.pages.who import Head
from services.reconsideration.pages.words import WORDS
from services.reconsideration.queries.approvals import Loaded, Waiting, listed, loads, waiting
from shared.frame import PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.page import TOLD
from shared.frame.slices import Slice
from shared.frame.sorting import Order
from shared.sessions.posts import titles_of
from shared.spelling import Sound, by_sound

router = page_router()

EACH: Final = 25
LIST: Final = "/desk/reconsideration/approvals"


What = Literal[
    "", "submission", "countersign", "recusal", "stay", "withdrawal", "sixty_days", "extension",
    "conversion", "mediation", "attached_suspension", "attached", "elevation", "report",
    "publication", "panel_recusal",
]  # fmt: skip
"""Which of `WAITING` are shown; empty for all."""


Sort = Literal["", "due", "-due", "since", "-since"]

SORTS: Final = (
    ("due", "先到期的在前"),
    ("-due", "后到期的在前"),
    ("since", "先提出的在前"),
    ("-since", "后提出的在前"),
)


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    what: What = ""
    sort: Sort = ""
    page: int = Field(1, ge=1, le=10_000)
    part: bool = False


@router.get("/desk/reconsideration/approvals")
async def approvals(page: PageDep, who: Head, asked: Annotated[Asked, Query()]) -> Response:
    """待审批: what is due first first; the committee's opinion, and whether it was adopted."""
    skip = (asked.page - 1) * EACH
    order = Order.of(asked.sort, "due")
    rows, many = await listed(page.hub, who.organ, asked.what, order, limit=EACH + 1, skip=skip)
    now, shown = await clock_of(page)
    return page.show(
        "reconsideration/approvals.html",
        title="待审批",
        block="list" if asked.part else "",
        items=[(one, shown(one.until)) for one in rows[:EACH]],
        skip=skip,
        more=len(rows) > EACH,
        many=many,
        total=sum(many.values()) if not asked.what else many[asked.what],
        now=now,
        asked=asked,
        order=str(order),
        sorts=SORTS,
        sifted=urlencode(sifted(asked.what, asked.sort)),
        beside=beside,
        called=await called(page.hub, (one.case for one in rows)),
        **WORDS,
    )


@router.get("/desk/reconsideration/approvals/next")
async def go_on(
    page: PageDep,
    who: Head,
    place: Annotated[int, Query(ge=0, le=100_000)] = 0,
    what: What = "",
    sort: Sort = "",
) -> Response:
    """下一件: what stands at a place of the list, as it is sifted; what was done has left it."""
    order = Order.of(sort, "due")
    rows = await waiting(page.hub, who.organ, what, order, limit=1, skip=place)
    said = sifted(what, sort)
    if not rows:
        done = TOLD in page.request.cookies  # what was done just now is told, not this
        told = "" if done else "后面没有待审批的了"
        return page.go(f"{LIST}?{urlencode(said)}" if said else LIST, told=told)
    one = rows[0]
    asked = urlencode({"waiting": one.what, "place": place, **said, **beside(one)})
    return page.go(f"/desk/reconsideration/files/{one.case.case_id}?{asked}")


HAVING: Final = (
    ("", "全部"),
    ("overdue", "有逾期的"),
    ("soon", "有七日内到期的"),
    ("held", "有中止的"),
)


class LoadAsked(BaseModel):
    """What the address of 承办情况 says."""

    model_config = ConfigDict(extra="ignore")

    having: Literal["", "overdue", "soon", "held"] = ""
    sort: Literal[
        "", "code", "-code", "assigned", "-assigned", "soon", "-soon", "overdue", "-overdue",
        "held", "-held",
    ] = ""  # fmt: skip
    page: int = Field(1, ge=1, le=10_000)


@router.get("/desk/reconsideration/reviewers")
async def reviewers(page: PageDep, who: Head, asked: Annotated[LoadAsked, Query()]) -> Response:
    """承办情况: of each reviewer what is assigned, due within the week, overdue, suspended."""
    order = Order.of(asked.sort, "-overdue")
    found = await loads(page.hub, who.organ, asked.having)
    titles = await titles_of(page.hub.pool, [one.code for one in found if one.code])
    rows = Slice.of(_in_order(found, titles, order), (asked.page - 1) * EACH, EACH)
    return page.show(
        "reconsideration/reviewers.html",
        title="承办情况",
        rows=rows.rows,
        titles=titles,
        asked=asked,
        havings=HAVING,
        order=str(order),
        more=page.with_query(page=asked.page + 1) if rows.next else "",
        now=await page.hub.now(),
    )


def _in_order(rows: Iterable[Loaded], titles: Mapping[str, str], order: Order) -> Sequence[Loaded]:
    """First what nobody has yet; reviewers, and what is alike, as what they are called sounds."""

    def called(one: Loaded) -> tuple[Sound, str]:
        return by_sound(titles.get(one.code, "")), one.code

    key = called if order.by == "code" else attrgetter(order.by)
    found = sorted(sorted(rows, key=called), key=attrgetter("assigned"), reverse=True)
    return sorted(sorted(found, key=key, reverse=order.down), key=lambda one: one.code != "")


def sifted(what: str, sort: str) -> dict[str, str]:
    """What an address says of how the list is sifted and sorted."""
    return {name: said for name, said in (("what", what), ("sort", sort)) if said}


def beside(one: Waiting) -> dict[str, str]:
    """What an address says of the file in which it is done, where that is not the case itself."""
    return {} if one.file_id == one.case.case_id else {"at": str(one.file_id)}
