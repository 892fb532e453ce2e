"""工作日历: a year at a glance, and the loading of a year's notice."""

from typing import Annotated, Final

from fastapi import Query
from starlette.responses import Response

from shared.auth import Identity, Role
from shared.calendars import loaded, put
from shared.errors import Malformed
from shared.frame import Form, Page, PageDep, page_router
from shared.law.calendar import CALENDAR, Year
from shared.problem import problem_of
from shared.web import needs

router = page_router()

Anybody = Annotated[Identity, needs()]
Administrator = Annotated[Identity, needs(Role.ADMINISTRATOR)]

LONGEST: Final = 200_000
"""Bytes of a notice."""


@router.get("/desk/calendar")
async def calendar(
    page: PageDep, who: Anybody, year: Annotated[int | None, Query(ge=1950, le=2190)] = None
) -> Response:
    """工作日历: what rests, what is worked instead, and whether the year is settled."""
    del who
    return page.show("deploy/calendar.html", title="工作日历", year=await _year(page, year))


@router.post("/desk/calendar")
async def load(page: PageDep, who: Administrator) -> Response:
    """载入放假通知: what it touches is reckoned anew by the workers."""
    form = await page.form()
    try:
        text = await _text(form)
        async with page.hub.pool.acquire() as conn:
            notice, new = await put(conn, CALENDAR, text, who.code)
    except Malformed as wrong:
        return page.show(
            "deploy/calendar.html",
            title="工作日历",
            status=422,
            year=await _year(page, None),
            faults=problem_of(wrong, page.request),
        )
    told = f"已载入{notice.year}年放假安排（{notice.number}），所涉期限由承办进程重新计算"
    if not new:
        told = f"{notice.year}年放假安排（{notice.number}）此前已经载入，没有变化"
    return page.go(f"/desk/calendar?year={notice.year}", told=told)


async def _text(form: Form) -> str:
    file = next(iter(form.files.get("notice", ())), None)
    content = await file.read(LONGEST + 1) if file else b""
    if not content or len(content) > LONGEST:
        raise Malformed("请选择放假通知文件（JSON，不超过200千字节）", "notice")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Malformed("文件不是 UTF-8 文本", "notice") from None


async def _year(page: Page, number: int | None) -> Year:
    async with page.hub.pool.acquire() as conn:
        _, known = await loaded(conn, CALENDAR)
    return known.year(number or (await page.hub.now()).year)
