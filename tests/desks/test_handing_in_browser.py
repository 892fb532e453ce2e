"""当事人上传照片: a small telephone on a bad line, by keyboard too; and what the officer sees."""

import asyncio
from typing import Final
from uuid import UUID

from playwright.async_api import FilePayload, Locator, Page, Route, expect

from services.reconsideration.commands import filing
from services.reconsideration.domain.application import Application, file_of
from shared.attachments.keeping import MOST_BYTES
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.law.period import legal_day
from shared.work import Act, Work
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits
from tests.desks.test_day_in_browser import photograph
from tests.desks.town import LOOPBACK, DeskTown
from tests.party.telephone import APPLICANT, registered
from tests.reconsideration.makers import AUTHORITY, RESPONDENT

SHOWS: Final = "货物没有占用人行道"
PICTURE: Final = FilePayload(name="现场.png", mimeType="image/png", buffer=photograph())
NOTE: Final = FilePayload(name="说明.txt", mimeType="text/plain", buffer=b"not a picture")
HUGE: Final = FilePayload(name="录像.pdf", mimeType="application/pdf", buffer=bytes((1 << 20) + 1))


class Line:
    """A line that breaks once and is slow then."""

    def __init__(self) -> None:
        self.sent = 0

    async def __call__(self, route: Route) -> None:
        self.sent += 1
        if self.sent == 1:
            await route.abort("connectionreset")
            return
        await asyncio.sleep(2)
        await route.continue_()


async def accepted(town: DeskTown) -> tuple[str, UUID]:
    """An application of a party with a telephone, accepted."""
    taken = await registered(town.hub)
    await town.hear()
    applicant = await town.hub.pool.fetchval(
        "SELECT person_id FROM hub.people WHERE dispute_id = $1 AND side = 'applicant'",
        taken.case_id,
    )
    today = legal_day(town.clock.now())
    said = Application(
        authority=AUTHORITY,
        applicants=(applicant,),
        respondent=RESPONDENT,
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(taken.case_id, said)

    def begin(work: Work) -> None:
        filing.receive(work, case_id, taken.case_id, said, text="请求撤销处罚", by="o-1")
        filing.accept(work, case_id, by="o-1")

    await town.hub.act(Act(do=begin, files=[case_id]))
    return taken.number, case_id


async def come_in(page: Page, number: str) -> None:
    await page.goto("/party")
    await page.get_by_label("纠纷编号").fill(number)
    await page.get_by_label("登记时留的手机号").fill(APPLICANT)
    await page.get_by_role("button", name="查").click()
    await expect(page.locator("main")).to_contain_text("我的事办到哪了")


async def describe(page: Page) -> tuple[Locator, Locator]:
    """Say what the piece is; where that stands, and where its files are chosen, by keyboard."""
    await page.get_by_label("是哪一种？").select_option("electronic")
    await page.get_by_label("用来证明什么？").select_option("legality")
    shows = page.get_by_label("是什么，能证明什么？")
    await shows.fill(SHOWS)
    await shows.press("Tab")
    chooser = page.get_by_label("照片、扫描件")
    await expect(chooser).to_be_focused()
    return shows, chooser


async def half_of_a_file(town: DeskTown, page: Page, path: str) -> None:
    """A line that breaks in the middle of a file."""
    cookies = await page.context.cookies()
    told = "; ".join(f"{one['name']}={one['value']}" for one in cookies)  # type: ignore[typeddict-item] - they have both
    word = await page.locator("form.panel input[name=_csrf]").get_attribute("value")
    body = (
        f'--b\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n{word}\r\n'
        '--b\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\n'
    ).encode() + photograph()[:20]
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {LOOPBACK}:{town.port}\r\nCookie: {told}\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\n"
        f"Content-Length: {len(body) + 4000}\r\n\r\n"
    ).encode()
    _, writer = await asyncio.open_connection(LOOPBACK, town.port)
    writer.write(head + body)
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def test_a_picture_comes_through_a_line_that_breaks_and_what_is_none_is_told(
    town: DeskTown, opened: SignIn, sign_in: SignIn, faults: Faults
) -> None:
    """屏宽 360：断线自动重传，一秒以上看得到进度；不收的说明原因；填好的不丢；办案人员看得到."""
    faults.forgive("ERR_CONNECTION_RESET")
    faults.forgive("422 (Unprocessable")
    number, case_id = await accepted(town)
    phone = await opened(width=360, height=640)
    await come_in(phone, number)
    path = f"/party/act/{case_id}/evidence"
    await phone.goto(path)
    await fits(phone)
    await axe(phone)
    await half_of_a_file(town, phone, f"{path}/files")
    shows, chooser = await describe(phone)
    await phone.route("**/files", Line())
    assert await chooser.get_attribute("data-most") == str(MOST_BYTES)
    await chooser.evaluate("one => { one.dataset.most = 1048576; }")  # so that little is moved
    await chooser.set_input_files([PICTURE, NOTE, HUGE])
    listed = phone.locator(".handed-in li")
    await expect(listed.first).to_contain_text("网络中断，第2次重传")
    await expect(phone.locator("progress")).to_be_visible()
    await expect(phone.get_by_role("button", name="交上")).to_be_disabled()
    await expect(listed.first).to_contain_text("已上传：现场.png")
    await expect(listed.nth(1)).to_contain_text("说明.txt：只收")
    await expect(listed.nth(2)).to_contain_text("超过 1 MB，没有上传")
    await phone.unroute("**/files")
    await chooser.set_input_files([PICTURE])
    await expect(listed).to_have_count(3)
    await fits(phone)
    await axe(phone)
    await expect(shows).to_have_value(SHOWS)
    again = phone.get_by_role("button", name="再传一次：说明.txt")
    await again.press("Enter")
    await expect(listed.nth(1)).to_contain_text("说明.txt：只收")
    await phone.get_by_role("button", name="交上").press("Enter")
    await expect(phone.locator("main")).to_contain_text("编进证据目录")
    stored = await town.hub.pool.fetch("SELECT content FROM hub.attachment")
    assert [row["content"] for row in stored] == [photograph()]
    await phone.goto("/party/case")
    await fits(phone)
    await axe(phone)
    own = await phone.get_by_role("link", name="第1件").get_attribute("href")
    assert own is not None
    assert await (await phone.request.get(own)).body() == photograph()

    desk = await sign_in(Role.RECONSIDERATION, AUTHORITY)
    await desk.goto(f"/desk/disputes/{number}")
    await expect(desk.locator("#materials")).to_contain_text("照片")
