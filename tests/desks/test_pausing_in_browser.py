"""中止 at the head's desk in a browser: done by its form, and what then stands still is seen."""

from playwright.async_api import expect

from services.reconsideration.commands import filing, handling
from services.reconsideration.domain.application import Application, file_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits
from tests.desks.town import DeskTown
from tests.reconsideration.makers import ANNA, AUTHORITY, RESPONDENT


async def test_the_head_suspends_a_case_and_what_is_done_meanwhile_is_refused_with_the_article(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """中止：期限停止计算，六十日按情形列明，其间不审理并写明法条，答复照收 (ARL 39, 41)."""
    faults.forgive("409 (Conflict)")
    number, dispute = await town.offices.register(matter="wuye")
    today = legal_day(town.clock.now())
    said = Application(
        authority=AUTHORITY,
        applicants=(ANNA,),
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
        handling.send_copy(work, case_id, by="o-1", received_on=today)

    await town.hub.act(Act(do=begin, files=[case_id]))
    head = await sign_in(Role.RECONSIDERATION_HEAD, AUTHORITY)
    file = f"/desk/disputes/{number}/files/{case_id}"
    await head.goto(f"{file}/suspension")
    await axe(head)
    await head.get_by_label("中止的情形").select_option("death")
    text = head.get_by_label("中止通知书正文")
    await text.focus()
    await expect(text).to_be_focused()
    await text.fill("申请人死亡，近亲属尚未确定是否参加。")
    await head.get_by_role("button", name="中止行政复议").click()
    await expect(head.locator(".told")).to_contain_text("已办理：中止行政复议")
    newest = head.locator(f"#p-{case_id}-5")
    for said in ("申请人死亡", "通知书"):
        await expect(newest).to_contain_text(said)
    await axe(head)
    await head.set_viewport_size({"width": 360, "height": 740})
    await fits(head)

    await head.goto(f"{file}/resumption")
    await expect(head.get_by_label("恢复审理通知书正文")).to_be_visible()
    assert "现在不能办理" not in await head.locator("main").inner_text()

    await head.goto(f"{file}/extension")
    held = "现在不能办理：行政复议中止，恢复以前不得办理"
    await expect(head.locator("main")).to_contain_text(held)
    reason = head.get_by_label("理由")
    await head.get_by_label("延长的日数").fill("10")
    await reason.focus()
    await expect(reason).to_be_focused()
    await reason.fill("情况复杂。")
    await head.get_by_role("button").last.click()
    await expect(head.locator("main")).to_contain_text("第39条第1款第1项")
    kinds = await town.offices.kinds(case_id)
    assert kinds[-1] == "suspended", kinds

    clerk = await sign_in(Role.DEPARTMENT, RESPONDENT)
    await clerk.goto(f"{file}/reply")
    await clerk.get_by_label("书面答复").fill("处罚依据充分。")
    await clerk.get_by_role("button", name="书面答复").last.click()
    await expect(clerk.locator(".told")).to_contain_text("已办理：被申请人提出书面答复")
