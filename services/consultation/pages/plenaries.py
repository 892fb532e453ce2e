"""全体会议: who presided, came and stayed away, what was discussed, and the minutes (RULES 142)."""

from datetime import date
from typing import Annotated, Final, Literal
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.consultation.pages.who import RosterReader
from services.consultation.pages.words import WORDS
from services.consultation.queries import Sought, named, plenaries, rosters
from shared.contracts.consultation import PlenarySubject
from shared.errors import Unknown
from shared.frame import PageDep, page_router
from shared.frame.sorting import Order

router = page_router()

A_PAGE: Final = 10
"""Meetings on a page, each with its minutes."""

SORTS: Final = (("-on", "后召开的在前"), ("on", "先召开的在前"))


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    subject: PlenarySubject | Literal[""] = ""
    since: date | Literal[""] = ""
    until: date | Literal[""] = ""
    sort: Literal["", "on", "-on"] = ""
    skip: int = Field(0, ge=0, le=10_000)


@router.get("/desk/consultation/plenaries/{case_id}")
async def plenaries_page(
    page: PageDep, case_id: UUID, who: RosterReader, asked: Annotated[Asked, Query()]
) -> Response:
    """全体会议: by subject and day; that names and minutes were read is on record."""
    held = next((one for one in await rosters(page.hub, who) if one.case_id == case_id), None)
    if held is None:
        raise Unknown("没有这份委员名册")
    names = {one.code: one.name for one in await named(page.hub, held, who.code, left=True)}
    order, skip = Order.of(asked.sort, "-on"), asked.skip
    sought = Sought(
        subject=asked.subject or None,
        since=asked.since or date.min,
        until=asked.until or date.max,
    )
    found, more = await plenaries(
        *(page.hub, held, who.code, order), sought=sought, limit=A_PAGE, skip=skip
    )
    return page.show(
        "consultation/plenaries.html",
        title="全体会议",
        committee=held.committee,
        plenaries=found,
        asked=asked,
        order=str(order),
        sorts=SORTS,
        more=page.with_query(skip=skip + A_PAGE) if more else "",
        names=names,
        **WORDS,
    )
