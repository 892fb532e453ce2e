"""工作报告和检查 in a browser: set the times, report, check a government below, ask for mending."""

from playwright.async_api import Page, ViewportSize, expect

from services.reconsideration.pages.overseeing import HERE
from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, fits, look
from tests.desks.town import DeskTown
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT

NARROW: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 800}


async def filled(page: Page, **typed: str) -> None:
    """This is typed into the fields of a form by their labels, and the form is sent."""
    for label, said in typed.items():
        field = page.get_by_label(label, exact=False).first
        if await field.evaluate("it => it.tagName") == "SELECT":
            await field.select_option(label=said)
        else:
            await field.fill(said)
    await page.locator("main form button.main").first.click()


async def test_the_head_of_a_body_reports_and_checks_a_government_below(
    town: DeskTown, sign_in: SignIn
) -> None:
    """登记周期、提交报告、检查下级、要求整改，下级看到要报送什么 (ARR2026 66, 67)."""
    town.clock.move_to(town.clock.now().replace(year=2026, month=11, day=23, hour=9))
    head = await sign_in(Role.RECONSIDERATION_HEAD, CITY_GOVERNMENT)
    await head.goto(HERE)
    await head.get_by_role("link", name="确定报告周期").click()
    times = {"报告周期": "每季度", "期间届满后几日内提交": "30", "首日": "2026-08-01"}
    await filled(head, **times)
    await expect(head.locator(".told")).to_contain_text("已办理：确定报告周期")
    await head.get_by_role("link", name="提交工作报告").click()
    await axe(head)
    await filled(head, 工作报告正文="本季度没有收到行政复议申请。")
    await expect(head.locator("main")).to_contain_text("2026年8月1日至2026年10月31日")
    await head.get_by_role("link", name="检查下级复议工作").click()
    await axe(head)
    await look(head, "reconsideration-checking")
    checked = {"被检查的下级人民政府": "甘州区人民政府", "检查方式": "抽查"}
    span = {"工作：自": "2026-08-01", "工作：至": "2026-10-31", "检查情况": "两件逾期。"}
    await filled(head, **checked, **span)
    await head.get_by_role("link", name="反馈并要求整改").click()
    told = {"最后一日": "2026-12-11", "反馈意见正文": "建立台账。"}
    await filled(head, **told)
    await expect(head.locator("main")).to_contain_text("等待报送整改情况")
    await axe(head)
    await look(head, "reconsideration-overseeing")
    await head.set_viewport_size(NARROW)
    await fits(head)
    await head.set_viewport_size(WIDE)
    below = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    await below.goto(HERE)
    await expect(below.locator("main")).to_contain_text("张掖市人民政府的检查")
    await expect(below.get_by_role("link", name="报送整改情况")).to_be_visible()
    assert await below.get_by_role("link", name="反馈").count() == 0
