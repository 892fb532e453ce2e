"""法律服务台 in a browser: by keyboard, light and dark, printed, on a telephone."""

import pytest
from playwright.async_api import expect

from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, seen
from tests.desks.town import DeskTown

WINDOW = "620702-window-1"
FACTS = (
    "act=penalty&served=direct&served_on=2026-08-03&filed_on=2026-09-21&interest=addressee"
    "&respondent=620702-shijian&authority=620702-government"
)
PAGES = {
    "law": "/desk/law?q=补正",
    "law-article": "/desk/law/article?code=ARL+62",
    "law-answer": f"/desk/law/admissibility?{FACTS}",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_page_of_the_law_desk_is_accessible(
    town: DeskTown, sign_in: SignIn, faults: Faults, scheme: str
) -> None:
    """找条文、条文、提问、答复、找不到的，亮色暗色、窄屏都没有问题."""
    del town
    faults.forgive("422")
    page = await sign_in(Role.WINDOW, WINDOW, color_scheme=scheme)
    for name, path in PAGES.items():
        await seen(page, path, name if scheme == "light" else "")
    await seen(page, "/desk/law?q=没有这样的词")
    await seen(page, "/desk/law/article?code=CCL+1")
    await seen(page, "/desk/law/conduct")
    await seen(page, "/desk/law/deadline?start=2026-09-28&period=许久&article=ARL+30", status=422)
    await seen(page, "/desk/law/rules?article=ARL")
    assert "/sign-in" not in page.url


async def test_a_period_is_reckoned_by_keyboard_from_its_article(
    town: DeskTown, sign_in: SignIn
) -> None:
    """只用键盘：找条文，从条文上的期限计算，填起算日，看到答复；打印没有表单."""
    del town
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.goto("/desk/law")
    await expect(page.get_by_label("法律、条号或者词")).to_be_focused()
    await page.keyboard.type("复议法62")
    await page.keyboard.press("Enter")
    await page.get_by_role("link", name="《行政复议法》第62条").press("Enter")
    await page.locator('a[href*="ordinary.decide&"]').first.press("Enter")
    await expect(page.get_by_label("期限规则")).to_have_value("reconsideration.ordinary.decide")
    await page.locator("#f-start").fill("2026-09-28")
    await page.get_by_role("button", name="提问").press("Enter")
    await expect(page.locator("section[data-focus]")).to_be_focused()
    await expect(page.get_by_text("最后一日为2026年11月27日").first).to_be_visible()
    assert "start=2026-09-28" in page.url
    await page.reload()
    await expect(page.locator("#f-start")).to_have_value("2026-09-28")
    await page.emulate_media(media="print")
    for gone in (".top", ".menu", "form.panel", "[data-print]"):
        await expect(page.locator(gone).first).to_be_hidden()
    await expect(page.get_by_text("所填的事实")).to_be_visible()
    await expect(page.get_by_text("自次日起算").first).to_be_visible()
