"""监督 in a browser: back to a moment and to now again; a case pressed on, explained, missed."""

import re
from datetime import timedelta

from playwright.async_api import Page, expect

from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, look, readable
from tests.desks.town import DeskTown, followed

CENTRE = "620700-centre"
LEAD = "620702-zhujian"
LATE = 'tr[data-county="620702"] [data-n="late"]'


async def test_a_supervisor_goes_back_to_a_moment_and_to_now_again(
    town: DeskTown, sign_in: SignIn
) -> None:
    """回看到一个时刻：当时未逾期的不显示逾期，写明不是此刻，再回到此刻 (PLAN 33)."""
    number, _ = await town.offices.register(matter="wuye")
    then = town.clock.now() + timedelta(minutes=1)
    await town.at(town.clock.now() + timedelta(days=3))
    await followed(town)
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.goto("/desk/live")
    await expect(page.locator("h1")).to_have_text("城市态势")
    await expect(page.locator(LATE)).not_to_have_text("0")
    await expect(page.locator("#facts strong", has_text="逾期未报到").first).to_be_visible()

    await page.locator("#f-at").fill(then.strftime("%Y-%m-%dT%H:%M"))
    await page.get_by_role("button", name="回看", exact=True).click()
    await expect(page.locator("h1")).to_have_text("城市态势回看")
    await expect(page.locator(".live-state")).to_contain_text("不是此刻的情况")
    await expect(page.locator(".as-of .clock")).to_contain_text(then.strftime("%H:%M"))
    await expect(page.locator(LATE)).to_have_text("0")
    await expect(page.locator("#facts a", has_text=number).first).to_be_visible()
    await expect(page.locator("#facts strong", has_text="逾期未报到")).to_have_count(0)
    await expect(page.locator("#pause")).to_have_count(0)
    await look(page, "live-back")
    await page.get_by_role("link", name="后一小时").click()
    await expect(page.locator(".as-of .clock")).to_contain_text(
        (then + timedelta(hours=1)).strftime("%H:%M")
    )
    await page.get_by_role("link", name="回到此刻").click()
    await expect(page.locator("h1")).to_have_text("城市态势")
    await expect(page.locator(LATE)).not_to_have_text("0")
    assert "at=" not in page.url


async def test_what_moves_while_the_page_is_paused_is_kept_and_shown_when_it_goes_on(
    town: DeskTown, sign_in: SignIn
) -> None:
    """暂停：新动态只计数，不上表；继续以后一并列出 (PLAN 33)."""
    await followed(town)
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.goto("/desk/live")
    await expect(page.locator("#state")).to_contain_text("实时")
    pause = page.locator("#pause")
    await pause.click()
    await expect(pause).to_have_attribute("aria-pressed", "true")
    await expect(page.locator("#waiting")).to_have_text("暂停中，没有新动态")
    number, _ = await town.offices.register(matter="wuye")
    await followed(town)
    await expect(page.locator("#waiting")).to_contain_text(re.compile(r"有 \d+ 条新动态"))
    assert await page.locator("#facts a", has_text=number).count() == 0
    await expect(pause).to_have_text("继续")
    await axe(page)
    await pause.click()
    await expect(page.locator("#facts a", has_text=number).first).to_be_visible()
    await expect(page.locator("#waiting")).to_have_text("")
    await expect(pause).to_have_attribute("aria-pressed", "false")


async def test_what_is_new_is_read_out_once_that_is_asked_for(
    town: DeskTown, sign_in: SignIn
) -> None:
    """朗读新动态：打开以后，新动态写进读屏软件朗读的一栏；关上即清空."""
    await followed(town)
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.goto("/desk/live")
    await expect(page.locator("#state")).to_contain_text("实时")
    spoken = page.locator("#spoken")
    number, _ = await town.offices.register(matter="wuye")
    await followed(town)
    await expect(page.locator("#facts a", has_text=number).first).to_be_visible()
    assert await spoken.inner_text() == ""
    await page.get_by_role("button", name="朗读新动态").click()
    others = [{"side": "applicant", "name": "孙某", "phone": "13700000009"}]
    more = {"key": "town-0002", "subject": "楼道堆物", "parties": others}
    second, _ = await town.offices.register(matter="wuye", **more)
    await followed(town)
    await expect(spoken).to_contain_text(second)
    await page.get_by_role("button", name="朗读新动态").click()
    await expect(spoken).to_have_text("")


async def test_the_past_is_played_step_by_step_until_it_is_stopped(
    town: DeskTown, sign_in: SignIn
) -> None:
    """连续播放：一步一步前进，地址随之改变；停止以后不再前进 (PLAN 33)."""
    await town.offices.register(matter="wuye")
    await followed(town)
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.goto("/desk/live?position=1")
    lines = page.locator("#facts li[data-position]")
    await expect(lines).to_have_count(1)
    play = page.get_by_role("button", name="连续播放")
    await page.clock.resume()
    await play.click()
    await expect(lines).not_to_have_count(1)
    stop = page.get_by_role("button", name="停止播放")
    if await stop.count():
        await stop.click()
    await expect(play).to_have_attribute("aria-pressed", "false")
    [step] = re.findall(r"position=(\d+)", page.url)
    assert int(step) > 1


async def press(page: Page, act: str, text: str, told: str, within: str = "") -> None:
    """Press on the case in one of the three ways; the page says that it was done."""
    organ = page.locator("#f-organ option", has_text="住房和城乡建设局").first
    await page.locator("#f-organ").select_option(await organ.get_attribute("value"))
    await page.locator("#f-text").fill(text)
    if within:
        await page.locator("#f-within").select_option(within)
    await page.get_by_role("button", name=act, exact=True).click()
    await expect(page.locator(".told")).to_contain_text(told)


async def test_a_case_is_pressed_on_explained_and_an_explanation_missed_is_an_alert(
    town: DeskTown, sign_in: SignIn
) -> None:
    """督办、要求说明、批注、部门说明，都记录在卷；再次要求而逾期的预警 (RULES 14, 64, 65)."""
    number, _ = await town.offices.register(matter="wuye")
    await town.hear()
    above = await sign_in(Role.SUPERVISOR, CENTRE)
    await above.goto(f"/desk/disputes/{number}")
    await above.get_by_role("link", name="督办这件纠纷").click()
    await expect(above.locator("h1")).to_contain_text("督办")
    await press(above, "督办", "请抓紧到场核实。", "已督办")
    await press(above, "要求说明", "请说明未到场的原因。", "已要求说明", "3wd")
    await press(above, "批注", "已电话了解情况。", "已批注")
    await look(above, "press")

    clerk = await sign_in(Role.DEPARTMENT, LEAD, width=360, height=740)
    await clerk.goto("/desk/explanations")
    await expect(clerk.locator(".asked")).to_have_text("请说明未到场的原因。")
    await look(clerk, "explanations")
    await clerk.get_by_label("情况说明").fill("承办人当日值守，明日到场。")
    await clerk.get_by_role("button", name="提交说明").click()
    await expect(clerk.locator(".told")).to_contain_text("已说明")

    await above.goto(f"/desk/press/{number}")
    await press(above, "要求说明", "请说明到场的结果。", "已要求说明", "1wd")
    await town.at(town.clock.now() + timedelta(days=3))
    await followed(town)
    await above.goto(f"/desk/disputes/{number}")
    kept = await above.locator("main").inner_text()
    for term in ("督办", "批注", "要求说明", "说明情况", "逾期未说明", "预警"):
        assert term in kept, term
    await readable(above)
    await above.goto("/desk/live?office=supervision")
    await expect(above.locator("#facts strong", has_text="逾期未说明").first).to_be_visible()
    await expect(above.locator("#facts strong", has_text="预警").first).to_be_visible()
    for page, said in ((above, "预警：逾期未说明"), (clerk, "逾期未说明情况")):
        await page.goto("/desk/notices")
        await expect(page.locator("main").get_by_text(said).first).to_be_visible()
    await clerk.goto("/desk/explanations")
    await expect(clerk.get_by_text("逾期未说明").first).to_be_visible()
