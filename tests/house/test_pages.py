"""Every page of the desks, held against the house: who gets in, and what each answer carries."""

import re
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Final

import httpx
import pytest
from fastapi.routing import APIRoute

from deploy.web import make_app, pages
from shared.auth import LocalTokens, Role
from shared.clock import CITY, StillClock
from shared.door import is_public
from shared.settings import Settings

PAGES: Final = [
    route
    for one in pages()
    for route in one.router.routes
    if isinstance(route, APIRoute) and route.path.startswith("/desk")
]
ENTRIES: Final = [entry for one in pages() for entry in one.entries]
TOKENS: Final = LocalTokens(b"x" * 40, StillClock(datetime(2026, 11, 23, 9, tzinfo=CITY)))
ID: Final = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"
EVERYBODY: Final = {
    "Authorization": f"Bearer {TOKENS.issue('o-1', list(Role), organ='620702-window-1')}"
}

every_page = pytest.mark.parametrize("route", PAGES, ids=lambda r: f"{min(r.methods)} {r.path}")


@pytest.fixture
async def desk() -> AsyncIterator[httpx.AsyncClient]:
    app = make_app(Settings())
    app.state.tokens = TOKENS
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield client


@every_page
async def test_a_stranger_sees_no_page_of_a_desk(route: APIRoute, desk: httpx.AsyncClient) -> None:
    """办公页面先登录后使用."""
    path = re.sub(r"\{.*?\}", ID, route.path)
    assert not is_public(path)
    answer = await desk.request(min(route.methods), path)
    assert answer.status_code in (303, 401), answer.text


async def test_no_page_lets_a_script_or_a_style_in_that_is_not_ours(
    desk: httpx.AsyncClient,
) -> None:
    """页面不执行、不套用外来和内嵌的脚本、样式."""
    page = await desk.get("/desk", headers=EVERYBODY)
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert page.headers["cache-control"] == "private, no-store"
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page.text)


async def test_a_problem_on_a_page_is_told_as_a_page(desk: httpx.AsyncClient) -> None:
    """页面上的错误以页面说明."""
    answer = await desk.get("/desk/nothing-of-the-kind", headers=EVERYBODY)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "未找到" in answer.text


async def test_the_menu_shows_what_the_role_may_use_and_nothing_else(
    desk: httpx.AsyncClient,
) -> None:
    """菜单只列本角色可以使用的页面."""
    for role in set(Role) - {Role.PARTY}:
        token = TOKENS.issue("o-1", [role], organ="620702-window-1")
        page = await desk.get("/desk", headers={"Authorization": f"Bearer {token}"})
        shown = set(re.findall(r'<li><a href="([^"]+)"', page.text))
        assert shown == {entry.path for entry in ENTRIES if role in entry.roles}, role


async def test_a_file_of_a_page_is_kept_for_as_long_as_it_does_not_change(
    desk: httpx.AsyncClient,
) -> None:
    """静态文件按内容定址，内容不变则长期缓存."""
    page = await desk.get("/desk", headers=EVERYBODY)
    [address] = re.findall(r'href="(/static/frame/hub.css[^"]+)"', page.text)
    found = await desk.get(address)
    assert "immutable" in found.headers["cache-control"]
    again = await desk.get(address, headers={"If-None-Match": found.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
