"""Keys: what a clerk presses at a form, and a dispute registered by them."""

from dataclasses import dataclass, field
from typing import Final

from playwright.async_api import Locator, Page, expect

KEY_SECONDS: Final = 0.28
"""Card, Moran and Newell 1980, K: a key, by one who types 40 words a minute."""
THINK_SECONDS: Final = 1.35
"""The same, M: to think of what comes next, before each thing that is one to the mind."""
KEYS_A_SIGN: Final = 4
"""A Chinese character by its sounds: three letters of 拼音 on average, and a key to take it."""

TELLS: Final = """
addEventListener("keydown", (event) => pressed("", event.target.id), true);
addEventListener("input", (event) => {
  if (event.data && /[^ -~]/.test(event.data)) pressed(event.data, event.target.id);
}, true);
"""


@dataclass
class Keystrokes:
    """What was pressed on a page, and how long that takes by the keystroke-level model."""

    keys: int = 0
    signs: str = ""
    """What was written that no key has: a clerk writes it with an input method."""
    fields: set[str] = field(default_factory=set)
    """Where something was written or chosen: each is thought of before."""

    async def count(self, page: Page) -> None:
        """From the next page on that is opened there."""
        await page.context.expose_function("pressed", self._pressed)
        await page.add_init_script(TELLS)

    def seconds(self, *, choices: int) -> float:
        """How long it takes, the answers of the hub apart; so often a list was read to choose."""
        marks = sum(sign in "，。、；：？！“”" for sign in self.signs)
        keys = self.keys + marks + (len(self.signs) - marks) * KEYS_A_SIGN
        return keys * KEY_SECONDS + (len(self.fields) + choices) * THINK_SECONDS

    def _pressed(self, sign: str, place: str) -> None:
        self.keys += not sign
        self.signs += sign
        self.fields.add(place)


async def type_to(page: Page, *texts: str) -> None:
    """Type into one field after another; Enter leads to the next."""
    for text in texts:
        await page.keyboard.type(text)
        await page.keyboard.press("Enter")


async def reach(page: Page, field: Locator, *, most: int = 60) -> None:
    """Go on from field to field by the tabulator until it is there."""
    for _ in range(most):
        if await field.evaluate("one => one === document.activeElement"):
            return
        await page.keyboard.press("Tab")
    await expect(field).to_be_focused()


async def chosen(page: Page, text: str, name: str) -> None:
    """Type into a list until what is meant stands first, and take it."""
    await page.keyboard.type(text)
    await expect(page.get_by_role("option").first).to_contain_text(name)
    await page.keyboard.press("Enter")


async def register(page: Page) -> str:
    """Register a dispute about property management at the window, by its form; its number."""
    await page.goto("/desk/window/register")
    await expect(page.get_by_label("纠纷类型")).to_be_focused()
    await chosen(page, "wyfw", "物业服务纠纷")
    await expect(page.get_by_label("发生地")).to_be_focused()
    await chosen(page, "djjd", "东街街道")
    await type_to(page, "小区电梯停运两周")
    await page.keyboard.type("物业公司两周没有修理电梯。")
    await reach(page, page.get_by_label("诉求"))
    await page.keyboard.type("请求尽快修好。")
    await reach(page, page.get_by_label("姓名或者名称").first)
    await type_to(page, "赵某")
    await reach(page, page.get_by_label("联系电话").first)
    await type_to(page, "13700000000")
    await page.keyboard.press("F9")
    await expect(page.get_by_role("heading", name="纠纷登记回执")).to_be_visible(timeout=20_000)
    return page.url.partition("?")[0].rpartition("/")[2]
