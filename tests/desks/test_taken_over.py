"""The form of registration, sent when the line is gone: the counter takes it over, once."""

import base64
import json
import os
import re
from datetime import date, timedelta

import pytest
import structlog
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.async_api import Page, Route, expect
from structlog.testing import LogCapture
from structlog.typing import EventDict

from services.intake.counter import pages
from shared.auth import Role
from shared.clock import StillClock
from shared.db import Pool
from shared.work import Hub
from tests.desks.conftest import SignIn
from tests.desks.looking import Faults, axe, fits
from tests.desks.test_counter import WINDOW, at_rest, cut, numbers
from tests.desks.test_window import TYPED
from tests.desks.town import DeskTown
from tests.desks.visitor import Visitor, building, hidden

REGISTER = "/desk/window/register"


async def filled(page: Page, subject: str, **more: str) -> str:
    """The form of registration, filled in; the key that it will be sent with."""
    await page.goto(REGISTER)
    await expect(page.get_by_text("网络中断时自动转为本机存件")).to_be_visible()
    await page.locator("select[name=matter]").select_option("linli", force=True)
    await page.locator("select[name=place]").select_option("620702001", force=True)
    said = {
        "subject": subject,
        "content": "双方均称空地由自家使用多年。",
        "demand": "请求对方停止占用。",
        "parties/0/name": "赵某",
        "parties/0/phone": "13700000000",
        "parties/1/name": "钱某",
        **more,
    }
    if any(name.startswith("parties/2/") for name in said):
        await page.get_by_role("button", name="增加当事人").click()
    for name, value in said.items():
        await page.locator(f"[name='{name}']").fill(value)
    return await page.locator("[name=key]").input_value()


async def drafts(page: Page) -> int:
    """How many drafts lie in this browser."""
    found: int = await page.evaluate(
        "Object.keys(localStorage).filter((one) => one.startsWith('hub:draft:')).length"
    )
    return found


async def test_a_form_sent_without_a_line_is_taken_over_and_mended_where_it_is_wrong(
    sign_in: SignIn, town: DeskTown, db: Pool, faults: Faults
) -> None:
    """提交前断网：不用重填，转为本机存件，给本机回执；恢复后报送，有误的栏目更正，只登记一件."""
    faults.forgive("status of 422")
    page = await sign_in(Role.WINDOW, WINDOW)
    key = await filled(
        page, "宅旁空地归谁使用", **{"parties/2/name": "孙某", "parties/2/phone": "12"}
    )
    await cut(page.context, faults)
    await page.get_by_role("button", name="登记", exact=True).click()
    given = page.locator("#receipt-number")
    await expect(given).to_have_text(re.compile(r"^LOCAL-20261123-[0-9A-F]{8}$"))
    await expect(page.locator("#receipt-subject")).to_have_text("宅旁空地归谁使用")
    await expect(page.locator("#count")).to_have_text("1")
    await axe(page)
    kept = await at_rest(page)
    assert json.loads(kept)[0]["key"] == key
    assert not any(words in kept for words in ("赵某", "13700000000", "空地"))
    assert await drafts(page) == 0
    assert await numbers(town) == []
    local = await given.inner_text()
    await page.context.set_offline(False)
    await page.get_by_role("button", name=f"修改 {local}").click()
    wrong = page.locator("[name='parties/2/phone']")
    await expect(wrong).to_have_value("12")
    await wrong.fill("13600000000")
    await page.set_viewport_size({"width": 360, "height": 740})
    await axe(page)
    await fits(page)
    await page.get_by_role("button", name="收下，出具本机回执").click()
    await expect(page.locator("#count")).to_have_text("0")
    [number] = await numbers(town)
    await expect(page.locator("#waiting")).to_contain_text(f"已登记，纠纷编号 {number}")
    assert await db.fetchval("SELECT count(*) FROM hub.people") == 3


async def test_a_form_whose_answer_alone_was_lost_is_one_dispute(
    sign_in: SignIn, town: DeskTown, faults: Faults
) -> None:
    """枢纽已经登记、答复丢失：转为本机存件再报送，同一键、同一编号，只有一件."""
    faults.forgive("ERR_FAILED")
    page = await sign_in(Role.WINDOW, WINDOW)
    await filled(page, "宅旁空地归谁使用", on="2026-11-20")

    async def lose(route: Route) -> None:
        if route.request.method != "POST":
            return await route.fallback()
        await route.fetch(max_redirects=0)
        await page.context.clear_cookies(name="hub_told")  # it was lost with the answer
        return await route.abort()

    await page.context.route(f"**{REGISTER}", lose)
    await page.get_by_role("button", name="登记", exact=True).click()
    await expect(page.locator("#receipt-subject")).to_have_text("宅旁空地归谁使用")
    await expect(page.locator("#count")).to_have_text("0")
    [number] = await numbers(town)
    await expect(page.locator("#waiting")).to_contain_text(f"已登记，纠纷编号 {number}")


def sealed(key: str, local: str, said: dict[str, object]) -> str:
    """As a browser seals."""
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), base64.b64decode(key))
    ours, nonce = ec.generate_private_key(ec.SECP256R1()), os.urandom(12)
    secret = HKDF(SHA256(), 32, salt=None, info=b"hub counter").derive(
        ours.exchange(ec.ECDH(), theirs)
    )
    point = ours.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    text = AESGCM(secret).encrypt(nonce, json.dumps(said).encode(), local.encode())
    return base64.b64encode(point + nonce + text).decode()


async def hand_in(window: Visitor, key: str, day: str, typed: dict[str, str]) -> str:
    """Hand in what was taken over on a day; the number of its dispute."""
    line = (await window.get("/desk/window/offline/line")).json()
    said: dict[str, object] = {"key": key, "day": day, "sent": True, "fields": [*typed.items()]}
    local = "LOCAL-20261123-00000000"
    form = {"_csrf": line["csrf"], "local": local, "sealed": sealed(line["key"], local, said)}
    answer = await window.send("/desk/window/offline/entries", form)
    assert "registered" in answer.json(), answer.text
    return str(answer.json()["registered"]["number"])


async def test_a_form_handed_in_on_a_later_day_is_the_one_that_arrived_or_keeps_its_day(
    hub: Hub, clock: StillClock, db: Pool
) -> None:
    """次日才报送：枢纽已有的，还是那一件；没有的，收到日期是收件那天 (RULES 1)."""
    async with building(hub) as house:
        window = house.visitor(Role.WINDOW)
        form = {**hidden(await window.get(REGISTER)), **TYPED}
        sent = await window.send(REGISTER, form)
        number = sent.headers["Location"].rpartition("/")[2]
        clock.forward(timedelta(days=1))
        assert await hand_in(window, form["key"], "2026-11-23", TYPED) == number
        other = {**TYPED, "parties/0/name": "孙某", "parties/0/phone": "13900000000"}
        late = await hand_in(window, "never-arrived-1", "2026-11-23", other)
        assert late != number
        on = await db.fetchval("SELECT registered_on FROM intake.dispute WHERE number = $1", late)
        assert on == date(2026, 11, 23)


def _ears(monkeypatch: pytest.MonkeyPatch) -> list[EventDict]:
    """Lines of the counter's pages, whatever the process has made of its logs before."""
    capture = LogCapture()
    told = structlog.make_filtering_bound_logger("INFO")
    heard = structlog.wrap_logger(structlog.ReturnLogger(), [capture], wrapper_class=told)
    monkeypatch.setattr(pages, "_log", heard)
    return capture.entries


async def test_giving_up_what_a_browser_keeps_is_logged_with_its_reason(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """作废本机存件的，谁、哪一件、为什么都记入日志；同事的只在其不在岗时可以."""
    heard = _ears(monkeypatch)
    async with building(hub) as house:
        window = house.visitor(Role.WINDOW)
        line = (await window.get("/desk/window/offline/line")).json()
        said = {"_csrf": line["csrf"], "local": "LOCAL-20261123-00000000"}
        path = "/desk/window/offline/voided"
        own = {**said, "officer": line["officer"]}
        done = await window.send(path, {**own, "reason": "mistaken"})
        assert done.json() == {"voided": said["local"]}
        for wrong in (
            {**own, "reason": "他不要了"},
            {**own, "reason": "gone"},
            {**own, "reason": "mistaken", "local": "x"},
            {**said, "reason": "mistaken", "officer": "window-9"},
            {**said, "reason": "gone", "officer": "身份证 11010519491231002X"},
        ):
            assert (await window.send(path, wrong)).status_code == 422
        heard.clear()
        gone = {**said, "reason": "gone", "officer": "window-9"}
        assert (await window.send(path, gone)).status_code == 201
    [told] = [one for one in heard if one["event"] == "counter.voided"]
    assert told["subject"] == f"{said['local']} window-9"
    assert (told["by"], told["purpose"]) == (line["officer"], "gone")
