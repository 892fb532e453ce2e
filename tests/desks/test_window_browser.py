"""窗口 in a real Chromium: registered by keys alone, a draft that lasts, a ledger dropped in."""

import asyncio
import json
from collections.abc import Callable
from uuid import UUID

from playwright.async_api import Locator, Page, Request, expect

from services.routing.store import whistle_of
from shared.auth import Role
from shared.db import Pool
from tests.desks.conftest import SignIn
from tests.desks.keys import Keystrokes, chosen, reach, register, type_to
from tests.desks.looking import Faults, axe, fits, look, readable, sheets
from tests.desks.town import DeskTown

WINDOW = "620702-window-1"
OTHERS = [{"side": "applicant", "name": "孙某", "phone": "13700000009"}]
LEDGER = (
    "工单编号,主题,内容,来电人,登记时间\n"
    "A1,路灯不亮一周,路口路灯一周没有亮,孙某,2026-11-20\n"
    "A2,下水道堵塞,巷口积水,吴某,昨天\n"
)
GONE = """one => {
  one.form.action = one.form.action.replace(/import\\/[^/]+/, "import/" + crypto.randomUUID());
}"""
DROP = """(text) => {
  const data = new DataTransfer();
  data.items.add(new File([text], "热线.csv", {type: "text/csv"}));
  const place = document.querySelector("[data-drop]");
  for (const name of ["dragenter", "dragover", "drop"])
    place.dispatchEvent(new DragEvent(name, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


async def printed(page: Page, onward: Locator) -> None:
    """On A4, or on half of it where that was chosen; the machine's printer is remembered."""
    await page.emulate_media(media="print")
    await expect(onward).to_be_hidden()
    await expect(page.get_by_role("heading", name="纠纷登记回执")).to_be_visible(timeout=20_000)
    await expect(page.get_by_text("0936-5551101").first).to_be_visible()  # whom to call
    assert await sheets(page) == ["210 x 297"]
    half = page.get_by_role("link", name="半页（A5）")
    await half.click()
    await expect(half).to_have_attribute("aria-current", "true")
    assert await sheets(page) == ["148 x 210"]
    await page.goto(page.url.partition("?")[0])
    await expect(half).to_have_attribute("aria-current", "true")
    assert await sheets(page) == ["148 x 210"]


async def no_such_place(page: Page) -> None:
    """What is in no list stays, is said to be wrong, and is not sent."""
    place = page.get_by_label("发生地")
    await expect(place).to_be_focused()
    await page.keyboard.type("长寿街12号院")
    await expect(page.get_by_text("没有匹配的")).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(place).to_have_value("长寿街12号院")
    await expect(place).to_have_attribute("aria-invalid", "true")
    await page.keyboard.press("F9")
    await expect(place).to_be_focused()
    await axe(page)
    await page.keyboard.press("ControlOrMeta+A")


def asks_for_alike(words: str) -> Callable[[Request], bool]:
    """Whether a page asks for what is alike, with these words typed."""

    def asks(request: Request) -> bool:
        said = (request.post_data_buffer or b"").decode(errors="replace")
        return request.url.endswith("/desk/window/similar") and words in said

    return asks


async def onward_from(page: Page) -> None:
    """The form that was filled in, and the queue."""
    await readable(page)
    await page.goto("/desk/window")
    await look(page, "window-queue")


async def test_a_dispute_is_registered_by_keyboard_alone_and_its_receipt_prints(
    sign_in: SignIn, db: Pool, faults: Faults
) -> None:
    """只用键盘登记、打印回执、登记下一件；填到一半的内容可以恢复."""
    faults.forgive("422")
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.goto("/desk/window/register")
    await expect(page.get_by_label("纠纷类型")).to_be_focused()
    await look(page, "window-register")
    await chosen(page, "llxl", "邻里相邻纠纷")
    await no_such_place(page)
    await chosen(page, "djjd", "东街街道")
    await expect(page.get_by_text("没有匹配的")).to_be_hidden()
    await type_to(page, "宅旁空地归谁使用")
    async with page.expect_request(asks_for_alike("空地由自家使用")):
        await page.keyboard.type("双方均称空地由自家使用多年。")
    await page.keyboard.press("F9")  # too early: what is missing is told, nothing is lost
    await expect(page.get_by_role("alert")).to_be_focused()
    await expect(page.get_by_label("主题")).to_have_value("宅旁空地归谁使用")
    await expect(page.get_by_label("纠纷类型")).to_have_value("邻里相邻纠纷")
    await axe(page)
    await page.goto("/desk/window/register")  # the page was lost: its draft is offered
    await page.get_by_role("button", name="恢复").press("Enter")
    await expect(page.get_by_label("事实经过")).to_have_value("双方均称空地由自家使用多年。")
    await reach(page, page.get_by_label("诉求"))
    await page.keyboard.type("请求对方停止占用。")
    await reach(page, page.get_by_label("姓名或者名称").first)
    await type_to(page, "赵某")
    await reach(page, page.get_by_label("联系电话").first)
    await type_to(page, "13700000000")
    await page.keyboard.press("F9")
    await expect(page.get_by_role("heading", name="纠纷登记回执")).to_be_visible(timeout=20_000)
    await expect(page.get_by_text("人民调解").first).to_be_visible(timeout=20_000)
    await look(page, "window-receipt")
    onward = page.get_by_role("link", name="登记下一件")
    await expect(onward).to_be_focused()
    await printed(page, onward)
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 1
    await reach(page, onward)
    await page.keyboard.press("Enter")  # the next one
    await expect(page.get_by_label("纠纷类型")).to_be_focused()
    await expect(page.get_by_role("button", name="恢复")).to_be_hidden()
    await reach(page, page.get_by_label("联系电话").first)
    await page.keyboard.type("13700000000")
    await page.keyboard.press("F4")
    await expect(page.get_by_label("姓名或者名称").first).to_have_value("赵某")
    await page.keyboard.press("F2")
    await expect(page.get_by_role("group", name="当事人3")).to_be_visible()
    await onward_from(page)


async def test_a_dispute_is_registered_in_under_a_minute_by_keyboard_alone(
    sign_in: SignIn, db: Pool
) -> None:
    """只用键盘登记一件，从打开登记页到按下登记不到一分钟：按键逐个计数，按击键模型折算."""
    page = await sign_in(Role.WINDOW, WINDOW)
    clerk = Keystrokes()
    await clerk.count(page)
    await register(page)
    assert len(clerk.signs) == len("小区电梯停运两周物业公司两周没有修理电梯。请求尽快修好。赵某")
    assert clerk.seconds(choices=2) < 60, clerk
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 1


async def test_a_whistle_that_was_given_back_stands_under_its_tab_until_one_is_blown_again(
    town: DeskTown, sign_in: SignIn
) -> None:
    """退哨的纠纷列在“退回”，写明件数，可以打开；再次吹哨、办结以后不再列 (RULES 19, 37)."""
    number, dispute = await town.offices.register(matter="wuye")
    await town.offices.register(matter="wuye", key="town-0002", subject="楼道堆物", parties=OTHERS)
    by, said = (Role.WINDOW, WINDOW), {"reason": "false", "text": "现场核实电梯没有停运。"}
    await town.offices.do(f"/whistles/{whistle_of(dispute)}/return", *by, **said)
    page = await sign_in(*by)
    await page.goto("/desk/window")
    tab = page.get_by_role("link", name="退回")
    await expect(tab).to_have_text("退回 1")
    await tab.press("Enter")
    await expect(tab).to_have_attribute("aria-current", "true")
    row = page.locator("#list [data-row]")
    await expect(row).to_have_count(1)
    await expect(row).to_contain_text(number)
    await readable(page)
    again = {"dispute_id": str(dispute), "text": "电梯再次停运，请核实。"}
    await town.offices.do("/whistles", *by, **again)
    await expect(page.get_by_text("没有被退回的")).to_be_visible()
    await page.reload()
    await expect(tab).to_have_text("退回 0")
    assert "tab=returned" in page.url
    duplicate = await town.offices.do("/whistles", *by, key="town-0003", **again)
    assert duplicate["state"] == "returned"
    await solved(town, whistle_of(dispute, 2), dispute)
    await page.reload()
    await expect(tab).to_have_text("退回 0")
    await expect(page.get_by_text("没有被退回的")).to_be_visible()


async def solved(town: DeskTown, whistle: UUID, dispute: UUID) -> None:
    """Every department does its part, the party is content, and the dispute is settled."""
    pool, path = town.offices.hub.pool, f"/whistles/{whistle}"
    row = await pool.fetchrow(
        "SELECT lead, tracks FROM routing.whistle WHERE case_id = $1", whistle
    )
    said = {"finding": "solved", "opinion": "已办。"}
    for organ in (one for one, at in json.loads(row["tracks"]).items() if at == "called"):
        await town.offices.do(f"{path}/check-in", Role.DEPARTMENT, organ)
        await town.offices.do(f"{path}/answer", Role.DEPARTMENT, organ, **said)
    await town.offices.do(f"{path}/finish", Role.DEPARTMENT, row["lead"], evidence="现场照片。")
    content = {"reached": True, "solved": True, "satisfied": True, "note": "已修好"}
    await town.offices.do(f"{path}/callback", Role.WINDOW, WINDOW, **content)
    ladder = "SELECT state FROM routing.ladder WHERE dispute_id = $1"
    assert await pool.fetchval(ladder, dispute) == "settled_here"


async def test_the_fields_that_a_kind_needs_appear_and_what_was_filled_in_stays(
    sign_in: SignIn,
) -> None:
    """选行政处罚出现行政行为各栏，选邻里纠纷出现调解意愿；填过的不隐去."""
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.goto("/desk/window/register")
    act = page.locator('[data-for="act"]')
    civil = page.locator('[data-for="civil"]')
    await expect(act).to_be_visible()  # nothing was chosen yet: all may be needed
    await expect(civil).to_be_visible()
    await choose(page, "chufa")
    await expect(act).to_be_visible()
    await expect(civil).to_be_hidden()
    await choose(page, "linli")
    await expect(act).to_be_hidden()
    await expect(civil).to_be_visible()
    await choose(page, "chufa")
    await page.get_by_label("发生日期").first.fill("2026-11-20")
    await choose(page, "linli")
    await expect(act).to_be_visible()  # what is in it would be sent unseen
    await expect(civil).to_be_visible()
    await axe(page)
    assert await page.get_by_label("发生日期").first.input_value() == "2026-11-20"


async def test_what_kind_of_act_it_is_leaves_the_form(sign_in: SignIn, db: Pool) -> None:
    """不服行政行为的，选的行政行为一并登记 (ARL 11, 20)."""
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.goto("/desk/window/register")
    await choose(page, "chufa")
    for name, code in (("place", "620702001"), ("respondent", "620702-gongan"), ("act", "penalty")):
        await page.locator(f"select[name={name}]").select_option(code, force=True)
    said = {"subject": "罚款过重", "content": "被罚款二百元。", "demand": "请求撤销。"}
    for name, words in {**said, "parties/0/name": "赵某", "happened_on": "2026-11-20"}.items():
        await page.locator(f"[name='{name}']").fill(words)
    await page.keyboard.press("F9")
    await page.wait_for_url("**/receipt/*")
    registered = "SELECT body FROM hub.outbox WHERE kind = 'intake.registered.v1'"
    assert json.loads(await db.fetchval(registered))["act"] == "penalty"


async def choose(page: Page, matter: str) -> None:
    """Choose a kind of dispute, as the list does that stands in front of it."""
    await page.locator("select[name=matter]").evaluate(
        "(one, said) => { one.value = said; "
        "one.dispatchEvent(new Event('change', {bubbles: true})); }",
        matter,
    )


async def test_who_signs_out_anywhere_leaves_no_draft_and_takes_none_of_a_colleague(
    sign_in: SignIn,
) -> None:
    """退出即删除自己的草稿，同事的草稿不动."""
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.goto("/desk/window/register")
    await page.get_by_label("主题").fill("宅旁空地归谁使用")
    kept = "() => Object.keys(localStorage).filter(name => name.startsWith('hub:draft:'))"
    async with asyncio.timeout(20):
        while not await page.evaluate(kept):  # it is kept a moment after the last key
            await page.wait_for_timeout(100)
    await page.evaluate("localStorage.setItem('hub:draft:colleague', 'sealed')")
    await page.goto("/desk/window")
    await page.get_by_role("button", name="退出").click()
    await page.wait_for_url("**/sign-in**")
    await look(page, "signed-out")
    assert await page.evaluate(kept) == ["hub:draft:colleague"]


async def test_a_ledger_is_dropped_onto_the_page_and_its_rejects_are_mended(
    sign_in: SignIn, db: Pool, faults: Faults
) -> None:
    """拖入台账，看到实数进度，退回行在页面上更正登记；没有办成的，更正的内容不丢."""
    faults.forgive("status of 401")
    faults.forgive("status of 404")
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.goto("/desk/window/import")
    await axe(page)
    await page.evaluate(DROP, LEDGER)
    await expect(page.get_by_text("共 2 行，已完成")).to_be_visible(timeout=20_000)
    await look(page, "window-import")
    told = page.get_by_role("textbox", name="登记时间")
    mend = page.get_by_role("button", name="更正并登记")
    kept = page.get_by_text("刚才填写的文字保存在这台机器的浏览器里")
    cookies = await page.context.cookies()
    await page.context.clear_cookies()
    await told.fill("2026-11-21")
    await mend.press("Enter")  # the session is over: the mended row is not lost
    await expect(page.get_by_role("link", name="重新登录")).to_be_visible()
    await expect(kept).to_be_visible()
    await page.context.add_cookies(cookies)  # type: ignore[arg-type] - as they were given
    await page.goto(page.url)
    await expect(told).to_have_value("2026-11-21")
    await mend.evaluate(GONE)
    await mend.press("Enter")  # there is no such ledger any more
    await expect(kept).to_be_visible()
    await page.get_by_role("link", name="回到刚才的页面").click()
    await expect(told).to_have_value("2026-11-21")
    await mend.press("Enter")
    await expect(page.get_by_text("已更正并登记")).to_be_visible()
    await readable(page)
    await page.goto("/desk/window/import")
    await look(page, "window-imports")
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 2


async def test_an_organ_s_silence_is_asked_by_keyboard_of_the_kinds_of_which_it_can_be(
    sign_in: SignIn, db: Pool
) -> None:
    """只在可以未履行的类别询问，键盘即可填写；改了类别的不再送出 (ARR2026 24)."""
    page = await sign_in(Role.WINDOW, WINDOW)
    await page.goto("/desk/window/register")
    asked, day = page.locator("[data-silence]"), page.get_by_label("行政机关收到履职申请之日")
    await chosen(page, "dxzxk", "对行政许可和登记不服")
    await expect(asked).to_be_hidden()
    await page.locator("#f-act").select_option("licence")
    await expect(asked).to_be_visible()
    await expect(day).to_be_hidden()
    await page.locator("#f-omission").focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(day).to_be_focused()
    await expect(page.locator("[data-protection]")).to_be_hidden()
    await day.fill("2026-09-01")
    await page.keyboard.press("Enter")
    await page.keyboard.type("20个工作日")
    await axe(page)
    await fits(page)
    await page.locator("#f-act").select_option("penalty")  # of a penalty there is no silence
    await expect(asked).to_be_hidden()
    sent = "[...new FormData(document.getElementById('register')).keys()]"
    assert not {"omission", "requested_on", "urgent"} & set(await page.evaluate(sent))
    await page.locator("#f-act").select_option("inaction")
    await expect(page.locator("[data-protection]")).to_be_visible()
    assert {"omission", "requested_on", "urgent"} <= set(await page.evaluate(sent))
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 0
