"""审查 at the officer's desk in a browser: what is found stands on the file (ARL 30)."""

from playwright.async_api import expect

from services.reconsideration.commands import filing
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


async def test_an_officer_finds_the_conditions_and_accepts_against_them_with_a_reason_only(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """审查认定逐项列在案卷上；认定不符合的，不写明理由不得受理 (ARL 30)."""
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

    await town.hub.act(Act(do=begin, files=[case_id]))
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    file = f"/desk/disputes/{number}/files/{case_id}"
    await officer.goto(f"{file}/conditions")
    await axe(officer)
    opinion = officer.get_by_label("审查意见")
    await opinion.focus()
    await expect(opinion).to_be_focused()
    await opinion.fill("申请人不是处罚决定的相对人。")
    await officer.get_by_label("利害关系").first.select_option("none")
    await officer.get_by_role("button").last.click()
    newest = officer.locator(f"#p-{case_id}-2")
    await expect(newest).to_contain_text("与被申请的行政行为有利害关系：不符合")
    await axe(officer)
    await officer.set_viewport_size({"width": 360, "height": 740})
    await fits(officer)

    await officer.goto(f"{file}/acceptance")
    await officer.get_by_role("button").last.click()
    await expect(officer.locator("main")).to_contain_text("不采纳认定的理由")
    assert (await town.offices.kinds(case_id))[-1] == "conditions_found"
