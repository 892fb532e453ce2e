"""Every page has its picture in the manual, and every picture its page."""

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from fastapi.routing import APIRoute

from deploy.web import pages
from shared.auth import Role
from tests.desks.looking import PICTURES, ROWS, WIDTHS
from tests.desks.pictures import READ, SHOWN, UNSHOWN

DOCS: Final = PICTURES.parent
MANUAL: Final = DOCS / "desks.md"
README: Final = DOCS.parent / "README.md"
STORED: Final = 20_000_000
"""Bytes of all pictures at most: whoever clones the project fetches them too."""

ROUTES: Final = {
    route.path: route
    for one in pages()
    for route in one.router.routes
    if isinstance(route, APIRoute) and "GET" in route.methods
}
PAGES: Final = {*ROUTES} - {"/static/{folder}/{name}"}
NAMES: Final = [name for names in SHOWN.values() for name in names]


PICTURE: Final = re.compile(r"!\[[^\]]+\]\((?:docs/)?desks/([\w-]+)\.png\)")


def shown_in(text: Path) -> list[str]:
    """The pictures of desks that a text shows, each with what it says for who does not see it."""
    return PICTURE.findall(text.read_text())


def test_every_page_has_its_picture_or_a_reason_why_not() -> None:
    """每个页面都有图片，没有的写明原因；表里没有多余的页面."""
    assert {*SHOWN, *UNSHOWN} == PAGES
    assert not set(SHOWN) & set(UNSHOWN)
    assert all(SHOWN.values())
    assert all(UNSHOWN.values())


def test_a_picture_shows_one_page_as_wide_as_a_desk_or_a_telephone() -> None:
    """一张图片只给一个页面用，桌面或者手机的宽度."""
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []
    assert {name.rpartition("-")[2] for name in NAMES} <= set(WIDTHS)


def test_the_pictures_that_are_there_are_those_of_the_pages() -> None:
    """图片文件和表里的一一对应，加起来不大."""
    files = list(PICTURES.iterdir())
    assert {file.name for file in files} == {f"{name}.png" for name in NAMES}
    assert sum(file.stat().st_size for file in files) < STORED


def test_the_manual_shows_each_of_them_once() -> None:
    """办公页面说明里每张图片都有，各一次；别的文档用的也是这些."""
    assert Counter(shown_in(MANUAL)) == Counter(NAMES)
    others = [README, *(one for one in DOCS.glob("*.md") if one != MANUAL)]
    assert {name for one in others for name in shown_in(one)} <= set(NAMES)


def test_each_chapter_of_the_manual_is_entered_from_a_picture_of_it() -> None:
    """README 里办公页面说明的每一章都有图片，点图片到这一章."""
    chapters = re.split(r"^## (.+)$", MANUAL.read_text(), flags=re.MULTILINE)[1:]
    within = {
        chapter: set(PICTURE.findall(text))
        for chapter, text in zip(chapters[::2], chapters[1::2], strict=True)
    }
    led = re.findall(
        r"\[!\[[^\]]+\]\(docs/desks/([\w-]+)\.png\)\]\(docs/desks\.md#([^)]+)\)", README.read_text()
    )
    assert [(name, chapter) for name, chapter in led if name not in within[chapter]] == []
    assert {chapter for _, chapter in led} == set(within)


def test_each_role_finds_a_page_of_its_own_menu_in_the_first_pictures() -> None:
    """README 里每一种角色都看得到自己菜单里的页面，当事人也看得到."""
    shown = set(shown_in(README))
    entries = [entry for one in pages() for entry in one.entries]
    for role in set(Role) - {Role.PARTY}:
        fewest = min(len(one.roles) for one in entries if role in one.roles)
        own = [one.path for one in entries if role in one.roles and len(one.roles) == fewest]
        assert shown & {name for path in own for name in SHOWN[path]}, role
    assert shown & set(SHOWN["/party/case"])


NAMED: Final = {"look": 1, "seen": 2}
"""Which argument of a function that looks at a page is the name of its row."""


def looked_at(source: str) -> Iterator[re.Pattern[str]]:
    """Which names a test module looks at; where one is a variable, any word that it writes."""
    tree = ast.parse(source)
    words = [one.value for one in ast.walk(tree) if isinstance(one, ast.Constant)]
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or getattr(call.func, "id", "") not in NAMED:
            continue
        match call.args[NAMED[ast.unparse(call.func)] :]:
            case [ast.Constant(value=name)]:
                yield re.compile(re.escape(str(name)))
            case [ast.JoinedStr(values=parts)]:
                fixed = [getattr(part, "value", None) for part in parts]
                told = [re.escape(one) if isinstance(one, str) else r"\w+" for one in fixed]
                yield re.compile("".join(told))
            case [_]:
                yield from (re.compile(re.escape(one)) for one in words if isinstance(one, str))


MODULES: Final = [
    text
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if "from tests.desks.looking import" in (text := path.read_text())
]


def test_every_page_is_read_by_axe_before_its_picture_is_taken() -> None:
    """每个页面在浏览器里打开过，逐条做过无障碍检查，有图片的、没有图片的都在内 (GB/T 37668)."""
    found = [name for module in MODULES for name in looked_at(module)]
    assert [name for name in ROWS if not any(one.fullmatch(name) for one in found)] == []


def test_what_is_not_looked_at_shows_no_page_of_its_own() -> None:
    """没有图片、也没有检查过的，本身没有页面，只引到别处，或者就是一个文件."""
    shows = {path for path in UNSHOWN if ".show(" in inspect.getsource(ROUTES[path].endpoint)}
    assert shows == set(READ)


LINK: Final = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize("text", [README, *sorted(DOCS.glob("*.md"))], ids=lambda one: one.name)
def test_every_link_leads_somewhere(text: Path) -> None:
    """说明里的每个链接都打得开."""
    links = LINK.findall(text.read_text())
    assert [one for one in links if not (text.parent / one).exists()] == []


WRITTEN_IN: Final = ("shared", "services", "deploy/boards", "deploy/desk")


def test_what_the_manual_quotes_is_written_on_a_page() -> None:
    """说明里加引号的按钮、栏目、页面名称，页面上都这样写."""
    folders = [DOCS.parent / one for one in WRITTEN_IN]
    kinds = ("html", "py", "js")
    sources = [one for folder in folders for kind in kinds for one in folder.rglob(f"*.{kind}")]
    written = "\n".join(one.read_text() for one in sources)
    quoted = re.findall("“([^”]+)”", MANUAL.read_text())
    words = {word for one in quoted for word in re.sub("（[^）]*）", "", one).split("、")}
    assert quoted
    assert sorted(word for word in words if word not in written) == []
