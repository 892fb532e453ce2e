"""案卷页 in a browser: read, done by keyboard, seen moving, printed; plain pages accessible."""

import re

from playwright.async_api import Page, expect

from services.routing.store import whistle_of
from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, fits, look
from tests.desks.town import DeskTown

CENTRE = "620700-centre"
LEAD = "620702-zhujian"


async def seen(page: Page, path: str, name: str) -> None:
    """A page at a desk and on a narrow screen, accessible on both."""
    answer = await page.goto(path)
    assert answer is not None
    assert answer.status == 200, path
    await axe(page)
    await look(page, name)
    before = page.viewport_size
    assert before is not None
    await page.set_viewport_size({"width": 360, "height": 740})
    await fits(page)
    await page.set_viewport_size(before)


async def test_a_department_does_an_act_by_keyboard_and_its_supervisor_sees_the_page_move(
    town: DeskTown, sign_in: SignIn
) -> None:
    """部门只用键盘报到；监督人员打开的案卷页随即提示有新的一页."""
    number, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    whistle = whistle_of(dispute)
    above = await sign_in(Role.SUPERVISOR, CENTRE)
    await seen(above, f"/desk/disputes/{number}", "case")
    await expect(above.locator("#news")).to_be_hidden()

    clerk = await sign_in(Role.DEPARTMENT, LEAD)
    await clerk.goto(f"/desk/disputes/{number}")
    await clerk.locator(f'a[href$="{whistle}/check-in"]').focus()
    await clerk.keyboard.press("Enter")
    await expect(clerk.locator("h1")).to_have_text("报到")
    await axe(clerk)
    await look(clerk, "act")
    await clerk.get_by_role("button", name="报到").focus()
    await clerk.keyboard.press("Enter")
    await expect(clerk.locator(".told")).to_contain_text("已办理：报到")
    await expect(above.locator("#news")).to_be_visible(timeout=3_000)
    assert "checked_in" in await town.offices.kinds(whistle)


async def test_what_was_typed_comes_back_where_it_was_not_taken(
    town: DeskTown, sign_in: SignIn
) -> None:
    """提交时遇到断线，所填内容留在浏览器里，恢复后照旧."""
    number, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    clerk = await sign_in(Role.DEPARTMENT, LEAD)
    path = f"/desk/disputes/{number}/files/{whistle_of(dispute)}/answer"
    await clerk.goto(path)
    await clerk.get_by_label("处理意见").fill("电梯已经修好，双方没有争议。")
    await town.shut()
    try:
        await clerk.get_by_role("button").last.click(timeout=3_000)
        await clerk.wait_for_timeout(300)
    finally:
        await town.open()
    await clerk.goto(path)
    await expect(clerk.locator(".restored")).to_be_visible()
    await expect(clerk.get_by_label("处理意见")).to_have_value("电梯已经修好，双方没有争议。")


async def test_a_case_is_printed_on_a4(town: DeskTown, sign_in: SignIn) -> None:
    """案卷打印为 A4，不含菜单和按钮，附中文内容."""
    number, _ = await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.goto(f"/desk/disputes/{number}")
    await page.evaluate(
        """() => addEventListener("beforeprint", () => { window.proofs =
        [...document.querySelectorAll(".why-so > div")].map(one => one.checkVisibility()); })"""
    )
    printed = await page.pdf(prefer_css_page_size=True)
    proofs = await page.evaluate("window.proofs")
    assert proofs
    assert all(proofs), "the proof of a date is not on the paper"
    await expect(page.locator(".why-so > div").first).to_be_hidden()  # closed again on the screen
    [width, height] = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)[0]
    assert (round(float(width)), round(float(height))) == (595, 842)
    await page.emulate_media(media="print")
    for gone in (".top", ".menu", "#now-title", "[data-print]"):
        await expect(page.locator(gone).first).to_be_hidden()
    await expect(page.locator("h1")).to_be_visible()
    await expect(page.get_by_text("召集部门").first).to_be_visible()


async def test_every_plain_page_is_accessible(town: DeskTown, sign_in: SignIn) -> None:
    """列表、表单、推演和系统管理各页，无障碍检查没有问题."""
    number, _ = await town.offices.register(matter="wuye")
    await town.hear()
    above = await sign_in(Role.SUPERVISOR, CENTRE)
    await seen(above, "/desk/disputes", "cases")
    await seen(above, f"/desk/disputes/{number}/rehearsal", "rehearsal")
    await seen(above, f"/desk/disputes/{number}/readers", "readers")
    clerk = await sign_in(Role.WINDOW, "620702-window-1")
    await seen(clerk, f"/desk/disputes/{number}/parties?purpose=核对身份", "parties")
    keeper = await sign_in(Role.ADMINISTRATOR, CENTRE)
    for name in ("health", "parked", "rules", "calendar", "directory", "directory/duties"):
        await seen(keeper, f"/desk/{name}", name.replace("/", "-"))
        assert "/sign-in" not in keeper.url
        assert await keeper.locator("main h1").count() == 1
