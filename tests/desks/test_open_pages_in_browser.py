"""开着的页面 in a browser: what changes while one looks at it, and the end of its session."""

from playwright.async_api import Page, expect

from services.routing.store import whistle_of
from shared.auth import Role
from shared.stream.service import Stream
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe
from tests.desks.town import DeskTown

CENTRE = "620700-centre"
LEAD = "620702-zhujian"
AGAIN = "20:30"
NEARLY = "07:10"
OTHERS = [
    {"side": "applicant", "name": "孙某", "phone": "13700000009"},
    {"side": "opponent", "name": "李某"},
]


async def again(page: Page) -> None:
    """Come back to an open page, which then looks for news at once."""
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


async def test_an_open_list_changes_without_taking_anything_from_under_ones_hands(
    town: DeskTown, sign_in: SignIn
) -> None:
    """开着的清单自动更新：新的哨出现，办过的变样，焦点和正在选的条件不动."""
    _, first = await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.DEPARTMENT, LEAD)
    await page.goto("/desk/department")
    await page.evaluate("document.body.same = document.querySelector('[data-row]').same = true")
    mine = page.locator(f'[data-key="in-{whistle_of(first)}"]')
    await mine.focus()
    await page.locator(".sieve summary").evaluate("one => one.parentElement.open = true")
    await page.locator("#f-tier").select_option("urgent")
    await mine.focus()

    _, second = await town.offices.register(
        matter="wuye", key="town-0002", subject="楼道堆放杂物", parties=OTHERS
    )
    await town.hear()
    await again(page)
    await expect(page.locator(f'[data-row="{whistle_of(second)}"]')).to_be_visible()
    await expect(page.locator("#heard")).to_have_text("新到1件")
    await expect(mine).to_be_focused()
    await expect(page.locator("#f-tier")).to_have_value("urgent")
    row = page.locator(f'[data-row="{whistle_of(first)}"]')
    assert await row.evaluate("one => one.same && document.body.same")

    await town.offices.do(f"/whistles/{whistle_of(first)}/check-in", Role.DEPARTMENT, LEAD)
    await again(page)
    await expect(row).to_contain_text("已报到")
    await expect(row.get_by_role("link", name="反馈")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(
        f"{town.address}/desk/department/whistles/{whistle_of(first)}?act=answer#act"
    )


async def test_an_open_list_looks_by_itself(town: DeskTown, sign_in: SignIn) -> None:
    """中心待办开着不动，也会出现新的事项；将因无人操作退出的，事先告知，可以继续；填写即算操作."""
    number, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.clock.install()
    await page.goto("/desk/centre")
    await expect(page.locator(".empty")).to_contain_text("中心没有待办的事项")
    said = {"basis": "清单第12项", "reason": "保修期内"}
    path = f"/whistles/{whistle_of(dispute)}/refusal"
    await town.offices.do(path, Role.DEPARTMENT, LEAD, **said)
    await page.clock.fast_forward(AGAIN)
    await expect(page.locator("#list [data-row]").first).to_contain_text(number)
    assert await page.locator(".empty").count() == 0
    onward = page.get_by_role("button", name="继续")
    await expect(onward).to_have_count(0)
    await page.clock.fast_forward(NEARLY)
    await expect(page.get_by_role("alert")).to_contain_text("约2分钟后自动退出")
    await axe(page)
    async with page.expect_response("**/desk/at-work") as kept:
        await onward.press("Enter")
    assert (await kept.value).status == 204
    await expect(onward).to_have_count(0)
    await page.clock.fast_forward(AGAIN)
    async with page.expect_response("**/desk/at-work"):
        await page.locator("#find").fill("6207")
    await page.clock.fast_forward(NEARLY)
    await expect(onward).to_have_count(0)


async def test_a_stream_ends_with_the_session_of_whoever_looks(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """会话结束，实时推送随即停止，页面告知并可以重新登录，填写的内容还在."""
    faults.forgive("401")
    number, _ = await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.SUPERVISOR, CENTRE, code="above")
    await page.goto("/desk/live")
    await expect(page.locator("#state")).to_contain_text("实时")
    case = await page.context.new_page()
    streams: Stream = town.app.state.stream
    async with case.expect_response("**/stream?**"):
        await case.goto(f"/desk/disputes/{number}")
    await streams.sittings.look()
    await expect(page.locator("#state")).to_contain_text("实时")

    await town.app.state.sessions.end_all("above", by="chief")
    await streams.sittings.look()
    for one in (page, case):
        await expect(one.locator("#over")).to_contain_text("会话已结束")
        await expect(one.locator("#over a")).to_have_attribute(
            "href",
            "/sign-in?next=" + {page: "%2Fdesk%2Flive"}.get(one, f"%2Fdesk%2Fdisputes%2F{number}"),
        )
    await expect(page.locator("#state")).to_contain_text("会话已结束")
    await axe(page)
    assert await town.app.state.sessions.live("above") == []
    await page.locator("#over a").click()
    await expect(page.locator("h1")).to_have_text("登录")


async def test_a_list_whose_session_has_ended_says_so_and_keeps_what_it_shows(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """会话结束后，清单不会变成登录页."""
    faults.forgive("401")
    _, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.DEPARTMENT, LEAD, code="post")
    await page.goto("/desk/department")
    await town.app.state.sessions.end_all("post", by="chief")
    await again(page)
    await expect(page.locator("#over")).to_be_visible()
    assert await page.locator(f'[data-row="{whistle_of(dispute)}"]').is_visible()
