"""条件、次序都在地址里: narrowing a list, or turning to another tab, leaves its order as chosen."""

import re
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from shared.auth import Role
from shared.db import Pool
from tests.desks.test_window import house, registered, window
from tests.desks.visitor import Building, Visitor
from tests.reconsideration.makers import AUTHORITY

__all__ = ["house", "window"]

ROOT: Final = Path(__file__).parents[2]
HREF = re.compile(r'href="([^"]+)"')
FORM = re.compile(r'<form[^>]*method="get".*?</form>', re.DOTALL)
ORDERED = ("ui.keep(page", 'ui.field("sort"', 'ui.field("order"')
"""What a form of a list does about the order: it keeps it, or asks for it."""

COMMITTEE = "620702-committee"

LISTS: Final = (
    (Role.WINDOW, "620702-window-1", "/desk/window", {"tab": "all", "sort": "due"}),
    (Role.SUPERVISOR, "620700-centre", "/desk/live", {"by": "department", "sort": "-waiting"}),
    (Role.WINDOW, "620702-window-1", "/desk/disputes", {"sort": "-registered"}),
    (Role.DEPARTMENT, "620702-sifa", "/desk/reconsideration/responding", {"sort": "-due"}),
)
"""Who opens which list, in which order."""


@pytest.mark.parametrize(("role", "organ", "path", "said"), LISTS)
async def test_a_form_that_narrows_a_list_carries_its_order(
    house: Building, role: Role, organ: str, path: str, said: dict[str, str]
) -> None:
    """按条件筛选以后，原来选的次序还在."""
    query = "&".join(f"{name}={value}" for name, value in said.items())
    page = await house.visitor(role, organ=organ).get(f"{path}?{query}")
    assert page.status_code == 200, page.text
    form, *_ = FORM.findall(page.text)
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form))
    assert hidden == said


def test_every_form_of_a_list_that_is_sorted_by_its_heads_keeps_the_order() -> None:
    """能按表头排序的清单，筛选的表单都带着次序."""
    pages = [
        one
        for folder in ("shared", "services", "deploy/desk", "deploy/boards")
        for one in (ROOT / folder).rglob("*.html")
        if "ui.sorted_by(" in one.read_text() and one.name != "macros.html"
    ]
    forms = [(one.name, form) for one in pages for form in FORM.findall(one.read_text())]
    assert len(forms) > 15
    lost = [name for name, form in forms if not any(one in form for one in ORDERED)]
    assert [name for name in lost if name != "live.html"] == []
    assert lost.count("live.html") <= 1  # going back in time names every word of the address


@pytest.mark.parametrize(
    ("role", "organ", "path", "sort"),
    [
        (Role.WINDOW, "620702-window-1", "/desk/window?tab=all", "number"),
        (Role.SECRETARY, COMMITTEE, "/desk/consultation?tab=done", "received"),
        (Role.RECONSIDERATION_HEAD, AUTHORITY, "/desk/reconsideration/approvals", "-due"),
    ],
)
async def test_the_tabs_of_a_list_keep_its_order(
    house: Building, role: Role, organ: str, path: str, sort: str
) -> None:
    """换一个分类，次序照旧，从第一页看起."""
    mark = "&" if "?" in path else "?"
    page = await house.visitor(role, organ=organ).get(f"{path}{mark}sort={sort}&page=1")
    assert page.status_code == 200, page.text
    [tabs] = re.findall(
        r'<nav [^>]*aria-label="(?:分类|范围|事项)">.*?</nav>', page.text, re.DOTALL
    )
    links = [unescape(one) for one in re.findall(r'href="([^"]+)"', tabs)]
    assert links
    assert [one for one in links if f"sort={sort}" not in one or "page=" in one] == []


@pytest.mark.parametrize(("sort", "without"), [("-late", []), ("-running", ["department"])])
async def test_the_groups_of_the_board_keep_its_order_its_filters_and_its_moment(
    house: Building, sort: str, without: list[str]
) -> None:
    """城市态势换一种分组，筛选、次序和回看的时刻照旧，没有那一列的除外，从第一行看起 (PLAN 33)."""
    city = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    said = {"office": "routing", "only": "late", "at": "2026-01-05T08:00"}
    path = f"/desk/live?{urlencode({**said, 'by': 'centre', 'sort': sort, 'after': 0})}"
    for part in ("", "&part=picture"):
        page = await city.get(path + part)
        [tabs] = re.findall(r'<nav aria-label="分组".*?</nav>', page.text, re.DOTALL)
        turned = [dict(parse_qsl(urlsplit(unescape(one)).query)) for one in HREF.findall(tabs)]
        assert turned == [
            {**said, **({"sort": sort} if by not in without else {}), **({"by": by} if by else {})}
            for by in ("", "centre", "department")
        ]
    form, *_ = FORM.findall((await city.get(path)).text)
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form))
    assert hidden == {"by": "centre", "sort": sort, "at": said["at"]}
    assert 'href="/desk/live?at=2026-01-05T08%3A00">清除</a>' in form


async def test_looking_a_number_up_leaves_the_list_as_it_was(window: Visitor) -> None:
    """按号码查件以后，下面的清单条件、次序、页次都不变."""
    await registered(window)
    path = "/desk/window?tab=all&mine=true&sort=-number"
    page = await window.get(path)
    [action] = [unescape(one) for one in re.findall(r'method="post" action="([^"]+)"', page.text)
                if one.startswith("/desk/window")]  # fmt: skip
    assert action == path
    found = await window.fill(path, phone="13700000000")
    assert "赵某" in found.text
    assert 'name="mine" value="true" checked' in found.text
    assert re.search(r'aria-sort="descending"><a href="[^"]+">纠纷编号', found.text)


COPIED = """
INSERT INTO intake.dispute
SELECT (jsonb_populate_record(d, jsonb_build_object(
  'case_id', gen_random_uuid(), 'number', 'copy-' || n))).*
FROM intake.dispute d, generate_series(1, 1000) n
"""


async def test_the_queue_offers_no_page_that_the_door_refuses(window: Visitor, db: Pool) -> None:
    """窗口办件只能翻到第1000页：到了那一页不再给“下一页”，写明后面还有、怎样看到."""
    await registered(window)
    await db.execute(COPIED)
    path = "/desk/window?tab=all&limit=1"
    before = await window.get(f"{path}&page=999")
    assert 'rel="next"' in before.text
    last = await window.get(f"{path}&page=1000")
    assert (last.status_code, 'rel="next"' in last.text) == (200, False)
    assert "只列到这一页，后面还有" in last.text
    assert "只列到这一页" not in before.text
    assert (await window.get(f"{path}&page=1001")).status_code == 422
    await db.execute("DELETE FROM intake.dispute WHERE number = 'copy-1000'")
    ends = await window.get(f"{path}&page=1000")
    assert "只列到这一页" not in ends.text
