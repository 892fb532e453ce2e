"""证据 at the officer's desk in a browser: pieces are listed with their scans by one form."""

from pathlib import Path

from playwright.async_api import expect

from services.reconsideration.commands import filing
from services.reconsideration.domain.application import Application, file_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, readable
from tests.desks.test_handing_in_browser import Line
from tests.desks.town import DeskTown
from tests.reconsideration.makers import ANNA, AUTHORITY, RESPONDENT

SHOWS = "现场照片，证明货物没有占用人行道"


async def test_an_officer_lists_a_piece_with_its_scan_and_what_is_no_scan_is_told(
    town: DeskTown, sign_in: SignIn, faults: Faults, tmp_path: Path
) -> None:
    """逐件填写证据，逐件上传扫描件，断线自动重传；不收的写明原因，已经上传的留着 (ARL 43)."""
    faults.forgive("422 (Unprocessable")
    faults.forgive("ERR_CONNECTION_RESET")
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

    await town.hub.act(Act(do=begin, files=[case_id]))
    scan, note = tmp_path / "scan.pdf", tmp_path / "note.txt"
    scan.write_bytes(b"%PDF-1.7\n1 0 obj")
    note.write_text("不是扫描件")
    officer = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    await officer.goto(f"/desk/disputes/{number}/files/{case_id}/evidence")
    await readable(officer)
    first = officer.get_by_role("group", name="证据第1项")
    await first.get_by_label("证据种类").select_option("document")
    shows = first.get_by_label("证据的名称和证明目的")
    await shows.focus()
    await expect(shows).to_be_focused()
    await shows.fill(SHOWS)
    await officer.route(f"**/{case_id}/evidence/files", Line())
    await first.locator('input[type="file"]').set_input_files([scan, note])
    await expect(first).to_contain_text("网络中断，第2次重传")
    await expect(first).to_contain_text("已上传：scan.pdf")
    await expect(officer.locator("main")).to_contain_text("note.txt：只收")
    await axe(officer)
    send = officer.locator("main form button.main")
    await officer.locator("button[name=more]").first.click()
    await expect(officer.get_by_role("checkbox")).to_have_count(1)  # the row is as empty as others
    await shows.fill("")
    await send.click()
    await expect(officer.locator("main .faults")).to_be_visible()
    await shows.fill(SHOWS)
    await expect(first).to_contain_text("已上传第1件（PDF，")
    await send.click()
    await expect(officer.locator(".told")).to_contain_text("已办理：申请人")
    await expect(officer.locator(f"#p-{case_id}-3")).to_contain_text("书证")
    listed = await town.hub.pool.fetchval(
        "SELECT evidence #>> '{pieces,0,attachments,0}' FROM reconsideration.ordinary"
    )
    assert listed, "the scan is not in the list"
