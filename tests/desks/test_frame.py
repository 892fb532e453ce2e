"""The frame in a browser: it loads, obeys its own policy, can be used by everybody."""

import re
from pathlib import Path
from typing import Final, Never

import pytest
from playwright.async_api import Browser

from shared.auth import Role
from shared.frame.frame import frame_of
from shared.frame.words import said
from tests.desks.conftest import SignIn
from tests.desks.looking import axe, enlarged, fits, long_names, look
from tests.desks.town import DeskTown

ROOT: Final = Path(__file__).parents[2]


async def test_the_desk_opens_without_a_complaint_and_is_accessible(sign_in: SignIn) -> None:
    """办公首页在浏览器中打开，不违反内容安全策略，无障碍检查没有问题."""
    page = await sign_in(Role.WINDOW, "620702-window-1")
    answer = await page.goto("/desk")
    assert answer is not None
    assert answer.status == 200
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert await page.locator("h1").inner_text() == "办公首页"
    await look(page, "desk")


async def test_after_the_start_no_template_is_compiled_while_somebody_waits(
    town: DeskTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    """开机以后逐个备好模板，第一个打开页面的人不等."""
    frame = frame_of(town.app)
    await frame.compile_all()

    def load(*_: object) -> Never:
        raise AssertionError("compiled while somebody waits")

    monkeypatch.setattr(frame.templates.loader, "load", load)
    names = frame.templates.list_templates()
    assert {"casepage/case.html", "intake/queue.html"} <= set(names)
    assert [frame.templates.get_template(name).name for name in names] == names


async def test_the_desk_fits_a_narrow_window(sign_in: SignIn) -> None:
    """360 像素宽不左右滚动."""
    page = await sign_in(Role.SUPERVISOR, "620700-zhengfawei", width=360, height=740)
    await page.goto("/desk")
    assert await page.locator("h1").inner_text() == "办公首页"
    await fits(page)
    await axe(page)


LOST = {
    '<p style="width: 50rem">宽</p>': "wide on",
    '<p style="height: 1em; overflow: hidden">一行<br>两行</p>': "cut off",
    '<button style="height: 10px; width: 20px">办理</button>': "out of its button",
    '<p style="margin: 0 0 -2rem">甲</p><p>乙</p>': "lies on",
    '<p style="position: sticky; top: 0; height: 60vh">甲</p>': "covers the page",
}


async def test_what_is_lost_at_twice_the_size_is_found(browser: Browser) -> None:
    """放大到百分之二百，左右滚动、截断、重叠、遮挡都查得出来 (WCAG 1.4.4)."""
    page = await browser.new_page(viewport={"width": 1280, "height": 800})
    try:
        for wrong, told in LOST.items():
            await page.set_content(f"<main><h1>页</h1>{wrong}</main>")
            with pytest.raises(AssertionError, match=told):
                await enlarged(page)
            assert page.viewport_size == {"width": 1280, "height": 800}
        await page.set_content("<main><h1>页</h1><p>一行</p></main>")
        await enlarged(page)
    finally:
        await page.close()


NARROWED: Final = '<p style="white-space: nowrap">甘州区司法局</p>'


async def test_what_only_a_long_name_breaks_is_found(browser: Browser) -> None:
    """名称、姓名、号码再长，屏幕、手机、打印上都不截断、不出边；查完页面照旧."""
    page = await browser.new_page(viewport={"width": 800, "height": 600})
    try:
        await page.set_content(f"<main><h1>页</h1>{NARROWED}</main>")
        await enlarged(page)
        with pytest.raises(AssertionError, match="screen 360 wide"):
            await long_names(page)
        assert "阿卜杜" not in await page.inner_text("main")
        await page.set_content('<main><p>甲</p><p style="white-space: nowrap">三日</p></main>')
        await page.add_style_tag(content="body { overflow-wrap: anywhere }")
        await long_names(page)
        assert page.viewport_size == {"width": 800, "height": 600}
    finally:
        await page.close()


async def test_a_long_term_leaves_its_facts_room(browser: Browser) -> None:
    """栏目名是一个机关的全称，再长也给内容留一半以上的宽度."""
    page = await browser.new_page(viewport={"width": 1280, "height": 800})
    try:
        await page.set_content(
            f'<dl class="facts"><dt>通知{"综合管理委员会" * 12}</dt><dd>尚未收到</dd></dl>'
            '<dl class="facts"><dt>期</dt><dd>三日</dd></dl>'
        )
        await page.add_style_tag(path=ROOT / "shared" / "frame" / "static" / "hub.css")
        long, short = [await one.bounding_box() for one in await page.locator("dd").all()]
        assert long is not None
        assert short is not None
        assert long["width"] > 640
        assert short["x"] >= 6 * 16
    finally:
        await page.close()


KEPT: Final = re.compile(r"<(\w+)\b[^>]*\bnowrap\b[^>]*>(?:(?!</\1>).)*\|name", re.DOTALL)


def test_no_template_keeps_a_name_of_the_directory_on_one_line() -> None:
    """机关、地方的名称不强制排在一行里."""
    tops = ("shared", "services", "deploy/desk", "deploy/boards")
    files = [one for top in tops for one in (ROOT / top).rglob("*.html")]
    assert len(files) > 50
    assert KEPT.search('<th class="nowrap">甲<br><i>{{ one|name }}</i></th>')
    assert [one.name for one in files if KEPT.search(one.read_text())] == []


CUT: Final = re.compile(
    r"text-overflow|line-clamp|ellipsis|truncate|overflow(?:-[xy])?: *(?:hidden|clip)"
)
HIDDEN: Final = {
    "hub.css": ".only-heard { ",
    "supervision.css": ".board thead { ",
    "boards.css": ".chart { ",
}
"""Where something is hidden all the same: words for the ear, a canvas before it is drawn anew."""


def test_no_style_and_no_script_cuts_what_is_written() -> None:
    """页面上的字不截断，不用省略号代替：鼠标、键盘、读屏、打印都读得到全文."""
    files = [
        one
        for folder in ("shared", "services", "deploy/desk", "deploy/boards")
        for kind in ("css", "js")
        for one in (ROOT / folder).rglob(f"static/*.{kind}")
    ]
    found = [
        (one.name, line.strip())
        for one in files
        for line in one.read_text().splitlines()
        if CUT.search(line)
    ]
    assert len(files) > 15
    assert [line for name, line in found if not line.startswith(HIDDEN.get(name, "-"))] == []


TURNING: Final = re.compile(
    r"@keyframes|animation(-name)?\s*:|\.gif\b|spinner|loading", re.IGNORECASE
)
TOLD_HOW_FAR: Final = {
    "html": re.compile(r"<progress(?![^>]*\bmax=)|<progress(?![^>]*\bvalue=)"),
    "js": re.compile(r"""createElement\("progress"\)(?!, \{[^}]*\bvalue:)"""),
}


def test_nothing_turns_that_does_not_say_how_far_it_has_come() -> None:
    """没有只会转圈的等待：要办一会儿的，写明一共多少、办了多少."""
    folders = ("shared", "services", "deploy/desk", "deploy/boards")
    styles = [one for folder in folders for one in (ROOT / folder).rglob("static/*.css")]
    assert [one.name for one in styles if TURNING.search(one.read_text())] == []
    told = {
        one: rule.findall(text)
        for kind, rule in TOLD_HOW_FAR.items()
        for folder in folders
        for one in (ROOT / folder).rglob(f"*.{kind}")
        if "progress" in (text := one.read_text())
    }
    assert len(told) >= 2, "the course of what is done part after part, and of a file that goes up"
    assert [one.name for one, lacking in told.items() if lacking] == []


def test_days_in_a_sentence_are_written_as_officials_write_them() -> None:
    """句子里的日期写成年月日，纠纷编号不动."""
    told = said("听证定于2026-12-08，尚未举行（620702-20261208-0000005-3）")
    assert told == "听证定于2026年12月8日，尚未举行（620702-20261208-0000005-3）"
