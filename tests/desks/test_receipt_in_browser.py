"""回执 on half a page: nothing is lost of it, however long the organs are called."""

from typing import Final

from playwright.async_api import Page, expect

from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import A5, LONG_ORGAN, NAMES, nothing_lost, sheets
from tests.desks.town import DeskTown

WINDOW: Final = "620702-window-1"
CALLED: Final = """([names, longest]) => {
  const any = new RegExp(names.sort((a, b) => b.length - a.length).join("|"), "g");
  const receipt = document.querySelector(".receipt");
  const walker = document.createTreeWalker(receipt, NodeFilter.SHOW_TEXT);
  let called = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    text.data = text.data.replace(any, () => { called += 1; return longest; });
  }
  return called;
}"""
"""Lets every organ, place and matter be called by the longest name; says how often they are."""


async def half(page: Page, number: str) -> None:
    """The receipt of a dispute on half a page, as it prints."""
    await page.goto(f"/desk/window/receipt/{number}?paper=half")
    await expect(page.locator(".receipt.half")).to_contain_text("办结期限")


async def test_the_receipt_of_half_a_page_holds_the_longest_names_on_one_sheet(
    town: DeskTown, sign_in: SignIn
) -> None:
    """半页（A5）回执：机构名称再长、期限再多，也印在一张上，一字不少."""
    number, _ = await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.WINDOW, WINDOW)
    await half(page, number)
    assert await sheets(page) == ["148 x 210"]
    assert await page.evaluate(CALLED, [NAMES, LONG_ORGAN]) > 5
    await page.emulate_media(media="print")
    await page.set_viewport_size(A5)
    await nothing_lost(page, "on half a page")
    assert await sheets(page) == ["148 x 210"]
