"""A counter without a line takes all who come together: several applicants, several opponents."""

from playwright.async_api import Page, expect

from shared.auth import Role
from shared.db import Pool
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits
from tests.desks.test_counter import WINDOW, cut, fill, numbers, open_counter
from tests.desks.town import DeskTown

SIDES = """
SELECT p ->> 'side' FROM hub.outbox, jsonb_array_elements(body::jsonb -> 'parties')
WITH ORDINALITY AS each (p, n) WHERE kind = 'intake.registered.v1' ORDER BY n
"""


async def one_more(page: Page, side: str) -> None:
    """A row for another party, on this side."""
    await page.get_by_role("button", name="增加当事人").click()
    added = page.locator("[data-added] select[name$='/side']").last
    await expect(added).to_be_focused()
    await added.select_option(side)


async def test_all_who_come_together_are_taken_in_without_a_line_and_registered_as_one(
    sign_in: SignIn, town: DeskTown, db: Pool, faults: Faults
) -> None:
    """断网时两名申请人、两个对方一起登记，恢复后是一件纠纷，四名当事人都在，地位不变 (RULES 1)."""
    page = await sign_in(Role.WINDOW, WINDOW, width=390, height=844)
    await open_counter(page)
    await cut(page.context, faults)
    for side in ("applicant", "opponent", "opponent"):
        await one_more(page, side)
    await page.get_by_role("button", name="去掉这名当事人").last.click()
    await expect(page.get_by_role("button", name="增加当事人")).to_be_focused()
    await expect(page.get_by_role("group", name="当事人4")).to_be_visible()
    await axe(page)
    await fits(page)
    others = {"parties/2/name": "孙某", "parties/2/phone": "13700000002", "parties/3/name": "李某"}
    await fill(page, "宅旁空地归谁使用", **others)
    await expect(page.locator("#count")).to_have_text("1")
    await expect(page.locator("[data-party]")).to_have_count(2)  # the next dispute begins anew
    await page.context.set_offline(False)
    await expect(page.locator("#count")).to_have_text("0")
    [number] = await numbers(town)
    await expect(page.locator("#waiting")).to_contain_text(f"已登记，纠纷编号 {number}")
    sides = [row[0] for row in await db.fetch(SIDES)]
    assert sides == ["applicant", "opponent", "applicant", "opponent"]
    assert await db.fetchval("SELECT count(*) FROM hub.people") == 4


async def test_what_is_wrong_with_one_who_was_added_leads_to_the_row_of_that_one(
    sign_in: SignIn, town: DeskTown, db: Pool, faults: Faults
) -> None:
    """空着的一行不算当事人；报送退回的，指到有误的那一名，填过的都在，更正后登记."""
    faults.forgive("status of 422")
    page = await sign_in(Role.WINDOW, WINDOW)
    await open_counter(page)
    await cut(page.context, faults)
    await one_more(page, "applicant")
    more = {"parties/1/name": "", "parties/2/name": "孙某", "parties/2/phone": "12"}
    await fill(page, "宅旁空地归谁使用", **more)
    await expect(page.locator("#count")).to_have_text("1")
    local = await page.locator("#receipt-number").inner_text()
    await page.context.set_offline(False)
    await page.get_by_role("button", name=f"修改 {local}").click()
    wrong = page.locator("#counter [aria-invalid=true]")
    await expect(wrong).to_have_count(1)
    await expect(wrong).to_have_value("12")
    await expect(page.locator("[name='parties/1/name']")).to_have_value("孙某")
    await expect(page.locator("[name='parties/1/side']")).to_have_value("applicant")
    await wrong.fill("13700000002")
    await page.get_by_role("button", name="收下，出具本机回执").click()
    await expect(page.locator("#count")).to_have_text("0")
    assert len(await numbers(town)) == 1
    assert [row[0] for row in await db.fetch(SIDES)] == ["applicant", "applicant"]
