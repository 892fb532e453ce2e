"""案卷页 in a browser: read, done by keyboard, seen moving, printed; plain pages accessible."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest
from playwright.async_api import Route, expect

from deploy.parts import PARTS
from services.notification.sending.queue import Queue
from services.reconsideration.commands import filing, handling
from services.routing.store import whistle_of
from shared.auth import Role
from shared.law.period import legal_day
from shared.presence import CLASS
from shared.work import Act, Work
from tests.desks.body import applied
from tests.desks.conftest import SignIn
from tests.desks.looking import ROWS, Faults, look, seen
from tests.desks.test_administration import PARK
from tests.desks.test_hotspots import spot as spot  # noqa: PLC0414 - a fixture
from tests.desks.town import DeskTown
from tests.notification.telling import tell
from tests.reconsideration.makers import AUTHORITY, RESPONDENT
from tests.routing.books import GRID_TEXT
from tests.routing.test_rulebook_care import by_grid, record

CENTRE = "620700-centre"
LEAD = "620702-zhujian"


def shown(scheme: str, name: str) -> str:
    """Pictures are of the light pages."""
    return name if scheme == "light" else ""


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
    await clerk.goto(f"/desk/disputes/{number}/files/{whistle}/check-in")
    await expect(clerk.locator("h1")).to_have_text("报到")
    await look(clerk, "act")
    await clerk.goto(f"/desk/disputes/{number}")  # which leads to the form on the whistle's page
    await clerk.locator(f'a[href*="{whistle}?act=check-in&"]').focus()
    await clerk.keyboard.press("Enter")
    await expect(clerk.locator("h2#act")).to_have_text("报到")
    await clerk.get_by_role("button", name="报到").focus()
    await clerk.keyboard.press("Enter")
    await expect(clerk.locator(".told")).to_contain_text("已办理：报到")
    await expect(above.locator("#news")).to_be_visible(timeout=3_000)
    assert "checked_in" in await town.offices.kinds(whistle)


BAR = """row => {
  const [, who, until, outcome] = [...row.children].map((one) => one.innerText.trim());
  const boxOf = (name) => row.querySelector(name).getBoundingClientRect();
  const [today, bar, place] = [boxOf("line"), boxOf("rect"), boxOf(".bar-cell svg")];
  return {
    term: row.querySelector("th").innerText.trim(), who, until, outcome,
    fill: getComputedStyle(row.querySelector("rect")).fill,
    before: bar.left < today.left - 1, after: bar.right > today.right + 1,
    within: bar.left >= place.left - 1 && bar.right <= place.right + 1 && bar.width > 1,
  };
}"""
"""One line of the bars as it is drawn, and where its bar lies of today."""


async def test_the_periods_of_a_case_are_bars_by_department_with_their_state(
    town: DeskTown, sign_in: SignIn
) -> None:
    """期限条按部门各一条：在走的写明还有几日，办了的、届满未办的另列 (RULES 4)."""
    number, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    await town.offices.do(f"/whistles/{whistle_of(dispute)}/check-in", Role.DEPARTMENT, LEAD)
    await town.at(town.clock.now() + timedelta(days=2))
    page = await sign_in(Role.SUPERVISOR, CENTRE)
    await page.goto(f"/desk/disputes/{number}")
    panel = page.locator('section[aria-labelledby="bars-title"]')
    await panel.locator("summary").press("Enter")
    shown = [await row.evaluate(BAR) for row in await panel.locator("tbody tr").all()]
    bars = {(one["term"], one["who"]): one for one in shown}

    lead, *others = (f"甘州区{one}" for one in ("住房和城乡建设局", "司法局", "城市管理综合执法局"))
    done, finish = bars["报到期限", lead], bars["主办办结期限", lead]
    missed = [bars["报到期限", one] for one in others]
    assert (done["outcome"], finish["outcome"]) == ("按期办理", "还有2日")
    assert [one["outcome"] for one in missed] == ["届满未办"] * 2
    assert {bars["反馈期限", one]["outcome"] for one in (lead, *others)} == {"今日届满"}
    assert len({one["fill"] for one in (done, finish, *missed)}) == 3
    assert (finish["before"], finish["after"]) == (True, True), "today lies within what runs"
    assert (done["before"], done["after"]) == (True, False), "and behind what has ended"
    assert [one for one in shown if not one["within"]] == []


async def test_a_window_takes_back_what_it_registered_and_only_once(
    town: DeskTown, sign_in: SignIn
) -> None:
    """办错了的可以撤回：登记窗口在案卷页撤回，写明理由；撤回以后不能再撤，写明为什么 (RULES 3)."""
    number, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    clerk = await sign_in(Role.WINDOW, "620702-window-1")
    await clerk.goto(f"/desk/disputes/{number}")
    await clerk.locator(f'a[href*="/files/{dispute}/withdrawal"]').first.click()
    await clerk.locator("main [name=reason]").fill("登记错了，当事人要求撤回。")
    await clerk.locator("main button.main").first.click()
    await expect(clerk.locator(".told")).to_contain_text("已办理")
    assert (await town.offices.kinds(dispute))[-1] == "withdrawn"
    await town.hear()
    await clerk.goto(f"/desk/disputes/{number}/files/{dispute}/withdrawal")
    await expect(clerk.locator("main")).to_contain_text("案卷现为“已撤回”")


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


@asynccontextmanager
async def at_work(town: DeskTown) -> AsyncIterator[None]:
    """Every part of the hub is present, as its process is in the whole hub."""
    async with town.hub.pool.acquire() as conn:
        for number in range(len(PARTS)):
            await conn.execute("SELECT pg_advisory_lock_shared($1, $2)", CLASS, number)
        yield
        await conn.execute("SELECT pg_advisory_unlock_all()")


async def test_every_plain_page_is_accessible(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """列表、表单、推演和系统管理各页，无障碍检查没有问题."""
    number, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    above = await sign_in(Role.SUPERVISOR, CENTRE)
    await seen(above, "/desk/disputes", "cases")
    await seen(above, f"/desk/disputes/{number}/rehearsal", "rehearsal")
    await above.goto(f"/desk/disputes/{number}")
    why = await above.get_by_role("link", name="分流说明").get_attribute("href")
    await seen(above, why or "", "explanation")
    clerk = await sign_in(Role.WINDOW, "620702-window-1")
    await seen(clerk, f"/desk/disputes/{number}/parties?purpose=核对身份", "parties")
    await clerk.goto(f"/desk/disputes/{number}")
    paper = await clerk.locator('main a[href*="/papers/"]').first.get_attribute("href")
    await seen(clerk, paper or "")
    await seen(clerk, f"{paper}?purpose=核对诉求", "paper")
    attachment = f"/desk/disputes/{number}/attachments/{dispute}/{'a' * 64}"
    await seen(clerk, attachment, "attachment")
    await expect(clerk.get_by_label("查阅目的")).to_be_focused()
    faults.forgive("status of 422")
    await seen(clerk, f"{attachment}?purpose=看", status=422)
    await expect(clerk.get_by_role("alert")).to_contain_text("查阅目的至少写两个字")
    await seen(above, f"/desk/disputes/{number}/readers", "readers")
    keeper = await sign_in(Role.ADMINISTRATOR, CENTRE)
    async with at_work(town):
        await seen(keeper, ROWS["health"], "health")
        assert await keeper.get_by_text("不在岗").count() == 0
    for name in ("rules", "calendar", "directory", "directory-duties"):
        await seen(keeper, ROWS[name], name)
        assert "/sign-in" not in keeper.url


REFUSED = """
INSERT INTO notification.attempt (sending_id, attempt, began_at, ended_at, outcome, answer)
VALUES ($1, 1, $2, $2, 'refused', '550')
"""


async def test_what_a_department_owes_and_answers_for_is_accessible(
    town: DeskTown, sign_in: SignIn
) -> None:
    """本单位应办的事项、应诉的复议案和复议决定的后续，亮色暗色都没有问题."""
    _, whistled = await town.offices.register(matter="wuye")
    parties = [{"side": "applicant", "name": "孙某", "phone": "13700000009"}]
    more = {"subject": "占道经营处罚", "content": "摊位被罚。", "parties": parties}
    _, fined = await town.offices.register(matter="wuye", key="desk-0002", **more)
    await town.hear()
    case_id = await applied(town.hub, fined)
    await town.hub.act(Act(do=partial(copied, case_id, town.clock.now()), files=[case_id]))
    lead, department = await sign_in(Role.DEPARTMENT, LEAD), "/desk/department/owed"
    await seen(lead, department, "department-owed")
    await expect(lead.locator(f'a[href*="{whistle_of(whistled)}"]').first).to_be_visible()
    for scheme in ("light", "dark"):
        respondent = await sign_in(Role.DEPARTMENT, RESPONDENT, color_scheme=scheme)
        await seen(respondent, "/desk/reconsideration/responding")
        await expect(respondent.locator(f'[data-row="{case_id}"]')).to_be_visible()
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    await seen(officer, "/desk/reconsideration/following")
    assert await officer.locator("main h1").inner_text()


def copied(case_id: UUID, now: datetime, work: Work) -> None:
    """The respondent has just got the copy of an application."""
    filing.accept(work, case_id, by="w-1")
    handling.send_copy(work, case_id, by="w-1", received_on=legal_day(now))


async def test_what_an_administrator_opens_is_accessible(town: DeskTown, sign_in: SignIn) -> None:
    """一件滞留件、一份规则簿、一件外发的记录，亮色暗色都没有问题."""
    await town.offices.register(matter="wuye")
    await town.hear()
    headers = json.dumps({"ce_type": "intake.registered.v1"})
    parked = await town.hub.pool.fetchval(PARK, headers, "{<broken>", uuid4(), 1)
    by = (Role.ADMINISTRATOR, CENTRE)
    book = await town.offices.do("/rulebooks", *by, text=GRID_TEXT)
    course = await town.offices.do(f"/rulebooks/{book['case_id']}/rehearsals", *by, months=1)
    rehearsal = f"/rehearsals/{course['rehearsal_id']}"
    await town.offices.do(f"/rulebooks/{book['case_id']}{rehearsal}/parts", *by)
    sending = await sent(town)
    for scheme in ("light", "dark"):
        keeper = await sign_in(Role.ADMINISTRATOR, CENTRE, color_scheme=scheme)
        await seen(keeper, "/desk/parked", shown(scheme, "parked-list"))
        await seen(keeper, f"/desk/parked/{parked}", shown(scheme, "parked"))
        await seen(keeper, f"/desk/rules/{book['case_id']}", shown(scheme, "rulebook"))
        await expect(keeper.get_by_role("heading", name="推演结果")).to_be_visible()
        await seen(keeper, f"/desk/rules/{book['case_id']}{rehearsal}")
        await expect(keeper.get_by_role("link", name="查看推演结果")).to_be_visible()
        await seen(keeper, f"/desk/notices/sendings/{sending}", shown(scheme, "sending"))
        assert await keeper.locator("main h1").inner_text() == "外发记录"


async def test_a_rehearsal_shows_how_far_it_has_come_and_ends_by_itself(
    town: DeskTown, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """推演在页面上逐步推进，看得到几件、几个月；中途停下的页面再开，接着办完 (RULES 51)."""
    monkeypatch.setattr("services.routing.rulebooks.rehearsing.STEP_SECONDS", 0)
    for module in ("rehearsing", "replay"):
        monkeypatch.setattr(f"services.routing.rulebooks.{module}.PART", 2)
    for n in range(7):
        await record(town.hub, by_grid(n))
    by = (Role.SUPERVISOR, CENTRE)
    book = await town.offices.do("/rulebooks", *by, text=GRID_TEXT)
    page = await sign_in(*by)
    held, through = asyncio.Event(), 0

    async def hold(route: Route) -> None:
        nonlocal through
        through += route.request.method == "POST"
        if through > 1:
            await held.wait()
        await route.continue_()

    await page.route("**/rehearsals/*", hold)
    await page.goto(f"/desk/rules/{book['case_id']}")
    await page.get_by_label("以过去几个月的纠纷推演").fill("1")
    await page.get_by_role("button", name="推演", exact=True).press("Enter")
    done = page.locator("[data-count=done]").first
    await expect(page.locator("strong[data-count=done]")).to_have_text("2")
    assert await page.get_by_role("progressbar").evaluate("one => one.value / one.max") == 2 / 7
    await expect(page.get_by_role("link", name="通知").first).to_be_visible()
    await look(page, "rehearsing")
    held.set()
    await page.unroute_all(behavior="ignoreErrors")
    await page.reload()
    await expect(page.get_by_text("已经完成").first).to_be_visible()
    await expect(done).to_have_text("7")
    await page.get_by_role("link", name="查看推演结果").click()
    await expect(page.get_by_role("heading", name="推演结果")).to_be_visible()


async def sent(town: DeskTown) -> UUID:
    """A message to the lead that a mail server refused."""
    await tell(town.hub)
    now = town.clock.now()
    await Queue(town.hub.pool).plan({"mail": {LEAD: "zhiban@zhujian.example"}}, now)
    sending: UUID = await town.hub.pool.fetchval("SELECT sending_id FROM notification.sending")
    await town.hub.pool.execute(REFUSED, sending, now)
    return sending


async def test_the_page_of_a_hot_spot_is_accessible(
    town: DeskTown, spot: UUID, sign_in: SignIn
) -> None:
    """热点的页面，亮色暗色都没有问题."""
    for scheme in ("light", "dark"):
        above = await sign_in(Role.SUPERVISOR, "620702-centre", color_scheme=scheme)
        await seen(above, f"/desk/hotspots/{spot}", shown(scheme, "hotspot"))
        await expect(above.get_by_text("所涉纠纷（9件）")).to_be_visible()
    assert town.address in above.url


async def test_what_cannot_be_shown_is_told_on_accessible_pages(
    sign_in: SignIn, opened: SignIn, faults: Faults
) -> None:
    """没有这一页、没有这件案卷、无权查看，以及请人登录的页面，亮色暗色都没有问题."""
    for status in ("403", "404"):
        faults.forgive(status)
    for scheme in ("light", "dark"):
        clerk = await sign_in(Role.WINDOW, "620702-window-1", color_scheme=scheme)
        await seen(clerk, "/desk/nowhere", status=404)
        await seen(clerk, "/desk/find?q=620702-99", "nothing-found", status=404)
        await seen(clerk, "/desk/disputes/620702-20261123-0000099-9", status=404)
        await seen(clerk, "/desk/health", status=403)
        nobody = await opened(color_scheme=scheme)
        await seen(nobody, "/party/nowhere", status=404)
    assert "/party/nowhere" in nobody.url


async def test_lists_and_cases_are_accessible_in_the_dark(town: DeskTown, sign_in: SignIn) -> None:
    """暗色：案卷、列表、待办、登记和系统管理的页面同样没有问题."""
    number, _ = await town.offices.register(matter="wuye")
    await town.hear()
    dark = {"color_scheme": "dark"}
    above = await sign_in(Role.SUPERVISOR, CENTRE, **dark)
    for path in ("/desk/disputes", f"/desk/disputes/{number}", f"/desk/press/{number}"):
        await seen(above, path)
    lead = await sign_in(Role.DEPARTMENT, LEAD, **dark)
    await seen(lead, "/desk/department")
    clerk = await sign_in(Role.WINDOW, "620702-window-1", **dark)
    await seen(clerk, "/desk/window/register")
    keeper = await sign_in(Role.ADMINISTRATOR, CENTRE, **dark)
    for path in ("/desk/health", "/desk/calendar", "/desk/directory/duties"):
        await seen(keeper, path)
    ground = "getComputedStyle(document.body).backgroundColor"
    shades = re.findall(r"\d+", await keeper.evaluate(ground))
    assert max(map(int, shades[:3])) < 60, "the page is not dark at all"
