"""What every page is looked at for: faults that a browser tells, and what axe-core finds."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Page, ViewportSize

from shared.directory import load
from shared.frame.vendor import FETCHED
from tests.desks.pictures import READ, SHOWN

AXE: Final = FETCHED / "axe-core" / "axe.min.js"

LOST: Final = Path(__file__).with_name("zoom.js").read_text()

LONG: Final = Path(__file__).with_name("long.js").read_text()
LONG_ORGAN: Final = (
    "甘肃省张掖市甘州区国家现代农业示范区东部片区综合管理委员会市政公用事业住房保障和物业服务"
    "行政审批联合办事中心驻东街街道第一综合服务大厅值班窗口"
)
LONGEST: Final = (
    LONG_ORGAN,
    "阿卜杜热依木·买买提吐尔逊·艾则孜·阿卜杜拉·库尔班江·努尔买买提·伊斯拉木·托合提·依明",
    "620702" * 10,
)
"""How long an organisation, a person and a number without a break may be."""
TOWN: Final = load()
NAMES: Final = sorted(
    {one.name for one in (*TOWN.organs(), *TOWN.counties(), *TOWN.matters.values())}
)
"""What organs, counties and matters are called."""

TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

PICTURES: Final = Path(__file__).parents[2] / "docs" / "desks"
ASKED: Final = "HUB_PICTURES"
"""Set in the environment by whoever wants the pictures of the documents made anew."""

WIDTHS: Final = {"desk": (1280, 800), "phone": (390, 844)}
BULLETS: Final = """lists => lists
  .filter((one) => getComputedStyle(one).listStyleType !== "none")
  .map((one) => one.innerText)"""
NARROW: Final[ViewportSize] = {"width": 360, "height": 740}
WIDE: Final[ViewportSize] = {"width": 1280, "height": 800}
A4: Final[ViewportSize] = {"width": 658, "height": 971}
"""What the margins of `hub.css` leave of the paper, at 96 dots an inch."""
A5: Final[ViewportSize] = {"width": 484, "height": 726}
"""What those of `window.css` leave of half of it."""
SHEETS: Final[tuple[tuple[Literal["screen", "print"], ViewportSize], ...]] = (
    *(("screen", WIDE), ("screen", NARROW), ("print", A4)),
)
"""On what a page is read with the longest names."""
KNOWN: Final = frozenset(name for names in SHOWN.values() for name in names)
ROWS: Final[Mapping[str, str]] = {
    **{name.rpartition("-")[0]: path for path, names in SHOWN.items() for name in names},
    **{name: path for path, name in READ.items()},
}
"""名称 → the path of the page that a test looks at by that name."""


class Faults:
    """What a browser complained of on the pages of one context."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self._forgiven: list[str] = []

    def watch(self, page: Page) -> None:
        """Keep what is told on this page: broken rules of content, errors of scripts."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.told.append(f"{page.url}: {error}"))

    def forgive(self, words: str) -> None:
        """A test that breaks something on purpose says what the browser will tell of it."""
        self._forgiven.append(words)

    def left(self) -> list[str]:
        """What nobody forgave."""
        return [line for line in self.told if not any(one in line for one in self._forgiven)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.told.append(f"{message.location.get('url', '')}: {message.text}")


async def axe(page: Page) -> None:
    """Fail with rule, place and help where axe-core finds something; then look at it enlarged."""
    # Through the debugger, where the page's own policy does not ask where a script is from.
    await page.evaluate(AXE.read_text())
    told: dict[str, Any] = await page.evaluate(
        "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS
    )
    found = [
        f"{one['id']}: {one['help']} ({one['helpUrl']})\n    {node['html']}\n    "
        f"{node['failureSummary']}"
        for one in told["violations"]
        for node in one["nodes"]
    ]
    assert not found, f"{page.url}\n" + "\n".join(found)
    assert told["passes"]
    await enlarged(page)


async def enlarged(page: Page) -> None:
    """Fail where something is lost at 200 %, window or text alone (WCAG 1.4.4, 1.4.10).

    A window of 1280 by 800 zoomed to 200 % has 640 by 400 pixels of CSS, each of them four dots;
    text alone is enlarged by a root whose letters are twice as big.
    """
    before = page.viewport_size
    assert before is not None
    text = "document.documentElement.style.fontSize"
    try:
        await page.set_viewport_size({"width": 640, "height": 400})
        await nothing_lost(page, "at 200 %")
        await page.set_viewport_size({"width": 1280, "height": 800})
        await page.evaluate(f"{text} = '200%'")
        await nothing_lost(page, "with text at 200 %")
    finally:
        await page.evaluate(f"{text} = ''")
        await page.set_viewport_size(before)


async def nothing_lost(page: Page, how: str) -> None:
    """Ask until a page that draws itself anew for its new size has done so."""
    for _ in range(10):
        if not (told := await page.evaluate(LOST)):
            return
        await page.wait_for_timeout(100)
    raise AssertionError(f"{page.url} {how}:\n" + "\n".join(told))


async def fits(page: Page) -> None:
    """Fail where a page is wider than what shows it."""
    wide = await page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide[0] <= wide[1], f"{page.url} is {wide[0]} wide on {wide[1]}"


async def readable(page: Page) -> None:
    """The page as it is: nothing found by axe, nothing lost enlarged or on a narrow screen.

    Nor has a page forgotten the style of its tabs: they would stand there as a list with bullets.
    """
    await axe(page)
    assert await page.locator("nav ul").evaluate_all(BULLETS) == [], page.url
    before = page.viewport_size
    assert before is not None
    await page.set_viewport_size(NARROW)
    try:
        await fits(page)
    finally:
        await page.set_viewport_size(before)


async def long_names(page: Page) -> None:
    """Fail where something is lost with the longest names: on a wide, a narrow screen, on paper."""
    before = page.viewport_size
    assert before is not None
    await page.evaluate(LONG, [NAMES, LONGEST])
    try:
        for media, size in SHEETS:
            await page.emulate_media(media=media)
            await page.set_viewport_size(size)
            await nothing_lost(page, f"with long names on a {media} {size['width']} wide")
    finally:
        await page.emulate_media(media="null")
        await page.set_viewport_size(before)
        await page.evaluate("shorten()")


async def sheets(page: Page) -> list[str]:
    """What comes out of the printer: width and height of each sheet, in millimetres."""
    await page.emulate_media(media="print")
    printed = await page.pdf(prefer_css_page_size=True)
    await page.emulate_media(media="screen")
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    return [" x ".join(str(round(float(side) / 72 * 25.4)) for side in box) for box in boxes]


async def look(page: Page, name: str) -> None:
    """A page that a row of `pictures.py` names: everybody can read it; its picture is written.

    Pictures are written if asked, as wide as the documents show them. Fails where the page that
    is open is not that of the row, or `readable` or `long_names` finds something.
    """
    at, row = urlsplit(page.url).path, ROWS[name]
    assert re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", row), at), f"{name} is of {row}, not of {at}"
    await readable(page)
    await long_names(page)
    if os.environ.get(ASKED):
        await _written(page, name)


async def seen(page: Page, path: str, name: str = "", *, status: int = 200) -> None:
    """A page that is there and that everybody can read; `name` is of its picture."""
    answer = await page.goto(path)
    assert answer is not None
    assert answer.status == status, path
    assert await page.locator("main h1").count() == 1, path
    await (look(page, name) if name else readable(page))


async def _written(page: Page, name: str) -> None:
    before = page.viewport_size
    PICTURES.mkdir(parents=True, exist_ok=True)
    for one, (width, height) in WIDTHS.items():
        if (picture := f"{name}-{one}") not in KNOWN:
            continue
        await page.set_viewport_size({"width": width, "height": height})
        await page.screenshot(path=PICTURES / f"{picture}.png")
    if before is not None:
        await page.set_viewport_size(before)
