"""一天 at the desks: registered, whistled for, answered from a telephone, watched, called back."""

import math
import struct
import zlib
from datetime import timedelta
from uuid import UUID

from playwright.async_api import Page, expect

from services.routing.store import whistle_of
from shared.auth import Role
from shared.db import Pool
from tests.desks.conftest import SignIn
from tests.desks.keys import register
from tests.desks.looking import Faults, axe, fits, look
from tests.desks.town import DeskTown, followed

WINDOW = "620702-window-1"
LEAD = "620702-zhujian"
OTHERS = ("620702-chengguan", "620702-sifa")
CENTRE = "620700-centre"


LOOKED_AWAY = """() => {
  Object.defineProperty(document, "hidden", { get: () => true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def photograph() -> bytes:
    """A small picture, as a telephone would make a large one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    dots = zlib.compress(b"\x00" + b"\x80\x10\x10" * 2 + b"\x00" + b"\x10\x80\x10" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


async def begin(page: Page, whistle: UUID, act: str) -> None:
    """Open the form of an act on the page of a whistle."""
    await page.goto(f"/desk/department/whistles/{whistle}?act={act}")
    await axe(page)


async def send(page: Page, term: str) -> None:
    """Hand the form in; the page says that it was done."""
    await page.locator("main form button.main").click()
    await expect(page.locator(".told")).to_contain_text(term)


async def visited(phone: Page, whistle: UUID) -> None:
    """现场核实, with a photograph, on a telephone."""
    await begin(phone, whistle, "site-visit")
    record = "工作人员两名到场，电梯确已停运，已拍照。"
    await phone.get_by_label("现场记录").fill(record)
    chooser = phone.locator("#f-files")
    assert await chooser.get_attribute("capture") is None, "pictures taken before are taken, too"
    await chooser.set_input_files(
        {"name": "现场.png", "mimeType": "image/png", "buffer": photograph()}
    )
    await expect(phone.locator(".handed-in")).to_contain_text("已上传：现场.png")
    await phone.evaluate(LOOKED_AWAY)
    await phone.reload()  # the telephone had let the page go
    await expect(phone.get_by_label("现场记录")).to_have_value(record)
    await expect(phone.locator(".handed-in input[name=stored]")).to_be_checked()
    await fits(phone)
    await send(phone, "到场核实")
    await expect(phone.get_by_text("附件1（照片")).to_be_visible()
    await look(phone, "whistle")


async def checked_in(page: Page) -> None:
    """一键报到, from the list of the department."""
    await page.goto("/desk/department")
    await page.get_by_role("button", name="报到").first.click()
    await expect(page.locator(".told")).to_contain_text("报到")


async def answered(page: Page, whistle: UUID, opinion: str) -> None:
    """反馈: solved."""
    await begin(page, whistle, "answer")
    await page.locator("#f-finding").select_option("solved")
    await page.locator("#f-opinion").fill(opinion)
    await send(page, "反馈")


async def called_back(clerk: Page) -> None:
    """回访, from the list of the window: reached, solved, satisfied."""
    await clerk.goto("/desk/centre")
    await look(clerk, "centre")
    await clerk.goto("/desk/window?tab=callback")
    await clerk.get_by_role("link", name="回访", exact=True).click()
    await axe(clerk)
    for asked in ("reached", "solved", "satisfied"):
        await clerk.locator(f"#f-{asked}").select_option("true")
    await send(clerk, "回访")


async def test_a_whistle_from_the_first_call_to_its_close(
    town: DeskTown, sign_in: SignIn, db: Pool
) -> None:
    """登记、吹哨、手机上报到和拍照、沉默升级、实时看到、回访、办结，全在页面上."""
    above = await sign_in(Role.SUPERVISOR, CENTRE)
    await above.goto("/desk/live")
    await axe(above)
    clerk = await sign_in(Role.WINDOW, WINDOW)
    number = await register(clerk)
    await expect(above.get_by_text(number).first).to_be_visible(timeout=5_000)
    await followed(town)
    await expect(above.locator('tr[data-county="620702"] td').first).to_have_text("1")
    await look(above, "live")
    whistle = whistle_of(await db.fetchval("SELECT case_id FROM intake.dispute"))

    phone = await sign_in(Role.DEPARTMENT, LEAD, width=360, height=740)
    await phone.goto("/desk/department")
    await look(phone, "department")
    await checked_in(phone)
    await expect(above.locator("#facts strong", has_text="报到").first).to_be_visible(timeout=2_000)
    await visited(phone, whistle)

    await town.at(town.clock.now() + timedelta(days=3))
    await expect(above.locator("#facts strong", has_text="逾期未报到").first).to_be_visible(
        timeout=5_000
    )
    for organ in OTHERS:
        assisting = await sign_in(Role.DEPARTMENT, organ)
        await checked_in(assisting)
        await answered(assisting, whistle, "已配合核查，没有其他意见。")
    await answered(phone, whistle, "物业公司已经修好并通过检验。")
    await begin(phone, whistle, "finish")
    await phone.locator("#f-evidence").fill("检验合格报告、双方确认书。")
    await send(phone, "办结")
    await called_back(clerk)
    closed = await db.fetchval("SELECT state FROM hub.file WHERE case_id = $1", whistle)
    assert "closed" in closed
    await expect(above.locator("#facts strong", has_text="回访").first).to_be_visible(timeout=3_000)


AWAY_MM = 3000
"""Where one stands who reads a clock across the room."""
DOT_MM = 25.4 / 96
"""A pixel of CSS, as it is meant to be."""
LEGIBLE_MINUTES = 5
"""Arc minutes of the smallest sign that normal sight tells apart (GB/T 11533: 5.0)."""
CLOCK = """one => {
  const said = getComputedStyle(one);
  const lines = Math.round(one.clientHeight / parseFloat(said.lineHeight));
  return [parseFloat(said.fontSize), lines];
}"""
"""How big its letters are, and on how many lines."""


def least_pixels() -> float:
    """The size of letters, in pixels of CSS, that one reads with ease from three metres.

    There an arc minute is 3000 mm x tan(1/60 degree) = 0.87 mm. Normal sight just tells a sign of
    five minutes, 4.36 mm; with ease it reads twice that, 8.73 mm or 33 pixels. A figure is as high
    as seven tenths of its font, so the font has 47 pixels.
    """
    high = AWAY_MM * math.tan(math.radians(2 * LEGIBLE_MINUTES / 60))
    return high / DOT_MM / 0.7


async def test_the_clock_of_each_whistle_is_read_from_three_metres(
    town: DeskTown, sign_in: SignIn
) -> None:
    """清单上、哨的页面上每个钟，站在三米以外读得清：字高按视力折算，不折行."""
    _, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    page = await sign_in(Role.DEPARTMENT, LEAD)
    for path in ("/desk/department", f"/desk/department/whistles/{whistle_of(dispute)}"):
        await page.goto(path)
        clocks = page.locator(".dial .clock")
        assert await clocks.count() > 0
        for one in await clocks.all():
            size, lines = await one.evaluate(CLOCK)
            assert (size >= least_pixels(), lines) == (True, 1), (path, size)


async def test_the_second_of_two_clerks_on_one_whistle_keeps_what_was_typed(
    town: DeskTown, sign_in: SignIn, faults: Faults
) -> None:
    """两人同时办理一件：后提交的被告知案卷已有更新，所填内容还在."""
    faults.forgive("412")
    _, dispute = await town.offices.register(matter="wuye")
    await town.hear()
    whistle = whistle_of(dispute)
    one = await sign_in(Role.DEPARTMENT, LEAD, code="o-1")
    other = await sign_in(Role.DEPARTMENT, LEAD, code="o-2")
    await begin(other, whistle, "answer")
    await other.locator("#f-finding").select_option("solved")
    await other.locator("#f-opinion").fill("物业公司已经修好。")
    await checked_in(one)
    await other.locator("main form button.main").click()
    await expect(other.get_by_role("alert")).to_contain_text("已有更新")
    await expect(other.locator("#f-opinion")).to_have_value("物业公司已经修好。")
    await axe(other)
    assert "answered" not in await town.offices.kinds(whistle)
