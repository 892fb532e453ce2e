"""当事人的一天: a cheap telephone, 360 px wide, script switched off; and axe on every page."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from playwright.async_api import Page, Response, expect

from services.reconsideration.commands import filing
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits, look
from tests.desks.town import DeskTown
from tests.party.telephone import APPLICANT, number, officer, registered

NEXT = "button[value=next]"
LIGHT_BYTES: Final = 100_000
MISSING: Final = "请补交处罚决定书复印件"


async def weigh(page: Page, path: str) -> tuple[int, list[str]]:
    """Bytes of everything that a browser loads with a page, not compressed, and what that is."""
    loaded: list[Response] = []

    def note(one: Response) -> None:
        loaded.append(one)

    page.on("response", note)
    await page.goto(path, wait_until="networkidle")
    page.remove_listener("response", note)
    bodies = [await one.body() for one in loaded]
    return sum(map(len, bodies)), [one.request.resource_type for one in loaded]


async def look_up(plain: Page, number: str) -> None:
    """Say who one is."""
    await plain.get_by_label("纠纷编号").fill(number)
    await plain.get_by_label("登记时留的手机号").fill(APPLICANT)
    await plain.get_by_role("button", name="查").click()


async def prints_its_days(plain: Page) -> None:
    """On paper stand the days to remember and whom to call, and nothing to press."""
    await plain.locator("summary", has_text="看全部").click()
    await plain.emulate_media(media="print")
    await expect(plain.locator(".dates .until").first).to_be_visible()
    await expect(plain.get_by_role("link", name="12345")).to_be_visible()
    await expect(plain.get_by_role("link", name="申请行政复议")).to_be_hidden()
    await plain.emulate_media(media="screen")


async def take_notice(plain: Page, seen: Page) -> str:
    """Take the notice that was sent, and read it; its address. axe needs a page with script."""
    await plain.goto("/party/case")
    await plain.get_by_role("link", name="在网上收补正通知").click()
    await seen.context.add_cookies(await plain.context.cookies())  # type: ignore[arg-type] - as told
    await seen.goto(plain.url)
    await look(seen, "party-taking")
    await plain.get_by_role("button", name="我同意在网上收").click()
    await plain.get_by_role("link", name="看补正通知书").click()
    await expect(plain.locator("main")).to_contain_text(MISSING)
    return plain.url


async def supplement(plain: Page, case_id: UUID, number: str) -> None:
    """Supply what is missing; in the middle of it the hour is over."""
    await plain.goto(f"/party/act/{case_id}/supplement")
    await plain.get_by_label("补充的内容").fill("处罚决定书复印件一份")
    await plain.context.clear_cookies()
    await plain.get_by_role("button", name="交上").click()
    await look_up(plain, number)
    await expect(plain.get_by_label("补充的内容")).to_have_value("处罚决定书复印件一份")
    await plain.get_by_role("button", name="交上").click()
    await expect(plain.locator("main")).to_contain_text("您补的材料收到了")


async def test_a_party_goes_its_way_on_a_small_telephone_without_script(
    opened: SignIn, town: DeskTown, faults: Faults
) -> None:
    """不用脚本、屏宽 360 也能从查询走到递交申请、拿到回执；每页过无障碍检查."""
    faults.forgive("Failed to load resource")  # what is missing is answered with 422
    taken = await registered(town.hub)
    await town.hear()
    plain = await opened(width=360, height=640, java_script_enabled=False)
    weight, loaded = await weigh(plain, "/party")
    assert weight < LIGHT_BYTES, "HTML, styles and pictures together"
    assert "stylesheet" in loaded, "what is weighed is the whole page"
    await look_up(plain, taken.number)
    await prints_its_days(plain)
    await plain.get_by_role("link", name="申请行政复议").click()
    await plain.get_by_label("是哪个机关").select_option("620702-chengguan")
    await plain.locator(NEXT).click()
    await expect(plain.locator("main")).to_contain_text("还差 3 项")
    await expect(plain.locator(".faults")).to_be_focused()
    await plain.get_by_label("是哪一类决定").select_option("penalty")
    await plain.get_by_label("您是哪天知道这个决定").fill("2026-11-02")
    await plain.locator("input[name=told_remedies][value=true]").check()
    await plain.locator(NEXT).click()
    await plain.get_by_label("您要求怎么办").fill("请求撤销处罚决定")
    await plain.get_by_label("事情是怎么回事").fill("摊位在划定的区域以内。")
    await plain.locator(NEXT).click()
    await expect(plain.locator("main")).to_contain_text("最后一天是2027年1月4日")
    await plain.get_by_role("button", name="交上申请").click()
    await expect(plain.locator("main")).to_contain_text("甘州区人民政府")
    receipt = plain.url
    assert "甘州区人民政府" in await plain.inner_text("main")
    applied = "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.received.v1'"
    assert await town.hub.pool.fetchval(applied) == 1
    case_id = UUID(receipt.split("/")[-2])
    town.clock.move_to(town.clock.now() + timedelta(minutes=5))
    await officer(town.hub, filing.notify_supplement, case_id, text=MISSING)
    await number(
        town.hub, case_id, "supplement", "reconsideration.supplement_notified.v1", "复补字"
    )
    seen = await opened(width=360, height=640)
    paper = await take_notice(plain, seen)
    town.clock.move_to(town.clock.now() + timedelta(minutes=5))
    await supplement(plain, case_id, taken.number)

    await seen.context.add_cookies(await plain.context.cookies())  # type: ignore[arg-type] - as told
    for name, path in {
        "party-case": "/party/case",
        "party-receipt": receipt,
        "party-paper": paper,
        "party-withdrawal": f"/party/act/{taken.case_id}/withdrawal",
        "party-agent": f"/party/act/{case_id}/agent",
        "party-mediation": "/party/mediation",
        "party-reconsideration": "/party/reconsideration",
        "party-ask": "/party",
    }.items():
        await seen.goto(path)
        await look(seen, name)
    await seen.goto("/party/reconsideration")
    await seen.locator(NEXT).click()
    await axe(seen)
    await seen.context.clear_cookies()
    await seen.goto("/party/case")
    assert "请先核对身份" in await seen.inner_text("main")
    await fits(seen)
    await axe(seen)


async def test_a_party_may_ask_on_a_telephone_for_adjudication(
    opened: SignIn, town: DeskTown
) -> None:
    """可以裁决的纠纷，当事人的手机上有申请行政裁决的一页."""
    taken = await registered(town.hub, matter="tudi", place="620702100")
    await town.hear()
    phone = await opened(width=360, height=640)
    await phone.goto("/party")
    await phone.get_by_label("纠纷编号").fill(taken.number)
    await phone.get_by_label("登记时留的手机号").fill(APPLICANT)
    await phone.get_by_role("button", name="查").click()
    await phone.locator('a[href="/party/adjudication"]').first.click()
    assert "申请行政裁决" in await phone.inner_text("h1")
    await look(phone, "party-adjudication")
