"""参加人 at the desk in a browser: an heir takes over, a third person is called, by the forms."""

from playwright.async_api import Page, expect

from services.reconsideration.commands import filing, pausing
from services.reconsideration.domain.application import Application, file_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.pausing import Suspension
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits
from tests.desks.town import DeskTown
from tests.reconsideration.makers import AUTHORITY, RESPONDENT


async def type_in(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label).last
    await field.focus()
    await expect(field).to_be_focused()
    await field.fill(text)


async def test_an_heir_is_put_on_file_and_a_third_person_is_called_at_the_desk(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """近亲属承受申请人的地位，中止的原因随即消除；通知已登记的人作为第三人 (ARL 14, 16, 39)."""
    del faults
    number, dispute = await town.offices.register(matter="wuye")
    today = legal_day(town.clock.now())
    person = await town.hub.pool.fetchval(
        "SELECT person_id FROM hub.people WHERE dispute_id = $1 AND side = 'applicant'", dispute
    )
    said = Application(
        authority=AUTHORITY,
        applicants=(person,),
        respondent=RESPONDENT,
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(dispute, said)

    def begin(work: Work) -> None:
        filing.receive(work, case_id, dispute, said, text="请求撤销处罚", by="o-1")
        filing.accept(work, case_id, by="o-1")
        pausing.suspend(work, case_id, Suspension.DEATH, text="申请人死亡", by="o-1")

    await town.hub.act(Act(do=begin, files=[case_id]))
    desk = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    file = f"/desk/disputes/{number}/files/{case_id}"
    await desk.goto(f"{file}/succession")
    await axe(desk)
    await desk.get_by_label("死亡或者终止的申请人").select_option(str(person))
    await desk.get_by_label("承受的情形").select_option("relatives")
    await desk.get_by_label("与死亡的当事人的关系").select_option("spouse")
    await type_in(desk, "姓名或者名称", "王某")
    await type_in(desk, "依据", "户口簿，妻子参加行政复议的声明。")
    await desk.set_viewport_size({"width": 360, "height": 740})
    await fits(desk)
    await desk.set_viewport_size({"width": 1280, "height": 800})
    await desk.get_by_role("button", name="承受申请人、第三人的地位").click()
    await expect(desk.locator(".told")).to_contain_text("已办理")
    for version, said in ((4, "配偶"), (5, "申请人死亡")):
        await expect(desk.locator(f"#p-{case_id}-{version}")).to_contain_text(said)

    await desk.goto(f"{file}/resumption")
    await type_in(desk, "恢复审理通知书正文", "近亲属参加行政复议，恢复审理。")
    await desk.get_by_role("button", name="恢复审理").click()
    await expect(desk.locator(".told")).to_contain_text("已办理")
    await desk.goto(f"{file}/third-person")
    await desk.get_by_label("已经登记的当事人").select_option(label="钱某（对方）")
    await desk.get_by_label("由行政复议机构通知参加").select_option("true")
    await desk.get_by_label("同行政行为或者案件处理结果有利害关系").select_option("true")
    await type_in(desk, "参加行政复议通知书或者申请书正文", "通知参加行政复议。")
    await desk.get_by_role("button").last.click()
    await expect(desk.locator(".told")).to_contain_text("已办理")
    kinds = await town.offices.kinds(case_id)
    wanted = ["applicant_succeeded", "cause_gone", "resumed", "third_person_joined"]
    assert kinds[-4:] == wanted, kinds
