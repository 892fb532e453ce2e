"""共同申请 on a cheap telephone: naming another, and confirming, without script (ARL 14, 22)."""

from uuid import UUID

from playwright.async_api import Page, expect

from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits, readable
from tests.desks.town import DeskTown
from tests.party.telephone import APPLICANT, last, registered, telephone
from tests.party.test_co_applying import NEIGHBOUR, applied
from tests.reconsideration.makers import AUTHORITY


async def look_up(plain: Page, number: str, phone: str) -> None:
    await plain.goto("/party")
    await plain.get_by_label("纠纷编号").fill(number)
    await plain.get_by_label("登记时留的手机号").fill(phone)
    await plain.get_by_role("button", name="查").click()


async def as_seen(plain: Page, seen: Page) -> None:
    """The page that is open without script, looked at with it: axe needs a page with script."""
    await seen.context.clear_cookies()
    await seen.context.add_cookies(await plain.context.cookies())  # type: ignore[arg-type] - as told
    await seen.goto(plain.url)
    await readable(seen)


async def test_two_apply_together_each_by_its_own_small_telephone(
    opened: SignIn, sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """屏宽 360、没有脚本：一个人写上另一个人，另一个人自己确认；填错的留着，谁没有确认看得到."""
    faults.forgive("Failed to load resource")  # what is missing is answered with 422
    taken = await registered(town.hub)
    await town.hear()
    async with telephone(town.hub) as phone:
        case_id: UUID = await applied(town.hub, phone, taken.number)
    plain = await opened(width=360, height=640, java_script_enabled=False)
    seen = await opened(width=360, height=640)
    await look_up(plain, taken.number, APPLICANT)
    await plain.get_by_role("link", name="还有人和我一起申请").click()
    await as_seen(plain, seen)
    await plain.get_by_label("他叫什么名字").fill("赵某")
    await plain.get_by_label("他的手机号").fill(APPLICANT)
    await plain.get_by_role("button", name="写上他").click()
    await expect(plain.locator("main")).to_contain_text("这是您自己的电话")
    await expect(plain.get_by_label("他叫什么名字")).to_have_value("赵某")
    await plain.get_by_label("他的手机号").fill(NEIGHBOUR)
    await plain.get_by_role("button", name="写上他").click()
    await expect(plain.locator("main")).to_contain_text("等他本人确认")

    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    await officer.goto(f"/desk/reconsideration/files/{case_id}")
    await expect(officer.locator("main")).to_contain_text("尚未确认，不是申请人")
    await axe(officer)
    lacks = officer.locator("section[aria-labelledby=lacks-title]")
    await lacks.get_by_role("link", name="通知补正").click()
    await expect(officer.locator("textarea").first).to_contain_text(
        "写明的共同申请人1名没有本人签名、确认"
    )

    await plain.context.clear_cookies()
    await look_up(plain, taken.number, NEIGHBOUR)
    await expect(plain.locator("main")).to_contain_text("请求撤销处罚决定")
    await as_seen(plain, seen)
    await plain.get_by_label("我一起申请").first.check()
    await plain.get_by_role("button", name="交上我的答复").click()
    await expect(plain.locator("input[value=true]")).to_be_checked()
    await plain.locator("textarea").fill("我一起申请")
    await plain.get_by_role("button", name="交上我的答复").click()
    await expect(plain.locator("main")).to_contain_text("今天起您也是申请人")
    await as_seen(plain, seen)
    said = await last(town.hub, "reconsideration.co_application_answered.v1")
    assert said["agrees"] is True
    await officer.goto(f"/desk/reconsideration/files/{case_id}")
    await expect(officer.locator("main")).to_contain_text("本人确认，该日为其申请之日")
    await officer.set_viewport_size({"width": 360, "height": 740})
    await fits(officer)
