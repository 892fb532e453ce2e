"""认定、拟稿、送审、审批、用印 at the desks of a body and of its head, in a browser."""

from playwright.async_api import Page, expect

from services.reconsideration.commands import assigning, filing, handling
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.domain.assigning import Team
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner, Standing, ViewsManner
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, readable
from tests.desks.town import DeskTown
from tests.reconsideration.makers import ANNA, AUTHORITY, RESPONDENT


async def approved(head: Page) -> None:
    """What the head of the authority signed is recorded (ARL 61)."""
    signed = {"同意的机关负责人": "张某某", "职务": "副市长", "签署的意见": "同意。"}
    for label, said in signed.items():
        await write(head, label, said)
    await done(head, "审批")


async def write(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label).first
    await field.focus()
    await expect(field).to_be_focused()
    await field.fill(text)


async def done(page: Page, act: str) -> None:
    await page.get_by_role("button", name=act, exact=True).click()
    await expect(page.locator(".told")).to_contain_text(f"已办理：{act}")


async def test_a_decision_goes_from_the_findings_to_the_seal_and_the_respondent_sees_no_draft(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """逐项认定、拟稿、送审、同意、用印，各在各的页面上；被申请人看不到拟稿 (ARL 61, 75)."""
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
        handling.file_reply(work, case_id, text="处罚依据充分。", by="o-1")
        heard = (Standing.APPLICANT, ViewsManner.TELEPHONE)
        handling.hear_views(work, case_id, *heard, record="处罚过重。", by="o-1")
        assigning.assign(work, case_id, Team(reviewers=("fuyi-07", "fuyi-08")), by="o-1")

    await town.hub.act(Act(do=begin, files=[case_id]))
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    head = await sign_in(Role.RECONSIDERATION_HEAD, AUTHORITY)
    file = f"/desk/disputes/{number}/files/{case_id}"

    await officer.goto(f"{file}/findings")
    await readable(officer)
    await write(officer, "认定的内容", "处罚决定：作出前未告知陈述、申辩的权利。")
    await officer.get_by_label("程序").first.select_option("violated")
    await done(officer, "审理认定")

    await officer.goto(f"{file}/draft")
    await axe(officer)
    await officer.get_by_label("决定种类").first.select_option("upheld")
    await write(officer, "决定书正文", "维持行政处罚决定。")
    await officer.get_by_role("button", name="拟稿", exact=True).click()
    await expect(officer.locator("main")).to_contain_text("应当决定撤销该行政行为")
    await officer.get_by_label("决定种类").first.select_option("revoked")
    await write(officer, "决定书正文", "撤销行政处罚决定。")
    await done(officer, "拟稿")
    await officer.goto(f"{file}/submission")
    await done(officer, "送审")

    clerk = await sign_in(Role.DEPARTMENT, RESPONDENT)
    await clerk.goto(f"/desk/disputes/{number}")
    await expect(clerk.locator("main")).to_contain_text("拟稿")
    assert "撤销" not in await clerk.locator(f"#p-{case_id}-9").inner_text()

    await head.goto(f"{file}/approval")
    await axe(head)
    await approved(head)
    await officer.goto(f"{file}/seal")
    await done(officer, "用印")
    newest = officer.locator(f"#p-{case_id}-12")
    for told in ("复决字〔", "〕1号", "撤销"):
        await expect(newest).to_contain_text(told)
    kinds = await town.offices.kinds(case_id)
    assert kinds[-5:] == ["found", "drafted", "submitted", "approved", "decided"], kinds
