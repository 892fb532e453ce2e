"""当事人网页的样子: light, plain, without script, and wrong in the party's own look."""

import re
from collections.abc import AsyncIterator
from typing import Final

import httpx
import pytest

from shared.work import Hub
from tests.party.telephone import Telephone, registered, settle, telephone

LIGHT_BYTES: Final = 100_000
LOADED: Final = re.compile(r'<(?:link|img|script|source|iframe)\b[^>]*?\s(?:href|src)="([^"]+)"')
"""Whatever a browser loads of itself with a page, wherever it lies."""
PATHS: Final = ("/party", "/party/case", "/party/reconsideration", "/party/mediation")


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    taken = await registered(hub)
    await settle(hub)
    async with telephone(hub) as found:
        yield await found.sign_in(taken.number)


async def weight(phone: Telephone, page: httpx.Response) -> int:
    """Bytes of a page and of everything that it loads, uncompressed."""
    total = len(page.content)
    for path in set(LOADED.findall(page.text)):
        loaded = await phone.get(path)
        assert loaded.status_code == 200, path
        total += len(loaded.content)
        assert "@import" not in loaded.text
        assert "url(" not in loaded.text
    return total


def test_what_a_browser_loads_is_weighed_wherever_it_lies() -> None:
    """样式、图标、图片、脚本都算在内，不只是页面本身."""
    head = '<link rel="icon" href="/i.svg"><script src="/vendor/x.js"></script><a href="/p">'
    assert LOADED.findall(head + '<img alt="" src="/a.png">') == [
        "/i.svg",
        "/vendor/x.js",
        "/a.png",
    ]


async def test_pages_are_light_and_load_no_script(phone: Telephone) -> None:
    """每页连同所载一切不到 100 kB（未压缩，不含字体），不用脚本，不载图表和 htmx."""
    for path in PATHS:
        page = await phone.get(path)
        assert page.status_code == 200, path
        assert await weight(phone, page) < LIGHT_BYTES, path
        assert "<script" not in page.text
        assert "/vendor/" not in page.text
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page.text)


async def test_every_field_has_its_label_and_every_page_says_where_to_get_help(
    phone: Telephone,
) -> None:
    """每栏有名称；不会弄的，告诉他打什么电话、到哪里去."""
    for path in PATHS:
        text = (await phone.get(path)).text
        fields = re.findall(r'<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*', text)
        for one in fields:
            [name] = re.findall(r'\bid="([^"]+)"', one) or [None]
            assert name is None or f'for="{name}"' in text, one
        assert text.count("<h1>") == 1
        assert 'href="tel:12345"' in text


async def test_what_goes_wrong_is_told_in_the_party_s_own_look(phone: Telephone) -> None:
    """出错时仍在当事人的页面上说明，不引到办公页面."""
    wrong = await phone.get("/party/act/7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11/withdrawal")
    assert wrong.status_code == 404
    assert "我的纠纷" in wrong.text
    assert 'href="/desk"' not in wrong.text


async def test_leaving_ends_it_and_nothing_stays_in_the_browser(phone: Telephone) -> None:
    """退出以后，别人拿着这个手机看不到；页面不缓存."""
    page = await phone.get()
    assert page.headers["cache-control"] == "private, no-store"
    csrf = re.findall(r'name="_csrf" value="([^"]+)"', page.text)[0]
    assert (await phone.web.post("/party/leave", data={"_csrf": csrf})).status_code == 303
    assert (await phone.get()).status_code == 401
