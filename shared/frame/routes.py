"""The frame's own pages: the first page of a desk, the files, the choice of light or dark."""

from pathlib import Path
from typing import Annotated, Final

from fastapi import Query
from starlette.responses import Response

from shared.auth import Identity
from shared.frame.assets import LONG, SHORT
from shared.frame.page import HEADERS, THEME, PageDep, page_router
from shared.pages import OWN, Pages
from shared.web import needs

router = page_router()

YEAR_SECONDS: Final = 365 * 24 * 3600

Reader = Annotated[Identity, needs()]


@router.get("/")
async def door(page: PageDep) -> Response:
    """The way in."""
    return page.go("/desk")


@router.get("/desk")
async def desk(page: PageDep, who: Reader) -> Response:
    """办公首页: what there is to do for this reader."""
    entries = page.frame.menu(who)
    return page.show("frame/desk.html", title="办公首页", entries=entries)


@router.post("/desk/theme")
async def choose_theme(page: PageDep, who: Reader) -> Response:
    """明暗: remembered by the browser, not by the hub."""
    del who
    form = await page.form()
    answer = page.go(page.came_from)
    page.keep(answer, THEME, form.get("theme"), seconds=YEAR_SECONDS)
    return answer


@router.post("/desk/at-work")
async def at_work(page: PageDep, who: Reader) -> Response:
    """正在填写: a page says that somebody types; to be asked keeps the session, as any act does."""
    del who
    await page.form()
    return Response(status_code=204, headers=dict(HEADERS))


@router.get("/static/{folder}/{name}")
async def static(
    folder: str, name: str, page: PageDep, v: Annotated[str, Query(max_length=40)] = ""
) -> Response:
    """静态文件."""
    found = page.frame.assets.find(f"{folder}/{name}")
    tag = f'"{found.tag}"'
    headers = {
        "Cache-Control": LONG if v == found.tag else SHORT,
        "ETag": tag,
        "X-Content-Type-Options": "nosniff",
    }
    if page.request.headers.get("If-None-Match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(found.content, headers=headers, media_type=found.media_type)


PAGES: Final = Pages(OWN, router, Path(__file__).parent)
