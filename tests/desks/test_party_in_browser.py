"""当事人的一天: a cheap telephone, 360 px wide, script switched off; and axe on every page."""

from playwright.async_api import expect

from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits, look
from tests.desks.town import DeskTown
from tests.party.telephone import APPLICANT, registered

NEXT = "button[value=next]"


async def test_a_party_goes_its_way_on_a_small_telephone_without_script(
    opened: SignIn, town: DeskTown, faults: Faults
) -> None:
    """不用脚本、屏宽 360 也能从查询走到递交申请、拿到回执；每页过无障碍检查."""
    faults.forgive("Failed to load resource")  # what is missing is answered with 422
    taken = await registered(town.hub)
    await town.hear()
    plain = await opened(width=360, height=640, java_script_enabled=False)
    await plain.goto("/party")
    await plain.get_by_label("纠纷编号").fill(taken.number)
    await plain.get_by_label("登记时留的手机号").fill(APPLICANT)
    await plain.get_by_role("button", name="查").click()
    await plain.get_by_role("link", name="申请行政复议").click()
    await plain.get_by_label("是哪个机关").select_option("620702-chengguan")
    await plain.locator(NEXT).click()
    await expect(plain.locator("main")).to_contain_text("还差 3 项")
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
    assert (
        await town.hub.pool.fetchval(
            "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.received.v1'"
        )
        == 1
    )

    seen = await opened(width=360, height=640)
    await seen.context.add_cookies(await plain.context.cookies())  # type: ignore[arg-type] - as told
    for name, path in {
        "case": "/party/case",
        "receipt": receipt,
        "withdrawal": f"/party/act/{taken.case_id}/withdrawal",
        "mediation": "/party/mediation",
        "reconsideration": "/party/reconsideration",
        "ask": "/party",
    }.items():
        await seen.goto(path)
        await fits(seen)
        await axe(seen)
        await look(seen, f"party-{name}")
    await seen.goto("/party/reconsideration")
    await seen.locator(NEXT).click()
    await axe(seen)
