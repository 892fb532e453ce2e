"""申请复议 on a telephone: what few are asked is there once it is their turn, in two steps."""

from typing import Final

from playwright.async_api import Page, expect

from tests.desks.conftest import SignIn
from tests.desks.looking import look
from tests.desks.town import DeskTown
from tests.party.telephone import APPLICANT, registered

NEXT: Final = "button[value=next]"
STEPS: Final = (
    (
        ("requested_on", "omission", "true"),
        {"respondent": "620702-chengguan", "act": "licence", "omission": "true"},
        {"requested_on": "2026-09-01", "duty_within": "20个工作日"},
    ),
    (
        ("through", "sort", "partnership"),
        {"sort": "partnership", "through": "executive_partner"},
        {"request": "请求责令办理食品经营许可。", "facts": "九月一日交了材料，没有答复。"},
    ),
)
"""Of each step, what is asked after which answer; what is chosen, and what is typed."""


async def turns(page: Page, name: str, after: str, answer: str) -> None:
    """A question is there once another one was answered so, and only then."""
    asked, other = page.locator(f"[name={name}]"), page.locator(f"[name={after}]")
    await expect(asked).to_be_hidden()
    await other.select_option(answer)
    await expect(asked).to_be_visible()
    await other.select_option("")
    await expect(asked).to_be_hidden()


async def test_what_few_are_asked_is_there_once_the_answer_before_it_says_so(
    town: DeskTown, opened: SignIn
) -> None:
    """机关一直没有办的、不是公民本人申请的，选了才问后面几项 (ARR2026 12, 24)."""
    taken = await registered(town.hub)
    await town.hear()
    page = await opened(width=360, height=640)
    await page.goto("/party")
    await page.get_by_label("纠纷编号").fill(taken.number)
    await page.get_by_label("登记时留的手机号").fill(APPLICANT)
    await page.get_by_role("button", name="查").click()
    await expect(page.locator("main")).to_contain_text("我的事办到哪了")
    await page.goto("/party/reconsideration")
    for nth, (question, chosen, typed) in enumerate(STEPS, 1):
        assert f"第 {nth} 步" in await page.inner_text("main")
        await turns(page, *question)
        for name, value in chosen.items():
            await page.locator(f"[name={name}]").select_option(value)
        for name, value in typed.items():
            await page.locator(f"[name={name}]").fill(value)
        await look(page, f"party-silence-{nth}")
        await page.locator(NEXT).click()
