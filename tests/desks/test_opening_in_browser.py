"""立卷 at the desk in a browser: an application in writing is registered by its own form."""

from playwright.async_api import expect

from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, look
from tests.desks.town import DeskTown
from tests.reconsideration.makers import AUTHORITY, RESPONDENT

WINDOW = "620702-window-1"

APPLICATIONS = """
SELECT body::jsonb ->> 'respondent' FROM hub.outbox WHERE kind = 'reconsideration.received.v1'
"""


async def test_a_window_registers_an_application_in_writing_and_then_one_against_another_act(
    town: DeskTown, sign_in: SignIn
) -> None:
    """窗口收到书面申请，在自己的表单上登记；同一纠纷的第二个行政行为再立一卷 (ARL 22)."""
    number, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    desk, organs = await sign_in(Role.WINDOW, WINDOW), town.hub.directory
    for respondent in (RESPONDENT, "620702-shijian"):
        await desk.goto(f"/desk/disputes/{number}")
        await desk.get_by_role("link", name="收到行政复议申请", exact=True).press("Enter")
        await expect(desk.locator("h1")).to_have_text("收到行政复议申请")
        await axe(desk)
        await desk.get_by_label("行政复议机关").fill(organs.organ(AUTHORITY).name)
        applicants = desk.get_by_role("group", name="申请人（必填）", exact=True)
        await applicants.get_by_label("赵某").check()
        await desk.get_by_role("combobox", name="被申请人").fill(organs.organ(respondent).name)
        await desk.get_by_label("行政行为类别").select_option("penalty")
        await desk.get_by_label("收到申请之日").fill(town.clock.now().date().isoformat())
        await desk.get_by_label("请求、事实和理由").fill("请求撤销行政处罚决定。")
        await look(desk, "opening")
        await desk.get_by_role("button", name="收到行政复议申请").press("Enter")
        await expect(desk.locator(".told")).to_contain_text("已办理：收到行政复议申请")
    rows = await town.hub.pool.fetch(APPLICATIONS)
    assert {row[0] for row in rows} == {RESPONDENT, "620702-shijian"}
    oral = "SELECT count(*) FROM hub.outbox WHERE kind LIKE '%oral%'"
    assert await town.hub.pool.fetchval(oral) == 0
    assert dispute


async def test_a_row_more_is_added_by_script_and_comes_back_after_the_session_ended(
    town: DeskTown, sign_in: SignIn
) -> None:
    """“再加一行”不丢已填的；断线以后恢复，加出来的行也在."""
    number, _ = await town.offices.register(matter="wuye")
    await town.hear()
    desk = await sign_in(Role.WINDOW, WINDOW)
    path = f"/desk/disputes/{number}/open/whistles"
    await desk.goto(path)
    rows = desk.locator("main form .row")
    first = await rows.count()
    for _ in range(2):
        await desk.get_by_role("button", name="再加一行").press("Enter")
    await expect(rows).to_have_count(first + 2)
    last = rows.last.locator("input").first
    await last.fill("620702-sifa")
    await axe(desk)
    await town.shut()
    try:
        await desk.locator("main form button.main").click(timeout=3_000)
        await desk.wait_for_timeout(300)
    finally:
        await town.open()
    await desk.goto(path)
    await expect(desk.locator(".restored")).to_be_visible()
    await expect(rows).to_have_count(first + 2)
    await expect(last).to_have_value("620702-sifa")
