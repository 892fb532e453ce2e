"""推选代表人 on a cheap telephone: applicants by name, several of them, without script (ARL 15)."""

from uuid import UUID

from playwright.async_api import expect

from tests.desks.conftest import SignIn
from tests.desks.looking import Faults
from tests.desks.test_co_applying_in_browser import as_seen, look_up
from tests.desks.town import DeskTown
from tests.party.telephone import APPLICANT, last, registered, telephone
from tests.party.test_co_applying import NEIGHBOUR, YES, applied, naming


async def test_two_choose_each_by_its_own_small_telephone(
    opened: SignIn, town: DeskTown, faults: Faults
) -> None:
    """屏宽 360、没有脚本：按姓名勾选，没有选的告诉他、写了的留着；都选一样的推选出来."""
    faults.forgive("Failed to load resource")  # what is missing is answered with 422
    taken = await registered(town.hub)
    await town.hear()
    async with telephone(town.hub) as phone, telephone(town.hub) as other:
        case_id: UUID = await applied(town.hub, phone, taken.number)
        await phone.done(naming(case_id), name="赵某", phone=NEIGHBOUR)
        await other.sign_in(taken.number, NEIGHBOUR)
        await other.done(f"/party/co-application/{case_id}", **YES)
    plain = await opened(width=360, height=640, java_script_enabled=False)
    seen = await opened(width=360, height=640)
    for number in (APPLICANT, NEIGHBOUR):
        await plain.context.clear_cookies()
        await look_up(plain, taken.number, number)
        await plain.get_by_role("link", name="推选代表人").click()
        await as_seen(plain, seen)
        await plain.locator("textarea").fill("我推选赵某做代表人")
        await plain.get_by_role("button", name="交上我的推选").click()
        await expect(plain.locator("textarea")).to_have_value("我推选赵某做代表人")
        await as_seen(plain, seen)
        await plain.get_by_role("checkbox", name="赵某").check()
        await plain.get_by_role("button", name="交上我的推选").click()
        await expect(plain.locator("main")).to_contain_text("您的推选已经收到")
    elected = await last(town.hub, "reconsideration.representatives_elected.v1")
    assert len(elected["representatives"]) == 1
