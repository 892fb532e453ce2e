"""逐一送达 and what follows a case, at the desks of a body, its head and the respondent."""

from functools import partial
from uuid import UUID

from playwright.async_api import Page, expect

from services.reconsideration.commands import (
    aftermath,
    assigning,
    deciding,
    drafting,
    filing,
    handling,
)
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.serving import Serving
from services.reconsideration.store import aftermath_of, numbers_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner, Outcome, Standing, ViewsManner
from shared.contracts.service import Manner
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, readable
from tests.desks.town import DeskTown
from tests.reconsideration.deciding import AGREED, FOUND, Draft
from tests.reconsideration.makers import ANNA, AUTHORITY, RESPONDENT


async def write(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label).first
    await field.focus()
    await expect(field).to_be_focused()
    await field.fill(text)


async def done(page: Page, act: str) -> None:
    await page.get_by_role("button", name=act, exact=True).click()
    await expect(page.locator(".told")).to_contain_text(f"已办理：{act}")


async def on_a_telephone(page: Page) -> None:
    await readable(page)


async def decided(town: DeskTown) -> tuple[str, UUID]:
    """Revoked, sealed and served on the applicant today."""
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
        found = [("经查。", dict(FOUND[Outcome.REVOKED]))]
        drafting.record_findings(work, case_id, found, by="o-1")
        drafting.draft(work, case_id, Draft(outcome=Outcome.REVOKED).drafted, text="撤", by="o-1")
        drafting.submit(work, case_id, by="o-1")
        drafting.approve(work, case_id, consent=AGREED, by="o-2")
        drafting.seal(work, case_id, by="o-1")
        served = Serving(
            standing=Standing.APPLICANT, person_id=ANNA, manner=Manner.DIRECT, shown_on=today
        )
        deciding.serve(work, case_id, served, receipt="本人签收。", by="o-1")

    await town.hub.act(Act(do=begin, files=[case_id, numbers_of(AUTHORITY), aftermath_of(case_id)]))
    return number, case_id


async def test_each_is_served_and_a_letter_goes_out_comes_in_and_is_reported_on(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """逐一送达，最后一名送达即为送达；意见书制发、收到、报送，各在各的页面上 (ARL 75, 76)."""
    faults.forgive("409 (Conflict)")
    number, case_id = await decided(town)
    today = legal_day(town.clock.now()).isoformat()
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    head = await sign_in(Role.RECONSIDERATION_HEAD, AUTHORITY)
    case = f"/desk/disputes/{number}/files/{case_id}"

    await officer.goto(f"{case}/service")
    await on_a_telephone(officer)
    await officer.get_by_label("受送达人的地位").select_option("respondent")
    await officer.get_by_label("送达方式").select_option("refused")
    await officer.get_by_label("回证载明的日期").fill(today)
    await write(officer, "送达回证的记载", "收发室拒收，两人见证，文书留置。")
    await officer.get_by_role("button", name="逐一送达", exact=True).click()
    await expect(officer.locator("main")).to_contain_text("应当具备")
    await officer.get_by_label("具备该方式的条件").first.check()
    await done(officer, "逐一送达")
    await expect(officer.locator("main")).to_contain_text("已送达")

    after = aftermath_of(case_id)
    on = legal_day(town.clock.now())
    open_file = partial(aftermath.open_file, about=case_id, on=on)
    await town.hub.act(Act(do=open_file, files=[case_id, after]))
    file = f"/desk/disputes/{number}/files/{after}"
    await head.goto(f"{file}/opinion-letter")
    await on_a_telephone(head)
    await write(head, "有关机关", RESPONDENT)
    await head.get_by_label("发现的情形").select_option("illegal")
    await write(head, "意见书正文", "同类处罚均未告知权利，请纠正。")
    await done(head, "制发行政复议意见书")
    await officer.goto(f"{file}/opinion-letter-receipt")
    await done(officer, "有关机关收到意见书")

    clerk = await sign_in(Role.DEPARTMENT, RESPONDENT)
    await clerk.goto(f"/desk/disputes/{number}")
    await expect(clerk.locator("main")).to_contain_text("报送纠正情况期限")
    await on_a_telephone(clerk)
    await clerk.goto(f"{file}/correction-report")
    await write(clerk, "纠正情况的报告", "已经撤销同类处罚三件。")
    await done(clerk, "报送纠正情况")
    kinds = await town.offices.kinds(after)
    assert kinds == [
        *("decision_took_effect", "aftermath_opened", "opinion_letter_issued"),
        *("opinion_letter_received", "correction_reported"),
    ]
