"""制作文书 in a browser: from the page of the case to a file on the officer's own machine."""

import re
from io import BytesIO

from playwright.async_api import expect
from pypdf import PdfReader

from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, look, readable
from tests.desks.town import DeskTown

AUTHORITY = "620702-government"


async def applied(town: DeskTown) -> str:
    """A dispute whose applicant asked for reconsideration, accepted; its number."""
    number, dispute = await town.offices.register(matter="chengguan")
    who = "SELECT person_id FROM hub.people WHERE dispute_id = $1 AND side = 'applicant'"
    today = town.clock.now().date().isoformat()
    told = await town.offices.do(
        "/reconsiderations",
        Role.RECONSIDERATION,
        AUTHORITY,
        dispute_id=str(dispute),
        authority=AUTHORITY,
        applicants=[str(await town.hub.pool.fetchval(who, dispute))],
        respondent="620702-chengguan",
        act="penalty",
        manner="in_person",
        received_on=today,
        learnt_on=today,
        text="请求撤销处罚决定。",
    )
    case = f"/reconsiderations/{told['case_id']}"
    await town.offices.do(f"{case}/acceptance", Role.RECONSIDERATION, AUTHORITY)
    await town.hear()
    return number


async def test_an_officer_makes_a_paper_from_the_page_of_the_case(
    town: DeskTown, sign_in: SignIn
) -> None:
    """在案卷页点开文书，写明目的，PDF 和 Word 保存到本机 (ARL 30)."""
    number = await applied(town)
    page = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    await page.goto(f"/desk/disputes/{number}")
    listed = page.get_by_text("可以制作的文书")
    await listed.click()
    await expect(page.get_by_role("link", name="PDF 受理通知书", exact=True)).to_be_visible()
    await readable(page)
    await page.get_by_role("link", name="PDF 受理通知书", exact=True).click()
    await expect(page.get_by_label("制作目的")).to_be_focused()
    await look(page, "papers")
    async with page.expect_download() as waiting:
        await page.get_by_role("button", name="制作文书").click()
    saved = await waiting.value
    assert saved.suggested_filename == f"行政复议申请受理通知书 {number}.pdf"
    reader = PdfReader(BytesIO((await saved.path()).read_bytes()))
    assert "赵某：" in reader.pages[0].extract_text()
    made = await town.hub.pool.fetch("SELECT sort, purpose FROM hub.papers_made")
    assert [tuple(one) for one in made] == [("acceptance.pdf", "制作文书")]


MORE = """
INSERT INTO hub.documents (document_id, case_id, dispute_id, kind, text, sha256, at)
SELECT gen_random_uuid(), f.case_id, f.dispute_id,
       CASE WHEN n % 4 = 0 THEN 'site_record' ELSE 'decision' END, '内容', '',
       now() + n * '1h'::interval
FROM hub.file f, generate_series(1, 120) n WHERE f.office = 'reconsideration' AND f.version > 1
"""


async def test_a_long_list_of_papers_is_turned_over_on_the_screen_and_whole_on_paper(
    town: DeskTown, sign_in: SignIn
) -> None:
    """材料多的案卷，屏幕上逐页翻、按种类看；打印时全部列出."""
    number = await applied(town)
    await town.hub.pool.execute(MORE)
    page = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    await page.goto(f"/desk/disputes/{number}")
    seen = page.locator("#materials tbody tr:visible")
    await expect(seen).to_have_count(50)
    every = await page.locator("#materials tbody tr").count()
    assert every > 120
    await page.locator("#materials").get_by_role("link", name="下一页").click()
    await expect(page).to_have_url(re.compile("papers=2#materials"))
    await expect(seen).to_have_count(50)
    await axe(page)
    await page.get_by_label("种类").select_option(label="现场记录")
    await page.locator("#materials").get_by_role("button", name="查看").click()
    await expect(page).to_have_url(re.compile("papers_kind="))
    await expect(seen).to_have_count(30)
    await page.emulate_media(media="print")
    await expect(seen).to_have_count(every)
