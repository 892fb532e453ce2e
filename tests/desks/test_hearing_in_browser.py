"""听证 at the officer's desk in a browser: set by its form, and held on no other day."""

from datetime import timedelta

from playwright.async_api import Page, expect

from services.reconsideration.commands import filing, handling
from services.reconsideration.commands import hearing as hearings
from services.reconsideration.domain.application import Application, file_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner, Standing
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.desks.body import at_work
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits
from tests.desks.town import DeskTown
from tests.reconsideration.makers import ANNA, AUTHORITY, RESPONDENT

TITLES = {f"fuyi-0{n}": f"复议人员{said}" for n, said in enumerate("一二三四", 1)}


async def choose_who_sits(officer: Page) -> None:
    """By name, from the people of the body."""
    await officer.get_by_label("主持人").select_option("fuyi-01")
    for one in ("复议人员二（fuyi-02）", "复议人员三（fuyi-03）"):
        await officer.get_by_role("group", name="听证员").get_by_label(one).check()
    await officer.get_by_label("记录员").select_option("fuyi-04")


async def test_an_officer_sets_a_hearing_by_its_form_and_does_not_hold_it_on_another_day(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """填通知的各项定下听证；没有到通知载明之日的，不予记载举行 (ARL 50, 51)."""
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
    await at_work(town.hub, AUTHORITY, **TITLES)
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    file = f"/desk/disputes/{number}/files/{case_id}"
    await officer.goto(f"{file}/hearing-notice")
    await axe(officer)
    day = today + timedelta(days=14)
    await officer.get_by_label("组织听证的情形").select_option("needed")
    await officer.get_by_label("听证的时间").fill(f"{day}T09:00")
    for label, text in (
        ("听证的地点", "三楼听证室"),
        ("拟听证事项", "占道面积如何认定"),
    ):
        field = officer.get_by_label(label)
        await field.focus()
        await expect(field).to_be_focused()
        await field.fill(text)
    await choose_who_sits(officer)
    await officer.set_viewport_size({"width": 360, "height": 740})
    await fits(officer)
    await officer.set_viewport_size({"width": 1280, "height": 800})
    await officer.locator("main form").get_by_role("button").last.click()
    await expect(officer.locator(".told")).to_contain_text("已办理：决定组织听证")
    newest = officer.locator(f"#p-{case_id}-5")
    for word in ("听证时间", "主持人复议人员一", "复议人员二、复议人员三"):
        await expect(newest).to_contain_text(word)

    def tell(work: Work) -> None:
        for who in (Standing.APPLICANT, Standing.RESPONDENT):
            hearings.notify(work, case_id, who, by="o-1")

    await town.hub.act(Act(do=tell, files=[case_id]))
    await officer.goto(f"{file}/hearing")
    await axe(officer)
    await officer.set_viewport_size({"width": 360, "height": 740})
    await fits(officer)
    await officer.get_by_label("被申请人的负责人参加听证").select_option("true")
    signed = officer.get_by_role("group", name="在听证笔录上签名的各方")
    for who in ("申请人", "被申请人"):
        await signed.get_by_label(who, exact=True).check()
    minutes = officer.locator('main [name="minutes"]')
    await minutes.focus()
    await expect(minutes).to_be_focused()
    await minutes.fill("主持人宣布听证开始。")
    await officer.locator("main form").get_by_role("button").last.click()
    await expect(officer.locator("main")).to_contain_text("另日举行的应当先延期")
    kinds = await town.offices.kinds(case_id)
    assert kinds[-1] == "hearing_notified", kinds
