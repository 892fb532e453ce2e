"""推送 in a browser: what happens comes to an open page by itself, not because the page asked."""

from datetime import date, datetime, time, timedelta
from typing import Final

import pytest
from playwright.async_api import Page, Request, expect

from services.routing.store import whistle_of
from services.supervision.store import press_of
from shared.auth import Role
from shared.law.day import CITY
from shared.stream.service import Stream
from tests.desks.conftest import SignIn
from tests.desks.looking import NARROW, Faults, look, readable
from tests.desks.town import DeskTown, followed

CENTRE: Final = "620700-centre"
COUNTY: Final = "620702-government"
LEAD: Final = "620702-zhujian"
WINDOW: Final = "620702-window-1"
OTHERS: Final = [
    {"side": "applicant", "name": "孙某", "phone": "13700000009"},
    {"side": "opponent", "name": "李某"},
]

SAID: Final = "li => [...li.children].map((one) => one.textContent.trim()).filter(Boolean)"
"""What a line of the stream says, part by part."""

ALIGNED: Final = "all => all.map((one) => getComputedStyle(one).textAlign)"

NEVER_BY_ITSELF: Final = "window.setInterval = () => 0;"
"""No page looks at anything from time to time."""

WATCHED: Final = """
window.pushes = [];
const Plain = EventSource;
window.EventSource = class extends Plain {
  addEventListener(name, hear) {
    super.addEventListener(name, (event) => {
      window.pushes.push({ name, at: performance.now() });
      hear(event);
    });
  }
};
"""
"""Notes when each event of a stream came, before the page's own script hears of it."""

MOVES: Final = """
() => {
  window.moves = [];
  window.begun = { at: performance.now(), pushes: window.pushes.length };
  const seen = new MutationObserver((found) => {
    for (const one of found) {
      const row = one.target.closest?.("tr")?.dataset.organ || one.target.id;
      window.moves.push({ row, at: performance.now(), pushed: window.pushes.at(-1) });
    }
  });
  for (const id of ["facts", "picture"]) {
    seen.observe(document.getElementById(id), { childList: true, subtree: true });
  }
}
"""
"""Notes what moves on the page from now on, each with the event that came last before it."""


def asked_of(page: Page) -> list[str]:
    """Everything that a page asks for from now on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    return asked


async def test_a_case_that_moves_is_seen_because_it_is_pushed(
    town: DeskTown, sign_in: SignIn
) -> None:
    """城市态势开着：部门报到、反馈，这一行随推送变化，页面没有刷新，也没有去查 (PLAN 33)."""
    _, dispute = await town.offices.register(matter="wuye")
    await followed(town)
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.add_init_script(NEVER_BY_ITSELF + WATCHED)
    await page.goto("/desk/live?by=department")
    await expect(page.locator("#state")).to_contain_text("实时")
    row = page.locator(f'tr[data-organ="{LEAD}"]')
    await expect(row.locator('[data-n="waiting"]')).to_have_text("1")
    await page.evaluate("document.body.same = true")
    await page.evaluate(MOVES)
    asked = asked_of(page)

    whistle = whistle_of(dispute)
    await town.offices.do(f"/whistles/{whistle}/check-in", Role.DEPARTMENT, LEAD)
    await followed(town)
    await expect(page.locator("#facts strong", has_text="报到").first).to_be_visible()
    said = {"opinion": "属实，已责成物业维修。", "finding": "solved"}
    await town.offices.do(f"/whistles/{whistle}/answer", Role.DEPARTMENT, LEAD, **said)
    await followed(town)
    await expect(row.locator('[data-n="answered"]')).to_have_text("1")

    moves = await page.evaluate("window.moves")
    begun = await page.evaluate("window.begun")
    assert {LEAD, "facts"} <= {move["row"] for move in moves}
    assert all(move["pushed"] for move in moves)
    assert all(begun["at"] <= move["pushed"]["at"] <= move["at"] for move in moves)
    names = {move["pushed"]["name"] for move in moves}
    assert {"board", "routing.checked_in.v1", "routing.answered.v1"} <= names
    assert asked == []
    assert await page.evaluate("document.body.same")


@pytest.mark.parametrize("at", [time(9, 5), time(0, 5)])
async def test_a_line_that_comes_by_itself_reads_as_the_page_writes_it(
    town: DeskTown, sign_in: SignIn, at: time
) -> None:
    """推送来的一行，日期、时刻、地点、事项与刷新以后看到的一字不差，零点以后也是."""
    await town.at(datetime.combine(date(2026, 12, 8), at, CITY))
    await followed(town)
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.goto("/desk/live")
    await expect(page.locator("#state")).to_contain_text("实时")
    number, _ = await town.offices.register(matter="wuye")
    await followed(town)
    lines = page.locator("#facts li")
    await expect(lines.filter(has_text=number).filter(has_text="召集")).not_to_have_count(0)
    came = [await one.evaluate(SAID) for one in await lines.all()]
    await page.reload()
    written = [await one.evaluate(SAID) for one in await lines.all()]
    assert came == written[-len(came) :], "the newest stand first"
    assert f"12月8日 {at:%H:%M}" in came[0][0]


async def test_a_whistle_blown_comes_to_an_open_list_by_the_stream(
    town: DeskTown, sign_in: SignIn
) -> None:
    """部门的清单开着：吹的哨由推送而来，不刷新，不定时去查；不是给它的不来."""
    await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.DEPARTMENT, LEAD)
    other = await sign_in(Role.DEPARTMENT, "620721-zhujian")
    for one in (page, other):
        await one.add_init_script(NEVER_BY_ITSELF)
        async with one.expect_response("**/stream?**"):
            await one.goto("/desk/department")
        await one.evaluate("document.body.same = true")
    rows = page.locator("#list [data-row]")
    await expect(rows).to_have_count(1)
    asked, elsewhere = asked_of(page), asked_of(other)
    more = {"key": "town-0002", "subject": "楼道堆放杂物", "parties": OTHERS}
    _, second = await town.offices.register(matter="wuye", **more)
    await expect(page.locator(f'[data-row="{whistle_of(second)}"]')).to_be_visible()
    await expect(page.locator("#heard")).to_have_text("新到1件")
    assert await page.evaluate("document.body.same")
    assert {one.split("?")[0] for one in asked} == {f"{town.address}/desk/department"}
    assert elsewhere == []


async def test_dealings_notices_and_requests_come_to_open_lists_by_the_stream(
    town: DeskTown, sign_in: SignIn
) -> None:
    """部门往来、通知、要求说明开着：新到的由推送而来，不定时去查；写了一半的说明还在 (RULES 65)."""
    pages = {}
    for path in ("/desk/department/owed", "/desk/notices", "/desk/explanations"):
        page = pages[path] = await sign_in(Role.DEPARTMENT, LEAD)
        await page.add_init_script(NEVER_BY_ITSELF)
        async with page.expect_response("**/stream?**"):
            await page.goto(path)
        await page.evaluate("document.body.same = true")
    asked = {path: asked_of(page) for path, page in pages.items()}
    owed, told, explained = pages.values()
    await expect(owed.get_by_text("本部门没有欠办的事项")).to_be_visible()
    await expect(told.get_by_text("还没有通知")).to_be_visible()

    _, dispute = await town.offices.register(matter="wuye")
    whistle = whistle_of(dispute)
    await expect(owed.locator(f'#list [data-row$="{whistle}"]').first).to_be_visible()
    await expect(told.locator("#list [data-row]").first).to_contain_text("召集")

    press = {"about": str(whistle), "organ": LEAD, "within": "1wd"}
    door = "/presses/explanation-request"
    await town.offices.do(door, Role.SUPERVISOR, COUNTY, **press, text="为何没有到场")
    first = explained.locator(f'#list [data-row="{press_of(whistle)}-{LEAD}"]')
    await expect(first).to_contain_text("为何没有到场")
    await expect(explained.locator("#heard")).to_have_text("新到1件")
    writing = first.get_by_role("textbox")
    await writing.fill("当日已经到场")
    await writing.press("Tab")
    more = {"key": "town-0002", "subject": "楼道堆放杂物", "parties": OTHERS}
    _, second = await town.offices.register(matter="wuye", **more)
    again = press | {"about": str(whistle_of(second))}
    await town.offices.do(door, Role.SUPERVISOR, COUNTY, **again, text="为何没有反馈")
    await expect(explained.locator("#list [data-row]")).to_have_count(2)
    await expect(writing).to_have_value("当日已经到场")

    said = {"organ": LEAD, "text": "同事已经说明"}
    for one in (whistle, whistle_of(second)):
        done = f"/presses/{press_of(one)}/explanation"
        await town.offices.do(done, Role.DEPARTMENT, LEAD, **said)
    await expect(explained.locator("#list [data-row]")).to_have_count(1)
    await expect(writing).to_have_value("当日已经到场")
    at_work = f"{town.address}/desk/at-work"  # whoever writes is at work
    for path, page in pages.items():
        looked = {one.split("?")[0] for one in asked[path]} - {at_work}
        assert looked == {f"{town.address}{path}"}
        assert await page.evaluate("document.body.same")


async def test_what_comes_to_a_window_comes_to_its_open_queue(
    town: DeskTown, sign_in: SignIn
) -> None:
    """窗口办件开着：新的一件由推送而来，分类的件数也变；正在填的查件号码还在，不定时去查."""
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.add_init_script(NEVER_BY_ITSELF)
    async with page.expect_response("**/stream?**"):
        await page.goto("/desk/window?tab=today")
    await expect(page.locator("#list [data-row]")).to_have_count(0)
    searched = page.get_by_label("按当事人的电话或者证件号码查件")
    await searched.fill("1370")
    number, _ = await town.offices.register(matter="wuye")
    await expect(page.locator("#list [data-row]")).to_contain_text(number)
    await expect(page.locator("#list .tabs [aria-current]")).to_contain_text("1")
    await expect(searched).to_have_value("1370")


async def test_a_list_without_a_stream_looks_by_itself_until_the_stream_is_back(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """推送中断：清单每二十秒自己看一次；恢复以后又由推送而来."""
    faults.forgive("ERR_FAILED")
    _, first = await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.DEPARTMENT, LEAD)
    await page.clock.install()
    async with page.expect_response("**/stream?**"):
        await page.goto("/desk/department")
    streams: Stream = town.app.state.stream
    await page.route("**/stream?**", lambda route: route.abort())
    async with page.expect_event("requestfailed"):
        cut(streams)
    await town.offices.do(f"/whistles/{whistle_of(first)}/check-in", Role.DEPARTMENT, LEAD)
    row = page.locator(f'[data-row="{whistle_of(first)}"]')
    await page.clock.fast_forward(21_000)
    await expect(row).to_contain_text("已报到")

    await page.unroute("**/stream?**")
    async with page.expect_response("**/stream?**"):
        await page.clock.fast_forward(timedelta(minutes=2) // timedelta(milliseconds=1))
    more = {"key": "town-0002", "subject": "楼道堆放杂物", "parties": OTHERS}
    asked = asked_of(page)
    _, second = await town.offices.register(matter="wuye", **more)
    fresh = page.locator(f'[data-row="{whistle_of(second)}"]')
    await expect(fresh).to_be_visible()
    assert asked


def cut(streams: Stream) -> None:
    """End every stream of this process."""
    for readers in streams.broadcast._classes.values():  # noqa: SLF001 - as a broken line does
        for reader in tuple(readers.present):
            assert reader.stuck is not None
            reader.stuck()


async def test_a_window_with_many_lists_open_keeps_lines_free(
    town: DeskTown, sign_in: SignIn
) -> None:
    """不在看的页面不占线：看回来时重新接上，并先看一次."""
    await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.DEPARTMENT, LEAD)
    async with page.expect_response("**/stream?**"):
        await page.goto("/desk/department")
    hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true});"
    turn = "document.dispatchEvent(new Event('visibilitychange'))"
    streams: Stream = town.app.state.stream
    async with page.expect_event("requestfailed"):
        await page.evaluate(hide % "true" + turn)
    more = {"key": "town-0002", "subject": "楼道堆放杂物", "parties": OTHERS}
    _, second = await town.offices.register(matter="wuye", **more)
    assert all(not readers.present for readers in streams.broadcast._classes.values())  # noqa: SLF001 - as above
    async with page.expect_response("**/stream?**"):
        await page.evaluate(hide % "false" + turn)
    await expect(page.locator(f'[data-row="{whistle_of(second)}"]')).to_be_visible()


async def test_lines_of_departments_fit_a_telephone_and_a_reader_of_screens(
    town: DeskTown, sign_in: SignIn
) -> None:
    """按部门、按中心的态势表和一行的案卷：无障碍，手机上也放得下."""
    number, _ = await town.offices.register(matter="wuye")
    await followed(town)
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    for path in ("/desk/live?by=department&sort=-waiting", "/desk/live?by=centre"):
        await page.goto(path)
        await readable(page)
        heads = page.locator(".board thead th + th")
        assert set(await heads.evaluate_all(ALIGNED)) == {"right"}, "as the numbers below them"
    await page.goto("/desk/live?by=department&sort=-waiting")
    await page.locator(f'tr[data-organ="{LEAD}"] th a').click()
    await expect(page.locator("#counted a", has_text=number)).to_be_visible()
    await look(page, "live-cases")
    await page.set_viewport_size(NARROW)
    await page.get_by_role("link", name="城市态势", exact=False).first.click()
    await expect(page.locator("h1")).to_contain_text("城市态势")
