"""筛选以后的清单 in a browser: meetings of a committee, rule books and how they were rehearsed."""

import re
from datetime import date
from functools import partial

from playwright.async_api import Page, expect

from services.consultation.commands import listing
from services.consultation.domain.plenary import Plenary
from services.consultation.store import roster_of
from shared.auth import Role
from shared.contracts.consultation import PlenarySubject
from shared.work import Act, Work
from tests.consultation.makers import AUTHORITY, EXPERTS, THREE, enrolled
from tests.desks.conftest import SignIn
from tests.desks.looking import NARROW, WIDE, long_names, readable
from tests.desks.town import DeskTown
from tests.routing.books import changed

CENTRE = "620700-centre"
COMMITTEE = "620702-committee"
ROSTER = roster_of(AUTHORITY)
SUBJECTS = (PlenarySubject.COMMON, PlenarySubject.YEARLY_REPORT, PlenarySubject.COMMON)


def hold(work: Work, nth: int) -> object:
    """One meeting a month, whose minutes say which it was."""
    met = Plenary(
        called_on=date(2026, nth, 10),
        chair=THREE[0],
        attended=tuple(THREE),
        subjects=(SUBJECTS[nth - 1],),
    )
    on, minutes = date(2026, nth, 20), f"第{nth}次会议，讨论裁量标准。" * 9
    return listing.hold_plenary(work, ROSTER, met, minutes=minutes, by="secretary-1", on=on)


MIDDLES = """form => ["select, input", "button"].map(named => {
  const box = [...form.querySelectorAll(named)].at(-1).getBoundingClientRect();
  return box.top + box.height / 2;
})"""


async def same_line(page: Page, form: str) -> None:
    """Where there is room, the button stands on the line of what it narrows by, not below it."""
    await page.set_viewport_size(WIDE)
    # Both at one moment: the page may still be scrolling to its list.
    middles = await page.locator(form).evaluate(MIDDLES)
    assert abs(middles[0] - middles[1]) <= 2, f"{page.url}: {middles}"


async def looked_at(page: Page, form: str) -> None:
    """A narrowed list as it is on a desk and on a telephone: its row is whole, nothing is lost."""
    await expect(page.locator(form)).to_be_visible()
    await same_line(page, form)
    await readable(page)
    await long_names(page)
    await page.set_viewport_size(NARROW)
    for one in await page.locator(f"{form} :is(select, input:not([type=hidden]), button)").all():
        box = await one.bounding_box()
        assert box is not None
        assert box["height"] >= 44, "too small for a finger"
        assert box["x"] + box["width"] <= NARROW["width"]
    await page.set_viewport_size(WIDE)


async def test_meetings_of_a_committee_are_narrowed_on_a_desk_and_on_a_telephone(
    town: DeskTown, sign_in: SignIn
) -> None:
    """全体会议按议题、日期筛选，条件留在表单里；没有符合的说明怎样再看 (RULES 142)."""
    await enrolled(town.hub, AUTHORITY, EXPERTS)
    for nth in (1, 2, 3):
        await town.hub.act(Act(do=partial(hold, nth=nth), files=[ROSTER]))
    form = "form[aria-label=筛选和排序]"
    page = await sign_in(Role.SECRETARY, COMMITTEE)
    await page.goto(f"/desk/consultation/plenaries/{ROSTER}")
    await page.get_by_label("议题").select_option("common")
    await page.get_by_label("召开之日：自").fill("2026-02-01")
    await page.get_by_role("button", name="筛选").press("Enter")
    await expect(page.locator("main section h2")).to_have_text(["2026年3月20日"])
    await expect(page.get_by_label("议题")).to_have_value("common")
    await expect(page.get_by_label("召开之日：自")).to_have_value("2026-02-01")
    await looked_at(page, form)
    await page.get_by_label("召开之日：自").fill("2026-05-01")
    await page.get_by_role("button", name="筛选").press("Enter")
    await expect(page.locator(".empty")).to_contain_text("没有符合条件的全体会议")
    await looked_at(page, form)
    await page.get_by_role("link", name="清除条件").click()
    await expect(page.locator("main section h2")).to_have_count(3)


async def test_rule_books_and_their_rehearsals_are_narrowed_on_a_desk_and_on_a_telephone(
    town: DeskTown, sign_in: SignIn
) -> None:
    """规则簿、推演记录按状态筛选，条件留在表单里；没有符合的说明怎样再看 (RULES 51)."""
    by = (Role.SUPERVISOR, CENTRE)
    for title in ("网格优先的规则簿", "另一份规则簿"):
        text = changed(("通用规则簿", title))
        book = await town.offices.do("/rulebooks", *by, text=text)
    here = f"/rulebooks/{book['case_id']}/rehearsals"
    for _ in range(2):
        course = await town.offices.do(here, *by, months=1)
        await town.offices.do(f"{here}/{course['rehearsal_id']}/cancellation", *by)
    page = await sign_in(*by)
    for path, called, state, count in (
        ("/desk/rules", "筛选", "drafted", 2),
        ("/desk/rules", "筛选", "withdrawn", 0),
        (f"/desk/rules/{book['case_id']}", "筛选推演记录", "cancelled", 2),
        (f"/desk/rules/{book['case_id']}", "筛选推演记录", "broken", 0),
    ):
        form = page.locator(f"form[aria-label={called}]")
        await page.goto(path)
        await form.get_by_label("状态").select_option(state)
        await form.get_by_role("button").press("Enter")
        await expect(page).to_have_url(re.compile(f"state={state}"))
        await expect(form.get_by_label("状态")).to_have_value(state)
        await expect(page.locator("main tbody tr")).to_have_count(count)
        await looked_at(page, f"form[aria-label={called}]")
