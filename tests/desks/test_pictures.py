"""Every page has its picture in the manual, and every picture its page."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from fastapi.routing import APIRoute

from deploy.web import pages
from tests.desks.looking import PICTURES, WIDTHS
from tests.desks.pictures import SHOWN, UNSHOWN

DOCS: Final = PICTURES.parent
MANUAL: Final = DOCS / "desks.md"
README: Final = DOCS.parent / "README.md"
STORED: Final = 20_000_000
"""Bytes of all pictures at most: whoever clones the project fetches them too."""

PAGES: Final = {
    route.path
    for one in pages()
    for route in one.router.routes
    if isinstance(route, APIRoute) and "GET" in route.methods
} - {"/static/{folder}/{name}"}
NAMES: Final = [name for names in SHOWN.values() for name in names]


def shown_in(text: Path) -> list[str]:
    """The pictures of desks that a text shows, each with what it says for who does not see it."""
    return re.findall(r"!\[[^\]]+\]\((?:docs/)?desks/([\w-]+)\.png\)", text.read_text())


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


LINK: Final = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize("text", [README, *sorted(DOCS.glob("*.md"))], ids=lambda one: one.name)
def test_every_link_leads_somewhere(text: Path) -> None:
    """说明里的每个链接都打得开."""
    links = LINK.findall(text.read_text())
    assert [one for one in links if not (text.parent / one).exists()] == []
