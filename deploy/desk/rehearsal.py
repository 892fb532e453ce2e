"""推演: what becomes of a dispute if nobody acts until a day, as a timeline; nothing is changed."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Annotated, Final
from uuid import UUID

from fastapi import Path, Query
from starlette.responses import Response

from deploy.rehearse.live import copy_of
from deploy.rehearse.picture import as_svg
from deploy.rehearse.play import run, stage
from deploy.rehearse.script import Script
from deploy.rehearse.show import CAME, ENDED
from deploy.rehearse.story import Story
from deploy.rehearse.world import World
from shared.auth import Identity
from shared.casepage.answers import DisputeOut
from shared.casepage.reading import read_dispute
from shared.errors import Malformed
from shared.frame import Page, PageDep, page_router
from shared.law.day import CITY, legal_day
from shared.web import needs

router = page_router()

Reader = Annotated[Identity, needs()]
Number = Annotated[str, Path(title="纠纷编号", max_length=80)]
Until = Annotated[date | None, Query(title="推演到")]

FIRST: Final = timedelta(days=60)
FURTHEST: Final = timedelta(days=730)
"""The furthest day that is played: two years on, most of it is provisional."""

_END_OF_DAY: Final = time(23, 59, 59)


@router.get("/desk/disputes/{number}/rehearsal")
async def rehearse(page: PageDep, number: Number, who: Reader, until: Until = None) -> Response:
    """推演：如果到某日无人办理."""
    dispute = await read_dispute(page.hub, who, number)
    today = legal_day(await page.hub.now())
    day = until or today + FIRST
    story = await _story(page, dispute, day, today)
    return page.show(
        "deploy/rehearsal.html",
        title="推演",
        number=number,
        day=day,
        furthest=today + FURTHEST,
        today=today,
        story=story,
        came=CAME,
        ended=ENDED,
    )


@router.get("/desk/disputes/{number}/rehearsal.svg")
async def draw(page: PageDep, number: Number, who: Reader, until: Until = None) -> Response:
    """推演的时间轴."""
    dispute = await read_dispute(page.hub, who, number)
    today = legal_day(await page.hub.now())
    story = await _story(page, dispute, until or today + FIRST, today)
    headers = {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(as_svg(story), media_type="image/svg+xml", headers=headers)


async def _story(page: Page, dispute: DisputeOut, day: date, today: date) -> Story:
    """What would come, of the files that the reader may see.

    Raises:
        Malformed: The day is past, or too far.
    """
    if not today <= day <= today + FURTHEST:
        raise Malformed("推演到的日期须在今天以后、两年以内", "until")
    world = await copy_of(page.hub, str(dispute.dispute_id))
    until = datetime.combine(day, _END_OF_DAY, CITY)
    # A year of days is reckoned: not on the loop that others wait for.
    story = await asyncio.to_thread(asyncio.run, _play(world, until))
    there = {file.case_id for file in dispute.files}
    known = await _known(page, dispute)
    # What would yet be opened has no labels to tell who may see it: who sees all there is, sees it.
    seen = there | ({one.file for one in story.endings} - known if there >= known else set())
    return replace(
        story,
        lines=tuple(line for line in story.lines if line.file in seen),
        periods=tuple(one for one in story.periods if one.file in seen),
        endings=tuple(one for one in story.endings if one.file in seen),
    )


async def _known(page: Page, dispute: DisputeOut) -> set[UUID]:
    rows = await page.hub.pool.fetch(
        "SELECT case_id FROM hub.file WHERE dispute_id = $1", dispute.dispute_id
    )
    return {row["case_id"] for row in rows}


async def _play(world: World, until: datetime) -> Story:
    async with stage(world) as scene:
        return await run(scene, Script(title="如果无人办理"), (), until)
