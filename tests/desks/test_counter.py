"""A counter without a line: it goes on, loses nothing, registers nothing twice."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, Dialog, Page, Route, async_playwright, expect

from shared.auth import Role
from tests.desks.chromium import Program
from tests.desks.conftest import HERE, SignIn, first_page, let_in
from tests.desks.looking import Faults, axe, fits, look
from tests.desks.town import DeskTown, officer

WINDOW = "620702-window-1"
HOME = "/desk/window/offline"
TRIED = """() => {
  const { take } = hubBox;  // as the form of registration has it, of which the worker takes over
  const tried = ["negotiated", "mediated", "in_petition"].map((one) => ["tried", one]);
  hubBox.take = (one, key, { fields }) => take(one, key, { fields: [...fields, ...tried] });
}"""


async def open_counter(page: Page) -> None:
    await page.goto(HOME)
    await page.wait_for_selector("html[data-counter=ready]")


async def cut(context: BrowserContext, faults: Faults) -> None:
    """No network: what the browser says of it is no fault of the page."""
    faults.forgive("ERR_INTERNET_DISCONNECTED")
    faults.forgive("ERR_CONNECTION_REFUSED")
    await context.set_offline(True)


async def fill(page: Page, subject: str, **more: str) -> None:
    """Type a dispute and take it in."""
    said = {
        "place": "甘州区东街街道",
        "subject": subject,
        "content": "双方均称空地由自家使用多年。",
        "demand": "请求对方停止占用。",
        "parties/0/name": "赵某",
        "parties/0/phone": "13700000000",
        "parties/1/name": "钱某",
        **more,
    }
    await page.locator("[name=matter]").select_option("linli")
    for name, value in said.items():
        await page.locator(f"[name='{name}']").fill(value)
    await page.get_by_role("button", name="收下，出具本机回执").click()


async def numbers(town: DeskTown) -> list[str]:
    """The disputes that were registered."""
    rows = await town.hub.pool.fetch(
        "SELECT labels::jsonb ->> 'number' AS number FROM hub.outbox"
        " WHERE kind = 'intake.registered.v1' ORDER BY seq"
    )
    return [row["number"] for row in rows]


async def at_rest(page: Page) -> str:
    """Everything that the browser keeps of the counter."""
    rows: Any = await page.evaluate(
        """() => new Promise((done) => {
          const asked = indexedDB.open('hub-counter');
          asked.onsuccess = () => {
            const all = asked.result.transaction('entries').objectStore('entries').getAll();
            all.onsuccess = () => { asked.result.close(); done(JSON.stringify(all.result)); };
          };
        })"""
    )
    return str(rows)


async def handed_in_by(page: Page, town: DeskTown, code: str) -> None:
    """Somebody signs in on this machine and opens the counter, with a line."""
    await let_in(page.context, town, officer(Role.WINDOW, WINDOW, code=code))
    await page.context.set_offline(False)
    await open_counter(page)
    await expect(page.locator("#line")).to_contain_text(f"网络正常，{code} 已登录")


async def close_counter(page: Page, beside: Page) -> None:
    """Leave the counter's page, and wait until nothing of it runs any more.

    A browser shows the next page before it has ended the last one. A counter that hears of the
    line in that moment hands in what waits, as it should: so the line must not be back before.
    Its lock is free once it has ended, for another page of the same hub.
    """
    await page.evaluate("void navigator.locks.request('here', () => new Promise(() => {}))")
    await page.goto("about:blank")
    await beside.evaluate("navigator.locks.request('here', () => true)")


@asynccontextmanager
async def machine(
    program: Program, folder: Path, town: DeskTown, faults: Faults
) -> AsyncIterator[Page]:
    """The whole browser of one machine, started over its folder and ended."""
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            folder,
            executable_path=program.path,
            env=program.environment,
            args=program.flags,
            base_url=town.address,
            **HERE,
        )
        yield await first_page(context, town, faults)
        await context.close()


async def test_a_counter_without_a_line_goes_on_and_hands_in_once_when_it_is_back(
    sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """断网收件：页面照常打开，发本机回执，加密存放，恢复后报送一次，有纠纷编号."""
    page = await sign_in(Role.WINDOW, WINDOW)
    await open_counter(page)
    await axe(page)
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await page.reload()  # now the worker looks after it, and has kept it
    await page.wait_for_selector("html[data-counter=ready]")
    await cut(page.context, faults)
    await page.goto("/desk/window")
    await page.wait_for_selector("html[data-counter=ready]")
    await open_counter(page)
    await expect(page.locator("#line")).to_contain_text("没有网络。以 window-1 的名义收件")
    await fill(page, "宅旁空地归谁使用")
    given = page.locator("#receipt-number")
    await expect(given).to_have_text(re.compile(r"^LOCAL-\d{8}-[0-9A-F]{8}$"))
    local = await given.inner_text()
    await expect(page.locator("#receipt-moment")).to_have_text("2026年11月23日 09:00")
    await expect(page.locator("#count")).to_have_text("1")
    await look(page, "window-offline")
    kept = await at_rest(page)
    assert local in kept
    assert not any(words in kept for words in ("赵某", "13700000000", "空地"))
    assert await numbers(town) == []
    await page.context.set_offline(False)
    await expect(page.locator("#count")).to_have_text("0")
    [number] = await numbers(town)
    await expect(page.locator("#waiting")).to_contain_text(f"已登记，纠纷编号 {number}")
    assert await at_rest(page) == "[]"


async def test_what_was_taken_in_outlives_the_page_and_the_hub(
    sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """枢纽停机、页面关闭再打开，存件都在；恢复后只登记一次；同一键重发得到同一编号."""
    page = await sign_in(Role.WINDOW, WINDOW)
    await open_counter(page)
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await page.reload()
    await page.wait_for_selector("html[data-counter=ready]")
    faults.forgive("ERR_CONNECTION_REFUSED")
    await town.shut()
    await fill(page, "宅旁空地归谁使用")
    await expect(page.locator("#count")).to_have_text("1")
    context = page.context
    await page.close()
    page = await context.new_page()
    await page.goto("/desk/window/register")  # whatever page of a window is asked for
    await page.wait_for_selector("html[data-counter=ready]")
    await expect(page.locator("#count")).to_have_text("1")
    sealed = await at_rest(page)
    await town.open()
    await asyncio.gather(page.evaluate("window.dispatchEvent(new Event('online'))"))
    await expect(page.locator("#count")).to_have_text("0")
    [number] = await numbers(town)
    # The answer was lost on the way: the browser has it still, and sends it again.
    await page.evaluate(
        """(rows) => new Promise((done) => {
          const asked = indexedDB.open('hub-counter');
          asked.onsuccess = () => {
            const deed = asked.result.transaction('entries', 'readwrite');
            for (const one of JSON.parse(rows)) deed.objectStore('entries').put(one);
            deed.oncomplete = () => { asked.result.close(); done(); };
          };
        })""",
        sealed,
    )
    await page.get_by_role("button", name="现在报送").click()
    await expect(page.locator("#waiting")).to_contain_text(f"已登记，纠纷编号 {number}")
    await expect(page.locator("#count")).to_have_text("0")
    assert await numbers(town) == [number]


async def test_what_is_refused_is_mended_by_the_officer_who_took_it(
    sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """登记表有误的，说明原因、填回原文由本人修改；其他人员读不到也报不了."""
    faults.forgive("status of 422")
    page = await sign_in(Role.WINDOW, WINDOW, width=390, height=844)
    await open_counter(page)
    await fits(page)
    await cut(page.context, faults)
    await page.get_by_role("button", name="收下，出具本机回执").click()
    demand = page.get_by_label("诉求")
    await expect(demand).to_have_attribute("aria-invalid", "true")
    await page.locator("#why").get_by_role("link", name="诉求").press("Enter")
    await expect(demand).to_be_focused()
    await page.evaluate(TRIED)
    await fill(page, "宅旁空地归谁使用", **{"parties/0/phone": "12"})
    await expect(page.locator("#count")).to_have_text("1")
    sealed = await at_rest(page)
    local = await page.locator("#receipt-number").inner_text()
    await page.context.set_offline(False)
    await page.get_by_role("button", name=f"修改 {local}").click()
    await expect(page.locator("#why")).to_contain_text("联系电话")
    phone = page.locator("[name='parties/0/phone']")
    await expect(phone).to_have_attribute("aria-invalid", "true")
    await page.locator("#why").get_by_role("link").first.press("Enter")
    await expect(phone).to_be_focused()
    tried = "new FormData(document.getElementById('counter')).getAll('tried')"
    assert await page.evaluate(tried) == ["negotiated", "mediated", "in_petition"]
    await expect(page.locator("[name='parties/0/name']")).to_have_value("赵某")
    await page.locator("[name='parties/0/phone']").fill("13700000000")
    await page.get_by_role("button", name="收下，出具本机回执").click()
    await expect(page.locator("#count")).to_have_text("0")
    assert len(await numbers(town)) == 1

    other = await sign_in(Role.WINDOW, WINDOW, code="window-2")
    await open_counter(other)
    told = await other.evaluate(
        """async (rows) => {
          const [{ local, sealed }] = JSON.parse(rows);
          const line = await (await fetch('/desk/window/offline/line')).json();
          const body = new URLSearchParams({ _csrf: line.csrf, local, sealed });
          const answer = await fetch('/desk/window/offline/entries', { method: 'POST', body });
          return [answer.status, await answer.text()];
        }""",
        sealed,
    )
    assert told[0] == 422
    assert "不是由现在登录的人员收下的" in told[1]
    assert "赵某" not in told[1]


async def test_an_entry_at_which_the_hub_fails_holds_up_none_and_is_given_up_by_its_officer(
    sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """一件报送出错，说明并继续报送其余；作废说明原因、问两次，不再报送，也不再提醒."""
    faults.forgive("status of 500")
    page = await sign_in(Role.WINDOW, WINDOW)
    await open_counter(page)
    await cut(page.context, faults)
    await fill(page, "宅旁空地归谁使用")
    await expect(page.locator("#count")).to_have_text("1")
    bad = await page.locator("#receipt-number").inner_text()
    await fill(page, "院墙滴水", **{"parties/0/name": "孙某"})
    await expect(page.locator("#count")).to_have_text("2")

    async def break_one(route: Route) -> None:
        if bad in (route.request.post_data or ""):
            await route.fulfill(status=500, content_type="application/json", body="{}")
        else:
            await route.continue_()

    await page.route("**/offline/entries", break_one)
    await page.context.set_offline(False)
    waiting = page.locator("#waiting")
    await expect(waiting).to_contain_text("枢纽没有处理成功（500）")
    await expect(waiting).to_contain_text("已登记，纠纷编号")
    await expect(page.locator("#count")).to_have_text("1")
    asked: list[str] = []

    async def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        await (dialog.accept() if len(asked) > 1 else dialog.dismiss())

    page.on("dialog", answer)
    for _ in range(2):
        await page.get_by_role("button", name=f"作废 {bad}").click()
        await page.get_by_label("作废原因").select_option("mistaken")
        await axe(page)
        async with page.expect_event("dialog"):
            await page.get_by_role("button", name="作废", exact=True).click()
    await expect(waiting).to_contain_text("已作废：收错或者重复收下")
    await expect(page.locator("#count")).to_have_text("0")
    assert len(asked) == 2
    assert await page.evaluate("localStorage.getItem('hub:waits')") is None
    assert len(await numbers(town)) == 1
    await page.clock.set_fixed_time(town.clock.now() + timedelta(days=2))
    await page.reload()
    await page.wait_for_selector("html[data-counter=ready]")
    await expect(waiting).to_be_empty()


async def test_what_waits_when_a_session_ends_is_handed_in_by_its_officer_alone(
    sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """会话结束，存件还在；别人登录读不到、报不了；本人重新登录后报送。与在先纠纷重复的，告知并入."""
    faults.forgive("status of 401")
    page = await sign_in(Role.WINDOW, WINDOW)
    await open_counter(page)
    await fill(page, "宅旁空地归谁使用")
    await expect(page.locator("#waiting")).to_contain_text("已登记，纠纷编号")
    [number] = await numbers(town)
    await cut(page.context, faults)
    await fill(page, "宅旁空地归谁使用")
    await expect(page.locator("#count")).to_have_text("1")
    await page.context.clear_cookies()
    await page.context.set_offline(False)
    await expect(page.locator("#line")).to_contain_text("登录已结束")
    await expect(page.locator("#count")).to_have_text("1")
    await handed_in_by(page, town, "window-2")
    await expect(page.locator("#waiting")).to_contain_text("由 window-1 收下，须由本人登录后报送")
    await expect(page.locator("#count")).to_have_text("1")
    await handed_in_by(page, town, "window-1")
    await expect(page.locator("#waiting")).to_contain_text(f"与在先纠纷重复，并入 {number}")
    await expect(page.locator("#count")).to_have_text("0")
    assert await numbers(town) == [number]


async def test_whoever_signs_out_while_entries_wait_is_asked_and_leaves_them_sealed(
    sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """有存件时退出，先告知；仍退出的，存件加密留着，本机不再以其名义收件，重新登录后报送."""
    page = await sign_in(Role.WINDOW, WINDOW)
    beside = await page.context.new_page()
    await beside.goto("/desk")
    await open_counter(page)
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await cut(page.context, faults)
    await fill(page, "宅旁空地归谁使用")
    await expect(page.locator("#count")).to_have_text("1")
    asked: list[str] = []

    async def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        await (dialog.accept() if len(asked) > 1 else dialog.dismiss())

    page.on("dialog", answer)
    await close_counter(page, beside)
    await page.context.set_offline(False)
    await page.goto("/desk/window/register")
    await expect(page.locator("#waits")).to_contain_text("本机还有 1 件断网登记没有报送")
    leave = page.get_by_role("button", name="退出")
    await leave.click()
    await expect(page.locator("#waits")).to_be_visible()
    await leave.click()
    await page.wait_for_url("**/sign-in/out")
    assert len(asked) == 2
    assert "须由您重新登录后报送" in asked[0]
    await page.context.set_offline(True)
    await open_counter(page)
    await expect(page.locator("#line")).to_contain_text("不能收件")
    await expect(page.locator("#count")).to_have_text("1")
    assert await numbers(town) == []
    await handed_in_by(page, town, "window-1")
    await expect(page.locator("#count")).to_have_text("0")
    assert len(await numbers(town)) == 1


async def test_what_was_taken_in_outlives_the_whole_browser(
    chromium_program: Program, tmp_path: Path, town: DeskTown, faults: Faults
) -> None:
    """浏览器整个关闭、重新打开：没有网络页面照常打开，存件还在，恢复后报送一次."""
    faults.forgive("ERR_CONNECTION_REFUSED")
    who = officer(Role.WINDOW, WINDOW)
    async with machine(chromium_program, tmp_path / "machine", town, faults) as page:
        await let_in(page.context, town, who)
        await open_counter(page)
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        await town.shut()
        await fill(page, "宅旁空地归谁使用")
        await expect(page.locator("#count")).to_have_text("1")
        sealed = await at_rest(page)
    async with machine(chromium_program, tmp_path / "machine", town, faults) as page:
        await open_counter(page)
        await expect(page.locator("#count")).to_have_text("1")
        assert await at_rest(page) == sealed
        await town.open()
        await handed_in_by(page, town, who.code)
        await expect(page.locator("#count")).to_have_text("0")
        assert len(await numbers(town)) == 1
