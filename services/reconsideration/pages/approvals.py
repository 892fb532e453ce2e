"""负责人: what waits for the head, one after the other, and how much each reviewer has."""

from typing import Annotated, Final, Literal
from urllib.parse import urlencode

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.reconsideration.pages.who import Head
from services.reconsideration.pages.words import WORDS
from services.reconsideration.queries.approvals import counted, loads, waiting
from shared.frame import PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.page import TOLD

router = page_router()

EACH: Final = 25
LIST: Final = "/desk/reconsideration/approvals"


What = Literal["", "submission", "recusal", "stay", "withdrawal", "sixty_days", "extension"]
"""Which of `WAITING` are shown; empty for all."""


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    what: What = ""
    page: int = Field(1, ge=1, le=10_000)
    part: bool = False


@router.get("/desk/reconsideration/approvals")
async def approvals(page: PageDep, who: Head, asked: Annotated[Asked, Query()]) -> Response:
    """待审批: what is due first first; the committee's opinion, and whether it was adopted."""
    skip = (asked.page - 1) * EACH
    rows = await waiting(page.hub, who.organ, asked.what, limit=EACH + 1, skip=skip)
    many = await counted(page.hub, who.organ)
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
        **WORDS,
    )


@router.get("/desk/reconsideration/approvals/next")
async def go_on(
    page: PageDep,
    who: Head,
    place: Annotated[int, Query(ge=0, le=100_000)] = 0,
    what: What = "",
) -> Response:
    """下一件: what stands at a place of the list, as it is sifted; what was done has left it."""
    rows = await waiting(page.hub, who.organ, what, limit=1, skip=place)
    sifted = {"what": what} if what else {}
    if not rows:
        done = TOLD in page.request.cookies  # what was done just now is told, not this
        told = "" if done else "后面没有待审批的了"
        return page.go(f"{LIST}?{urlencode(sifted)}" if sifted else LIST, told=told)
    one = rows[0]
    asked = urlencode({"waiting": one.what, "place": place, **sifted})
    return page.go(f"/desk/reconsideration/files/{one.case.case_id}?{asked}")


@router.get("/desk/reconsideration/reviewers")
async def reviewers(page: PageDep, who: Head) -> Response:
    """承办情况: of each reviewer what is assigned, due within the week, overdue, suspended."""
    return page.show(
        "reconsideration/reviewers.html",
        title="承办情况",
        rows=await loads(page.hub, who.organ),
        now=await page.hub.now(),
    )
