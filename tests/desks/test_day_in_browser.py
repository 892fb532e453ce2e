"""一天 at the desks: registered, whistled for, answered from a telephone, watched, called back."""

import struct
import zlib
from datetime import timedelta

from playwright.async_api import Page, expect

from services.routing.store import whistle_of
from shared.auth import Role
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, fits, look
from tests.desks.town import DeskTown

WINDOW = "620702-window-1"
LEAD = "620702-zhujian"
OTHERS = ("620702-chengguan", "620702-sifa")
CENTRE = "620700-centre"


def photograph() -> bytes:
    """A small picture, as a telephone would make a large one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    dots = zlib.compress(b"\x00" + b"\x80\x10\x10" * 2 + b"\x00" + b"\x10\x80\x10" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


async def begin(page: Page, whistle: object, act: str) -> None:
    """Open the form of an act on the page of a whistle."""
    await page.goto(f"/desk/department/whistles/{whistle}?act={act}")
    await axe(page)


async def send(page: Page, term: str) -> None:
    """Hand the form in; the page says that it was done."""
    await page.locator("main form button.main").click()
    await expect(page.locator(".told")).to_contain_text(term)


async def test_a_whistle_from_the_first_call_to_its_close(town: DeskTown, sign_in: SignIn) -> None:
    """登记、吹哨、手机上报到和拍照、沉默升级、实时看到、回访、办结，全在页面上."""
    above = await sign_in(Role.SUPERVISOR, CENTRE)
    await above.goto("/desk/live")
    await axe(above)
    number, dispute = await town.offices.register(matter="wuye")
    whistle = whistle_of(dispute)
    await expect(above.get_by_text(number).first).to_be_visible(timeout=5_000)
    await look(above, "live")

    phone = await sign_in(Role.DEPARTMENT, LEAD, width=360, height=740)
    await phone.goto("/desk/department")
    await fits(phone)
    await axe(phone)
    await look(phone, "department")
    await phone.get_by_role("button", name="报到").first.click()
    await expect(phone.locator(".told")).to_contain_text("报到")
    await expect(above.locator("#facts strong", has_text="报到").first).to_be_visible(timeout=2_000)

    await begin(phone, whistle, "site-visit")
    await phone.get_by_label("现场记录").fill("工作人员两名到场，电梯确已停运，已拍照。")
    await phone.set_input_files(
        "#f-files", {"name": "现场.png", "mimeType": "image/png", "buffer": photograph()}
    )
    await expect(phone.locator(".handed-in li").first).to_be_visible()
    await fits(phone)
    await send(phone, "到场核实")
    await expect(phone.get_by_text("附件1（照片")).to_be_visible()
    await look(phone, "whistle")

    await town.at(town.clock.now() + timedelta(days=3))
    await expect(above.locator("#facts strong", has_text="逾期未报到").first).to_be_visible(
        timeout=5_000
    )
    for organ in OTHERS:
        for act, body in (
            ("check-in", {}),
            ("answer", {"finding": "solved", "opinion": "已配合核查，没有其他意见。"}),
        ):
            await town.offices.do(f"/whistles/{whistle}/{act}", Role.DEPARTMENT, organ, **body)
    await begin(phone, whistle, "answer")
    await phone.locator("#f-finding").select_option("solved")
    await phone.locator("#f-opinion").fill("物业公司已经修好并通过检验。")
    await send(phone, "反馈")
    await begin(phone, whistle, "finish")
    await phone.locator("#f-evidence").fill("检验合格报告、双方确认书。")
    await send(phone, "办结")

    clerk = await sign_in(Role.WINDOW, WINDOW)
    await clerk.goto("/desk/centre")
    await axe(clerk)
    await fits(clerk)
    await look(clerk, "centre")
    await begin(clerk, whistle, "callback")
    for asked in ("reached", "solved", "satisfied"):
        await clerk.locator(f"#f-{asked}").select_option("true")
    await send(clerk, "回访")
    assert "closed" in await town.hub.pool.fetchval(
        "SELECT state FROM hub.file WHERE case_id = $1", whistle
    )
    await expect(above.locator("#facts strong", has_text="回访").first).to_be_visible(timeout=3_000)
