"""The frame in a browser: it loads, obeys its own policy, can be used by everybody."""

from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, fits, look


async def test_the_desk_opens_without_a_complaint_and_is_accessible(sign_in: SignIn) -> None:
    """办公首页在浏览器中打开，不违反内容安全策略，无障碍检查没有问题."""
    page = await sign_in(Role.WINDOW, "620702-window-1")
    answer = await page.goto("/desk")
    assert answer is not None
    assert answer.status == 200
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert await page.locator("h1").inner_text() == "办公首页"
    await axe(page)
    await look(page, "desk")


async def test_the_desk_fits_a_narrow_window(sign_in: SignIn) -> None:
    """360 像素宽不左右滚动."""
    page = await sign_in(Role.SUPERVISOR, "620700-zhengfawei", width=360, height=740)
    await page.goto("/desk")
    assert await page.locator("h1").inner_text() == "办公首页"
    await fits(page)
    await axe(page)
