"""草稿 in a real Chromium: it is kept whole, however long it is."""

from playwright.async_api import expect

from shared.auth import Role
from tests.desks.conftest import SignIn

WINDOW = "620702-window-1"
LONG = "双方均称空地由自家使用多年。" * 4286
"""Sixty thousand characters, three bytes each."""

KEPT = """() => Object.entries(localStorage)
  .some(([name, said]) => name.startsWith("hub:draft:") && said.length > 200000)"""


async def test_a_draft_of_a_very_long_text_is_kept_whole(sign_in: SignIn) -> None:
    """事实经过粘贴了六万字，关掉页面再打开，草稿原样恢复."""
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.goto("/desk/window/register")
    await page.get_by_label("主题").fill("宅旁空地归谁使用")
    content = page.get_by_label("事实经过")
    await content.fill(LONG)
    await page.wait_for_function(KEPT)
    await page.goto("/desk/window/register")
    await page.get_by_role("button", name="恢复").press("Enter")
    await expect(content).to_have_value(LONG)
